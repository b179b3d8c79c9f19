import Glibc

/// A publication's colour in the shades that can be read as text: at least 4.5:1 on paper (WCAG 2.2,
/// 1.4.3), in the light and in the dark scheme.
struct AccentColours: Equatable, Sendable {
  /// On light paper: for links, and stronger under the pointer.
  let light, lightStrong: String
  /// On dark paper.
  let dark, darkStrong: String
  /// For large coloured areas in either scheme, with text of `onArea` upon it.
  let area: String

  /// The shades of a colour `#rrggbb`; `nil` where it is written otherwise.
  init?(_ colour: String) {
    guard let given = RGB(colour) else { return nil }
    let paper = RGB(red: 0.992, green: 0.988, blue: 0.976)
    let night = RGB(red: 0.13, green: 0.137, blue: 0.157)
    let onLight = given.towards(.black, until: { $0.contrast(with: paper) >= 5.2 })
    let onDark = given.towards(.white, until: { $0.contrast(with: night) >= 6.5 })
    light = onLight.hexadecimal
    lightStrong = onLight.mixed(with: .black, 0.35).hexadecimal
    dark = onDark.hexadecimal
    darkStrong = onDark.mixed(with: .white, 0.4).hexadecimal
    area = given.towards(.black, until: { $0.contrast(with: .white) >= 6 }).hexadecimal
  }
}

/// A colour of sRGB; each part from 0 to 1.
struct RGB: Equatable, Sendable {
  var red, green, blue: Double

  static let black = RGB(red: 0, green: 0, blue: 0)
  static let white = RGB(red: 1, green: 1, blue: 1)

  init(red: Double, green: Double, blue: Double) {
    (self.red, self.green, self.blue) = (red, green, blue)
  }

  /// Reads `#rrggbb`.
  init?(_ text: String) {
    guard text.utf8.count == 7, text.hasPrefix("#"), let value = UInt32(text.dropFirst(), radix: 16)
    else { return nil }
    self.init(
      red: Double(value >> 16) / 255, green: Double(value >> 8 & 0xFF) / 255,
      blue: Double(value & 0xFF) / 255)
  }

  var hexadecimal: String {
    "#"
      + [red, green, blue].map { part in
        let value = Int((min(max(part, 0), 1) * 255).rounded())
        return (value < 16 ? "0" : "") + String(value, radix: 16)
      }.joined()
  }

  func mixed(with other: RGB, _ share: Double) -> RGB {
    RGB(
      red: red + (other.red - red) * share, green: green + (other.green - green) * share,
      blue: blue + (other.blue - blue) * share)
  }

  /// The colour itself, or as much of another mixed into it as a condition wants.
  func towards(_ other: RGB, until isEnough: (RGB) -> Bool) -> RGB {
    for step in 0..<50 {
      let colour = mixed(with: other, Double(step) / 50)
      if isEnough(colour) { return colour }
    }
    return other
  }

  /// The contrast ratio of WCAG 2.2, from 1 to 21.
  func contrast(with other: RGB) -> Double {
    let (one, two) = (luminance, other.luminance)
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  /// The relative luminance of WCAG 2.2.
  private var luminance: Double {
    func linear(_ part: Double) -> Double {
      part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }
}
