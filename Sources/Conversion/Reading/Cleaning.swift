import Foundation

/// Takes from lines what no reader sees: control characters, direction marks, glyphs of private
/// fonts.
///
/// Direction marks carry the order of words in some extractors' texts, so this comes after the
/// order has been restored.
package enum Cleaning {
  /// The line's text without invisible characters, in NFC, presentation forms folded.
  package static func clean(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    var hasForms = false
    for scalar in text.unicodeScalars where !isDropped(scalar) {
      switch scalar.value {
      case 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0xFB00...0xFB06: hasForms = true
      default: break
      }
      view.append(scalar)
    }
    let string = String(view)
    return hasForms
      ? foldingForms(string).precomposedStringWithCanonicalMapping
      : string.precomposedStringWithCanonicalMapping
  }

  /// Whether a line consists of nothing but ornaments: glyphs of private fonts.
  static func isOrnament(_ text: String) -> Bool {
    var found = false
    for scalar in text.unicodeScalars where !scalar.isSpacing {
      guard isPrivate(scalar) else { return false }
      found = true
    }
    return found
  }

  private static func isPrivate(_ scalar: Unicode.Scalar) -> Bool {
    (0xE000...0xF8FF).contains(scalar.value) || scalar.value >= 0xF0000
  }

  private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09: false
    case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x061C, 0x200B, 0x200E...0x200F, 0x202A...0x202E,
      0x2060...0x2069,
      0xFEFF, 0xFFF9...0xFFFD:
      true
    default: isPrivate(scalar)
    }
  }

  private static func foldingForms(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0xFB00...0xFB06:
        result += String(scalar).precomposedStringWithCompatibilityMapping
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
