/// A JSON value whose members keep their order.
public indirect enum JSON: Sendable {
  case string(String)
  case number(Int)
  case flag(Bool)
  case null
  case array([JSON])
  case object([(String, JSON?)])

  /// The value as UTF-8 that may stand in a `<script>` element: `<`, `>` and `&` are escaped, so
  /// that no text can end the element or begin a comment, and so are the two line ends that
  /// JavaScript knows and JSON does not. Members without a value are left out.
  public var bytes: [UInt8] {
    var output: [UInt8] = []
    append(to: &output)
    return output
  }

  private func append(to output: inout [UInt8]) {
    switch self {
    case .string(let text): Self.append(text, to: &output)
    case .number(let number): output += String(number).utf8
    case .null: output += "null".utf8
    case .flag(let flag): output += (flag ? "true" : "false").utf8
    case .array(let values):
      output.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { output.append(UInt8(ascii: ",")) }
        value.append(to: &output)
      }
      output.append(UInt8(ascii: "]"))
    case .object(let members):
      output.append(UInt8(ascii: "{"))
      var isFirst = true
      for case (let name, let value?) in members {
        if !isFirst { output.append(UInt8(ascii: ",")) }
        isFirst = false
        Self.append(name, to: &output)
        output.append(UInt8(ascii: ":"))
        value.append(to: &output)
      }
      output.append(UInt8(ascii: "}"))
    }
  }

  private static func append(_ text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { append(text: $0, to: &output) }
    output.append(UInt8(ascii: "\""))
  }

  /// Appends what needs no escape in runs.
  private static func append(text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    var start = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      var (length, escape) = (1, "")
      switch byte {
      case UInt8(ascii: "\""): escape = "\\\""
      case UInt8(ascii: "\\"): escape = "\\\\"
      case UInt8(ascii: "\n"): escape = "\\n"
      case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), 0...0x1F, 0x7F:
        escape = (byte < 0x10 ? "\\u000" : "\\u00") + String(byte, radix: 16)
      // U+2028 and U+2029.
      case 0xE2
      where index + 2 < text.count && text[index + 1] == 0x80 && text[index + 2] & 0xFE == 0xA8:
        (length, escape) = (3, text[index + 2] == 0xA8 ? "\\u2028" : "\\u2029")
      default:
        index += 1
        continue
      }
      output += text[start..<index]
      output += escape.utf8
      index += length
      start = index
    }
    output += text[start...]
  }
}
