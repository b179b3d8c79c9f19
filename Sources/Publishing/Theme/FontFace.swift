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
    for script in [FontScript.latin, .latinExtended] {
      faces += [
        face(.text, fonts.latin, script), face(.text, fonts.latin, script, bold: true),
        face(.text, fonts.latin, script, italic: true),
      ]
    }
    // Small print has one weight.
    for (family, script) in zip(fonts.interface, [FontScript.latin, .hebrew, .arabic]) {
      faces.append(face(.interface, family, script))
    }
    return faces
  }
}

/// The letters that a font of the site has: a script's own letters and signs, with the punctuation
/// and digits that stand among them. The whole of a script, not the letters of today's articles: so
/// the files stay the same from build to build, and a reader fetches them once.
enum FontScript: String, CaseIterable, Sendable {
  /// The letters of Western European languages.
  case latin
  /// The other Latin letters, of Central European languages and of transliteration (ḥ ṭ ṣ ʿ ʾ).
  case latinExtended = "latin-extended"
  case hebrew
  /// The letters of Arabic, Persian and Urdu, with their marks and digits.
  case arabic
  /// The other Arabic letters, of further languages, and the marks and ligatures of the Koran.
  case arabicExtended = "arabic-extended"

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
        0x0020...0x007E, 0x00A0...0x00FF, 0x0152...0x0153, 0x2010...0x2027, 0x2030...0x203A,
        0x20AC...0x20AC, 0x2122...0x2122, 0x2190...0x2193, 0x2212...0x2212,
      ]
    case .latinExtended:
      [
        0x0100...0x0151, 0x0154...0x024F, 0x02B9...0x02BF, 0x0300...0x0331, 0x1E00...0x1E99,
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
    case .latin, .latinExtended: (0x48, 0.66)
    case .hebrew: (0x05D4, 0.55)
    case .arabic, .arabicExtended: (0x0627, 0.72)
    }
  }

  /// The name of the script's family of fonts in style sheets.
  func family(_ role: FontFace.Role) -> String {
    let name =
      switch self {
      case .latin, .latinExtended: "Latin"
      case .hebrew: "Hebrew"
      case .arabic, .arabicExtended: "Arabic"
      }
    return role == .text ? "Daf \(name)" : "Daf Sans \(name)"
  }
}
