/// Makes drawings safe: an SVG that is opened on its own is a page that may run scripts and ask other
/// hosts, so only what draws is kept.
///
/// Elements and attributes that are not on the lists, whatever leads out of the file, comments,
/// processing instructions and document types are left out. What is no well-formed XML becomes an
/// empty drawing.
struct SVGCleaner {
  private let source: [UInt8]
  private var position = 0
  private var output: [UInt8] = []
  private var open: [String] = []
  /// How deep inside a refused element the reading is.
  private var refusedDepth = 0
  private var removed: Set<String> = []

  /// The cleaned drawing, and the names of what was left out.
  static func clean(_ source: [UInt8]) -> (bytes: [UInt8], removed: Set<String>) {
    var cleaner = SVGCleaner(source: source)
    guard String(validating: source, as: UTF8.self) != nil, cleaner.run() else {
      let empty = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n"
      return (Array(empty.utf8), cleaner.removed.union(["XML"]))
    }
    return (cleaner.output, cleaner.removed)
  }

  private init(source: [UInt8]) { self.source = source }

  static let elements: Set<String> = [
    "svg", "g", "defs", "symbol", "use", "title", "desc", "metadata", "path", "rect", "circle",
    "ellipse", "line", "polyline", "polygon", "text", "tspan", "textPath", "image", "marker",
    "linearGradient", "radialGradient", "stop", "pattern", "clipPath", "mask", "filter", "switch",
    "feBlend", "feColorMatrix", "feComposite", "feFlood", "feGaussianBlur", "feMerge",
    "feMergeNode", "feOffset", "feDropShadow", "feMorphology", "feTile", "feTurbulence",
    "feComponentTransfer", "feFuncA", "feFuncB", "feFuncG", "feFuncR", "style",
  ]

  /// Attributes that draw have these names or begin so; `on…` and all that is not here goes.
  static let attributes: Set<String> = [
    "xmlns", "xmlns:xlink", "xml:lang", "xml:space", "version", "id", "class", "lang", "dir",
    "viewBox", "preserveAspectRatio", "width", "height", "x", "y", "x1", "y1", "x2", "y2", "cx",
    "cy", "r", "rx", "ry", "fx", "fy", "fr", "d", "points", "pathLength", "transform", "style",
    "href", "xlink:href", "offset", "dx", "dy", "rotate", "textLength", "lengthAdjust",
    "startOffset", "method", "spacing", "side", "refX", "refY", "markerWidth", "markerHeight",
    "markerUnits", "orient", "gradientUnits", "gradientTransform", "spreadMethod",
    "patternUnits", "patternContentUnits", "patternTransform", "clipPathUnits", "maskUnits",
    "maskContentUnits", "filterUnits", "primitiveUnits", "in", "in2", "result", "stdDeviation",
    "mode", "values", "type", "operator", "k1", "k2", "k3", "k4", "radius", "baseFrequency",
    "numOctaves", "seed", "stitchTiles", "tableValues", "slope", "intercept", "amplitude",
    "exponent", "role", "aria-label", "aria-labelledby", "aria-describedby", "aria-hidden",
    "fill", "stroke", "color", "opacity", "display", "visibility", "overflow", "direction",
    "mask", "filter", "cursor", "systemLanguage", "media", "letter-spacing", "word-spacing",
    "writing-mode", "unicode-bidi", "dominant-baseline", "alignment-baseline", "baseline-shift",
    "paint-order", "vector-effect", "shape-rendering", "text-rendering", "image-rendering",
    "color-interpolation", "color-interpolation-filters", "mix-blend-mode", "isolation",
  ]
  static let attributePrefixes = [
    "fill-", "stroke-", "font", "text-", "stop-", "flood-", "clip", "marker", "lighting-",
  ]

  private mutating func run() -> Bool {
    if source.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    while position < source.count {
      guard source[position] == UInt8(ascii: "<") else {
        text()
        continue
      }
      if skips("<!--", to: "-->") || skips("<?", to: "?>") { continue }
      if starts("<![CDATA[") {
        guard cdata() else { return false }
      } else if starts("<!") {
        removed.insert("DOCTYPE")
        guard skipDeclaration() else { return false }
      } else if starts("</") {
        guard endTag() else { return false }
      } else {
        guard startTag() else { return false }
      }
    }
    return open.isEmpty && !output.isEmpty
  }

  // MARK: - Parts

  private mutating func text() {
    let start = position
    while position < source.count, source[position] != UInt8(ascii: "<") { position += 1 }
    guard refusedDepth == 0, !open.isEmpty else { return }
    let text = source[start..<position]
    if open.last == "style", !Self.isHarmless(String(decoding: text, as: UTF8.self)) {
      removed.insert("style")
      return
    }
    append(text: text)
  }

  /// Character references stand; an ampersand that begins none, or one of a document's own, is
  /// escaped.
  private mutating func append(text: ArraySlice<UInt8>) {
    for index in text.indices {
      let byte = text[index]
      switch byte {
      case UInt8(ascii: "<"): output += "&lt;".utf8
      case UInt8(ascii: "\""): output += "&quot;".utf8
      case UInt8(ascii: "&"):
        let rest = text[(index + 1)...].prefix(9)
        let name = String(decoding: rest.prefix { $0 != UInt8(ascii: ";") }, as: UTF8.self)
        let isReference =
          rest.contains(UInt8(ascii: ";"))
          && (["amp", "lt", "gt", "quot", "apos"].contains(name) || Self.isNumeric(name))
        output += isReference ? "&".utf8 : "&amp;".utf8
      default: output.append(byte)
      }
    }
  }

  private mutating func cdata() -> Bool {
    guard let end = find("]]>", from: position) else { return false }
    let content = source[(position + 9)..<end]
    position = end + 3
    guard refusedDepth == 0, !open.isEmpty else { return true }
    if open.last == "style", !Self.isHarmless(String(decoding: content, as: UTF8.self)) {
      removed.insert("style")
      return true
    }
    for byte in content {
      switch byte {
      case UInt8(ascii: "<"): output += "&lt;".utf8
      case UInt8(ascii: "&"): output += "&amp;".utf8
      default: output.append(byte)
      }
    }
    return true
  }

  private mutating func startTag() -> Bool {
    position += 1
    guard let name = name() else { return false }
    guard open.count < 256 else { return false }
    let isKept = refusedDepth == 0 && Self.elements.contains(name)
    var tag: [UInt8] = Array("<\(name)".utf8)
    var seen: Set<String> = []
    while true {
      let hadSpace = skipSpace()
      guard position < source.count else { return false }
      let isEmpty = starts("/>")
      if isEmpty || source[position] == UInt8(ascii: ">") {
        position += isEmpty ? 2 : 1
        tag += isEmpty ? "/>".utf8 : ">".utf8
        if isKept {
          output += tag
        } else if refusedDepth == 0, !Self.isEditorsOwn(name) {
          removed.insert(name)
        }
        if !isEmpty {
          open.append(name)
          if !isKept { refusedDepth += 1 }
        }
        return true
      }
      guard hadSpace, let attribute = attribute(), seen.insert(attribute.name).inserted else {
        return false
      }
      if isKept { keep(attribute, into: &tag, of: name) }
    }
  }

  private mutating func endTag() -> Bool {
    position += 2
    guard let name = name(), open.popLast() == name else { return false }
    _ = skipSpace()
    guard position < source.count, source[position] == UInt8(ascii: ">") else { return false }
    position += 1
    if refusedDepth > 0 {
      refusedDepth -= 1
    } else {
      output += "</\(name)>".utf8
    }
    return true
  }

  private mutating func attribute() -> (name: String, value: String)? {
    guard let name = name() else { return nil }
    _ = skipSpace()
    guard position < source.count, source[position] == UInt8(ascii: "=") else { return nil }
    position += 1
    _ = skipSpace()
    guard position < source.count, source[position] == 0x22 || source[position] == 0x27 else {
      return nil
    }
    let quote = source[position]
    let start = position + 1
    guard let end = source[start...].firstIndex(of: quote) else { return nil }
    position = end + 1
    let raw = source[start..<end]
    guard !raw.contains(UInt8(ascii: "<")) else { return nil }
    return (name, String(decoding: raw, as: UTF8.self))
  }

  private mutating func keep(
    _ attribute: (name: String, value: String), into tag: inout [UInt8], of element: String
  ) {
    let name = attribute.name
    // Editors write names of their own (`inkscape:…`); they draw nothing and are dropped quietly.
    let isForeign = name.contains(":") && !Self.attributes.contains(name)
    guard
      Self.attributes.contains(name) || Self.attributePrefixes.contains(where: name.hasPrefix)
    else {
      if !isForeign, !name.hasPrefix("data-") { removed.insert(name) }
      return
    }
    // An entity could hide anything; numeric references are read before they are judged.
    guard let value = Self.decoded(attribute.value), Self.isAllowed(value, name, of: element)
    else {
      removed.insert(name)
      return
    }
    tag += " \(name)=\"".utf8
    var escaped = output
    escaped.removeAll()
    for byte in value.utf8 {
      switch byte {
      case UInt8(ascii: "&"): escaped += "&amp;".utf8
      case UInt8(ascii: "<"): escaped += "&lt;".utf8
      case UInt8(ascii: "\""): escaped += "&quot;".utf8
      case 0x09, 0x0A, 0x0D: escaped.append(0x20)
      default: escaped.append(byte)
      }
    }
    tag += escaped
    tag.append(UInt8(ascii: "\""))
  }

  // MARK: - Judgement

  private static func isAllowed(_ value: String, _ name: String, of element: String) -> Bool {
    let lowered = value.lowercased().filter { !$0.isWhitespace }
    if name == "href" || name == "xlink:href" {
      if lowered.hasPrefix("#") { return true }
      return element == "image"
        && ["data:image/png;base64,", "data:image/jpeg;base64,", "data:image/gif;base64,"]
          .contains(where: lowered.hasPrefix)
    }
    if name == "xmlns" { return value == "http://www.w3.org/2000/svg" }
    if name == "xmlns:xlink" { return value == "http://www.w3.org/1999/xlink" }
    return isHarmless(value)
  }

  /// Whether a style asks for nothing outside the file and holds no script.
  private static func isHarmless(_ style: String) -> Bool {
    let lowered = style.lowercased().filter { !$0.isWhitespace }
    if ["javascript:", "expression(", "@import", "-moz-binding", "behavior:", "\\"]
      .contains(where: { lowered.contains($0) })
    {
      return false
    }
    return lowered.split(separator: "url(", omittingEmptySubsequences: false).dropFirst()
      .allSatisfy { $0.trimmingPrefix { $0 == "'" || $0 == "\"" }.hasPrefix("#") }
  }

  private static func isEditorsOwn(_ element: String) -> Bool {
    element.hasPrefix("sodipodi:") || element.hasPrefix("inkscape:") || element.hasPrefix("rdf:")
      || element.hasPrefix("cc:") || element.hasPrefix("dc:")
  }

  private static func decoded(_ value: String) -> String? {
    guard value.utf8.contains(UInt8(ascii: "&")) else { return value }
    let named = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]
    var result = ""
    var rest = value[...]
    while let ampersand = rest.firstIndex(of: "&") {
      result += rest[..<ampersand]
      guard let end = rest[ampersand...].firstIndex(of: ";") else { return nil }
      let name = String(rest[rest.index(after: ampersand)..<end])
      if let text = named[name] {
        result += text
      } else if let scalar = numeric(name) {
        result.unicodeScalars.append(scalar)
      } else {
        return nil
      }
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  private static func isNumeric(_ name: String) -> Bool { numeric(name) != nil }

  private static func numeric(_ name: String) -> Unicode.Scalar? {
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let value = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.flatMap { $0 >= 0x20 || $0 == 9 || $0 == 10 ? Unicode.Scalar($0) : nil }
  }

  // MARK: - Reading

  private func starts(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { source[position...].starts(with: $0) }
  }

  private func find(_ text: String, from start: Int) -> Int? {
    let needle = Array(text.utf8)
    guard source.count >= needle.count else { return nil }
    var index = start
    while index <= source.count - needle.count {
      if source[index] == needle[0], source[index..<(index + needle.count)].elementsEqual(needle) {
        return index
      }
      index += 1
    }
    return nil
  }

  private mutating func skips(_ opening: StaticString, to closing: String) -> Bool {
    guard starts(opening), let end = find(closing, from: position + opening.utf8CodeUnitCount)
    else { return false }
    position = end + closing.utf8.count
    return true
  }

  /// A document type, with the brackets that may stand in it.
  private mutating func skipDeclaration() -> Bool {
    var depth = 0
    while position < source.count {
      switch source[position] {
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ">") where depth <= 0:
        position += 1
        return true
      default: break
      }
      position += 1
    }
    return false
  }

  private mutating func skipSpace() -> Bool {
    let start = position
    while position < source.count, [0x20, 0x09, 0x0A, 0x0D].contains(source[position]) {
      position += 1
    }
    return position > start
  }

  private mutating func name() -> String? {
    let start = position
    while position < source.count {
      switch source[position] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: ":"), UInt8(ascii: "."):
        position += 1
      default:
        return position > start ? String(decoding: source[start..<position], as: UTF8.self) : nil
      }
    }
    return nil
  }
}
