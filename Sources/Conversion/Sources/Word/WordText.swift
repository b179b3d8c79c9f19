import Manuscript
import Markup

/// Reads the runs of a paragraph.
struct WordText {
  /// The reader, for what goes on from paragraph to paragraph: open fields, notes, pictures.
  let reader: WordReader
  let relations: [String: WordRelation]
  private let paragraphFormat: WordRunFormat

  private(set) var styled = StyledText()
  private(set) var pictures: [Picture] = []
  /// The contents of text boxes that are anchored here.
  private(set) var boxes: [MarkupElement] = []
  /// Equations that stand on lines of their own, as TeX.
  private(set) var equations: [String] = []
  private(set) var doubts: [String] = []
  private(set) var pageBreaksBefore = 0
  /// By size the number of letters, and the letters that are bold, of all.
  private var sizes: [Double: Int] = [:]
  private var boldLetters = 0
  private var letters = 0
  private var link: String?

  /// A picture, or a drawing of which the words are known.
  struct Picture {
    /// The name of its file in the article's folder; empty where there is none that a browser shows.
    var file: String
    var alternative: String?
    /// The words in it: labels of a chart or a diagram.
    var words: String
  }

  init(reader: WordReader, relations: [String: WordRelation], style: String?) {
    self.reader = reader
    self.relations = relations
    paragraphFormat = reader.styles.run(ofParagraph: style)
  }

  /// The size of most letters in points.
  var size: Double? { sizes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key }
  var isBold: Bool { letters > 0 && boldLetters == letters }

  /// All text of an element as it stands, without judgement: for the account.
  static func raw(_ element: MarkupElement) -> String {
    var text = ""
    func walk(_ element: MarkupElement) {
      for child in element.elements {
        switch child.name {
        case "w:t", "w:delText": text += child.text
        // An equation's letters are written by their names.
        case "m:t": text += WordEquation.symbols(child.text)
        case "w:tab", "w:br", "w:cr": text += " "
        // A text box stands in paragraphs of its own, which are counted there.
        case "w:txbxContent", "mc:Fallback": continue
        case "w:p", "w:tbl": continue
        default: walk(child)
        }
      }
    }
    walk(element)
    return text
  }

  mutating func read(_ element: MarkupElement) {
    for child in element.elements {
      switch child.name {
      case "w:r": run(child)
      case "w:hyperlink": hyperlink(child)
      case "w:fldSimple":
        reader.fields.append(WordField(instruction: child["w:instr"] ?? "", isShown: true))
        read(child)
        reader.fields.removeLast()
      case "w:del", "w:moveFrom": reader.remove(child, as: .deleted)
      case "w:ins", "w:moveTo", "w:smartTag", "w:customXml", "w:dir", "w:bdo", "w:sdtContent":
        read(child)
      case "w:sdt": child.first("w:sdtContent").map { read($0) }
      case "mc:AlternateContent": WordReader.chosen(child).map { read($0) }
      case "m:oMath": styled.add(.math(WordEquation.tex(child), isDisplayed: false))
      case "m:oMathPara": equations += child.all("m:oMath").map(WordEquation.tex)
      default: break
      }
    }
  }

  private mutating func hyperlink(_ element: MarkupElement) {
    let before = link
    if let relation = element["r:id"].flatMap({ relations[$0] }), relation.isOutside {
      link = Self.address(relation.target)
    }
    read(element)
    link = before
  }

  /// An address that a page may lead to.
  private static func address(_ target: String) -> String? {
    let head = target.prefix(8).lowercased()
    return ["http://", "https://", "mailto:"].contains { head.hasPrefix($0) } ? target : nil
  }

  // MARK: - Runs

  private mutating func run(_ element: MarkupElement) {
    let own = WordRunFormat(element.first("w:rPr"))
    let direct = own.over(reader.styles.run(ofCharacters: own.style))
    let format = direct.over(paragraphFormat)
    if format.isHidden == true {
      let text = Self.raw(element)
      // A hidden run may hold the marks of a field.
      for child in element.elements where child.name == "w:fldChar" { fieldMark(child) }
      if !text.isEmpty {
        reader.document.removals.append(
          Removal(line: reader.number, text: text, reason: .hidden))
      }
      return
    }
    for child in element.elements {
      switch child.name {
      case "w:fldChar": fieldMark(child)
      case "w:instrText":
        if let last = reader.fields.indices.last, !reader.fields[last].isShown {
          reader.fields[last].instruction += child.text
        }
      case _ where isInInstruction: continue
      case "w:t": add(child.text, direct, format)
      case "w:tab": add(" ", direct, format)
      case "w:noBreakHyphen": add("-", direct, format)
      case "w:sym": symbol(child, direct, format)
      case "w:cr": styled.add(.lineBreak)
      case "w:br":
        if child["w:type"] == "page" || child["w:type"] == "column" {
          add(" ", direct, format)
        } else {
          styled.add(.lineBreak)
        }
      case "w:lastRenderedPageBreak": pageBreak()
      case "w:footnoteReference", "w:endnoteReference":
        note(child, in: element)
        // What follows in the run is the mark that the author typed.
        if Self.isCustom(child) { return }
      case "w:commentReference":
        if let comment = child["w:id"].flatMap({ reader.comments[$0] }) { doubts.append(comment) }
      case "w:drawing", "w:pict", "w:object": drawing(child)
      case "mc:AlternateContent":
        for part in WordReader.chosen(child)?.elements ?? [] { drawing(part) }
      default: break
      }
    }
  }

  private mutating func add(_ text: String, _ direct: WordRunFormat, _ format: WordRunFormat) {
    if let field = reader.fields.last(where: \.isDropped) {
      reader.document.removals.append(
        Removal(line: reader.number, text: text, reason: field.removal))
      return
    }
    var style: StyledText.Style = []
    // What the paragraph's style says of all its letters sets nothing off.
    if format.isBold(text), !paragraphFormat.isBold(text) { style.insert(.strong) }
    if format.isItalic(text), !paragraphFormat.isItalic(text) { style.insert(.emphasis) }
    if direct.isStruck == true { style.insert(.strikethrough) }
    styled.add(text, style: style, link: link ?? reader.fields.last?.address)
    let count = text.unicodeScalars.lazy.filter(\.isLetterOrDigit).count
    letters += count
    if format.isBold(text) { boldLetters += count }
    if let size = format.size(text) { sizes[size, default: 0] += count }
  }

  private mutating func pageBreak() {
    if styled.isEmpty { pageBreaksBefore += 1 } else { styled.add(.pageBreak(nil)) }
  }

  /// A sign of a font that has an order of its own; letters in such fonts stand for ornaments.
  private mutating func symbol(
    _ element: MarkupElement, _ direct: WordRunFormat, _ format: WordRunFormat
  ) {
    guard let code = element["w:char"].flatMap({ UInt32($0, radix: 16) }), code < 0xF000,
      let scalar = Unicode.Scalar(code)
    else { return }
    add(String(scalar), direct, format)
  }

  private static func isCustom(_ element: MarkupElement) -> Bool {
    element["w:customMarkFollows"].map { ["1", "true", "on"].contains($0) } ?? false
  }

  private mutating func note(_ element: MarkupElement, in run: MarkupElement) {
    guard let id = element["w:id"] else { return }
    var custom: String?
    if Self.isCustom(element) {
      let typed = run.all("w:t").map(\.text).joined()
      custom = typed.filter { !$0.isWhitespace && !"[]^:".contains($0) }
      reader.document.removals.append(
        Removal(line: reader.number, text: typed, reason: .noteNumber))
    }
    let kind: WordNotes.Kind = element.name == "w:footnoteReference" ? .foot : .end
    styled.add(.noteReference(reader.notes.mark(kind, id: id, custom: custom)))
  }

  // MARK: - Fields

  private var isInInstruction: Bool { reader.fields.contains { !$0.isShown } }

  private mutating func fieldMark(_ element: MarkupElement) {
    switch element["w:fldCharType"] {
    case "begin": reader.fields.append(WordField(instruction: "", isShown: false))
    case "separate":
      if let last = reader.fields.indices.last { reader.fields[last].isShown = true }
    case "end": _ = reader.fields.popLast()
    default: break
    }
  }

  // MARK: - Drawings

  private mutating func drawing(_ element: MarkupElement) {
    boxes += Self.boxes(in: element)
    let alternative = element.descendants("wp:docPr").first.flatMap { $0["descr"] ?? $0["title"] }
    let identifiers =
      element.descendants("a:blip").compactMap { $0["r:embed"] }
      + element.descendants("v:imagedata").compactMap { $0["r:id"] }
    for identifier in identifiers {
      guard let relation = relations[identifier], !relation.isOutside,
        let bytes = reader.package.file(at: relation.target)
      else { continue }
      let name = WordPictures.name(relation.target)
      let isShown = WordPictures.isShown(bytes, name)
      if isShown, !reader.document.pictures.contains(where: { $0.name == name }) {
        reader.document.pictures.append(SourcePicture(name: name, bytes: bytes))
      }
      if !isShown { doubts.append(WordPictures.doubt(name)) }
      pictures.append(
        Picture(file: isShown ? name : "", alternative: alternative.flatMap(Self.filled), words: "")
      )
    }
    let words = chartWords(element)
    if !words.isEmpty { pictures.append(Picture(file: "", alternative: nil, words: words)) }
  }

  private static func filled(_ text: String) -> String? {
    let text = Cleaning.clean(text)
    return text.isEmpty ? nil : text
  }

  /// The contents of text boxes, those of groups among them; a box in a box is met when its own
  /// paragraphs are read.
  private static func boxes(in element: MarkupElement) -> [MarkupElement] {
    element.elements.flatMap { child -> [MarkupElement] in
      switch child.name {
      case "w:txbxContent": [child]
      case "mc:AlternateContent": WordReader.chosen(child).map(boxes) ?? []
      default: boxes(in: child)
      }
    }
  }

  /// The words of a chart or a diagram, which keep their places in parts of their own.
  private func chartWords(_ element: MarkupElement) -> String {
    let charts = element.descendants("c:chart").compactMap { $0["r:id"] }
    let diagrams = element.descendants("dgm:relIds").compactMap { $0["r:dm"] }
    var words: [String] = []
    for identifier in charts + diagrams {
      guard let relation = relations[identifier],
        let part = try? reader.package.part(at: relation.target)
      else { continue }
      let texts = part.descendants("a:t") + part.descendants("c:v")
      for text in texts.map({ Cleaning.clean($0.text) })
      where text.unicodeScalars.contains(where: \.isLetter) && !words.contains(text) {
        words.append(text)
      }
    }
    return words.joined(separator: "; ")
  }
}

/// A field: an instruction, and what Word last made of it.
struct WordField {
  var instruction: String
  /// Whether its result has begun.
  var isShown: Bool

  private var words: [Substring] { instruction.split(whereSeparator: \.isWhitespace) }

  /// Whether what it shows is made by every site itself.
  var isDropped: Bool { isShown && ["TOC", "PAGE", "NUMPAGES"].contains(words.first ?? "") }

  var removal: Removal.Reason { words.first == "TOC" ? .contents : .pageNumber }

  /// Where a link leads.
  var address: String? {
    guard words.first == "HYPERLINK", words.count > 1 else { return nil }
    let target = words[1].filter { $0 != "\"" }
    let head = target.prefix(8).lowercased()
    return ["http://", "https://", "mailto:"].contains { head.hasPrefix($0) } ? target : nil
  }
}

/// The pictures of a Word file.
enum WordPictures {
  /// The name of a picture's file in the article's folder.
  static func name(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? "picture"
    return name.filter { $0.isASCII && ($0.isLetter || $0.isNumber || ".-_".contains($0)) }
  }

  /// Whether browsers show it: by its first bytes, for names lie.
  static func isShown(_ bytes: [UInt8], _ name: String) -> Bool {
    let lower = name.lowercased()
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return lower.hasSuffix(".png") }
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      return lower.hasSuffix(".jpg") || lower.hasSuffix(".jpeg")
    }
    if bytes.starts(with: Array("GIF8".utf8)) { return lower.hasSuffix(".gif") }
    return false
  }

  /// What an editor is told of a picture that browsers do not show.
  static func doubt(_ name: String) -> String {
    "the picture \(name) is of a kind that browsers do not show; save it as PNG"
  }
}
