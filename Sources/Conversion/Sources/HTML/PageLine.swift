import Manuscript
import Markup

/// Reads the text of a paragraph of a web page.
struct PageLine {
  let styles: PageStyles
  let notes: PageNotes
  /// In a note, links that lead back to its mark are no text.
  let isNote: Bool
  let isPlain: Bool

  private(set) var styled = StyledText()
  /// The words and the addresses of pictures.
  private(set) var pictures: [(words: String, address: String)] = []
  private(set) var hidden: [String] = []
  private(set) var backLinks: [String] = []
  /// All text as it stands, for the account.
  private(set) var source = ""
  private var letters = 0
  private var boldLetters = 0
  private var sizes: [Double: Int] = [:]

  init(styles: PageStyles, notes: PageNotes, isNote: Bool, isPlain: Bool) {
    self.styles = styles
    self.notes = notes
    self.isNote = isNote
    self.isPlain = isPlain
  }

  var isBold: Bool { letters > 0 && letters == boldLetters }
  var size: Double? { sizes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key }

  mutating func read(_ element: MarkupElement, base: PageStyles.Look) {
    // What the paragraph says of all its letters sets nothing off.
    read(element, style: [], link: nil, size: base.size, isBold: base.isBold ?? false)
  }

  private mutating func read(
    _ element: MarkupElement, style: StyledText.Style, link: String?, size: Double?, isBold: Bool
  ) {
    for child in element.children {
      switch child {
      case .text(let text):
        source += text
        styled.add(text, style: style, link: link)
        let count = text.unicodeScalars.lazy.filter(\.isLetterOrDigit).count
        letters += count
        if isBold { boldLetters += count }
        if let size { sizes[size, default: 0] += count }
      case .element(let child): inline(child, style, link, size, isBold)
      }
    }
  }

  private mutating func inline(
    _ element: MarkupElement, _ style: StyledText.Style, _ link: String?, _ size: Double?,
    _ isBold: Bool
  ) {
    let look = styles.look(of: element)
    if look.isHidden == true {
      source += element.text
      hidden.append(element.text)
      return
    }
    var (style, isBold) = (style, isBold)
    if element.name == "b" || element.name == "strong" || look.isBold == true {
      style.insert(.strong)
      isBold = true
    }
    if look.isBold == false {
      style.remove(.strong)
      isBold = false
    }
    if ["i", "em", "cite", "dfn", "var"].contains(element.name) || look.isItalic == true {
      style.insert(.emphasis)
    }
    if look.isItalic == false { style.remove(.emphasis) }
    if ["s", "strike", "del"].contains(element.name) { style.insert(.strikethrough) }
    switch element.name {
    case "br":
      source += " "
      styled.add(.lineBreak)
    case "img":
      pictures.append(
        (StyledText.cleaned(element["alt"] ?? ""), element["src"] ?? ""))
    case "math":
      let tex = element.descendants("annotation").first { $0["encoding"]?.contains("tex") == true }
      source += element.text
      styled.add(.text("$\(tex?.text ?? element.text)$"))
    case "script":
      if element["type"]?.hasPrefix("math/tex") == true { styled.add(.text("$\(element.text)$")) }
    case _ where PageArticle.passedOver.contains(element.name): break
    case "a": anchor(element, style, link, look.size ?? size, isBold)
    case "sup", "sub":
      guard element.elements.isEmpty, let raised = Self.raised(element.text, element.name) else {
        return read(element, style: style, link: link, size: look.size ?? size, isBold: isBold)
      }
      source += raised
      styled.add(raised, style: style, link: link)
    case "code" where element.elements.isEmpty && style.isEmpty && link == nil:
      source += element.text
      styled.add(.code(StyledText.cleaned(element.text)))
    case "q":
      styled.add("“", style: style, link: link)
      read(element, style: style, link: link, size: look.size ?? size, isBold: isBold)
      styled.add("”", style: style, link: link)
    default: read(element, style: style, link: link, size: look.size ?? size, isBold: isBold)
    }
  }

  /// A number that stands above the line or below it (a power, a formula's index, the mark of a
  /// note), in the characters that Unicode has for that; `nil` for any other text.
  private static func raised(_ text: String, _ element: String) -> String? {
    let raised: [Character] =
      element == "sup" ? Array("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻") : Array("₀₁₂₃₄₅₆₇₈₉₊₋")
    let plain: [Character] = Array("0123456789+-")
    let signs: [Character] = text.trimmingSpaces.map { $0 == "−" ? "-" : $0 }
    let places = signs.compactMap { plain.firstIndex(of: $0) }
    return places.isEmpty || places.count < signs.count ? nil : String(places.map { raised[$0] })
  }

  private mutating func anchor(
    _ element: MarkupElement, _ style: StyledText.Style, _ link: String?, _ size: Double?,
    _ isBold: Bool
  ) {
    let address = element["href"] ?? ""
    if let place = PageNotes.place(address) {
      if let label = notes.labels[place] {
        source += element.text
        backLinks.append(element.text)
        styled.add(.noteReference(label))
        return
      }
      if isNote, notes.isBack(element) {
        source += element.text
        backLinks.append(element.text)
        return
      }
    }
    read(element, style: style, link: Self.address(address) ?? link, size: size, isBold: isBold)
  }

  /// An address that a page may lead to; those that a word processor on the web puts in between are
  /// taken away.
  private static func address(_ address: String) -> String? {
    let head = address.prefix(8).lowercased()
    guard ["http://", "https://", "mailto:"].contains(where: head.hasPrefix) else { return nil }
    let detour = "https://www.google.com/url?q="
    guard address.hasPrefix(detour) else { return address }
    let target = address.dropFirst(detour.count).prefix { $0 != "&" }
    return String(target).removingPercentEncodingOfASCII
  }

  /// All text of an element, without what no reader sees.
  static func text(of element: MarkupElement) -> String {
    var text = ""
    for child in element.children {
      switch child {
      case .text(let string): text += string
      case .element(let child):
        if !PageArticle.passedOver.contains(child.name) { text += " " + Self.text(of: child) + " " }
      }
    }
    return text
  }
}

extension String {
  /// The text with its percent-encoded signs as themselves, where they are ASCII.
  fileprivate var removingPercentEncodingOfASCII: String {
    var result: [UInt8] = []
    var rest = Array(utf8)[...]
    while let byte = rest.popFirst() {
      if byte == 0x25, rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16),
        (0x21..<0x7F).contains(value)
      {
        result.append(value)
        rest = rest.dropFirst(2)
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
