import Orthography

extension HTMLBuffer {
  /// Appends ` lang` and ` dir` where a setting differs from the one round it.
  mutating func setting(_ setting: Setting, in surrounding: Setting) {
    if setting.language != surrounding.language { attribute("lang", setting.language) }
    if setting.direction != surrounding.direction {
      attribute("dir", setting.direction.rawValue)
    }
  }
}
