import CFreetype

/// An embedded font program, by FreeType: outlines and the letters of its glyphs.
final class FontProgram {
  private let library: FT_Library
  private let face: FT_Face
  private let buffer: UnsafeMutableBufferPointer<UInt8>
  /// A letter of each glyph that the program's own table of letters names.
  private lazy var letters: [UInt32: Unicode.Scalar] = readLetters()
  private lazy var glyphsOfCIDs: [UInt32: UInt32] = readCIDs()

  /// `nil` where FreeType cannot read the program.
  init?(_ bytes: [UInt8]) {
    guard !bytes.isEmpty else { return nil }
    var library: FT_Library?
    guard FT_Init_FreeType(&library) == 0, let library else { return nil }
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
    _ = buffer.initialize(from: bytes)
    var face: FT_Face?
    guard FT_New_Memory_Face(library, buffer.baseAddress, FT_Long(bytes.count), 0, &face) == 0,
      let face
    else {
      FT_Done_FreeType(library)
      buffer.deallocate()
      return nil
    }
    (self.library, self.face, self.buffer) = (library, face, buffer)
  }

  deinit {
    FT_Done_Face(face)
    FT_Done_FreeType(library)
    buffer.deallocate()
  }

  var isCIDKeyed: Bool { daf_ft_is_cid_keyed(face) != 0 }

  /// The letter of a glyph by the program's table of letters, or by its name.
  func text(ofGlyph glyph: UInt32) -> String? {
    if let scalar = letters[glyph] { return String(Character(scalar)) }
    return name(ofGlyph: glyph).flatMap(GlyphNames.text)
  }

  func name(ofGlyph glyph: UInt32) -> String? {
    guard daf_ft_has_glyph_names(face) != 0 else { return nil }
    var name = [CChar](repeating: 0, count: 128)
    guard FT_Get_Glyph_Name(face, glyph, &name, 128) == 0 else { return nil }
    let text = String(
      decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return text.isEmpty || text == ".notdef" ? nil : text
  }

  /// The glyph of a byte by the program's own encoding: a symbolic font's.
  func glyph(ofCode code: Int) -> UInt32? {
    for index in 0..<Int(face.pointee.num_charmaps) {
      guard let map = face.pointee.charmaps[index] else { continue }
      let isSymbol = map.pointee.platform_id == 3 && map.pointee.encoding_id == 0
      let isMacintosh = map.pointee.platform_id == 1
      let isOwn = map.pointee.platform_id == 7
      guard isSymbol || isMacintosh || isOwn, FT_Set_Charmap(face, map) == 0 else { continue }
      for base in isSymbol ? [0xF000, 0, 0xF100] : [0] {
        let glyph = FT_Get_Char_Index(face, FT_ULong(base + code))
        if glyph != 0 { return glyph }
      }
    }
    return nil
  }

  func glyph(named name: String) -> UInt32? {
    let glyph = FT_Get_Name_Index(face, name)
    return glyph == 0 ? nil : glyph
  }

  func glyph(of scalar: Unicode.Scalar) -> UInt32? {
    guard FT_Select_Charmap(face, daf_ft_unicode()) == 0 else { return nil }
    let glyph = FT_Get_Char_Index(face, FT_ULong(scalar.value))
    return glyph == 0 ? nil : glyph
  }

  /// The glyph of a CID of a CID-keyed program.
  func glyph(ofCID cid: UInt32) -> UInt32 { isCIDKeyed ? glyphsOfCIDs[cid] ?? 0 : cid }

  /// What of a glyph is seen: the lowest and the highest point of its outline, in em.
  ///
  /// - Returns: `nil` where the glyph cannot be read; an empty range where it has no ink.
  func ink(ofGlyph glyph: UInt32) -> ClosedRange<Double>? {
    guard FT_Load_Glyph(face, glyph, daf_ft_load_unscaled()) == 0 else { return nil }
    let slot = face.pointee.glyph
    guard let slot, slot.pointee.format == FT_GLYPH_FORMAT_OUTLINE else { return nil }
    var box = FT_BBox()
    FT_Outline_Get_CBox(&slot.pointee.outline, &box)
    let unit = Double(max(1, face.pointee.units_per_EM))
    guard slot.pointee.outline.n_points > 0, box.yMin <= box.yMax else { return 0...0 }
    return Double(box.yMin) / unit...Double(box.yMax) / unit
  }

  private func readLetters() -> [UInt32: Unicode.Scalar] {
    guard FT_Select_Charmap(face, daf_ft_unicode()) == 0 else { return [:] }
    var letters: [UInt32: Unicode.Scalar] = [:]
    var glyph: FT_UInt = 0
    var code = FT_Get_First_Char(face, &glyph)
    for _ in 0..<(1 << 16) where glyph != 0 {
      if letters[glyph] == nil, let scalar = Unicode.Scalar(UInt32(truncatingIfNeeded: code)) {
        letters[glyph] = scalar
      }
      code = FT_Get_Next_Char(face, code, &glyph)
    }
    return letters
  }

  private func readCIDs() -> [UInt32: UInt32] {
    var glyphs: [UInt32: UInt32] = [:]
    for glyph in 0..<UInt32(clamping: min(face.pointee.num_glyphs, 1 << 16)) {
      var cid: FT_UInt = 0
      if FT_Get_CID_From_Glyph_Index(face, glyph, &cid) == 0, glyphs[cid] == nil {
        glyphs[cid] = glyph
      }
    }
    return glyphs
  }
}
