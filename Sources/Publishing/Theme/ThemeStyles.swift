/// The style sheet of a theme: its fonts, and the variables that Daf's style sheets take colours and
/// letters from.
struct ThemeStyles {
  let theme: Theme
  let fonts: [ShippedFont]

  /// A font that comes with the site.
  struct ShippedFont: Equatable, Sendable {
    let face: FontFace
    let bytes: [UInt8]
    /// The letters that it has.
    let ranges: [ClosedRange<UInt32>]
    /// How its letters are enlarged to stand as high as those beside them; 1 as they are.
    let scale: Double
  }

  /// Above and below the base line every font takes the same part of a line, so that a word in
  /// another script moves no line.
  private static let (ascent, descent) = (0.95, 0.32)

  var css: String {
    var css = ""
    for font in fonts { css += rule(font) }
    css += ":root {\n"
    if let colours = theme.accent.flatMap(AccentColours.init) {
      css += "  --accent: light-dark(\(colours.light), \(colours.dark));\n"
      css += "  --accent-strong: light-dark(\(colours.lightStrong), \(colours.darkStrong));\n"
      css += "  --accent-area: \(colours.area);\n"
    }
    for script in ["latin", "hebrew", "arabic"] where has(.text) {
      css += "  --\(script): \(families(.text, first: script)), var(--\(script)-installed);\n"
    }
    if has(.interface) {
      css += "  --sans: \(families(.interface, first: "latin")), var(--sans-installed);\n"
    }
    css += "}\n"
    if has(.interface) {
      for (language, script) in [("he", "hebrew"), ("ar", "arabic")] {
        css += ":root:lang(\(language)) { --sans: "
        css += "\(families(.interface, first: script)), var(--sans-installed); }\n"
      }
      // The name of another language in the menu is no reason to load a font.
      css += ":root:not(:lang(ar)) .languages :lang(ar) { font-family: var(--sans-installed); }\n"
    }
    if has(.text) {
      // The scripts stand at one height by their fonts: one size serves them all.
      css += ":root { --foreign-latin: 1em; --foreign-hebrew: 1em; }\n"
    }
    return css
  }

  private func has(_ role: FontFace.Role) -> Bool { fonts.contains { $0.face.role == role } }

  /// The families of a role that come with the site, that of one script first: digits and signs are
  /// taken from the first that has them.
  private func families(_ role: FontFace.Role, first: String) -> String {
    let scripts: [FontScript] =
      switch first {
      case "hebrew": [.hebrew, .latin, .arabic]
      case "arabic": [.arabic, .latin, .hebrew]
      default: [.latin, .hebrew, .arabic]
      }
    return scripts.compactMap { script in
      let roles = role == .interface ? [role, .text] : [role]
      return roles.first { role in
        fonts.contains { $0.face.role == role && $0.face.script == script }
      }.map { "\"\(script.family($0))\"" }
    }.joined(separator: ", ")
  }

  private func rule(_ font: ShippedFont) -> String {
    let face = font.face
    let ranges = font.ranges.map { range in
      let (first, last) = (range.lowerBound, range.upperBound)
      return "U+" + String(first, radix: 16)
        + (first == last ? "" : "-" + String(last, radix: 16))
    }
    return """
      @font-face {
        font-family: "\(face.script.family(face.role))";
        src: url("../\(face.path)") format("woff2");
        font-weight: \(face.isBold ? 700 : 400);
        font-style: \(face.isItalic ? "italic" : "normal");
        font-display: fallback;
        size-adjust: \(percent(font.scale));
        ascent-override: \(percent(Self.ascent / font.scale));
        descent-override: \(percent(Self.descent / font.scale));
        line-gap-override: 0%;
        unicode-range: \(ranges.joined(separator: ", "));
      }

      """
  }

  private func percent(_ part: Double) -> String {
    let tenths = Int((part * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10)%"
  }
}
