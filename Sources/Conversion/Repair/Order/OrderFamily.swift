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
  /// The same, each word with the signs that touch it (pypdf).
  case turnedTokens
  /// Clauses between punctuation as they are seen, each as it is read (PyMuPDF).
  case turnedClauses
  /// Segments of one class turned, and the letters of many words besides (PDFium).
  case halfTurned

  /// Whether spaces are lost and added at the seams of runs.
  var losesSpaces: Bool { [.turnedWords, .turnedTokens, .turnedClauses].contains(self) }

  /// Whether a printed line is parted at raised signs, its pieces put out from left to right (PDFium).
  var partsLines: Bool { self == .segments || self == .halfTurned }

  /// Whether programs that order lines so may put out a printed line in pieces. Runs in the order in
  /// which they are seen come from a line that was read as a whole.
  var mayBreakLines: Bool {
    ![.logical, .turnedRuns, .turnedTokens].contains(self) && !partsLines
  }
}
