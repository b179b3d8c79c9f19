import Foundation

/// Reads a paper that is a text file: bytes to pages of lines.
public enum TextReader {
  /// What a text file was found to be.
  public struct Reading: Sendable {
    public var pages: [Page]
    /// The name of the encoding that the bytes were read by: `utf-8`, `utf-16`, `windows-1255`,
    /// `windows-1256`.
    public var encoding: String
  }

  /// Why a file is no paper.
  public enum Fault: String, Error, Sendable {
    /// There is not one letter or digit in it.
    case empty
    /// Its bytes are not those of a text.
    case binary
    /// They are a text's, in an encoding that is not known.
    case unknownEncoding
    /// The letters are not those of the pages that they were taken from (`BrokenText`).
    case brokenText
  }

  /// Reads a file's bytes; pages are parted by form feeds.
  ///
  /// - Throws: `Fault`.
  /// - Complexity: linear in the number of bytes.
  public static func read(_ bytes: [UInt8]) throws(Fault) -> Reading {
    let (text, encoding) = try decode(bytes)
    let pages = pages(of: text)
    guard
      pages.contains(where: { page in
        page.lines.contains { $0.text.unicodeScalars.contains(where: \.isLetterOrDigit) }
      })
    else { throw .empty }
    guard !BrokenText.isBroken(pages) else { throw .brokenText }
    return Reading(pages: pages, encoding: encoding)
  }

  static func decode(_ bytes: [UInt8]) throws(Fault) -> (String, String) {
    guard !bytes.isEmpty else { throw .empty }
    for (mark, encoding) in [
      ([0xFF, 0xFE] as [UInt8], String.Encoding.utf16LittleEndian),
      ([0xFE, 0xFF], .utf16BigEndian),
    ] where bytes.starts(with: mark) {
      guard let text = String(bytes: bytes.dropFirst(2), encoding: encoding) else {
        throw .unknownEncoding
      }
      return (text, "utf-16")
    }
    let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    if let text = String(validating: bytes.dropFirst(isMarked ? 3 : 0), as: UTF8.self) {
      // A few NUL bytes are what some extractors write for glyphs that they do not know; a file
      // that is full of control characters is no text.
      let controls = bytes.lazy.filter { $0 < 9 || (14..<32).contains($0) }.count
      guard controls * 10 <= bytes.count else { throw .binary }
      return (text, "utf-8")
    }
    guard !bytes.contains(0) else { throw .binary }
    guard let encoding = LegacyEncoding.recognise(bytes) else {
      let high = bytes.lazy.filter { $0 >= 0x80 }.count
      let controls = bytes.lazy.filter { $0 < 9 || (14..<32).contains($0) }.count
      if controls * 10 > bytes.count { throw .binary }
      // A damaged byte here and there does not make a Unicode text unreadable.
      let text = String(decoding: bytes, as: UTF8.self)
      let lost = text.unicodeScalars.lazy.filter { $0 == "\u{FFFD}" }.count
      guard lost * 50 < high else { throw .unknownEncoding }
      return (text, "utf-8")
    }
    return (encoding.decode(bytes), encoding.rawValue)
  }

  /// Parts a text into pages at its form feeds, and pages into lines.
  static func pages(of text: String) -> [Page] {
    var pages: [Page] = []
    var lines: [Line] = []
    var line = String.UnicodeScalarView()
    var number = 1
    var wasReturn = false
    var endsWithBreak = true
    func isLineBreak(_ scalar: Unicode.Scalar) -> Bool {
      scalar == "\n" || scalar == "\r" || scalar == "\u{85}" || scalar == "\u{2028}"
        || scalar == "\u{2029}"
    }
    for scalar in text.unicodeScalars {
      if scalar == "\n", wasReturn {
        wasReturn = false
        continue
      }
      wasReturn = scalar == "\r"
      endsWithBreak = false
      if isLineBreak(scalar) {
        lines.append(Line(text: String(line), number: number))
        line = String.UnicodeScalarView()
        number += 1
        endsWithBreak = true
      } else if scalar == "\u{0C}" {
        if !line.isEmpty { lines.append(Line(text: String(line), number: number)) }
        line = String.UnicodeScalarView()
        pages.append(Page(lines: lines))
        lines = []
      } else {
        line.append(scalar)
      }
    }
    if !endsWithBreak, !line.isEmpty { lines.append(Line(text: String(line), number: number)) }
    if !lines.isEmpty || pages.isEmpty { pages.append(Page(lines: lines)) }
    return pages
  }
}
