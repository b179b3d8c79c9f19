/// The sign with which pieces of a body are hidden from cmark.
///
/// Note references, note labels and comments are replaced, before parsing, by `𒑰N𒑰`, where N is the
/// number of a `HiddenPiece`. cmark sees punctuation there, so emphasis beside it is read as it would
/// be beside the brackets, and nothing of the pieces themselves can be taken for markup: `[^*]` is no
/// emphasis, `[^1](x)` no link, and an address ends before a note mark.
///
/// U+12470, Old Assyrian word divider, is punctuation to cmark and starts with a byte that is rare in
/// Hebrew, Arabic and Latin text. Where a body has it, it is itself hidden, so no body can forge one.
enum Sentinel {
  static let bytes: [UInt8] = [0xF0, 0x92, 0x91, 0xB0]
  static let lead: UInt8 = 0xF0

  /// Whether a sentinel starts at an index.
  static func starts(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    index + 3 < bytes.count && bytes[index] == 0xF0 && bytes[index + 1] == 0x92
      && bytes[index + 2] == 0x91 && bytes[index + 3] == 0xB0
  }

  /// The number between two sentinels and the index after them; `nil` where none stands.
  static func number(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> (Int, end: Int)? {
    guard starts(bytes, at: start) else { return nil }
    var index = start + 4
    var number = 0
    while index < bytes.count, (0x30...0x39).contains(bytes[index]), number < 1 << 40 {
      number = number * 10 + Int(bytes[index] - 0x30)
      index += 1
    }
    guard index > start + 4, starts(bytes, at: index) else { return nil }
    return (number, index + 4)
  }

  /// The form of a piece's number in the prepared body.
  static func append(_ number: Int, to bytes: inout [UInt8]) {
    bytes += Self.bytes
    bytes += Array(String(number).utf8)
    bytes += Self.bytes
  }
}

/// A piece of the body that cmark does not see.
struct HiddenPiece {
  enum Kind {
    case noteReference(String)
    /// The label of a definition, which cmark sees as a definition with this piece's number.
    case noteLabel(String)
    case comment(Comment)
    /// Text that stays text.
    case literal
    /// The bar that begins a line of verse, and the gap between its half-lines.
    case verseBar
    case verseGap
    /// The colon that begins a caption or a definition.
    case colon
    /// A box's fence.
    case fence(LineSigns.Fence)
    /// A formula: TeX without its signs.
    case formula(String, isDisplayed: Bool)
    /// `{#fig-map .wide}` behind a picture or a caption.
    case attributes(ObjectAttributes)
    /// `@fig-map`: the name without its sign.
    case numberedReference(String)
    /// Put in to change how cmark reads what stands beside it; it has no text.
    case empty
  }

  var kind: Kind
  /// As written; what is shown where the piece turns out to stand in code.
  var source: String
  var position: SourcePosition
}
