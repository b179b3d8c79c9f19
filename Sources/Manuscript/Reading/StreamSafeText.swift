/// Text in which no run of combining marks is longer than a reader can bring into order quickly: the
/// Stream-Safe Text Format (UAX #15, 12.1). Text with tens of thousands of marks on one letter, in
/// no order, costs every comparison the square of their number.
enum StreamSafeText {
  /// How many marks may follow one another; no word of a language has so many.
  static let longestRun = 30

  /// The text with a combining grapheme joiner (U+034F), which nothing shows, in every longer run.
  ///
  /// - Returns: `nil` where there is none; else the text, and where the first stands.
  static func repaired(
    _ source: UnsafeBufferPointer<UInt8>
  ) -> (bytes: [UInt8], position: SourcePosition)? {
    guard mayHaveRun(source) else { return nil }
    var bytes: [UInt8] = []
    var first: SourcePosition?
    var (run, line, column) = (0, 1, 1)
    for scalar in String(decoding: source, as: UTF8.self).unicodeScalars {
      run = scalar.properties.canonicalCombiningClass == .notReordered ? 0 : run + 1
      if run > longestRun {
        first = first ?? SourcePosition(line: line, column: column)
        bytes += [0xCD, 0x8F]
        run = 1
      }
      bytes += UTF8.encode(scalar).map { Array($0) } ?? []
      (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
    }
    return first.map { (bytes, $0) }
  }

  /// Whether so many bytes follow one another that could be of marks. The marks of Latin, Hebrew and
  /// Arabic script have two bytes, CC to DB first; others three.
  private static func mayHaveRun(_ source: UnsafeBufferPointer<UInt8>) -> Bool {
    var run = 0
    var index = 0
    while index < source.count {
      // Signs of ASCII, letters of Hebrew's block and their second bytes, which are most of a text.
      if source[index] < 0xCC
        || source[index] == 0xD7 && index + 1 < source.count
          && source[index + 1] >= 0x90
      {
        run = 0
        index += 1
        continue
      }
      switch (source[index], index + 1 < source.count ? source[index + 1] : 0) {
      case (0xCC...0xCD, _), (0xD2, 0x83...0x87), (0xD6, 0x90...), (0xD7, 0x80...0x87),
        (0xD8, 0x90...0x9A), (0xD9, 0x8B...0x9F), (0xD9, 0xB0), (0xDB, 0x96...), (0xDC, 0x91),
        (0xDC, 0xB0...), (0xDD, 0x80...0x8A), (0xDF, 0xAB...0xB3):
        run += 1
        index += 2
      case (0xE0...0xEF, _):
        run += 1
        index += 3
      case (0xF0..., _):
        run += 1
        index += 4
      default:
        run = 0
        index += 1
      }
      if run > longestRun { return true }
    }
    return false
  }
}
