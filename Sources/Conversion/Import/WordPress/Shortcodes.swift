import Markup

/// Replaces short codes (`[name key="value"]…[/name]`) by the HTML that they stand for: captions,
/// galleries, embedded addresses, and notes as the plug-ins for notes write them.
struct Shortcodes {
  private(set) var html = ""
  /// Notes that stood in the text, with the identifiers of their places.
  private(set) var notes: [(content: String, id: String)] = []
  /// The names of codes that are left as they stand, once each.
  private(set) var unknown: [String] = []

  private static let noteNames: Set<String> = ["efn_note", "mfn", "ref", "footnote", "note", "fn"]
  private static let embedNames: Set<String> = ["embed", "audio", "video", "youtube", "vimeo"]

  private let gallery: ([String: String]) -> String?

  /// - Parameter gallery: the pictures of a gallery with some attributes, as HTML.
  init(_ source: String, gallery: @escaping ([String: String]) -> String?) {
    self.gallery = gallery
    var rest = source[...]
    while let open = rest.firstIndex(of: "[") {
      html += rest[..<open]
      rest = rest[open...]
      // A code in two brackets is shown, not replaced.
      let inner = rest.dropFirst()
      if let shown = Self.code(at: inner), inner[shown.headEnd...].first == "]" {
        html += inner[..<shown.headEnd]
        rest = inner[shown.headEnd...].dropFirst()
        continue
      }
      guard let code = Self.code(at: rest) else {
        html.append("[")
        rest = rest.dropFirst()
        continue
      }
      if let replacement = replacement(for: code) {
        html += replacement
        rest = rest[code.end...]
      } else {
        if code.isCertain, !unknown.contains(code.name) { unknown.append(code.name) }
        html += rest[..<code.headEnd]
        rest = rest[code.headEnd...]
      }
    }
    html += rest
  }

  private struct Code {
    var name: String
    var attributes: [String: String]
    /// What stands after the name without a key.
    var bare: String?
    var content: Substring?
    /// Where the opening mark ends, and where the whole does.
    var headEnd: Substring.Index
    var end: Substring.Index
    /// Whether attributes or an end tell it from words in brackets.
    var isCertain: Bool
  }

  /// The code that begins where a text does.
  private static func code(at text: Substring) -> Code? {
    guard text.first == "[", let close = text.firstIndex(of: "]") else { return nil }
    let head = text[text.index(after: text.startIndex)..<close]
    let name = String(
      head.prefix { $0.isASCII && ($0.isLetter || $0 == "_" || $0 == "-" || $0.isNumber) })
    guard let first = name.first, first.isLetter, !head.contains("\n\n"), !head.contains("<") else {
      return nil
    }
    let after = head.dropFirst(name.count)
    guard after.isEmpty || after.first == " " || after.first == "/" else { return nil }
    let (attributes, bare) = Self.attributes(after)
    let headEnd = text.index(after: close)
    var code = Code(
      name: name, attributes: attributes, bare: bare, content: nil, headEnd: headEnd, end: headEnd,
      isCertain: !attributes.isEmpty)
    if let end = text[headEnd...].firstRange(of: "[/\(name)]") {
      code.content = text[headEnd..<end.lowerBound]
      code.end = end.upperBound
      code.isCertain = true
    }
    return code
  }

  private static func attributes(_ text: Substring) -> ([String: String], String?) {
    var attributes: [String: String] = [:]
    var bare: String?
    var rest = text.drop { $0 == " " }
    while !rest.isEmpty {
      let key = rest.prefix { $0 != "=" && $0 != " " }
      rest = rest.dropFirst(key.count)
      if rest.first == "=" {
        rest = rest.dropFirst()
        let quote = rest.first
        if let quote, quote == "\"" || quote == "'" {
          let value = rest.dropFirst().prefix { $0 != quote }
          attributes[String(key)] = String(value)
          rest = rest.dropFirst(value.count + 2)
        } else {
          let value = rest.prefix { $0 != " " }
          attributes[String(key)] = String(value)
          rest = rest.dropFirst(value.count)
        }
      } else if bare == nil, !key.isEmpty {
        bare = String(key)
      }
      rest = rest.drop { $0 == " " }
    }
    return (attributes, bare)
  }

  private mutating func replacement(for code: Code) -> String? {
    if Self.noteNames.contains(code.name), let content = code.content {
      let id = "fn-import-\(notes.count + 1)"
      notes.append((String(content), id))
      return "<sup><a id=\"\(id)-link\" href=\"#\(id)\">\(notes.count)</a></sup>"
    }
    if code.name == "caption" || code.name == "wp_caption", let content = code.content {
      // The caption is what follows the picture, or an attribute in exports of old.
      let end = content.lastIndex(of: ">").map(content.index(after:)) ?? content.startIndex
      let isPictureLast = content[end...].allSatisfy(\.isWhitespace)
      let words = isPictureLast ? code.attributes["caption"] ?? "" : ""
      if isPictureLast {
        return "<figure>\(content)<figcaption>\(words)</figcaption></figure>"
      }
      let picture = Self.endOfPicture(content)
      return
        "<figure>\(content[..<picture])<figcaption>\(content[picture...])</figcaption></figure>"
    }
    if code.name == "gallery" { return gallery(code.attributes) }
    if Self.embedNames.contains(code.name) {
      let address =
        code.content.map(String.init) ?? code.attributes["src"] ?? code.attributes["mp4"]
        ?? code.attributes["mp3"] ?? code.bare
      guard let address = address?.trimmingSpaces, address.contains("://"), !address.contains("\"")
      else { return nil }
      return "<p><a href=\"\(address)\">\(address)</a></p>"
    }
    return nil
  }

  /// Where a picture ends, with the link round it.
  private static func endOfPicture(_ content: Substring) -> Substring.Index {
    guard let image = content.firstRange(of: "<img") else { return content.startIndex }
    let close = content[image.upperBound...].firstIndex(of: ">").map(content.index(after:))
    guard let close else { return content.endIndex }
    let rest = content[close...].drop { $0.isWhitespace }
    return rest.hasPrefix("</a>") ? content.index(rest.startIndex, offsetBy: 4) : close
  }
}
