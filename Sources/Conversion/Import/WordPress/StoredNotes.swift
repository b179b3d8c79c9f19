/// Reads the notes that WordPress keeps beside a post (since 6.3): a JSON list of
/// `{"content": HTML, "id": IDENTIFIER}`.
enum StoredNotes {
  static func read(_ json: String) -> [(content: String, id: String)] {
    var notes: [(content: String, id: String)] = []
    var strings: [String] = []
    var rest = json[...]
    while let open = rest.firstIndex(of: "\"") {
      rest = rest[rest.index(after: open)...]
      strings.append(string(&rest))
      if rest.drop(while: { $0.isWhitespace }).first == "}" {
        var fields: [String: String] = [:]
        for pair in stride(from: 0, to: strings.count - 1, by: 2) {
          fields[strings[pair]] = strings[pair + 1]
        }
        strings = []
        if let content = fields["content"], let id = fields["id"], isPlain(id) {
          notes.append((content, id))
        }
      }
    }
    return notes
  }

  private static func isPlain(_ id: String) -> Bool {
    !id.isEmpty && id.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
  }

  /// Takes a string whose opening quotation mark was taken, to behind its closing one.
  private static func string(_ rest: inout Substring) -> String {
    var units: [UInt16] = []
    while let character = rest.popFirst(), character != "\"" {
      guard character == "\\", let escaped = rest.popFirst() else {
        units += Array(String(character).utf16)
        continue
      }
      switch escaped {
      case "n": units.append(0x0A)
      case "t": units.append(0x09)
      case "r", "b", "f": units.append(0x20)
      case "u":
        units.append(UInt16(rest.prefix(4), radix: 16) ?? 0xFFFD)
        rest = rest.dropFirst(4)
      default: units += Array(String(escaped).utf16)
      }
    }
    return String(decoding: units, as: UTF16.self)
  }
}
