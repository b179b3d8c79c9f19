import Orthography

/// A cover that Daf draws: a volume's, a series', or the picture by which a page is shared.
struct Cover {
  /// What stands on it.
  var heading: String
  var title: String
  var direction: Direction
  /// What the drawing depends on: the same gives the same cover, another gives another.
  var seed: String
  var style: Theme.CoverStyle
  /// The colour of the area, `#rrggbb`.
  var colour: String

  /// The format of a cover.
  struct Format {
    let width, height: Double
    static let book = Format(width: 600, height: 800)
    /// What social networks show (Open Graph): 1.91 to 1.
    static let share = Format(width: 1200, height: 630)
  }

  /// The drawing as SVG; it names no font and no other file.
  func svg(_ format: Format, regular: DrawnText, bold: DrawnText) -> String {
    let (width, height) = (format.width, format.height)
    let isWide = width > height
    let margin = isWide ? 80.0 : 56
    let area = shade
    var svg =
      #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \#(rounded(width)) \#(rounded(height))" "#
      + #"width="\#(rounded(width))" height="\#(rounded(height))">"#
    svg += #"<rect width="100%" height="100%" fill="\#(area.hexadecimal)"/>"#
    let top = isWide ? 0 : height * 0.44
    let left = isWide ? (direction == .rightToLeft ? 0 : width * 0.58) : 0
    let drawing = CoverDrawing(
      x: left, y: top, width: isWide ? width * 0.42 : width, height: height - top,
      ink: area.mixed(with: .white, 0.85), seed: seed)
    svg += drawing.svg(style)
    var y = margin + (isWide ? 40 : 24)
    func put(_ text: DrawnText, _ line: String, size: Double, opacity: String) {
      let (paths, lineWidth) = text.line(line, direction: direction, size: size)
      let x = direction == .rightToLeft ? width - margin - lineWidth : margin
      svg +=
        #"<g fill="white" fill-opacity="\#(opacity)" transform="translate(\#(rounded(x)) \#(rounded(y)))">\#(paths)</g>"#
    }
    let room = (isWide ? width * 0.55 : width) - 2 * margin + (isWide ? 60 : 0)
    let small = isWide ? 34.0 : 27
    for line in regular.wrapped(heading, direction: direction, size: small, width: room, lines: 2) {
      put(regular, line, size: small, opacity: ".85")
      y += small * 1.35
    }
    y += small * 0.2
    let rule = direction == .rightToLeft ? width - margin - 64 : margin
    svg +=
      #"<rect x="\#(rounded(rule))" y="\#(rounded(y - small * 0.6))" width="64" height="4" fill="white"/>"#
    let size =
      title.count > 60 ? (isWide ? 46.0 : 38) : title.count > 28 ? (isWide ? 58.0 : 46) : 68
    y += size * 1.05
    for line in bold.wrapped(title, direction: direction, size: size, width: room, lines: 5) {
      put(bold, line, size: size, opacity: "1")
      y += size * 1.2
    }
    return svg + "</svg>\n"
  }

  /// The area's colour: the theme's, a little darker or turned for each seed.
  private var shade: RGB {
    var random = SeededNumbers(seed)
    let base = RGB(colour) ?? RGB(red: 0.04, green: 0.33, blue: 0.4)
    let turned = RGB(red: base.green, green: base.blue, blue: base.red)
    return base.mixed(with: turned, random.next() * 0.28).mixed(with: .black, random.next() * 0.22)
      .towards(.black) { $0.contrast(with: .white) >= 6 }
  }
}

/// Numbers that a text decides: the same text, the same numbers (SplitMix64 over FNV-1a).
struct SeededNumbers {
  private var state: UInt64

  init(_ seed: String) {
    var hash = ContentHash()
    hash.add(seed.utf8)
    state = UInt64(hash.hexadecimal, radix: 16) ?? 0
  }

  /// The next number, from 0 to 1.
  mutating func next() -> Double {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return Double((mixed ^ (mixed >> 31)) >> 11) / Double(1 << 53)
  }

  /// A number between two.
  mutating func next(_ low: Double, _ high: Double) -> Double { low + (high - low) * next() }
}
