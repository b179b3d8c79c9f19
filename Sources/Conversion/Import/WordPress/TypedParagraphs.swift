/// Marks the paragraphs of a body that was typed: empty lines part them, single ones are lines' ends.
/// WordPress does so when it shows a page, and keeps the text as it was typed.
enum TypedParagraphs {
  private static let blocks = [
    "address", "article", "aside", "blockquote", "caption", "center", "dd", "details", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "iframe", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table",
    "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
  ]

  /// The body with its paragraphs as elements.
  static func marked(_ html: String) -> String {
    let text = html.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    var result = ""
    var loose = ""
    var rest = text[...]
    func close() {
      result += paragraphs(loose)
      loose = ""
    }
    while let open = rest.firstIndex(of: "<") {
      loose += rest[..<open]
      rest = rest[open...]
      let end = rest.firstIndex(of: ">").map(rest.index(after:)) ?? rest.endIndex
      let tag = rest[..<end]
      let name = tag.dropFirst().drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
        .lowercased()
      if ["pre", "script", "style", "textarea"].contains(name), !tag.hasPrefix("</"),
        let whole = rest.firstRange(of: "</\(name)>")
      {
        // What is set as it stands keeps its lines.
        close()
        result += rest[..<whole.upperBound]
        rest = rest[whole.upperBound...]
      } else if blocks.contains(name) {
        close()
        result += tag
        rest = rest[end...]
      } else {
        loose += tag
        rest = rest[end...]
      }
    }
    loose += rest
    close()
    return result
  }

  private static func paragraphs(_ text: String) -> String {
    var paragraphs: [[Substring]] = [[]]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.allSatisfy(\.isWhitespace) {
        if paragraphs.last?.isEmpty == false { paragraphs.append([]) }
      } else {
        paragraphs[paragraphs.count - 1].append(line)
      }
    }
    let parts = paragraphs.filter { !$0.isEmpty }.map { $0.joined(separator: "<br>\n") }
    // A text of one line between two blocks is theirs: an item's, a cell's.
    if parts.count == 1, !text.contains("\n\n") { return parts[0] }
    return parts.map { "<p>\($0)</p>" }.joined(separator: "\n")
  }
}
