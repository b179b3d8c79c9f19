import CFonts
import Glibc

/// A font as its file holds it.
final class FontFile {
  /// The bytes that the font reads from.
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private let font: OpaquePointer

  /// Opens a font (TrueType or OpenType); `nil` where the bytes are none.
  init?(_ source: [UInt8]) {
    bytes = .allocate(capacity: max(source.count, 1))
    _ = bytes.initialize(from: source)
    guard let font = daf_font_open(bytes.baseAddress, source.count) else {
      bytes.deallocate()
      return nil
    }
    self.font = font
  }

  deinit {
    daf_font_close(font)
    bytes.deallocate()
  }

  /// How high the font's letters are, in parts of its em, and how high a given one is.
  func metrics(of letter: UInt32) -> daf_font_metrics { daf_font_measure(font, letter) }

  func has(_ letter: Unicode.Scalar) -> Bool { daf_font_has(font, letter.value) != 0 }

  /// What of some ranges the font has, as ranges.
  func covered(_ ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
    var covered: [ClosedRange<UInt32>] = []
    for letter in ranges.lazy.joined() where daf_font_has(font, letter) != 0 {
      if let last = covered.last, last.upperBound + 1 == letter {
        covered[covered.count - 1] = last.lowerBound...letter
      } else {
        covered.append(letter...letter)
      }
    }
    return covered
  }

  /// The font with the letters of some ranges alone, as WOFF2; `nil` where it cannot be made.
  func subset(_ ranges: [ClosedRange<UInt32>]) -> [UInt8]? {
    let letters = ranges.flatMap { Array($0) }
    var length = 0
    guard let result = daf_font_subset(font, letters, letters.count, &length) else { return nil }
    defer { free(result) }
    return Array(UnsafeBufferPointer(start: result, count: length))
  }

  /// The outline of a text of one direction as an SVG path, from the base line's left end, and how
  /// far it goes.
  ///
  /// - Parameter size: the letter size, in the path's units.
  func outline(
    _ text: String, isRightToLeft: Bool, size: Double
  ) -> (path: String, width: Double) {
    var width = 0.0
    let text = Array(text.utf8)
    let path = text.withUnsafeBytes { bytes in
      daf_font_outline(
        font, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count,
        isRightToLeft ? 1 : 0, size, &width)
    }
    guard let path else { return ("", 0) }
    defer { free(path) }
    return (String(cString: path), width)
  }
}
