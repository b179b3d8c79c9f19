import Markup

/// How a run's letters look, as far as it says: what it leaves open its style says, and its paragraph.
struct WordRunFormat {
  var isBold: Bool?
  var isItalic: Bool?
  /// The same for complex scripts, Hebrew and Arabic among them.
  var isBoldComplex: Bool?
  var isItalicComplex: Bool?
  /// In points.
  var size: Double?
  var sizeComplex: Double?
  var isHidden: Bool?
  var isStruck: Bool?
  var isRightToLeft: Bool?
  var style: String?

  init() {}

  init(_ properties: MarkupElement?) {
    guard let properties else { return }
    for element in properties.elements {
      switch element.name {
      case "w:b": isBold = Self.isOn(element)
      case "w:bCs": isBoldComplex = Self.isOn(element)
      case "w:i": isItalic = Self.isOn(element)
      case "w:iCs": isItalicComplex = Self.isOn(element)
      case "w:sz": size = element["w:val"].flatMap(Double.init).map { $0 / 2 }
      case "w:szCs": sizeComplex = element["w:val"].flatMap(Double.init).map { $0 / 2 }
      case "w:vanish", "w:webHidden": isHidden = Self.isOn(element)
      case "w:strike", "w:dstrike": isStruck = Self.isOn(element)
      case "w:rtl", "w:cs": isRightToLeft = Self.isOn(element)
      case "w:rStyle": style = element["w:val"]
      default: break
      }
    }
  }

  /// What this one says, and for the rest what another does.
  func over(_ other: WordRunFormat) -> WordRunFormat {
    var format = other
    format.isBold = isBold ?? other.isBold
    format.isItalic = isItalic ?? other.isItalic
    format.isBoldComplex = isBoldComplex ?? other.isBoldComplex
    format.isItalicComplex = isItalicComplex ?? other.isItalicComplex
    format.size = size ?? other.size
    format.sizeComplex = sizeComplex ?? other.sizeComplex
    format.isHidden = isHidden ?? other.isHidden
    format.isStruck = isStruck ?? other.isStruck
    format.isRightToLeft = isRightToLeft ?? other.isRightToLeft
    format.style = style ?? other.style
    return format
  }

  /// Whether a text of this format is bold: Word takes the properties for complex scripts where the
  /// run says that it is written from right to left, and other programs wherever such letters stand.
  func isBold(_ text: String) -> Bool { takes(isBold, isBoldComplex, text) }

  func isItalic(_ text: String) -> Bool { takes(isItalic, isItalicComplex, text) }

  func size(_ text: String) -> Double? {
    isComplex(text) ? sizeComplex ?? size : size ?? sizeComplex
  }

  private func takes(_ plain: Bool?, _ complex: Bool?, _ text: String) -> Bool {
    if isRightToLeft == true { return complex ?? false }
    return isComplex(text) ? (plain ?? false) || (complex ?? false) : plain ?? false
  }

  private func isComplex(_ text: String) -> Bool {
    isRightToLeft == true || text.unicodeScalars.contains(where: \.isRightToLeftLetter)
  }

  /// A property that is there is on unless its value says otherwise.
  static func isOn(_ element: MarkupElement) -> Bool {
    guard let value = element["w:val"] else { return true }
    return !["0", "false", "off", "none"].contains(value)
  }
}

/// How a paragraph stands, as far as it says.
struct WordParagraphFormat {
  var style: String?
  var list: String?
  var level: Int?
  /// From 0; 9 and more is body text.
  var outline: Int?
  /// In points.
  var indentStart: Double?
  var indentEnd: Double?
  var firstLine: Double?
  var alignment: String?

  init() {}

  init(_ properties: MarkupElement?) {
    guard let properties else { return }
    style = properties.first("w:pStyle")?["w:val"]
    list = properties.at("w:numPr", "w:numId")?["w:val"]
    level = properties.at("w:numPr", "w:ilvl")?["w:val"].flatMap { Int($0) }
    outline = properties.first("w:outlineLvl")?["w:val"].flatMap { Int($0) }
    alignment = properties.first("w:jc")?["w:val"]
    if let indent = properties.first("w:ind") {
      func points(_ names: String...) -> Double? {
        names.lazy.compactMap { indent[$0] }.first.flatMap(Double.init).map { $0 / 20 }
      }
      // In paragraphs from right to left “left” means the start, too.
      indentStart = points("w:start", "w:left")
      indentEnd = points("w:end", "w:right")
      firstLine = points("w:firstLine") ?? points("w:hanging").map { -$0 }
    }
  }

  func over(_ other: WordParagraphFormat) -> WordParagraphFormat {
    var format = other
    format.style = style ?? other.style
    format.list = list ?? other.list
    format.level = level ?? other.level
    format.outline = outline ?? other.outline
    format.indentStart = indentStart ?? other.indentStart
    format.indentEnd = indentEnd ?? other.indentEnd
    format.firstLine = firstLine ?? other.firstLine
    format.alignment = alignment ?? other.alignment
    return format
  }
}
