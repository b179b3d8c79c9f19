import Orthography

/// The language of a name that stands in an article of some language.
enum WrittenLanguage {
  /// The article's language where the name's first letter is of its script; else what its script
  /// tells.
  static func of(_ name: String, in language: String) -> String {
    for scalar in name.unicodeScalars {
      guard let script = Script(scalar) else { continue }
      if script == Languages.script(of: language) { return language }
      switch script {
      case .hebrew: return "he"
      case .arabic: return "ar"
      case .latin: return "und-Latn"
      case .other: return language
      }
    }
    return language
  }
}
