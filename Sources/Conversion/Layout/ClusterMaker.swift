import PDF

/// Glyphs to clusters: marks join their letters, what is not to be seen or drawn twice is left out.
struct ClusterMaker {
  let fonts: [PDFFontStyle]
  /// The fonts without a name whose letters are wider than the others' same letters: bold ones.
  private var heavy: Set<Int> = []
  /// How many glyphs were left out because they cannot be seen, and because they stand twice.
  private(set) var hidden = 0
  private(set) var doubled = 0

  init(_ document: PDFDocument) {
    fonts = document.fonts
    heavy = Self.heavyFonts(document)
  }

  mutating func clusters(of page: PDFPage) -> [PrintedCluster] {
    let drawn = page.glyphs
    var glyphs = drawn.enumerated().map { (order: $0.offset, glyph: $0.element) }.filter { item in
      let beside = [item.order - 1, item.order + 1].filter(drawn.indices.contains).map {
        drawn[$0].text
      }
      return !item.glyph.isTurned && !item.glyph.text.isEmpty
        && !isStretching(item.glyph, beside: beside)
    }
    if glyphs.contains(where: { !$0.glyph.isHidden && $0.glyph.text != " " }) {
      let seen = glyphs.filter { !$0.glyph.isHidden }
      hidden += glyphs.count - seen.count
      glyphs = seen
    }
    glyphs = withoutDoubles(glyphs)
    let bases = bases(of: glyphs.map(\.glyph))
    var further: [Int: [Int]] = [:]
    for (index, base) in bases.enumerated() {
      if let base { further[base, default: []].append(index) }
    }
    var clusters: [PrintedCluster] = []
    for (index, item) in glyphs.enumerated() where bases[index] == nil {
      var text = item.glyph.text
      let own = further[index] ?? []
      for mark in own.filter({ $0 < index }).reversed() + own.filter({ $0 > index }) {
        text += Self.added(glyphs[mark].glyph.text, to: text)
      }
      var style = fonts[item.glyph.font]
      if heavy.contains(item.glyph.font) { style.isBold = true }
      var cluster = PrintedCluster(text, of: item.glyph, style: style, order: item.order)
      // A digit drawn small and high though it stands on the line: the font's own superior figure.
      if cluster.isDigit, let ink = item.glyph.ink, ink.lowerBound > 0.18,
        ink.upperBound - ink.lowerBound < 0.55
      {
        cluster.isRaised = true
      }
      clusters.append(cluster)
    }
    return clusters + bullets(of: page)
  }

  /// Discs that are drawn as bullets.
  private func bullets(of page: PDFPage) -> [PrintedCluster] {
    guard !fonts.isEmpty else { return [] }
    return page.discs.map { disc in
      let glyph = PDFGlyph(
        text: "•", x0: disc.box.x0, x1: disc.box.x1, y: disc.box.y1 + 0.6 * disc.box.height,
        size: 2.2 * disc.box.height, font: 0)
      return PrintedCluster("•", of: glyph, style: fonts[0], order: disc.order)
    }
  }

  /// A flat stroke on the base line that the file calls an Arabic letter: a font's kashida. A lam
  /// before a kaf may be drawn so, its height being the kaf's.
  private func isStretching(_ glyph: PDFGlyph, beside: [String]) -> Bool {
    if glyph.text == "ل", !beside.contains("ل"), beside.contains(where: { $0.hasPrefix("ك") }) {
      return false
    }
    guard let ink = glyph.ink, let scalar = glyph.text.unicodeScalars.first,
      glyph.text.unicodeScalars.count == 1, (0x641...0x64A).contains(scalar.value)
    else { return false }
    return ink.upperBound < 0.2 && ink.upperBound - ink.lowerBound < 0.2
      && ink.upperBound > ink.lowerBound
  }

  /// A letter drawn again nearly in its place: a shadow, or boldness.
  private mutating func withoutDoubles(
    _ glyphs: [(order: Int, glyph: PDFGlyph)]
  ) -> [(order: Int, glyph: PDFGlyph)] {
    struct Place: Hashable {
      var text: String
      var x: Int
      var y: Int
    }
    var seen: Set<Place> = []
    let kept = glyphs.filter { item in
      let glyph = item.glyph
      let step = max(0.6, glyph.size * 0.06)
      guard (glyph.x0 / step).magnitude < 1e6, (glyph.y / step).magnitude < 1e6 else {
        return false
      }
      let isNew = seen.insert(
        Place(
          text: glyph.text, x: Int((glyph.x0 / step).rounded()), y: Int((glyph.y / step).rounded()))
      ).inserted
      return isNew || glyph.text == " " || glyph.x1 - glyph.x0 <= 0.1
    }
    doubled += glyphs.count - kept.count
    return kept
  }

  /// For each glyph that is a mark the place of its letter: by the order of drawing, for a mark's
  /// place on paper does not tell its base.
  private func bases(of glyphs: [PDFGlyph]) -> [Int?] {
    let joins = glyphs.map { glyph in
      let scalars = glyph.text.unicodeScalars
      if scalars.allSatisfy({ BidiClass($0) == .mark }) { return true }
      return glyph.x1 - glyph.x0 < 0.02 * glyph.size
        && (glyph.text == "\u{FFFD}" || scalars.contains(where: \.isRightToLeftLetter))
    }
    func standing(_ index: Int, _ step: Int) -> Int? {
      var place = index + step
      while glyphs.indices.contains(place), abs(place - index) <= 5 {
        let (one, other) = (glyphs[place], glyphs[index])
        if abs(one.y - other.y) > 0.9 * max(one.size, other.size) { return nil }
        if !joins[place] { return one.text == " " ? nil : place }
        place += step
      }
      return nil
    }
    return glyphs.indices.map { index in
      guard joins[index] else { return nil }
      let glyph = glyphs[index]
      let (next, previous) = (standing(index, 1), standing(index, -1))
      guard let next, let previous else { return next ?? previous }
      // Drawn from left to right though written from right to left: the letter follows its mark.
      let isRight = glyphs[next].text.unicodeScalars.contains(where: \.isRightToLeftLetter)
      let target = glyphs[next].x0 >= glyphs[previous].x0 && isRight ? next : previous
      let other = target == next ? previous : next
      func distance(_ place: Int) -> Double {
        max(glyphs[place].x0 - glyph.x0, glyph.x0 - glyphs[place].x1, 0)
      }
      return distance(target) > 1.2 * glyph.size && distance(other) < 0.3 * glyph.size
        ? other : target
    }
  }

  /// What a mark's glyph adds to a letter: a precomposed pair may repeat the letter.
  private static func added(_ mark: String, to text: String) -> String {
    guard mark != "\u{FFFD}" else { return "" }
    let letters = mark.unicodeScalars.filter { BidiClass($0) != .mark }
    let own = text.unicodeScalars.filter { BidiClass($0) != .mark }
    guard !letters.isEmpty, ShapedLetters.plain(String(letters)) == ShapedLetters.plain(String(own))
    else { return mark }
    return String(
      String.UnicodeScalarView(
        mark.unicodeScalars.filter { scalar in
          BidiClass(scalar) == .mark && !text.unicodeScalars.contains(scalar)
        }))
  }

  private static func heavyFonts(_ document: PDFDocument) -> Set<Int> {
    guard document.fonts.contains(where: \.isNameless) else { return [] }
    var widths: [Int: [String: Double]] = [:]
    var counts: [Int: Int] = [:]
    for glyph in document.pages.flatMap(\.glyphs) where glyph.size > 0 {
      counts[glyph.font, default: 0] += 1
      guard let scalar = glyph.text.unicodeScalars.first, scalar.isLetter else { continue }
      widths[glyph.font, default: [:]][glyph.text] = (glyph.x1 - glyph.x0) / glyph.size
    }
    guard let body = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) })?.key,
      let usual = widths[body]
    else { return [] }
    var heavy: Set<Int> = []
    for (font, own) in widths where font != body && document.fonts[font].isNameless {
      let ratios = own.compactMap { text, width in
        usual[text].flatMap { $0 > 0.1 ? width / $0 : nil }
      }.sorted()
      if ratios.count >= 6, ratios[ratios.count / 2] > 1.02 { heavy.insert(font) }
    }
    return heavy
  }
}
