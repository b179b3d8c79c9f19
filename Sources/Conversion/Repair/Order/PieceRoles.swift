import Orthography

/// What the short numbers are that stand alone among the pieces of a paper's lines: marks of notes
/// rise by one through the paper, and so do the labels of notes below them; the items of a list count
/// from one.
struct PieceRoles {
  enum Role {
    case mark
    case label
    /// The full stop of a label that is a piece by itself.
    case labelStop
  }

  /// So many marks or labels in a row may stand where they are not seen.
  private static let longestGap = 3

  /// The lines of a page's running head.
  static let headLength = 2

  /// The last number of each kind.
  private var lastMark = 0
  private var lastLabel = 0
  private var lastItem = 0

  /// The roles of a page's pieces in order; pages are taken one after another.
  mutating func roles(of pieces: [LinePiece], fullWidth: Double) -> [Role?] {
    var roles: [Role?] = []
    for (index, piece) in pieces.enumerated() {
      let last = index > 0 ? pieces[index - 1] : nil
      if piece.text == ["."], roles.last == .label {
        roles.append(.labelStop)
      } else if piece.number != nil {
        let next = index + 1 < pieces.count ? pieces[index + 1] : nil
        roles.append(
          role(
            of: piece, after: last, roles.last ?? nil, before: next, fullWidth: fullWidth,
            isFirst: index <= Self.headLength))
      } else {
        for found in Self.marks(in: piece.text) where found == lastMark + 1 { lastMark = found }
        roles.append(nil)
      }
    }
    return roles
  }

  private func isNextMark(_ number: Int) -> Bool {
    number > lastMark && number <= lastMark + Self.longestGap
  }

  private mutating func role(
    of piece: LinePiece, after last: LinePiece?, _ lastRole: Role?, before next: LinePiece?,
    fullWidth: Double, isFirst: Bool
  ) -> Role? {
    guard let number = piece.number, let last else { return nil }
    let isStopped = piece.text.last == "." || next?.text == ["."]
    if isStopped, number == 1 || number == lastItem + 1, last.endsSentence || isFirst {
      lastItem = number
      return .label
    }
    if !isStopped, isNextMark(number), Self.mayBeMarked(last),
      last.endsSentence || piece.text.first == "." || (piece.isSpaced && number == lastMark + 1)
    {
      lastMark = number
      return .mark
    }
    // A label stands where a line begins: behind a sentence's end or a full line, or, next in its
    // chain, behind the end of a page's text in mid-sentence.
    let isNext =
      number == lastLabel + 1 && number > 1 && !last.endsWithSpace && !last.endsLeft
      && next?.text.first.map { Kind($0) == .right || Kind($0) == .left } ?? false
    let mayBegin =
      last.endsSentence || lastRole == .mark || last.text == ["."]
      || last.width > fullWidth * 0.8 || isNext
    if number > lastLabel, number <= min(lastMark, lastLabel + Self.longestGap), mayBegin {
      lastLabel = number
      return .label
    }
    return nil
  }

  private static func mayBeMarked(_ piece: LinePiece) -> Bool {
    guard !piece.endsWithSpace, !piece.endsOpen, let last = piece.text.last else { return false }
    return last != "," && last != "،" && last.value != 0x2013
  }

  /// The numbers in a text that touch the word or sign before them, or begin it.
  private static func marks(in text: [Unicode.Scalar]) -> [Int] {
    text.shortNumbers.compactMap { range, number in
      let after = range.upperBound < text.count ? Kind(text[range.upperBound]) : .space
      guard after == .space else { return nil }
      guard range.lowerBound > 0 else { return number }
      let before = text[range.lowerBound - 1]
      // `1.3` is one number.
      if range.lowerBound > 1, Kind(text[range.lowerBound - 2]).isLeftToRight,
        Kind(before) == .separator
      {
        return nil
      }
      let touches =
        (Kind(before) == .right && before.value != 0x5BE) || Spacing.isCloser(before)
        || before.isBracket || Spacing.isQuote(before)
      return touches ? number : nil
    }
  }
}
