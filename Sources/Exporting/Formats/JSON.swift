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
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\"".utf8
      case "\\": output += "\\\\".utf8
      case "\n": output += "\\n".utf8
      case "<", ">", "&", "\u{2028}", "\u{2029}", "\u{0}"..."\u{1F}", "\u{7F}":
        let digits = String(scalar.value, radix: 16)
        output += "\\u".utf8
        output += String(repeating: "0", count: 4 - digits.count).utf8
        output += digits.utf8
      default: output += UTF8.encode(scalar).map(Array.init) ?? []
      }
    }
    output.append(UInt8(ascii: "\""))
  }
}
