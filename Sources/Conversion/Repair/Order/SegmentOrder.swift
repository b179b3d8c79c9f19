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
  static func visual(_ text: [Unicode.Scalar], isRightToLeft: Bool) -> [Unicode.Scalar] {
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
      let isTurned = segment == .right || (segment == .neutral && turns)
      pieces.append(isTurned ? piece.reversed() : piece)
      index = end
    }
    return Array(isRightToLeft ? Array(pieces.reversed().joined()) : Array(pieces.joined()))
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
