import Foundation

/// Presentation forms and ligatures as the letters that they stand for (UAX #15, NFKC).
enum ShapedLetters {
  static func isShaped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xFB00...0xFB06, 0xFB1D...0xFB4F, 0xFB50...0xFDFF, 0xFE70...0xFEFC: true
    default: false
    }
  }

  static func plain(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isShaped) else { return text }
    return text.unicodeScalars.map {
      isShaped($0) ? String($0).precomposedStringWithCompatibilityMapping : String($0)
    }.joined()
  }

  /// The text as it is written: plain letters, composed, without invisible signs, and without
  /// kashida inside words.
  static func cleaned(_ text: Scalars) -> Scalars {
    var view = String.UnicodeScalarView()
    for scalar in text {
      switch scalar.value {
      case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0: continue
      case 0xA0: view.append(" ")
      default:
        if isShaped(scalar) {
          view.append(
            contentsOf: String(scalar).precomposedStringWithCompatibilityMapping.unicodeScalars)
        } else {
          view.append(scalar)
        }
      }
    }
    let composed = Array(String(view).precomposedStringWithCanonicalMapping.unicodeScalars)
    var result: Scalars = []
    for (index, scalar) in composed.enumerated() {
      if scalar == "\u{640}", let last = result.last, (0x620...0x64A).contains(last.value),
        composed[(index + 1)...].first(where: { $0 != "\u{640}" }).map({
          (0x620...0x64A).contains($0.value)
        }) ?? false
      {
        continue
      }
      if scalar == "\u{AD}", index + 1 < composed.count { continue }
      if scalar.isSpacing, result.last == " " { continue }
      result.append(scalar.isSpacing ? " " : scalar)
    }
    return result.trimmed
  }
}
