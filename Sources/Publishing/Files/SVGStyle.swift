/// The CSS of a drawing: properties that draw, with values that ask for nothing outside the file.
///
/// What is not certain to be harmless is left out whole, a declaration or a rule at a time: escapes,
/// at-rules (`@import`, `@font-face`), functions that are not on the list (`src()`, `image-set()`),
/// texts in quotation marks but for the names of fonts. A comment becomes a space, as it parts tokens
/// (CSS Syntax Level 3, 4).
enum SVGStyle {
  /// What is kept of a style.
  struct Kept: Equatable {
    var text: String
    /// Whether nothing was left out.
    var isWhole = true
  }

  /// Properties that draw, which are attributes as well (SVG 2, appendix G).
  static let properties: Set<String> = [
    "alignment-baseline", "baseline-shift", "clip", "clip-path", "clip-rule", "color",
    "color-interpolation", "color-interpolation-filters", "cursor", "direction", "display",
    "dominant-baseline", "fill", "fill-opacity", "fill-rule", "filter", "flood-color",
    "flood-opacity", "font", "font-family", "font-feature-settings", "font-kerning", "font-size",
    "font-size-adjust", "font-stretch", "font-style", "font-variant", "font-weight",
    "image-rendering", "isolation", "letter-spacing", "lighting-color", "line-height", "marker",
    "marker-end", "marker-mid", "marker-start", "mask", "mask-type", "mix-blend-mode", "opacity",
    "overflow", "paint-order", "pointer-events", "shape-rendering", "stop-color", "stop-opacity",
    "stroke", "stroke-dasharray", "stroke-dashoffset", "stroke-linecap", "stroke-linejoin",
    "stroke-miterlimit", "stroke-opacity", "stroke-width", "text-align", "text-anchor",
    "text-decoration", "text-indent", "text-rendering", "text-transform", "transform",
    "transform-box", "transform-origin", "unicode-bidi", "vector-effect", "visibility",
    "white-space", "word-spacing", "writing-mode",
  ]

  private static let functions: Set<String> = [
    "rgb", "rgba", "hsl", "hsla", "calc", "matrix", "translate", "translatex", "translatey",
    "scale", "scalex", "scaley", "rotate", "skewx", "skewy", "rect",
  ]

  /// Properties whose values have texts in quotation marks.
  private static let named: Set<String> = ["font", "font-family", "font-feature-settings"]

  /// A style sheet's rules.
  static func sheet(_ text: String) -> Kept {
    let source = Array(withoutComments(text).unicodeScalars)
    var kept = Kept(text: "")
    var place = 0
    while place < source.count {
      // Up to the block, or the end of a rule that has none.
      let start = place
      while place < source.count, source[place] != "{", source[place] != ";" { place += 1 }
      let selector = String(String.UnicodeScalarView(source[start..<place])).trimmed
      guard place < source.count, source[place] == "{" else {
        if !selector.isEmpty { kept.isWhole = false }
        place += 1
        continue
      }
      let body = place + 1
      var depth = 0
      while place < source.count {
        if source[place] == "{" { depth += 1 }
        if source[place] == "}" {
          depth -= 1
          if depth == 0 { break }
        }
        place += 1
      }
      let block = String(
        String.UnicodeScalarView(source[body..<min(max(body, place), source.count)]))
      let isClosed = place < source.count
      place += 1
      guard isClosed, isSelector(selector), !block.contains("{") else {
        kept.isWhole = false
        continue
      }
      let inside = declarations(block)
      if !inside.isWhole { kept.isWhole = false }
      if !inside.text.isEmpty { kept.text += "\(selector) { \(inside.text) }\n" }
    }
    if kept.text.last == "\n" { kept.text.removeLast() }
    return kept
  }

  /// The declarations of a rule or of an attribute.
  static func declarations(_ text: String) -> Kept {
    var kept = Kept(text: "")
    var parts: [String] = []
    for part in withoutComments(text).split(separator: ";") {
      let part = part.trimmed
      if part.isEmpty { continue }
      guard let colon = part.firstIndex(of: ":") else {
        kept.isWhole = false
        continue
      }
      let name = part[..<colon].trimmed.lowercased()
      // Editors' own properties (`-inkscape-…`) draw nothing.
      if name.hasPrefix("-inkscape-") || name.hasPrefix("-sodipodi-") { continue }
      guard properties.contains(name),
        let value = value(String(part[part.index(after: colon)...]), of: name)
      else {
        kept.isWhole = false
        continue
      }
      parts.append("\(name): \(value)")
    }
    kept.text = parts.joined(separator: "; ")
    return kept
  }

  /// A property's value; `nil` where it is not certain to be harmless.
  static func value(_ text: String, of property: String) -> String? {
    let text = withoutComments(text).trimmed
    var word = ""
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\\", "@", "{", "}", ";", "<", "&": return nil
      case "\"", "'":
        guard named.contains(property), let end = rest.firstIndex(of: scalar),
          rest[..<end].allSatisfy({ $0.value >= 0x20 && $0 != "\\" && $0 != "<" })
        else { return nil }
        rest = rest[rest.index(after: end)...]
        word = ""
      case "(":
        let name = word.lowercased()
        word = ""
        if name == "url" {
          // A part of the drawing, by a plain name.
          guard let end = rest.firstIndex(of: ")") else { return nil }
          var target = String(rest[..<end]).trimmed[...]
          for quote in ["\"", "'"] where target.hasPrefix(quote) {
            guard target.count > 1, target.hasSuffix(quote) else { return nil }
            target = target.dropFirst().dropLast()
          }
          guard target.hasPrefix("#"), target.dropFirst().unicodeScalars.allSatisfy(isName) else {
            return nil
          }
          rest = rest[rest.index(after: end)...]
        } else if !name.isEmpty, !functions.contains(name) {
          return nil
        }
      case _ where isName(scalar): word.unicodeScalars.append(scalar)
      default: word = ""
      }
    }
    return text
  }

  private static func isName(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || (0x30...0x39).contains(scalar.value) || scalar == "-"
      || scalar == "_" || scalar == "." || scalar == ":"
  }

  private static func isSelector(_ text: String) -> Bool {
    !text.isEmpty
      && text.unicodeScalars.allSatisfy {
        isName($0) || $0.properties.isWhitespace || "#*>+~,()".unicodeScalars.contains($0)
      }
  }

  private static func withoutComments(_ text: String) -> String {
    guard text.contains("/*") else { return text }
    var kept = ""
    var rest = text[...]
    while let start = rest.firstRange(of: "/*") {
      kept += rest[..<start.lowerBound] + " "
      guard let end = rest[start.upperBound...].firstRange(of: "*/") else { return kept }
      rest = rest[end.upperBound...]
    }
    return kept + rest
  }
}

extension StringProtocol {
  fileprivate var trimmed: String {
    var text = self[self.startIndex...]
    while text.first?.isWhitespace == true { text = text.dropFirst() }
    while text.last?.isWhitespace == true { text = text.dropLast() }
    return String(text)
  }
}
