/// The clusters of a line as elements of the order, its note marks apart.
struct MarkedLine {
  private struct Mark {
    /// Before which element it stands on paper.
    var place: Int
    var label: Scalars
  }

  private(set) var texts: [String] = []
  private var classes: [BidiClass] = []
  /// The labels of elements that are marks.
  private var labels: [Int: Scalars] = [:]
  private var marks: [Mark] = []

  init(_ clusters: [PrintedCluster], brackets: PrintedBrackets, joinsMarks: Bool) {
    var index = 0
    while index < clusters.count {
      let cluster = clusters[index]
      if cluster.isRaised, !cluster.isSpace {
        var end = index
        while end < clusters.count, clusters[end].isRaised, !clusters[end].isSpace { end += 1 }
        let label = PrintedNoteLabel.label(
          clusters[index..<end].flatMap { Array($0.text.unicodeScalars) })
        if let label {
          if joinsMarks {
            labels[texts.count] = label
            texts.append(label.string)
            classes.append(.europeanNumber)
          } else {
            marks.append(Mark(place: texts.count, label: label))
          }
          index = end
          continue
        }
      }
      texts.append(cluster.isSpace ? " " : brackets.shape(cluster))
      classes.append(cluster.isSpace ? .space : cluster.kind)
      index += 1
    }
  }

  /// The elements with a Latin letter thought at the seams; `nil` is the source of such a letter.
  func withSeams(
    head: Bool, tail: Bool, ampersand: Bool, isWhole: Bool
  ) -> (texts: [String], classes: [BidiClass], sources: [Int?]) {
    var texts = texts
    var classes = classes
    var sources: [Int?] = Array(texts.indices)
    func insert(at place: Int) {
      texts.insert("A", at: place)
      classes.insert(.left, at: place)
      sources.insert(nil, at: place)
    }
    if isWhole {
      // A sign at the left end is the paragraph's own.
      let first = texts.firstIndex { !".,;:!?،؛ ".contains($0) } ?? 0
      insert(at: texts.count)
      insert(at: first)
      return (texts, classes, sources)
    }
    if head {
      let start = classes.lastIndex(where: \.isStrongRight).map { $0 + 1 } ?? 0
      if let place = (start..<classes.count).first(where: {
        classes[$0] == .europeanNumber || classes[$0] == .left
      }) {
        insert(at: place)
      }
    }
    if ampersand, let place = texts.lastIndex(of: "&") { insert(at: place) }
    if tail {
      let end = classes.firstIndex(where: \.isStrongRight) ?? classes.count
      let last = (0..<end).last { classes[$0] == .left || classes[$0] == .europeanNumber } ?? 0
      var place = last + 1
      while place < texts.count, !classes[place].isStrongRight, classes[place] != .space,
        classes[place] != .left, classes[place] != .europeanNumber
      {
        if MirroredSigns.closes(texts[place]),
          texts[..<place].count(where: MirroredSigns.opens)
            <= texts[..<place].count(where: MirroredSigns.closes)
        {
          break
        }
        place += 1
      }
      // `Name &` or `N =` whose fellow stands on the next line.
      if place + 1 < texts.count, texts[place] == " ", "&=+<>×".contains(texts[place + 1]) {
        place += 2
      }
      insert(at: min(place, texts.count))
    }
    return (texts, classes, sources)
  }

  /// The text in the order of writing, with the marks in their places.
  func text(order: [Int], levels: [Int], base: Int) -> Scalars {
    var places = [Int](repeating: 0, count: texts.count)
    for (place, element) in order.enumerated() { places[element] = place }
    var after: [Int: [Scalars]] = [:]
    for mark in base == 1 ? marks.reversed() : marks {
      let place = anchor(of: mark, levels: levels, base: base).map { places[$0] } ?? -1
      after[place, default: []].append(mark.label)
    }
    var text: Scalars = []
    func add(_ label: Scalars) { text += [Marker.note] + label + [Marker.end] }
    after[-1]?.forEach(add)
    for (place, element) in order.enumerated() {
      if let label = labels[element] {
        add(label)
      } else {
        let isTurned = levels[element] % 2 == 1
        let shown = texts[element]
        text += (isTurned ? MirroredSigns.twin(shown) ?? shown : shown).unicodeScalars
      }
      after[place]?.forEach(add)
    }
    return text
  }

  /// The element that a mark stands after in writing; `nil` at the line's beginning.
  private func anchor(of mark: Mark, levels: [Int], base: Int) -> Int? {
    let left = mark.place > 0 ? mark.place - 1 : nil
    let right = mark.place < texts.count ? mark.place : nil
    func isBlank(_ place: Int?) -> Bool { place.map { texts[$0] == " " } ?? true }
    if isBlank(left), isBlank(right) {
      var place = base == 1 ? right : left
      while let here = place, texts.indices.contains(here), texts[here] == " " {
        place = base == 1 ? here + 1 : here - 1
      }
      return place.flatMap { texts.indices.contains($0) ? $0 : nil }
    }
    if (right == nil && base == 1) || (left == nil && base == 0) { return nil }
    guard let left, !isBlank(left) else { return right }
    guard let right, !isBlank(right) else { return left }
    let (leftTurned, rightTurned) = (levels[left] % 2 == 1, levels[right] % 2 == 1)
    if leftTurned, rightTurned { return right }
    if !leftTurned, !rightTurned { return left }
    return base == 1 ? right : left
  }
}
