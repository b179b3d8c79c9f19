/// Which lines of the source each block and each note was made of, by the first of them.
public struct SourcePlaces: Sendable {
  private var lines: [Int: [Int]] = [:]

  /// Nothing is known but the first lines.
  init() {}

  init(_ document: Document) {
    for numbers in document.passages.map(\.sourceLines) + document.notes.map(\.sourceLines) {
      guard let first = numbers.first else { continue }
      lines[first] = Array(Set((lines[first] ?? []) + numbers)).sorted()
    }
  }

  /// The lines of what begins with a line: at least that line itself.
  public func lines(from first: Int) -> [Int] { lines[first] ?? [first] }
}
