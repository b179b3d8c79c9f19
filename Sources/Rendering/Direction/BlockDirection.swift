import Manuscript
import Orthography

/// The language and direction that a stretch of the page is in.
struct Setting: Equatable {
  /// BCP 47 tag.
  var language: String
  var direction: Direction
  /// The kind of letters that need no mark in this language.
  var letters: Token.Kind

  init(language: String, direction: Direction? = nil) {
    self.language = language
    self.direction = direction ?? Direction(language: language)
    letters =
      switch PassageLanguage.script(ofLanguage: language) {
      case .hebrew: .hebrew
      case .arabic: .arabic
      case .latin: .latin
      case .other: .otherLetters
      }
  }
}

/// The direction of a block by its text.
enum BlockDirection {
  /// The setting of a block that stands in a surrounding setting: that setting, unless the block
  /// both begins with letters of the other direction and has more of those than of the
  /// surrounding's. An English reference among Hebrew notes turns; a Hebrew sentence that begins
  /// with a Latin name, or quotes a long English title, does not.
  static func setting(of text: FlatText, in surrounding: Setting) -> Setting {
    setting(of: Tokens.cut(text), text.bytes, in: surrounding)
  }

  static func setting(
    of tokens: [Token], _ bytes: [UInt8], in surrounding: Setting
  ) -> Setting {
    var first: Direction?
    var same = 0
    var other = 0
    for token in tokens where token.kind.isLetters {
      guard let direction = token.kind.direction else { continue }
      if first == nil { first = direction }
      // Letters, not bytes: a Hebrew or Arabic letter is two bytes.
      let letters = token.kind == .latin ? token.range.count : token.range.count / 2
      if direction == surrounding.direction { same += letters } else { other += letters }
    }
    guard let first, first != surrounding.direction, other > same else { return surrounding }
    return Setting(
      language: PassageLanguage.guess(tokens, bytes, direction: first), direction: first)
  }
}
