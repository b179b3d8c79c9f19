/// Frees paragraphs that were taken for items, and parts those that were glued to an enumeration.
struct TidyItems: Pass {
  static let name = "tidy-items"

  func run(_ document: inout Document, _ decisions: inout Decisions, _ knowledge: Knowledge) {
    partEnumerations(&document.passages)
    freeLoneNumbers(&document.passages)
    freeLoneAsterisk(&document.passages)
    freeIntroductions(&document.passages)
  }

  /// Parts a paragraph that was glued to the next of an enumeration.
  private func partEnumerations(_ passages: inout [Passage]) {
    var index = 0
    while index < passages.count {
      if passages[index].kind == .paragraph, let seam = Enumeration.seam(in: passages[index].text) {
        var next = passages[index]
        next.text = Array(passages[index].text[seam...])
        next.pageBreaksBefore = []
        passages[index].text = Array(passages[index].text[..<seam]).trimmed
        passages.insert(next, at: index + 1)
      }
      index += 1
    }
  }

  /// An item whose number is out of any sequence and that stands alone is a paragraph.
  private func freeLoneNumbers(_ passages: inout [Passage]) {
    for index in passages.indices {
      guard case .item(let number?) = passages[index].kind, !passages[index].printedLabel.isEmpty,
        neighbour(of: index, in: passages, step: -1) != number - 1,
        neighbour(of: index, in: passages, step: 1) != number + 1
      else { continue }
      passages[index].freeFromList()
    }
  }

  /// The number of the nearest item in one direction.
  private func neighbour(of index: Int, in passages: [Passage], step: Int) -> Int? {
    var position = index + step
    var distance = 0
    while passages.indices.contains(position), distance < 3 {
      if case .item(let number?) = passages[position].kind { return number }
      position += step
      distance += 1
    }
    return nil
  }

  /// An asterisk alone in the paper is the mark of a note, not a bullet.
  private func freeLoneAsterisk(_ passages: inout [Passage]) {
    let places = passages.indices.filter { passages[$0].printedLabel.first == "*" }
    guard places.count == 1, let place = places.first,
      passages[place].kind == .item(number: nil)
    else { return }
    passages[place].freeFromList()
  }

  /// An item that ends with a colon and is followed by items introduces them: it is a paragraph that
  /// was taken for an item.
  private func freeIntroductions(_ passages: inout [Passage]) {
    for index in passages.indices.dropLast() {
      guard case .item(nil) = passages[index].kind, case .item = passages[index + 1].kind,
        passages[index].endsWithColon
      else { continue }
      passages[index].kind = .paragraph
    }
  }
}

/// Takes the printed labels of items out of the text, once it is settled what is an item.
struct CloseLists: Pass {
  static let name = "close-lists"

  func run(_ document: inout Document, _ decisions: inout Decisions, _ knowledge: Knowledge) {
    joinItemsThatRunOn(&document.passages)
    for index in document.passages.indices where !document.passages[index].printedLabel.isEmpty {
      document.removals.append(
        Removal(
          line: document.passages[index].sourceLines.first ?? 0,
          text: document.passages[index].printedLabel.string, reason: .listNumber))
      document.passages[index].printedLabel = []
    }
  }

  /// The last item of a list that is far longer than the others and runs on over a page is the
  /// paragraph after the list.
  private func joinItemsThatRunOn(_ passages: inout [Passage]) {
    var start = 0
    while start < passages.count {
      guard case .item = passages[start].kind else {
        start += 1
        continue
      }
      var end = start
      while end < passages.count, case .item = passages[end].kind { end += 1 }
      if end - start >= 4 {
        let lengths = passages[start..<(end - 1)].map(\.text.count).sorted()
        let last = end - 1
        if passages[last].text.count > lengths[lengths.count / 2] * 3 / 2,
          passages[last].text.contains(Marker.page), case .item(nil) = passages[last].kind
        {
          passages[last].kind = .paragraph
          passages[last].doubts.append(.itemOrParagraph)
        }
      }
      start = end
    }
  }
}
