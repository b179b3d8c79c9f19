/// The first values of an XMP packet's properties (ISO 16684-1). It is scanned, not parsed: a packet
/// is a hint, and entities or a document type in it are never followed.
struct XMPPacket {
  private let text: String

  init(_ bytes: [UInt8]) { text = String(decoding: bytes.prefix(1 << 18), as: UTF8.self) }

  /// The text of the first element of that name, or of the first item in it.
  subscript(name: String) -> String? {
    guard let start = text.firstRange(of: "<\(name)"),
      let close = text[start.upperBound...].firstRange(of: "</\(name)>"),
      let open = text[start.upperBound..<close.lowerBound].firstIndex(of: ">")
    else { return nil }
    var value = text[text.index(after: open)..<close.lowerBound]
    if let item = value.firstRange(of: "<rdf:li"),
      let end = value[item.upperBound...].firstIndex(of: ">"),
      let last = value[end...].firstRange(of: "</rdf:li>")
    {
      value = value[value.index(after: end)..<last.lowerBound]
    }
    guard !value.contains("<") else { return nil }
    let plain = value.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
    return plain.isEmpty ? nil : String(plain)
  }
}
