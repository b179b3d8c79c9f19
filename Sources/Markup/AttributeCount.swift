/// The attributes of a document's elements, counted before it is read: libxml2 compares each with all
/// before it, so that a megabyte of them in one element costs minutes.
enum AttributeCount {
  /// How many an element may have.
  static let limit = 1_000

  /// Whether an element has more than the limit, by what stands between quotation marks in its tag.
  /// A `<`, which no value has in XML, begins anew, so that what a comment holds hides nothing.
  static func isTooLarge(_ bytes: [UInt8]) -> Bool {
    var count = 0
    var isInTag = false
    var quote: UInt8?
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "<"): (count, isInTag, quote) = (0, true, nil)
      case _ where !isInTag: break
      case _ where quote != nil: if byte == quote { quote = nil }
      case UInt8(ascii: ">"): isInTag = false
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        quote = byte
        count += 1
        if count > limit { return true }
      default: break
      }
    }
    return false
  }
}
