import Orthography

/// The language of a text that stands in an article, told by its first letter.
enum TextLanguage {
  /// - Returns: `nil` where the letters are of the article's own script.
  static func other(_ text: String, in language: String) -> String? {
    guard let script = text.unicodeScalars.lazy.compactMap({ Script($0) }).first else { return nil }
    let own: Script =
      switch language.prefix(2) {
      case "he", "yi": .hebrew
      case "ar", "fa", "ur": .arabic
      default: .latin
      }
    if script == own { return nil }
    switch script {
    case .hebrew: return "he"
    case .arabic: return "ar"
    case .latin: return "en"
    case .other: return nil
    }
  }
}
