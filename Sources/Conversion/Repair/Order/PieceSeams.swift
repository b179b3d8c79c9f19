import Orthography

/// What it costs to set one piece of a printed line behind another: how much the two edges speak
/// against a cut there.
enum PieceSeams {
  /// The cost of two pieces that follow one another on a line.
  static func cost(_ last: LinePiece, _ next: LinePiece) -> Double {
    guard let end = last.text.last, let start = next.text.first else { return 3 }
    if last.endsOpen {
      // An open bracket or a maqaf holds on to a number or Latin, which it was cut from.
      return next.leadsWithSpace ? 3 : next.startsLeft ? 0 : 2
    }
    if isMark(next, behind: last) { return 0.2 }
    // An address of electronic mail stands on a line by itself, or between brackets.
    if next.isMail || last.isMail { return next.startsClosing ? 0 : 2 }
    if next.number != nil, next.isStopped, !next.startsClosing {
      return last.endsWithSpace && !last.endsLeft ? 0.5 : 2
    }
    if last.number != nil, last.isStopped { return next.startsClosing ? 2 : 0.2 }
    if last.endsLeft == next.startsLeft, last.number == nil {
      // Nothing changes where the line would have been cut.
      return last.endsLeft && (end.value == 0x2013 || start.value == 0x2013) ? 0 : 2.2
    }
    let isParted = last.endsWithSpace || next.leadsWithSpace || !next.isSpaced
    if next.startsClosing, start.value != 0x2013 {
      return next.leadsWithSpace ? 2 : last.endsWithSpace ? 1 : 0
    }
    if start.value == 0x2013, !last.endsLeft { return 2 }
    if end.value == 0x2013 { return Kind(start) == .digit ? 0 : 1 }
    if next.startsLeft, Kind(start) == .digit, isPrefix(last.text) { return 0.3 }
    return isParted ? 0 : 2.5
  }

  /// The cost of two pieces where the chain of numbers tells what they are.
  static func cost(
    _ last: (LinePiece, PieceRoles.Role?), _ next: (LinePiece, PieceRoles.Role?)
  ) -> Double {
    if next.1 == .mark { return -1 }
    if next.1 == .label { return 3 }
    if next.1 == .labelStop || last.1 == .labelStop { return -1 }
    if last.1 == .label { return next.0.startsLeft && next.0.number != nil ? 1 : -1 }
    // A number that is not the next mark is a word as others are.
    if isMark(next.0, behind: last.0), next.0.isSpaced { return 2 }
    if last.1 == .mark, !next.0.isSpaced { return next.0.startsClosing ? 0 : 0.1 }
    return cost(last.0, next.0)
  }

  /// The cost of beginning a line with a piece where the chain of numbers tells what it is.
  static func startCost(_ piece: LinePiece, _ role: PieceRoles.Role?) -> Double {
    switch role {
    case .mark: 1
    case .label: 0
    case .labelStop: 3
    case nil: startCost(piece)
    }
  }

  /// The cost of beginning a printed line with a piece.
  static func startCost(_ piece: LinePiece) -> Double {
    if piece.startsClosing { return 3.5 }
    if piece.leadsWithSpace { return 2.2 }
    if piece.number != nil { return piece.isStopped ? 0.2 : 0.9 }
    return piece.startsLeft ? 0.6 : 0
  }

  /// The cost of ending a printed line with a piece.
  static func endCost(_ piece: LinePiece) -> Double {
    if piece.endsOpen { return 3.5 }
    return piece.text == ["–"] ? 0.5 : 0
  }

  /// Whether a piece is a raised number that touches the word or sign before it.
  static func isMark(_ piece: LinePiece, behind last: LinePiece) -> Bool {
    piece.number != nil && !piece.isStopped && !piece.leadsWithSpace && !last.endsWithSpace
      && !last.endsOpen && !last.endsLeft && last.text.last.map { $0.value != 0x2013 } ?? false
  }

  /// Whether a text ends with a prefix of one letter, which a number touches.
  private static func isPrefix(_ text: [Unicode.Scalar]) -> Bool {
    guard let last = text.last, Kind(last) == .right else { return false }
    return text.count == 1 || Kind(text[text.count - 2]) == .space
  }
}
