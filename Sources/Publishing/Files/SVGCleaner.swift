import Markup

/// Makes drawings safe: an SVG that is opened on its own is a page that may run scripts and ask other
/// hosts, so only what draws is kept.
///
/// The drawing is read as a whole by libxml2 and written anew: elements, attributes and CSS
/// properties that are not on the lists, whatever leads out of the file, comments, processing
/// instructions, document types and their entities do not come through. What is no well-formed XML,
/// or no drawing, becomes an empty one.
package struct SVGCleaner {
  private var output: [UInt8] = []
  private var removed: Set<String> = []
  private var usesXLink = false
  private let keepsCopies: Bool

  /// A drawing of more bytes is none that a page should show.
  static let byteLimit = 16 << 20
  /// How many elements the copies (`use`) of a drawing may make of it. Each may hold others, so that
  /// a thousand bytes could stand for any number.
  static let copyLimit = 100_000

  /// The cleaned drawing, and the names of what was left out.
  package static func clean(_ source: [UInt8]) -> (bytes: [UInt8], removed: Set<String>) {
    guard source.count <= byteLimit,
      let root = try? MarkupReader.xml(source, prefixes: namespaces), root.name == "svg"
    else {
      return (Array("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".utf8), ["XML"])
    }
    var cleaner = SVGCleaner(keepsCopies: SVGCopies.count(in: root) <= copyLimit)
    cleaner.write(root, isRoot: true)
    return (cleaner.output, cleaner.removed)
  }

  private init(keepsCopies: Bool) { self.keepsCopies = keepsCopies }

  private static let namespaces = [
    "http://www.w3.org/2000/svg": "", "http://www.w3.org/1999/xlink": "xlink",
  ]

  static let elements: Set<String> = [
    "svg", "g", "defs", "symbol", "use", "title", "desc", "metadata", "path", "rect", "circle",
    "ellipse", "line", "polyline", "polygon", "text", "tspan", "textPath", "image", "marker",
    "linearGradient", "radialGradient", "stop", "pattern", "clipPath", "mask", "filter", "switch",
    "feBlend", "feColorMatrix", "feComposite", "feFlood", "feGaussianBlur", "feMerge",
    "feMergeNode", "feOffset", "feDropShadow", "feMorphology", "feTile", "feTurbulence",
    "feComponentTransfer", "feFuncA", "feFuncB", "feFuncG", "feFuncR", "style",
  ]

  /// Attributes that draw have these names or are properties of CSS (`SVGStyle`); `on…` and all that
  /// is neither goes.
  static let attributes: Set<String> = [
    "xml:lang", "xml:space", "version", "id", "class", "lang", "dir",
    "viewBox", "preserveAspectRatio", "width", "height", "x", "y", "x1", "y1", "x2", "y2", "cx",
    "cy", "r", "rx", "ry", "fx", "fy", "fr", "d", "points", "pathLength", "style",
    "href", "xlink:href", "offset", "dx", "dy", "rotate", "textLength", "lengthAdjust",
    "startOffset", "method", "spacing", "side", "refX", "refY", "markerWidth", "markerHeight",
    "markerUnits", "orient", "gradientUnits", "gradientTransform", "spreadMethod",
    "patternUnits", "patternContentUnits", "patternTransform", "clipPathUnits", "maskUnits",
    "maskContentUnits", "filterUnits", "primitiveUnits", "in", "in2", "result", "stdDeviation",
    "mode", "values", "type", "operator", "k1", "k2", "k3", "k4", "radius", "baseFrequency",
    "numOctaves", "seed", "stitchTiles", "tableValues", "slope", "intercept", "amplitude",
    "exponent", "role", "aria-label", "aria-labelledby", "aria-describedby", "aria-hidden",
    "systemLanguage",
  ]

  // MARK: - Writing

  private mutating func write(_ element: MarkupElement, isRoot: Bool = false) {
    guard Self.elements.contains(element.name), element.name != "use" || keepsCopies else {
      if !Self.isEditorsOwn(element.name) { removed.insert(element.name) }
      return
    }
    var tag = ""
    for (name, value) in element.attributes.sorted(by: { $0.key < $1.key }) {
      guard let value = allowed(value, name, of: element.name) else { continue }
      if name.hasPrefix("xlink:") { usesXLink = true }
      tag += " \(name)=\"\(Self.escaped(value, inAttribute: true))\""
    }
    var content: [UInt8] = []
    swap(&output, &content)
    if element.name == "style" {
      let style = SVGStyle.sheet(element.text)
      if !style.isWhole { removed.insert("style") }
      output += Self.escaped(style.text).utf8
    } else {
      for child in element.children {
        switch child {
        case .element(let child): write(child)
        case .text(let text): output += Self.escaped(text).utf8
        }
      }
    }
    swap(&output, &content)
    if isRoot {
      let link = usesXLink ? " xmlns:xlink=\"http://www.w3.org/1999/xlink\"" : ""
      tag = " xmlns=\"http://www.w3.org/2000/svg\"\(link)" + tag
    }
    output += "<\(element.name)\(tag)\(content.isEmpty ? "/" : "")>".utf8
    guard !content.isEmpty else { return }
    output += content
    output += "</\(element.name)>".utf8
  }

  /// - Parameter inAttribute: whether line ends and tabs are written as references, for a reader
  ///   takes those of an attribute's value for spaces (XML 1.0, 3.3.3).
  private static func escaped(_ text: String, inAttribute: Bool = false) -> String {
    guard text.utf8.contains(where: { [0x26, 0x3C, 0x3E, 0x22].contains($0) || $0 < 0x20 }) else {
      return text
    }
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\r": escaped += "&#13;"
      case "\n" where inAttribute: escaped += "&#10;"
      case "\t" where inAttribute: escaped += "&#9;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  // MARK: - Judgement

  /// An attribute's value as it is written; `nil` where it is left out.
  private mutating func allowed(_ value: String, _ name: String, of element: String) -> String? {
    if name == "style" {
      let style = SVGStyle.declarations(value)
      if !style.isWhole { removed.insert("style") }
      return style.text.isEmpty ? nil : style.text
    }
    if name == "href" || name == "xlink:href" {
      if Self.isInside(value, of: element) { return value }
      removed.insert(name)
      return nil
    }
    if SVGStyle.properties.contains(name) {
      if let value = SVGStyle.value(value, of: name) { return value }
      removed.insert(name)
      return nil
    }
    if Self.attributes.contains(name) { return value }
    // Editors write names of their own (`inkscape:…`); they draw nothing and are dropped quietly.
    if !name.contains(":"), !name.hasPrefix("data-") { removed.insert(name) }
    return nil
  }

  /// Whether an address leads to a part of the drawing, or is a picture that stands in it.
  private static func isInside(_ address: String, of element: String) -> Bool {
    let lowered = address.lowercased().filter { !$0.isWhitespace }
    if lowered.hasPrefix("#") { return true }
    return element == "image"
      && ["data:image/png;base64,", "data:image/jpeg;base64,", "data:image/gif;base64,"]
        .contains(where: lowered.hasPrefix)
  }

  private static func isEditorsOwn(_ element: String) -> Bool {
    element.hasPrefix("sodipodi:") || element.hasPrefix("inkscape:") || element.hasPrefix("rdf:")
      || element.hasPrefix("cc:") || element.hasPrefix("dc:")
  }
}

/// How many elements a drawing has with all that its copies (`use`) repeat.
private struct SVGCopies {
  private var targets: [String: MarkupElement] = [:]
  private var known: [String: Int] = [:]
  /// Copies in copies, which may lead round in a circle.
  private static let depthLimit = 32
  private static let endless = SVGCleaner.copyLimit + 1

  /// - Returns: the number, or one above the limit.
  static func count(in root: MarkupElement) -> Int {
    var copies = SVGCopies()
    copies.gather(root)
    return copies.count(root, depth: 0)
  }

  private mutating func gather(_ element: MarkupElement) {
    if let id = element["id"], targets[id] == nil { targets[id] = element }
    for child in element.elements { gather(child) }
  }

  private mutating func count(_ element: MarkupElement, depth: Int) -> Int {
    var sum = 1
    for child in element.elements { sum = min(sum + count(child, depth: depth), Self.endless) }
    guard element.name == "use", let address = element["href"] ?? element["xlink:href"],
      let target = targets[String(address.drop { $0 != "#" }.dropFirst())]
    else { return sum }
    guard depth < Self.depthLimit, let id = target["id"] else { return Self.endless }
    let copied = known[id] ?? count(target, depth: depth + 1)
    known[id] = copied
    return min(sum + copied, Self.endless)
  }
}
