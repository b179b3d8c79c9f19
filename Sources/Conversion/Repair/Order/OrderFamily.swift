import Orthography

/// The ways in which extraction programs order the signs of a line.
public enum OrderFamily: CaseIterable, Sendable {
  /// As the line is read.
  case logical
  /// Direction marks carry the order (pdftotext).
  case marked
  /// As the line is seen, from left to right (pdfplumber, pdfminer, mutool).
  case visual
  /// Runs as they are read, their letters as they are seen (mutool).
  case visualRuns
  /// Runs as they are seen, their letters as they are read (PyMuPDF, pypdf).
  case turnedRuns
  /// Runs and letters as they are read, but for the signs at the runs' edges (pypdf, PyMuPDF).
  case displacedSigns
  /// Segments of one class turned (PDFium).
  case segments
  /// Words as they are seen, their letters as they are read (pypdf).
  case turnedWords
}

/// Reads lines of a family back into the order in which they are read.
struct OrderReader {
  /// Whether the right-to-left text is Arabic, in which percent signs and hyphens do not join
  /// numbers.
  var isArabic: Bool
  var lexicon: any Lexicon

  /// A line as it is read.
  func read(_ line: [Unicode.Scalar], as family: OrderFamily) -> [Unicode.Scalar] {
    let inverse = VisualInverse(isArabic: isArabic)
    switch family {
    case .logical: return line
    case .marked: return inverse.logical(MarkedOrder.visual(line))
    case .visual: return inverse.logical(line)
    case .visualRuns: return VisualRuns.logical(line)
    case .turnedRuns: return inverse.logical(TurnedRuns(runsAreVisual: true).restored(line))
    case .displacedSigns: return TurnedRuns(runsAreVisual: false).restored(line)
    case .segments: return segments(line, inverse)
    case .turnedWords: return TurnedWords(lexicon: lexicon).logical(line)
    }
  }

  /// PDFium takes a line as right to left or left to right by counting its words: both are tried.
  private func segments(_ line: [Unicode.Scalar], _ inverse: VisualInverse) -> [Unicode.Scalar] {
    guard line.contains(where: { Kind($0).isLeftToRight || $0.isBracket }) else { return line }
    let kinds = line.map(Kind.init)
    let rightToLeft = inverse.logical(SegmentOrder.visual(line, isRightToLeft: true))
    guard kinds.count(where: { $0 == .left }) > kinds.count(where: { $0 == .right }) else {
      return rightToLeft
    }
    let leftToRight = inverse.logical(SegmentOrder.visual(line, isRightToLeft: false))
    return Spacing.cost(rightToLeft) < Spacing.cost(leftToRight) ? rightToLeft : leftToRight
  }
}
