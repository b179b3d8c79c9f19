import Manuscript

/// Reads a file of the interface's strings.
enum InterfaceReader {
  static func read(
    _ source: [UInt8], language: String, file: String
  ) -> (interface: Interface, findings: [Finding]) {
    var (root, findings) = YAMLParser.parse(source, file: file)
    var strings: [String: String] = [:]
    var tables: [String: [String: String]] = [:]
    var months: [String] = []
    guard case .mapping(let pairs)? = root?.content else {
      findings.append(
        Finding(.wrongType, .error, file: file, facts: ["key": file, "wanted": "mapping"]))
      return (Interface(language: language, strings: [:]), findings)
    }
    for (key, value) in pairs {
      guard let name = key.text else { continue }
      switch value.content {
      case .scalar(let text, _): strings[name] = text
      case .sequence(let nodes) where name == "months": months = nodes.compactMap(\.text)
      case .mapping(let forms):
        for (form, text) in forms {
          if let form = form.text, let text = text.text { tables[name, default: [:]][form] = text }
        }
      case .sequence:
        findings.append(
          Finding(
            .wrongType, .error, file: file, position: value.position,
            facts: ["key": name, "wanted": "text"]))
      }
    }
    return (
      Interface(language: language, strings: strings, tables: tables, months: months), findings
    )
  }
}
