/// Lines that were printed justified and come in segments, parted by two spaces or more, with the
/// last segment first.
///
/// A wide gap makes an extractor begin a new piece, and the pieces of a right-to-left line are put
/// out as they are seen from the left. Whether a paper's lines are so is judged by all of them
/// together: by which order gives word pairs that the paper has elsewhere.
struct StretchedLines {
  /// The weight for turned order that a line with several gaps has before its words are looked at.
  private var prior: Double
  private let pairs: WordPairs

  /// Learns from the lines of a paper.
  init(lines: [Scalars], pairs: WordPairs) {
    self.pairs = pairs
    var evidence = 0.0
    var count = 0
    var gaps = 0
    for line in lines where line.hasRightToLeftLetter {
      let segments = Self.segments(of: line)
      guard segments.count > 2 else { continue }
      count += 1
      gaps += segments.count - 1
      evidence += Self.preference(segments.map(\.text), pairs)
    }
    if count == 0 {
      prior = 0
    } else {
      let mean = evidence / Double(count)
      prior = max(-4, min(4, evidence * 0.5)) + max(-2, min(2, mean * 2))
      // Few lines with many gaps each: where each word stands by itself the order was turned more
      // often than the spaces were doubled.
      if evidence.magnitude < 1 { prior += gaps > 8 * count ? 2 : 0.5 }
    }
  }

  /// A stretch of a line between wide gaps.
  struct Segment {
    var text: Scalars
    /// Whether one space more than the gap stands before it.
    var hasSpaceBefore: Bool
  }

  /// The segments of a line in the order in which they stand.
  static func segments(of line: Scalars) -> [Segment] {
    var segments: [Segment] = []
    var current: Scalars = []
    var spaces = 0
    var spacesBefore = 0
    for scalar in line {
      if scalar.isSpacing {
        spaces += 1
        continue
      }
      if spaces > 1 || current.isEmpty {
        if !current.isEmpty {
          segments.append(Segment(text: current, hasSpaceBefore: spacesBefore > 2))
        }
        spacesBefore = current.isEmpty ? (spaces == 0 ? 0 : 3) : spaces
        current = []
      } else if spaces == 1 {
        current.append(" ")
      }
      spaces = 0
      current.append(scalar)
    }
    if !current.isEmpty {
      segments.append(Segment(text: current, hasSpaceBefore: spacesBefore > 2))
    }
    return segments
  }

  /// How much speaks for turned order, above 0, or for the order as it stands, below 0.
  ///
  /// - Parameter isJustified: whether the line can have been stretched: the last line of a
  ///   paragraph is not, and a double space in it was typed.
  func weight(of segments: [Segment], isJustified: Bool) -> Double {
    guard segments.count > 1 else { return -1 }
    var weight = prior + Self.preference(segments.map(\.text), pairs)
    if segments.count == 2 { weight -= 0.5 }
    if !isJustified { weight -= segments.count == 2 ? 5 : 1 }
    if segments.count > 2, segments.dropFirst().contains(where: \.hasSpaceBefore) { weight += 1 }
    if let dash = segments[0].text.last, dash == "\u{05BE}" { weight += 2 }
    if let dash = segments[segments.count - 1].text.last, dash == "\u{05BE}" { weight -= 2 }
    return weight
  }

  /// The word pairs at the seams: those of the turned order against those of the given one.
  private static func preference(_ segments: [Scalars], _ pairs: WordPairs) -> Double {
    var preference = 0.0
    for index in 1..<max(1, segments.count) {
      let (left, right) = (segments[index - 1], segments[index])
      preference += pairs.likelihood(endOf: right, startOf: left)
      preference -= pairs.likelihood(endOf: left, startOf: right)
    }
    return preference
  }
}
