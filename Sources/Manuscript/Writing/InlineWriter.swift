/// Writes inlines as Markdown.
struct InlineWriter {
  /// How much of a text's punctuation is escaped.
  enum Escaping: CaseIterable {
    /// What would be read as markup, judged by its neighbours.
    case needed
    /// Whatever could be markup anywhere.
    case all
  }

  var escaping = Escaping.needed
  /// The sign of emphasis, `*` or `_`.
  var emphasis: Character = "*"
  /// Whether signs of emphasis and formulas are parted from their neighbours by empty comments, where
  /// they would not be seen otherwise.
  var separates = false
  /// In a table's cell a bar would end the cell.
  var isInTable = false
  /// In a heading number signs at the end would go.
  var isInHeading = false

  /// In a line of verse two bars part half-lines.
  var isInVerse = false
  /// Whether the text must stay on one line.
  var isOneLine = false

  private var separator: String { separates ? "<!-- -->" : "" }

  private var staysOnOneLine: Bool { isInTable || isInHeading || isInVerse || isOneLine }

  /// A block's inlines, from the start of a line.
  func write(_ inlines: [Inline]) -> String {
    var output = MarkedText()
    append(inlines, to: &output, within: [])
    return output.escaped(by: self)
  }

  /// What an inline stands in, as far as the signs of emphasis depend on it.
  private struct Context: OptionSet {
    let rawValue: Int
    static let emphasis = Context(rawValue: 1)
    static let strong = Context(rawValue: 2)
  }

  private func append(_ inlines: [Inline], to output: inout MarkedText, within context: Context) {
    for inline in inlines { append(inline, to: &output, within: context) }
  }

  private func append(_ inline: Inline, to output: inout MarkedText, within context: Context) {
    switch inline {
    case .text(let text): output.append(text: text)
    case .code(let code): output.append(markup: Self.codeSpan(code, isInTable: isInTable))
    case .emphasis(let content):
      let isNested = !context.isEmpty
      let sign = isNested ? (emphasis == "*" ? "_" : "*") : String(emphasis)
      wrap(content, sign, &output, context.union(.emphasis))
    case .strong(let content):
      wrap(content, context.contains(.strong) ? "__" : "**", &output, context.union(.strong))
    case .strikethrough(let content): wrap(content, "~~", &output, context)
    case .span(let language, let content):
      output.append(markup: "<span lang=\"\(language)\">")
      append(content, to: &output, within: context)
      output.append(markup: "</span>")
    case .crossReference(let reference): append(reference.content, to: &output, within: context)
    case .link(let link): append(link, to: &output, within: context)
    case .image(let figure): append(figure, to: &output, within: context)
    case .noteReference(let label): output.append(markup: "[^\(label)]")
    case .pageBreak(let number): output.append(markup: Self.pageMark(number))
    case .math(let tex, let isDisplayed):
      let sign = isDisplayed ? "$$" : "$"
      let text = isDisplayed ? tex.replacing("\n", with: " ") : tex
      output.append(markup: separator + sign + text + sign + separator)
    case .numberedReference(let name): output.append(markup: separator + "@" + name + separator)
    case .softBreak: output.append(markup: staysOnOneLine ? " " : "\n")
    case .lineBreak: output.append(markup: staysOnOneLine ? " " : "\\\n")
    }
  }

  private func wrap(
    _ content: [Inline], _ sign: String, _ output: inout MarkedText, _ context: Context
  ) {
    output.append(markup: separator + sign)
    append(content, to: &output, within: context)
    output.append(markup: sign + separator)
  }

  private func append(_ link: Link, to output: inout MarkedText, within context: Context) {
    if link.isAutolink, let text = Self.autolink(link) {
      output.append(markup: text)
      return
    }
    output.append(markup: "[")
    append(link.content, to: &output, within: context)
    output.append(markup: "](" + target(link.destination, title: link.title) + ")")
  }

  /// A picture: `![caption](source "alternative")`.
  func append(_ figure: Figure) -> String { write([.image(figure)]) }

  private func append(_ figure: Figure, to output: inout MarkedText, within context: Context) {
    output.append(markup: "![")
    append(figure.caption, to: &output, within: context)
    output.append(markup: "](" + target(figure.source, title: figure.alternative) + ")")
  }

  // MARK: - Pieces

  static func pageMark(_ number: String?) -> String {
    number.map { "<!-- page \($0) -->" } ?? "<!-- page -->"
  }

  private static func autolink(_ link: Link) -> String? {
    let text = link.content.plainText
    guard
      text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x3C && $0 != 0x3E && $0 != 0x26 })
        || (text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x3C && $0 != 0x3E } && !text.contains(";"))
    else { return nil }
    return "<\(text)>"
  }

  private static func codeSpan(_ code: String, isInTable: Bool) -> String {
    var longest = 0
    var run = 0
    for byte in code.utf8 {
      run = byte == 0x60 ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest == 0 ? 1 : longest + 1)
    let bytes = code.utf8
    let isPadded =
      bytes.first == 0x60 || bytes.last == 0x60
      || (bytes.first == 0x20 && bytes.last == 0x20 && bytes.contains { $0 != 0x20 })
    let padding = isPadded ? " " : ""
    let content = isInTable ? code.replacing("|", with: "\\|") : code
    return fence + padding + content + padding + fence
  }

  /// What stands between a link's round brackets.
  private func target(_ destination: String, title: String?) -> String {
    var result = ""
    let isPlain =
      destination.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F }
      && !destination.utf8.contains(where: { [0x3C, 0x3E, 0x28, 0x29].contains($0) })
    if destination.isEmpty {
      result = title == nil ? "" : "<>"
    } else if isPlain {
      result = Self.escaped(destination, also: [])
    } else {
      result =
        "<" + Self.escaped(destination.replacing("\n", with: "%0A"), also: [0x3C, 0x3E]) + ">"
    }
    if let title { result += " \"" + Self.escaped(title, also: [0x22]) + "\"" }
    return isInTable ? result.replacing("|", with: "\\|") : result
  }

  /// A text in which backslashes and references to characters mean themselves. (cmark resolves
  /// references in addresses before backslashes, so `\&` would not do.)
  static func escaped(_ text: String, also signs: Set<UInt8>) -> String {
    var result: [UInt8] = []
    let bytes = Array(text.utf8)
    for (index, byte) in bytes.enumerated() {
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0x22
      if byte == 0x26, MarkedText.startsCharacterReference(bytes, at: index) {
        result += Array("&amp;".utf8)
        continue
      }
      if signs.contains(byte) || (byte == 0x5C && MarkedText.isPunctuation(next)) {
        result.append(0x5C)
      }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }
}
