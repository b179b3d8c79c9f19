/// A font of a PDF: from the bytes of a string to codes, widths and letters (ISO 32000-2, 9.5-9.10).
final class PDFFont {
  /// What a code is on paper.
  struct Character {
    /// U+FFFD where nothing tells the letter.
    var text: String
    /// How far the next glyph stands, in em.
    var width: Double
    /// The lowest and highest point of its outline, in em; `nil` where it is not known.
    var ink: ClosedRange<Double>?
  }

  let style: PDFFontStyle
  let isComposite: Bool
  /// The name in its resource dictionary of a font that is no object of its own.
  var inlineName: String?

  private let objects: ObjectStore
  private let dictionary: [String: PDFObject]
  private let descendant: [String: PDFObject]
  private let descriptor: [String: PDFObject]
  private let letters: CharacterMap?
  private let codes: CharacterMap?
  private let encoding: FontEncoding?
  private let widths: [UInt32: Double]
  private let defaultWidth: Double
  private let scale: Double
  private lazy var program: FontProgram? = embedded()
  private lazy var glyphs: [UInt8] =
    objects.stream(descendant["CIDToGIDMap"]).map { objects.data(of: $0).bytes } ?? []
  private var known: [UInt32: Character] = [:]

  /// - Parameter index: a number for a name where the file gives none.
  init(_ dictionary: [String: PDFObject], objects: ObjectStore, index: Int) {
    self.objects = objects
    self.dictionary = dictionary
    let subtype = objects.name(dictionary["Subtype"]) ?? ""
    isComposite = subtype == "Type0"
    descendant =
      isComposite
      ? objects.dictionary(objects.array(dictionary["DescendantFonts"])?.first) ?? [:] : [:]
    descriptor =
      objects.dictionary((isComposite ? descendant : dictionary)["FontDescriptor"]) ?? [:]
    letters = objects.stream(dictionary["ToUnicode"]).map {
      CharacterMap(objects.data(of: $0).bytes)
    }
    if isComposite {
      codes = objects.stream(dictionary["Encoding"]).map {
        CharacterMap(objects.data(of: $0).bytes)
      }
      encoding = nil
      defaultWidth = objects.number(descendant["DW"]) ?? 1000
      widths = FontWidths.composite(objects.array(descendant["W"]) ?? [], objects: objects)
    } else {
      codes = nil
      encoding = FontEncoding(dictionary["Encoding"], objects: objects)
      widths = FontWidths.simple(dictionary, objects: objects)
      defaultWidth = widths.isEmpty ? 500 : objects.number(descriptor["MissingWidth"]) ?? 0
    }
    scale =
      subtype == "Type3" ? abs(objects.numbers(dictionary["FontMatrix"]).first ?? 0.001) : 0.001
    let given = FontNames.withoutPrefix(
      objects.name(dictionary["BaseFont"]) ?? objects.name(descriptor["FontName"]) ?? "")
    let flags = objects.integer(descriptor["Flags"]) ?? 0
    style = PDFFontStyle(
      name: given.isEmpty ? "nameless-\(index)" : given,
      isBold: FontNames.isBold(given) || flags & 1 << 18 != 0
        || (objects.number(descriptor["FontWeight"]) ?? 400) >= 600,
      isItalic: FontNames.isItalic(given) || flags & 1 << 6 != 0, isNameless: given.isEmpty)
  }

  /// The codes of a string, and how many bytes each has.
  func codes(in bytes: [UInt8]) -> [(code: UInt32, length: Int)] {
    guard isComposite else { return bytes.map { (UInt32($0), 1) } }
    var result: [(UInt32, Int)] = []
    var index = 0
    while index < bytes.count {
      let length = min(codes?.length(of: bytes, at: index) ?? 2, bytes.count - index)
      result.append((bytes[index..<(index + length)].reduce(0) { $0 << 8 | UInt32($1) }, length))
      index += length
    }
    return result
  }

  func character(_ code: UInt32) -> Character {
    if let character = known[code] { return character }
    let cid = codes?.cids[code] ?? code
    let ink = ink(code, cid: cid)
    var text = text(code, cid: cid)
    let width = (widths[isComposite ? cid : code] ?? defaultWidth) * scale
    // Neither a letter nor ink, but a width: a space.
    if text == "\u{FFFD}", width > 0.1, let ink, ink.upperBound == ink.lowerBound { text = " " }
    let character = Character(text: text, width: width, ink: ink)
    known[code] = character
    return character
  }

  private func text(_ code: UInt32, cid: UInt32) -> String {
    if let text = letters?.letters[code] {
      return text.isEmpty || text == "\0" ? "\u{FFFD}" : text
    }
    if let encoding {
      let code = Int(code)
      if let name = encoding.names[code] {
        if let text = GlyphNames.text(of: name) { return text }
        if let glyph = program?.glyph(named: name), let text = program?.text(ofGlyph: glyph) {
          return text
        }
        return "\u{FFFD}"
      }
      if let base = encoding.base {
        return base[code].map { String(Swift.Character($0)) } ?? "\u{FFFD}"
      }
      if let glyph = program?.glyph(ofCode: code), let text = program?.text(ofGlyph: glyph) {
        return text
      }
      return SimpleEncoding.standard[code].map { String(Swift.Character($0)) } ?? "\u{FFFD}"
    }
    return program?.text(ofGlyph: glyph(ofCID: cid)) ?? "\u{FFFD}"
  }

  private func ink(_ code: UInt32, cid: UInt32) -> ClosedRange<Double>? {
    guard let program else { return nil }
    guard let encoding else { return program.ink(ofGlyph: glyph(ofCID: cid)) }
    var glyph: UInt32?
    if let name = encoding.names[Int(code)] {
      glyph =
        program.glyph(named: name)
        ?? GlyphNames.text(of: name)?.unicodeScalars.first.flatMap { program.glyph(of: $0) }
    } else if let base = encoding.base {
      glyph = base[Int(code)].flatMap { program.glyph(of: $0) }
    }
    return (glyph ?? program.glyph(ofCode: Int(code))).flatMap { program.ink(ofGlyph: $0) }
  }

  private func glyph(ofCID cid: UInt32) -> UInt32 {
    let place = Int(cid) * 2
    if place + 1 < glyphs.count { return UInt32(glyphs[place]) << 8 | UInt32(glyphs[place + 1]) }
    return program?.glyph(ofCID: cid) ?? cid
  }

  private func embedded() -> FontProgram? {
    for key in ["FontFile2", "FontFile3", "FontFile"] {
      if let stream = objects.stream(descriptor[key]) {
        return FontProgram(objects.data(of: stream).bytes)
      }
    }
    return nil
  }
}
