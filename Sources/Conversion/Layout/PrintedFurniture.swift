/// Running heads and page numbers: lines at a page's head or foot that repeat, that bear the page's
/// number, or that the file marks as no part of the text.
struct PrintedFurniture {
  /// The pages without them.
  private(set) var pages: [[PrintedLine]]
  /// The printed numbers, by page.
  private(set) var numbers: [Int: Int] = [:]
  private(set) var heads: [PrintedLine] = []
  /// The heads' words without numbers, and the pages that bear them.
  private(set) var keys: [String: [Int]] = [:]

  init(_ lines: LineMaker) {
    pages = lines.lines
    var taken: Set<Int> = []
    for isFoot in [false, true] {
      for depth in 0...1 {
        for line in furniture(lines, isFoot: isFoot, depth: depth, taken: taken) {
          taken.insert(line.number)
          heads.append(line)
          keys[Self.key(line.text), default: []].append(line.page)
        }
      }
    }
    pages = pages.map { $0.filter { !taken.contains($0.number) } }
  }

  private mutating func furniture(
    _ lines: LineMaker, isFoot: Bool, depth: Int, taken: Set<Int>
  ) -> [PrintedLine] {
    let count = lines.lines.count
    let found = lines.lines.compactMap { page -> (line: PrintedLine, gap: Double)? in
      let ordered = page.sorted { $0.y < $1.y }
      guard ordered.count > depth + 1 else { return nil }
      let line = isFoot ? ordered[ordered.count - 1 - depth] : ordered[depth]
      // What stands behind a line of the text is no head.
      if depth == 1, !taken.contains((isFoot ? ordered[ordered.count - 1] : ordered[0]).number) {
        return nil
      }
      let beside = isFoot ? ordered[ordered.count - 2 - depth] : ordered[depth + 1]
      return (line, abs(line.y - beside.y))
    }
    guard !found.isEmpty else { return [] }
    var offsets: [Int: Int] = [:]
    var words: [String: Int] = [:]
    for (line, _) in found {
      for number in Set(Self.numbers(in: line.text)) {
        offsets[number - line.page, default: 0] += 1
      }
      words[Self.key(line.text), default: 0] += 1
    }
    let best = offsets.max { ($0.value, $1.key) < ($1.value, $0.key) }
    var start: Int?
    if let best, Double(best.value) >= max(2, 0.5 * Double(found.count)) || count == 1 {
      start = best.key
    }
    func shares(_ line: PrintedLine) -> Bool {
      let near = found.count { abs($0.line.y - line.y) < 5 }
      return Double(near) >= max(2, 0.4 * Double(count))
    }
    var result: [PrintedLine] = []
    for (line, gap) in found where !taken.contains(line.number) {
      let key = Self.key(line.text)
      let isApart = gap > 1.6 * lines.body
      let bears = start.map { Self.numbers(in: line.text).contains($0 + line.page) } ?? false
      let isNumberAlone =
        line.text.count < 10 && !line.text.contains(where: \.isLetter)
        && !Self.numbers(in: line.text).isEmpty
      let height = lines.pages[line.page].height
      let isAtEdge = isFoot ? line.y > 0.88 * height : line.y < 0.12 * height
      // A note's number at its head is no page's.
      let mayBear = isNumberAlone || isApart || (words[key] ?? 0) >= 2
      let isNumbered =
        bears && (count < 3 && isApart && isAtEdge)
        || bears && mayBear && (shares(line) || (isApart && isNumberAlone))
      let repeats =
        (words[key] ?? 0) >= 2 && shares(line) && key.unicodeScalars.count > 3
        && line.size <= lines.body * 1.2
      let isMarked =
        line.isArtifact
        && (isFoot
          ? line.y > 0.85 * lines.pages[line.page].height
          : line.y < 0.15 * lines.pages[line.page].height)
      guard isNumbered || repeats || isMarked || (isNumberAlone && isApart && shares(line)) else {
        continue
      }
      if bears, let start { numbers[line.page] = start + line.page }
      result.append(line)
    }
    if let start, !numbers.isEmpty {
      for page in 0..<count where numbers[page] == nil && start + page > 0 {
        numbers[page] = start + page
      }
    }
    return result
  }

  /// Numbers at a line's ends, or between bars.
  private static func numbers(in text: Scalars) -> [Int] {
    let words = Marker.removed(from: text).split {
      $0.isSpacing || $0 == "|" || $0 == "–" || $0 == "-"
    }
    guard let first = words.first, let last = words.last else { return [] }
    return [first, last].compactMap { word in
      guard word.count <= 4, word.allSatisfy(\.isDigit) else { return nil }
      return word.reduce(0) { $0 * 10 + ($1.digitValue ?? 0) }
    }
  }

  /// The words of a head, without page numbers in figures or in Roman letters.
  static func key(_ text: Scalars) -> String {
    text.filter { $0.isLetter || $0.isSpacing }.words.filter { word in
      !word.allSatisfy { "ivxlc".unicodeScalars.contains($0) }
    }.map(\.string).joined(separator: " ")
  }

  /// A head as printed without the page's number.
  func words(of line: PrintedLine) -> String {
    var words = Marker.removed(from: line.text).words
    let number = numbers[line.page]
    func isNumber(_ word: Scalars?) -> Bool {
      guard let word, let number, word.allSatisfy(\.isDigit) else { return false }
      return word.reduce(0) { $0 * 10 + ($1.digitValue ?? 0) } == number
    }
    if isNumber(words.first) {
      words.removeFirst()
    } else if isNumber(words.last) {
      words.removeLast()
    }
    while let last = words.last, last == ["|"] { words.removeLast() }
    while let first = words.first, first == ["|"] { words.removeFirst() }
    return words.map(\.string).joined(separator: " ")
  }
}
