import Orthography

/// The language of a passage, told by its script and, for Latin letters, by its smallest words.
///
/// It is a guess for screen readers, hyphenation and fonts; an editor's `<span lang>` overrules it.
enum PassageLanguage {
  /// The language of the passage that the tokens make up, among the letters of one direction.
  static func guess(_ tokens: some Sequence<Token>, _ bytes: [UInt8], direction: Direction)
    -> String
  {
    var counts = (hebrew: 0, arabic: 0, latin: 0)
    var words: [String: Int] = [:]
    var other: Unicode.Scalar?
    var isPersian = false
    func count(_ token: Token) {
      guard token.range.count <= longestSmallWord else { return }
      let word = String(decoding: bytes[token.range], as: UTF8.self).lowercased()
      if let language = smallWords[word] { words[language, default: 0] += 1 }
    }
    for token in tokens where token.kind.direction == direction {
      switch token.kind {
      case .hebrew:
        counts.hebrew += token.range.count
        count(token)
      case .arabic:
        counts.arabic += token.range.count
        count(token)
        isPersian = isPersian || hasPersianLetter(bytes[token.range])
      case .latin:
        counts.latin += token.range.count
        count(token)
      case .otherLetters:
        if other == nil { other = Tokens.decode(bytes, token.range.lowerBound).0 }
      default: break
      }
    }
    if direction == .rightToLeft {
      let isHebrew = counts.hebrew >= counts.arabic
      let script: Script = isHebrew ? .hebrew : .arabic
      let told = words.filter { $0.value >= 2 && Languages.script(of: $0.key) == script }
        .max { ($0.value, $1.key) < ($1.value, $0.key) }
      if let told { return told.key }
      return isHebrew ? "he" : isPersian ? "fa" : "ar"
    }
    if counts.latin == 0, let other { return language(of: other) }
    let best = words.filter { $0.value >= 2 && Languages.script(of: $0.key) == .latin }.max {
      ($0.value, $1.key) < ($1.value, $0.key)
    }
    return best?.key ?? "en"
  }

  /// Small words that are common in one language and absent from the others of its script here. Two
  /// of them in a passage decide; a title of one or two words stays English, the foreign language of
  /// most Hebrew and Arabic scholarship.
  private static let smallWords: [String: String] = {
    var languages: [String: String] = [:]
    var shared: Set<String> = []
    for language in Languages.all {
      for word in language.smallWords {
        if languages.updateValue(language.tag, forKey: word) != nil { shared.insert(word) }
      }
    }
    for word in shared { languages[word] = nil }
    return languages
  }()

  /// In bytes of UTF-8.
  private static let longestSmallWord = smallWords.keys.map(\.utf8.count).max() ?? 0

  /// پ چ ژ گ ک ی, which Persian has and Arabic has not.
  private static func hasPersianLetter(_ bytes: ArraySlice<UInt8>) -> Bool {
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      switch (bytes[index], bytes[index + 1]) {
      case (0xD9, 0xBE), (0xDA, 0x86), (0xDA, 0x98), (0xDA, 0xAF), (0xDA, 0xA9), (0xDB, 0x8C):
        return true
      default: index += 2
      }
    }
    return false
  }

  private static func language(of letter: Unicode.Scalar) -> String {
    switch letter.value {
    case 0x0370...0x03FF, 0x1F00...0x1FFF: "el"
    case 0x0400...0x052F: "ru"
    case 0x0530...0x058F: "hy"
    case 0x10A0...0x10FF: "ka"
    case 0x1200...0x137F: "am"
    case 0x3040...0x30FF: "ja"
    case 0x4E00...0x9FFF: "zh"
    case 0xAC00...0xD7AF: "ko"
    default: "und"
    }
  }
}
