/// Lines as PDFium gives them: cut into segments of one class each (right to left, left to right,
/// numbers with their separators, all else), the segments put out from right to left and the
/// right-to-left ones turned. Two Latin words so change places. The cut can be made again, and
/// undone.
enum SegmentOrder {
  /// The line as it is seen, from left to right.
  ///
  /// - Parameters:
  ///   - text: the line as it was put out.
  ///   - isRightToLeft: whether the program took the whole line as right to left.
  ///   - bracketsStay: whether signs that a bracket begins on the left were not turned.
  static func visual(
    _ text: [Unicode.Scalar], isRightToLeft: Bool, bracketsStay: Bool
  ) -> [Unicode.Scalar] {
    var pieces: [[Unicode.Scalar]] = []
    var turns = isRightToLeft
    var index = 0
    while index < text.count {
      let segment = Segment(text[index])
      var end = index + 1
      while end < text.count, Segment(text[end]) == segment { end += 1 }
      let piece = Array(text[index..<end])
      switch segment {
      case .right: turns = true
      case .left: turns = false
      case .number, .neutral: break
      }
      // A bracket that stayed was mirrored: such as opened shows the closing shape.
      let isLeft = bracketsStay && piece.count > 1 && Brackets.opening[piece[0]] != nil
      let isTurned = segment == .right || (segment == .neutral && turns && !isLeft)
      pieces.append(isTurned ? piece.reversed() : piece)
      index = end
    }
    return Array(isRightToLeft ? Array(pieces.reversed().joined()) : Array(pieces.joined()))
  }

  /// Whether signs between words stay as they are seen where a bracket begins them on the left: its
  /// glyph, being mirrored, carries its character (`ActualText`), and PDFium turns no segment that
  /// begins with such a one. An opening bracket then touches the word before it, and none stands
  /// behind a space.
  static func bracketsStay(_ lines: [[Unicode.Scalar]]) -> Bool {
    var (touching, apart) = (0, 0)
    for line in lines {
      for index in line.indices.dropFirst(2) where line[index] == " " {
        if Brackets.opening[line[index - 1]] != nil, Kind(line[index - 2]) == .right {
          touching += 1
        }
        if index + 1 < line.count, line[index + 1].isBracket, Kind(line[index - 1]) == .right {
          apart += 1
        }
      }
    }
    return touching > 2 && touching > apart * 3
  }

  private enum Segment {
    case right
    case left
    case number
    case neutral

    init(_ scalar: Unicode.Scalar) {
      // Arabic semicolon and question mark have the class of letters (AL).
      if scalar == "؛" || scalar == "؟" {
        self = .right
        return
      }
      switch Kind(scalar) {
      case .right: self = .right
      case .left: self = .left
      case .digit, .arabicDigit, .mark, .separator, .sign, .terminator: self = .number
      case .space, .neutral: self = .neutral
      }
    }
  }
}
