/// Finds the headings that a paper numbers: short blocks whose numbers make a chain through it.
struct NumberHeadings: Pass {
  static let name = "number-headings"

  func run(_ document: inout Document, _ decisions: inout Decisions, _ knowledge: Knowledge) {
    guard let style = document.style, !style.hasParagraphLines else { return }
    takeNumbered(&document.passages)
  }

  private func takeNumbered(_ passages: inout [Passage]) {
    var candidates: [NumberedHeadings.Candidate] = []
    for index in passages.indices where passages[index].lines.count <= 2 {
      let isItem = if case .item(.some) = passages[index].kind { true } else { false }
      let text =
        (isItem ? passages[index].printedLabel : []) + Marker.removed(from: passages[index].text)
      guard text.count <= 110, !Ending.endsSentence(text), passages.isFollowedByText(index),
        let label = NumberedHeadings.label(text)
      else { continue }
      candidates.append(
        NumberedHeadings.Candidate(passage: index, path: label.path, length: label.length))
    }
    // How much running text stands before each passage.
    var before = [0]
    for passage in passages {
      let isText = passage.kind == .paragraph && passage.text.count > 80
      before.append((before.last ?? 0) + (isText ? 1 : 0))
    }
    let chain = NumberedHeadings(candidates) { before[$1] > before[$0 + 1] }
    for heading in chain.headings {
      let index = heading.passage
      if case .item(.some) = passages[index].kind { passages[index].freeFromList() }
      if heading.path.count > 1 {
        let label = heading.path.map(String.init).joined(separator: ".")
        passages[index].text =
          Array(label.unicodeScalars) + [" "] + passages[index].text[heading.length...]
      }
      passages[index].kind = .heading(level: min(heading.path.count + 1, 6))
      passages[index].label = Label(.heading, .path(heading.path), origin: .printed)
    }
  }
}

/// Tells how deep headings stand that bear no number.
struct LevelHeadings: Pass {
  static let name = "level-headings"

  func run(_ document: inout Document, _ decisions: inout Decisions, _ knowledge: Knowledge) {
    // Where some are numbered, those that are not are of the first level. A text without form feeds
    // has more false headings, which would seem to begin parts.
    guard document.isPaged, !document.passages.contains(where: { $0.label?.kind == .heading })
    else { return }
    level(&document.passages)
  }

  /// The levels of headings that bear no number: by the size of their letters where the source knows
  /// it; else a heading right below another is a part of its section, and those after it are parts
  /// too until one that is a section by its words.
  private func level(_ passages: inout [Passage]) {
    let headings = passages.indices.filter { isHeading(passages[$0]) }
    let sizes = headings.compactMap { passages[$0].lines.first?.fontSize }
    if sizes.count == headings.count, let largest = sizes.max() {
      // Sizes of one level differ by less than a point's third.
      var steps: [Double] = [largest]
      for size in sizes.sorted(by: >) where size < (steps.last ?? 0) - 0.34 { steps.append(size) }
      for (index, size) in zip(headings, sizes) {
        let step = steps.lastIndex { size <= $0 + 0.34 } ?? 0
        passages[index].kind = .heading(level: min(step + 2, 6))
      }
      return
    }
    var isInside = false
    for index in headings {
      let text = Marker.removed(from: passages[index].text)
      let isBelow = index > 0 && isHeading(passages[index - 1])
      if isBelow, !isInside {
        isInside = true
      } else if FrontMatterWords.isSection(text) || index == headings.last {
        isInside = false
      }
      passages[index].kind = .heading(level: isInside ? 3 : 2)
    }
  }

  private func isHeading(_ passage: Passage) -> Bool {
    if case .heading = passage.kind { return !passage.text.isEmpty }
    return false
  }
}
