import Orthography

/// Finds strong emphasis that CommonMark does not see because a letter of Hebrew or Arabic is glued
/// to it from outside and punctuation from inside: `ה**"צבא"**`, `**(א)**ב`, `ב**־1948**`.
///
/// CommonMark's rule of flanking runs was made for scripts that do not glue prefixes to words. A sign
/// that it takes for punctuation, put between the letter and the run, makes it see what was meant.
/// Pairs of `**` on one line are taken, and of a lone `*` only those with quotation marks inside
/// (`ב*״הארץ״*`), since a lone `*` may be a printed note mark.
enum GluedEmphasis {
  /// The indices, rising, at which a sign of punctuation is wanted beside stars of either kind.
  static func allGaps(in source: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> [Int] {
    guard source[line].contains(0x2A) else { return [] }
    let quoted = quotedGaps(in: source, line)
    return quoted.isEmpty ? gaps(in: source, line) : (gaps(in: source, line) + quoted).sorted()
  }

  private static let quotationMarks = Set(
    Languages.all.flatMap { language in
      let marks = language.quotation
      return (marks.open + marks.close + marks.innerOpen + marks.innerClose).unicodeScalars
    } + "\"'".unicodeScalars
  ).subtracting(["\u{A0}"])

  /// Emphasis of one star round a quotation, behind a prefix.
  private static func quotedGaps(
    in source: UnsafeBufferPointer<UInt8>, _ line: Range<Int>
  ) -> [Int] {
    var gaps: [Int] = []
    var open: Int?
    for run in runs(in: source, line, length: 1) {
      let before = scalar(in: source, before: run.lowerBound, line)
      let after = scalar(in: source, at: run.upperBound, line)
      if let start = open {
        guard let before, quotationMarks.contains(before) else {
          open = nil
          continue
        }
        gaps.append(start)
        if Neighbour(after) == .rightToLeftLetter { gaps.append(run.upperBound) }
        open = nil
      } else if let after, quotationMarks.contains(after),
        Neighbour(before) == .rightToLeftLetter
      {
        open = run.lowerBound
      }
    }
    return gaps
  }

  /// The indices, rising, at which a sign of punctuation is wanted.
  static func gaps(in source: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> [Int] {
    var gaps: [Int] = []
    /// The gap that an opening run wants; the inner `nil` where it wants none.
    var open: Int??
    for run in runs(in: source, line) {
      let before = scalar(in: source, before: run.lowerBound, line)
      let after = scalar(in: source, at: run.upperBound, line)
      let inner = Neighbour(after)
      let outer = Neighbour(before)
      if let opened = open {
        if closes(before: outer, after: inner) {
          if let opened { gaps.append(opened) }
          open = nil
        } else if outer == .punctuation, inner == .rightToLeftLetter {
          if let opened { gaps.append(opened) }
          gaps.append(run.upperBound)
          open = nil
        }
      } else if closes(before: inner, after: outer) {
        open = .some(nil)
      } else if inner == .punctuation, outer == .rightToLeftLetter, mayBegin(with: after) {
        open = run.lowerBound
      }
    }
    return gaps
  }

  private enum Neighbour {
    case space
    case punctuation
    case rightToLeftLetter
    case other

    init(_ scalar: Unicode.Scalar?) {
      guard let scalar else {
        self = .space
        return
      }
      switch scalar.properties.generalCategory {
      case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control: self = .space
      case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
        .initialPunctuation, .finalPunctuation, .otherPunctuation:
        self = .punctuation
      case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
        self = scalar.isASCII ? .punctuation : .other
      default:
        self = (0x0590...0x08FF).contains(scalar.value) ? .rightToLeftLetter : .other
      }
    }
  }

  /// CommonMark's right-flanking run; with the neighbours exchanged, its left-flanking one.
  private static func closes(before: Neighbour, after: Neighbour) -> Bool {
    if before == .space { return false }
    return before != .punctuation || after == .space || after == .punctuation
  }

  /// What closes a bracket or a sentence begins no emphasis: there the stars are a printed mark.
  private static func mayBegin(with scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return false }
    return scalar.properties.generalCategory != .closePunctuation
      && !",.;:!?%،؛؟…".unicodeScalars.contains(scalar)
  }

  /// Runs of so many stars that no backslash stands before.
  private static func runs(
    in source: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, length: Int = 2
  ) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var index = line.lowerBound
    while index < line.upperBound {
      if source[index] == 0x5C {
        index += 2
        continue
      }
      var end = index
      while end < line.upperBound, source[end] == 0x2A { end += 1 }
      if end - index == length { runs.append(index..<end) }
      index = max(end, index + 1)
    }
    return runs
  }

  private static func scalar(
    in source: UnsafeBufferPointer<UInt8>, before index: Int, _ line: Range<Int>
  ) -> Unicode.Scalar? {
    var start = index - 1
    while start > line.lowerBound, source[start] & 0xC0 == 0x80 { start -= 1 }
    return start < line.lowerBound ? nil : scalar(in: source, at: start, line)
  }

  private static func scalar(
    in source: UnsafeBufferPointer<UInt8>, at index: Int, _ line: Range<Int>
  ) -> Unicode.Scalar? {
    guard index < line.upperBound else { return nil }
    let bytes = source[index..<min(index + 4, line.upperBound)]
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.first
  }
}
