/// A font of the site: one weight and style of one family, for the letters of one script.
struct FontFace: Equatable, Sendable {
  /// What text the font is for.
  enum Role: String, Sendable { case text, interface }

  let role: Role
  let family: String
  let script: FontScript
  let isBold: Bool
  let isItalic: Bool

  /// The file in the site's folder of assets.
  var path: String {
    let style = (isBold ? "-bold" : "") + (isItalic ? "-italic" : "")
    return "fonts/\(Slug.make(of: family).lowercased())-\(script.rawValue)\(style).woff2"
  }

  /// The faces that a theme wants, in the order in which their letters are looked for.
  static func wanted(by fonts: Theme.Fonts) -> [FontFace] {
    guard fonts.areShipped else { return [] }
    func face(
      _ role: Role, _ family: String, _ script: FontScript, bold: Bool = false,
      italic: Bool = false
    ) -> FontFace {
      FontFace(role: role, family: family, script: script, isBold: bold, isItalic: italic)
    }
    var faces = [
      face(.text, fonts.hebrew, .hebrew), face(.text, fonts.hebrew, .hebrew, bold: true),
    ]
    for script in [FontScript.arabic, .arabicExtended] {
      faces += [
        face(.text, fonts.arabic, script), face(.text, fonts.arabic, script, bold: true),
      ]
    }
    for script in FontScript.latinScripts {
      faces += [
        face(.text, fonts.latin, script), face(.text, fonts.latin, script, bold: true),
        face(.text, fonts.latin, script, italic: true),
      ]
    }
    // Small print has one weight.
    let parts: [[FontScript]] = [[.latin, .latinWestern, .latinExtended], [.hebrew], [.arabic]]
    for (family, scripts) in zip(fonts.interface, parts) {
      faces += scripts.map { face(.interface, family, $0) }
    }
    return faces
  }
}

/// The letters that a font of the site has: a script's own letters and signs, with the punctuation
/// and digits that stand among them. The whole of a script, not the letters of today's articles: so
/// the files stay the same from build to build, and a reader fetches them once. Latin letters are
/// parted by how often pages need them, for one letter of a file fetches it all.
enum FontScript: String, CaseIterable, Sendable {
  /// The letters and punctuation of English.
  case latin
  /// The other letters of Western European languages.
  case latinWestern = "latin-western"
  /// The letters of Central European languages and of transliteration (ḥ ṭ ṣ ʿ ʾ), as ISO 259,
  /// DIN 31635 and the tables of the Library of Congress have them.
  case latinExtended = "latin-extended"
  /// The other Latin letters, and signs of mathematics and money.
  case latinRare = "latin-rare"
  case hebrew
  /// The letters of Arabic, Persian and Urdu, with their marks and digits.
  case arabic
  /// The other Arabic letters, of further languages, and the marks and ligatures of the Koran.
  case arabicExtended = "arabic-extended"

  /// The parts of the Latin script, the commonest first.
  static let latinScripts: [FontScript] = [.latin, .latinWestern, .latinExtended, .latinRare]

  /// Digits and signs that every script shares, so that they match the letters beside them.
  private static let shared: [ClosedRange<UInt32>] = [
    0x0020...0x0040, 0x005B...0x0060, 0x007B...0x007E, 0x00A0...0x00A0, 0x00AB...0x00AB,
    0x00B0...0x00B1, 0x00B7...0x00B7, 0x00BB...0x00BB, 0x2010...0x2027, 0x2030...0x203A,
  ]

  /// The ranges of Unicode that are wanted of a font.
  var ranges: [ClosedRange<UInt32>] {
    switch self {
    case .latin:
      [
        0x0020...0x007E, 0x00A0...0x00A0, 0x00A7...0x00A7, 0x00AB...0x00AB, 0x00B0...0x00B1,
        0x00B7...0x00B7, 0x00BB...0x00BB, 0x00D7...0x00D7, 0x2010...0x2027, 0x2030...0x203A,
        0x2190...0x2193, 0x2212...0x2212,
      ]
    case .latinWestern:
      [
        0x00A1...0x00A6, 0x00A8...0x00AA, 0x00AC...0x00AF, 0x00B2...0x00B6, 0x00B8...0x00BA,
        0x00BC...0x00D6, 0x00D8...0x00FF, 0x0152...0x0153, 0x20AC...0x20AC, 0x2122...0x2122,
      ]
    case .latinExtended:
      [
        0x0100...0x0151, 0x0154...0x017F, 0x01CD...0x01D4, 0x01E6...0x01F0, 0x0218...0x021B,
        0x02B9...0x02BF, 0x0300...0x0304, 0x0306...0x0308, 0x030C...0x030C, 0x0323...0x0331,
        0x1E0C...0x1E13, 0x1E20...0x1E21, 0x1E24...0x1E2B, 0x1E30...0x1E35, 0x1E5A...0x1E63,
        0x1E6C...0x1E6F, 0x1E92...0x1E96,
      ]
    case .latinRare:
      [
        0x0180...0x01CC, 0x01D5...0x01E5, 0x01F1...0x0217, 0x021C...0x024F, 0x0305...0x0305,
        0x0309...0x030B, 0x030D...0x0322, 0x1E00...0x1E0B, 0x1E14...0x1E1F, 0x1E22...0x1E23,
        0x1E2C...0x1E2F, 0x1E36...0x1E59, 0x1E64...0x1E6B, 0x1E70...0x1E91, 0x1E97...0x1E99,
        0x2044...0x2044, 0x2070...0x209C, 0x20A0...0x20A9, 0x20AD...0x20C0, 0x2116...0x2116,
        0x2248...0x2265,
      ]
    case .hebrew:
      Self.shared + [
        0x0591...0x05F4, 0x200C...0x200D, 0x20AA...0x20AA, 0x25CC...0x25CC, 0xFB1D...0xFB4F,
      ]
    case .arabic:
      Self.shared + [
        0x0600...0x0670, 0x067E...0x067E, 0x0686...0x0686, 0x0688...0x0688, 0x0691...0x0691,
        0x0698...0x0698, 0x06A9...0x06A9, 0x06AF...0x06AF, 0x06BA...0x06BA, 0x06BE...0x06BE,
        0x06C1...0x06C3, 0x06CC...0x06CC, 0x06D2...0x06D4, 0x06F0...0x06F9, 0x200C...0x200E,
        0x25CC...0x25CC, 0xFD3E...0xFD3F,
      ]
    case .arabicExtended:
      [
        0x0671...0x067D, 0x067F...0x0685, 0x0687...0x0687, 0x0689...0x0690, 0x0692...0x0697,
        0x0699...0x06A8, 0x06AA...0x06AE, 0x06B0...0x06B9, 0x06BB...0x06BD, 0x06BF...0x06C0,
        0x06C4...0x06CB, 0x06CD...0x06D1, 0x06D5...0x06EF, 0x06FA...0x06FF, 0x0750...0x077F,
        0xFD50...0xFDFC,
      ]
    }
  }

  /// The letter by whose height fonts are set to one size, and how high it stands, in parts of the
  /// letter size: Hebrew's square letters between a Latin font's x and its capitals, Arabic's alif
  /// a little above these.
  var measure: (letter: UInt32, height: Double) {
    switch self {
    case .latin, .latinWestern, .latinExtended, .latinRare: (0x48, 0.66)
    case .hebrew: (0x05D4, 0.55)
    case .arabic, .arabicExtended: (0x0627, 0.72)
    }
  }

  /// The name of the script's family of fonts in style sheets.
  func family(_ role: FontFace.Role) -> String {
    let name =
      switch self {
      case .latin, .latinWestern, .latinExtended, .latinRare: "Latin"
      case .hebrew: "Hebrew"
      case .arabic, .arabicExtended: "Arabic"
      }
    return role == .text ? "Daf \(name)" : "Daf Sans \(name)"
  }
}
