/// Lines that a typesetter drew box by box: what stands between two changes of format is a box, and
/// so is a raised note mark or a list's label. The boxes follow one another as they are read, while
/// each is put out in an order of its own.
///
/// Where the boxes of a line meet is not written anywhere. Of all ways to cut the line the one is
/// taken whose boxes, each read by itself, are spaced as texts are, the fewer the better.
struct LineBoxes {
  /// Reads one box.
  var read: ([Unicode.Scalar]) -> [Unicode.Scalar]

  /// The number of the note whose mark comes next: marks rise by one through a paper.
  var nextMark: Int

  var seams: Seams

  /// Whether a word is one; `nil` where that is not known.
  var isWord: ([Unicode.Scalar]) -> Bool? = { _ in nil }

  /// A line has no more places to cut than this, nor letters; what is longer is no printed line.
  private static let mostCuts = 40
  private static let longestLine = 400

  private struct State {
    var cost: Double
    var reading: [Unicode.Scalar]
    var endsWithSpace = false
  }

  /// Whether a space stands at either end of a box: it may belong to the other end, or to the box
  /// beside it.
  private static func hasSpace(_ box: ArraySlice<Unicode.Scalar>) -> Bool {
    Kind(box[box.startIndex]) == .space || Kind(box[box.endIndex - 1]) == .space
  }

  /// The line read box by box, and what its spacing and the cuts cost.
  func restored(_ line: [Unicode.Scalar]) -> (cost: Double, reading: [Unicode.Scalar]) {
    if let label = Self.label(of: line), label.end < line.count {
      let rest = restored(Array(line[label.end...]))
      return (rest.cost, label.text + [" "] + OrderDetector.trimmed(rest.reading))
    }
    let whole = read(line)
    let cost = seams.cost(OrderDetector.trimmed(whole))
    guard line.count <= Self.longestLine else { return (cost, whole) }
    let cuts = cuts(line)
    guard !cuts.isEmpty, cuts.count <= Self.mostCuts,
      cost > 0.25 || cuts.contains(where: { $0.gain > 0 })
    else { return (cost, whole) }
    var best: [State] = []
    for end in 0...cuts.count {
      var state = State(cost: .infinity, reading: [])
      for start in 0...end {
        guard let price = price(line, cuts, from: start, to: end) else { continue }
        let before = start > 0 ? best[start - 1] : nil
        let paid = (before?.cost ?? 0) + price
        guard paid < state.cost else { continue }
        let raw = line[
          (start > 0 ? cuts[start - 1].place : 0)..<(end < cuts.count
            ? cuts[end].place : line.count)]
        let reading = read(Array(raw))
        let box = OrderDetector.trimmed(reading)
        let hasSpace = Self.hasSpace(raw) || Self.hasSpace(reading[...])
        guard let before else {
          let cost = paid + seams.cost([" "] + box, edges: false)
          state = State(cost: cost, reading: box, endsWithSpace: hasSpace)
          continue
        }
        let seam = Array(before.reading.suffix(8))
        let known = seams.cost(seam, edges: false)
        for space: [Unicode.Scalar] in before.endsWithSpace || hasSpace ? [[], [" "]] : [[]] {
          var cost = paid + seams.cost(seam + space + box, edges: false) - known
          // Two numbers are two, and so are two words.
          if space.isEmpty, let last = seam.last, let next = box.first, Kind(last) == Kind(next),
            Kind(last) == .digit || Kind(last) == .right
          {
            cost += 1
          }
          guard cost < state.cost - 0.01 else { continue }
          state = State(
            cost: cost, reading: before.reading + space + box, endsWithSpace: hasSpace)
        }
      }
      best.append(state)
    }
    guard let parted = best.last, parted.cost < cost - 0.1 else { return (cost, whole) }
    return (parted.cost, parted.reading)
  }

  /// The number of the mark that comes next after those of a line that was read.
  static func nextMark(_ nextMark: Int, after reading: [Unicode.Scalar]) -> Int {
    var next = nextMark
    for (digits, value) in reading.shortNumbers where (next...(next + 2)).contains(value) {
      guard let before = reading[..<digits.lowerBound].last else { continue }
      let number = reading[..<digits.lowerBound].dropLast().reversed().prefix {
        Kind($0) == .digit
      }
      // Behind a full stop a number goes on, but for that of a year.
      let isBehind =
        Kind(before) == .right && before.value != 0x5BE || Spacing.isQuote(before)
        || Brackets.opening[before] != nil
        || (Spacing.isCloser(before) && (number.isEmpty || number.count == 4))
      let after = digits.upperBound < reading.count ? Kind(reading[digits.upperBound]) : .space
      if isBehind, after == .space || after == .right { next = value + 1 }
    }
    return next
  }

  // MARK: Cuts

  private struct Cut: Comparable {
    var place: Int
    var kind: Kind
    /// What speaks for the cut besides the spacing.
    var gain = 0.0

    enum Kind: Int, Comparable {
      /// Where two boxes of text may meet.
      case free
      /// Before a number that can be a note's or a list's.
      case beforeMark
      /// Behind such a number.
      case afterMark

      static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
    }

    static func < (one: Self, other: Self) -> Bool {
      (one.place, one.kind) < (other.place, other.kind)
    }
  }

  /// What a box costs from the cut before a place to the cut at another; `nil` for what can be none.
  ///
  /// A box that begins or ends beside a number's cut is the number itself.
  private func price(_ line: [Unicode.Scalar], _ cuts: [Cut], from start: Int, to end: Int)
    -> Double?
  {
    let first = start > 0 ? cuts[start - 1] : nil
    let last = end < cuts.count ? cuts[end] : nil
    let from = first?.place ?? 0
    let to = last?.place ?? line.count
    guard from < to else { return nil }
    let isMark = last.map { $0.kind == .afterMark } ?? Self.isMark(line[from...])
    if first?.kind == .beforeMark || last?.kind == .afterMark {
      guard isMark, Self.isMark(line[from..<to]) else { return nil }
      let number = Self.value(line[from..<to])
      return (number == nextMark ? 0.1 : isExpected(number) ? 0.2 : 0.6) - (first?.gain ?? 0)
    }
    return first.map { $0.kind == .free ? 0.4 - $0.gain : 0 } ?? 0
  }

  /// Where the number of a note may begin in a run of digits: at its start, or behind the digits of
  /// another number, if the mark is the one that comes next.
  private func markStart(_ line: [Unicode.Scalar], _ digits: Range<Int>) -> Int? {
    if digits.count < 4,
      Self.canEnd(line[..<digits.lowerBound]) || isExpected(Self.value(line[digits]))
    {
      return digits.lowerBound
    }
    let mark = String(nextMark).count
    guard digits.count > mark, Self.value(line[digits].suffix(mark)) == nextMark else { return nil }
    return digits.upperBound - mark
  }

  /// What speaks for a mark that touches another number, by its own number.
  private func touchGain(_ line: [Unicode.Scalar], mark: Int, digits: Range<Int>) -> Double {
    guard Self.value(line[mark..<digits.upperBound]) == nextMark else { return 0 }
    if mark == digits.lowerBound {
      // `71%10`
      return mark > 0 && Kind(line[mark - 1]) == .terminator ? 0.5 : 0
    }
    let other = Self.value(line[digits.lowerBound..<mark])
    return (1000...2100).contains(other) || (digits.upperBound == line.count && digits.count > 3)
      ? 0.5 : 0
  }

  /// Places inside what is no word, where one box's last word touches another's: behind a letter that
  /// ends words.
  private func tornWords(_ line: [Unicode.Scalar], _ kinds: [Kind]) -> [Int] {
    var places: [Int] = []
    var index = 0
    while index < line.count {
      guard kinds[index] == .right, line[index].value != 0x5BE else {
        index += 1
        continue
      }
      var end = index
      while end < line.count, kinds[end] == .right || kinds[end] == .mark, line[end].value != 0x5BE
      {
        end += 1
      }
      if let place = tornPlace(line[index..<end]) { places.append(place) }
      index = end
    }
    return places
  }

  private func tornPlace(_ word: ArraySlice<Unicode.Scalar>) -> Int? {
    guard word.count > 4, word.count < 30, isWord(Array(word)) == false else { return nil }
    for place in (word.startIndex + 2)..<(word.endIndex - 2) {
      let (first, second) = (Array(word[..<place]), Array(word[place...]))
      let isEnd =
        OrderEvidence.isFinal(first[first.count - 1]) || first[first.count - 1].value == 0x5F3
      guard isEnd else { continue }
      let isShortened = first.count < 4 && first[first.count - 1].value == 0x5F3
      if second.count > 2, isShortened || isWord(first) == true, isWord(second) == true {
        return place
      }
    }
    return nil
  }

  private func isExpected(_ number: Int) -> Bool { (nextMark...(nextMark + 2)).contains(number) }

  /// Whether signs lead to Latin or a number. In one box they would stand with it, not behind a
  /// right-to-left word.
  private static func partsRuns(_ kinds: ArraySlice<Kind>) -> Bool {
    guard let first = kinds.first, first.isWeak, first != .space,
      let next = kinds.prefix(6).first(where: { !$0.isWeak })
    else { return false }
    return next.isLeftToRight
  }

  private static func value(_ box: ArraySlice<Unicode.Scalar>) -> Int {
    box.reduce(0) { $0 * 10 + ($1.properties.numericValue.map { Int($0) } ?? 0) }
  }

  /// Whether a box may end, on its right, with the last of these signs: it begins there as it is
  /// read, unless it is one right-to-left run, which is put out as it is read.
  private static func canEnd(_ box: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let sign = box.last else { return true }
    switch Kind(sign) {
    case .right, .left, .mark: return true
    case .separator, .neutral:
      let before = box.dropLast().last
      return sign.isBracket || Spacing.isQuote(sign) || before.map { Kind($0) == .right } ?? false
    default: return false
    }
  }

  /// A label at the line's front: its number with full stop and space, which are put out before it.
  /// The full stop of a line that ends with its number has no space beside it.
  private static func label(of line: [Unicode.Scalar]) -> (text: [Unicode.Scalar], end: Int)? {
    let spaces = line.prefix { Kind($0) == .space }.count
    if spaces > 0, spaces < line.count, line[spaces] == "*" || line[spaces] == "†" {
      return ([line[spaces]], spaces + 1)
    }
    let signs = line.prefix { $0 == "." || Kind($0) == .space }
    guard signs.count > 1, signs.count(where: { $0 == "." }) == 1 else { return nil }
    let digits = line[signs.count...].prefix { Kind($0) == .digit }
    guard (1...3).contains(digits.count) else { return nil }
    return (digits + ["."], signs.count + digits.count)
  }

  /// Whether a box is a note's mark, or the label of a note or a list with its full stop.
  private static func isMark(_ box: ArraySlice<Unicode.Scalar>) -> Bool {
    let digits = box.count { Kind($0) == .digit }
    return (1...3).contains(digits)
      && box.allSatisfy { Kind($0) == .digit || $0 == "." || Kind($0) == .space }
  }

  /// The places where boxes may meet: on either side of a number that can be a note's, and where a
  /// right-to-left word touches Latin or a number.
  private func cuts(_ line: [Unicode.Scalar]) -> [Cut] {
    let kinds = line.map(Kind.init)
    var cuts: [Cut] = []
    let hasRight = kinds.contains(.right)
    var index = 0
    while index < line.count {
      let touches = index > 0 && kinds[index - 1] == .right && line[index - 1].value != 0x5BE
      if kinds[index] == .digit {
        var end = index
        while end < line.count, kinds[end] == .digit { end += 1 }
        if index > 0, touches { cuts.append(Cut(place: index, kind: .free)) }
        let mark = markStart(line, index..<end)
        if let mark, mark > index || hasRight {
          if mark > 0 {
            cuts.append(
              Cut(
                place: mark, kind: .beforeMark,
                gain: touchGain(line, mark: mark, digits: index..<end)))
          }
          if end < line.count { cuts.append(Cut(place: end, kind: .afterMark)) }
        }
        index = end
      } else {
        if touches, kinds[index] == .left || Self.partsRuns(kinds[index...]) {
          cuts.append(Cut(place: index, kind: .free))
        }
        index += 1
      }
    }
    for place in tornWords(line, kinds) { cuts.append(Cut(place: place, kind: .free, gain: 0.6)) }
    return cuts.sorted()
  }
}
