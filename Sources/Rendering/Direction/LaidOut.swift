import Manuscript
import Orthography

/// A block's inlines laid out flat and cut into tokens.
struct LaidOut {
  let inlines: [Inline]
  let flat: FlatText
  let tokens: [Token]
  let count: DirectionCount

  init(_ inlines: [Inline]) {
    self.inlines = inlines
    flat = FlatText(inlines)
    tokens = Tokens.cut(flat)
    count = DirectionCount(tokens)
  }

  init(_ text: String) {
    inlines = [.text(text)]
    flat = FlatText(text)
    tokens = Tokens.cut(flat)
    count = DirectionCount(tokens)
  }
}

/// A laid-out text and the setting that it is written in.
@dynamicMemberLookup
struct Prepared {
  let laidOut: LaidOut
  let setting: Setting

  init(_ laidOut: LaidOut, setting: Setting) {
    self.laidOut = laidOut
    self.setting = setting
  }

  /// - Parameter surrounding: what the text stands in; it is taken over unless the text turns.
  init(_ laidOut: LaidOut, in surrounding: Setting) {
    self.laidOut = laidOut
    if let direction = laidOut.count.turned(in: surrounding.direction) {
      let language = PassageLanguage.guess(
        laidOut.tokens, laidOut.flat.bytes, direction: direction)
      setting = Setting(language: language, direction: direction)
    } else {
      setting = surrounding
    }
  }

  subscript<Value>(dynamicMember path: KeyPath<LaidOut, Value>) -> Value { laidOut[keyPath: path] }
}
