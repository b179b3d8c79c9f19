import Markup

/// What a page's style sheets and `style` attributes say of letters, as far as an article keeps it:
/// word processors that save pages say nothing by elements.
struct PageStyles {
  struct Look {
    var isBold: Bool?
    var isItalic: Bool?
    var isHidden: Bool?
    var isCentered: Bool?
    /// In points.
    var size: Double?
  }

  private var classes: [String: Look] = [:]

  init(_ root: MarkupElement) {
    for sheet in root.descendants("style") {
      var rest = sheet.text[...]
      while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
        let look = Self.look(String(rest[rest.index(after: open)..<close]))
        for selector in rest[..<open].split(separator: ",") {
          let name = selector.drop { $0.isWhitespace || $0 == "}" }
          let parts = name.split(separator: ".", omittingEmptySubsequences: false)
          guard parts.count == 2 else { continue }
          classes[parts[1].trimmingSpaces, default: Look()].add(look)
        }
        rest = rest[rest.index(after: close)...]
      }
    }
  }

  /// What is said of an element's letters.
  func look(of element: MarkupElement) -> Look {
    var look = Look()
    for name in (element["class"] ?? "").split(whereSeparator: \.isWhitespace) {
      if let known = classes[String(name)] { look.add(known) }
    }
    if let style = element["style"] { look.add(Self.look(style)) }
    if element["hidden"] != nil { look.isHidden = true }
    if element["align"] == "center" { look.isCentered = true }
    return look
  }

  private static func look(_ declarations: String) -> Look {
    var look = Look()
    for declaration in declarations.split(separator: ";") {
      let parts = declaration.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let value = parts[1].trimmingSpaces.lowercased()
      switch parts[0].trimmingSpaces.lowercased() {
      case "font-weight":
        look.isBold = value.hasPrefix("bold") || (Int(value).map { $0 >= 600 } ?? false)
      case "font-style": look.isItalic = value.hasPrefix("italic") || value.hasPrefix("oblique")
      case "display" where value == "none": look.isHidden = true
      case "text-align": look.isCentered = value.hasPrefix("center")
      case "font-size" where value.hasSuffix("pt"): look.size = Double(value.dropLast(2))
      default: break
      }
    }
    return look
  }
}

extension PageStyles.Look {
  mutating func add(_ other: PageStyles.Look) {
    isBold = other.isBold ?? isBold
    isItalic = other.isItalic ?? isItalic
    isHidden = other.isHidden ?? isHidden
    isCentered = other.isCentered ?? isCentered
    size = other.size ?? size
  }
}

extension StringProtocol {
  /// The text without white space at its ends.
  var trimmingSpaces: String {
    let start = drop { $0.isWhitespace }
    return String(start.reversed().drop { $0.isWhitespace }.reversed())
  }
}
