import Manuscript

extension Choices {
  /// The name of the file beside the article.
  public static let fileName = "decisions.yaml"

  /// The file: YAML that a person can read.
  public var file: String {
    var lines = [
      "# What was decided at the desk about this paper. Converting it again keeps it; the desk writes",
      "# this file, and what is taken out of it is decided no longer.",
    ]
    if !article.isEmpty { lines.append("article: \"\(article)\"") }
    if !places.isEmpty { lines.append("places:") }
    for place in places {
      let range = place.first == place.last ? "\(place.first)" : "\(place.first)-\(place.last)"
      lines.append("  - lines: \(range)")
      lines.append("    hash: \"\(place.hash)\"")
      if place.was == place.now {
        lines += ["    sound:"] + place.was.flatMap { Self.item($0) }
      } else {
        lines += list("was", place.was) + list("now", place.now)
      }
    }
    if !fields.isEmpty { lines.append("fields:") }
    for field in fields {
      lines.append("  - key: \(field.key)")
      lines +=
        Self.block("    was:", field.was, indent: 6) + Self.block("    now:", field.now, indent: 6)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func list(_ name: String, _ texts: [String]) -> [String] {
    texts.isEmpty ? ["    \(name): []"] : ["    \(name):"] + texts.flatMap { Self.item($0) }
  }

  private static func item(_ text: String) -> [String] { block("      -", text, indent: 8) }

  /// A text behind a mark: as it is, line by line, or in quotation marks where YAML does not allow that.
  private static func block(_ mark: String, _ text: String, indent: Int) -> [String] {
    let isPlain =
      !text.isEmpty && text.first != " " && text.first != "\n" && text.last != " "
      && text.unicodeScalars.allSatisfy { scalar in
        switch scalar.value {
        case 0x0A, 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD:
          true
        default: false
        }
      }
    guard isPlain else { return ["\(mark) \(quoted(text))"] }
    let margin = String(repeating: " ", count: indent)
    // The line break at the text's end, or none, is part of it.
    let sign = text.last == "\n" ? "|" : "|-"
    let body = text.last == "\n" ? text.dropLast() : text[...]
    guard body.last != "\n" else { return ["\(mark) \(quoted(text))"] }
    return ["\(mark) \(sign)"]
      + body.split(separator: "\n", omittingEmptySubsequences: false).map {
        $0.isEmpty ? "" : margin + $0
      }
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      default:
        if (0x20...0x7E).contains(scalar.value) || (0xA0...0x2027).contains(scalar.value)
          || (0x202A...0xD7FF).contains(scalar.value)
        {
          quoted.unicodeScalars.append(scalar)
        } else {
          let digits = String(scalar.value, radix: 16)
          quoted += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
        }
      }
    }
    return quoted + "\""
  }

  /// Reads the file; what cannot be read is left out.
  public init(file: [UInt8]) {
    guard let root = YAMLParser.parse(file, file: Self.fileName).root else { return }
    article = root.value("article")?.text ?? ""
    for node in root.value("places")?.items ?? [] {
      guard let range = node.value("lines")?.text, let hash = node.value("hash")?.text else {
        continue
      }
      let numbers = range.split(separator: "-").compactMap { Int($0) }
      guard let first = numbers.first, let last = numbers.last, first <= last else { continue }
      let sound = node.value("sound")?.items.map(Self.text)
      places.append(
        Place(
          first: first, last: last, hash: hash,
          was: sound ?? node.value("was")?.items.map(Self.text) ?? [],
          now: sound ?? node.value("now")?.items.map(Self.text) ?? []))
    }
    for node in root.value("fields")?.items ?? [] {
      guard let key = node.value("key")?.text else { continue }
      fields.append(
        Field(
          key: key, was: node.value("was").map(Self.text) ?? "",
          now: node.value("now").map(Self.text) ?? ""))
    }
  }

  private static func text(_ node: YAMLNode) -> String {
    if case .scalar(let text, _) = node.content { text } else { "" }
  }
}

extension YAMLNode {
  fileprivate func value(_ key: String) -> YAMLNode? {
    guard case .mapping(let pairs) = content else { return nil }
    return pairs.first { $0.key.text == key }?.value
  }

  fileprivate var items: [YAMLNode] {
    if case .sequence(let items) = content { items } else { [] }
  }
}
