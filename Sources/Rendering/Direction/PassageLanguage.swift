import Orthography

/// The language of a passage, told by its script and, for Latin letters, by its smallest words.
///
/// It is a guess for screen readers, hyphenation and fonts; an editor's `<span lang>` overrules it.
enum PassageLanguage {
  /// The script in which a language is usually written.
  static func script(ofLanguage language: String) -> Script {
    let subtags = language.lowercased().split(separator: "-")
    if let script = subtags.dropFirst().first(where: { $0.utf8.count == 4 }) {
      switch script {
      case "hebr": return .hebrew
      case "arab": return .arabic
      case "latn": return .latin
      default: return .other
      }
    }
    switch subtags.first ?? "" {
    case "he", "iw", "yi", "ji", "lad": return .hebrew
    case "ar", "fa", "ur", "ps", "sd", "ug", "ckb": return .arabic
    case "ru", "uk", "bg", "sr", "mk", "be", "el", "hy", "ka", "am", "zh", "ja", "ko", "hi", "th",
      "syr", "dv", "arc":
      return .other
    default: return .latin
    }
  }

  /// The language of the passage that the tokens make up, among the letters of one direction.
  static func guess(_ tokens: some Sequence<Token>, _ bytes: [UInt8], direction: Direction)
    -> String
  {
    var counts = (hebrew: 0, arabic: 0, latin: 0)
    var words: [String: Int] = [:]
    var other: Unicode.Scalar?
    var isPersian = false
    for token in tokens where token.kind.direction == direction {
      switch token.kind {
      case .hebrew: counts.hebrew += token.range.count
      case .arabic:
        counts.arabic += token.range.count
        isPersian = isPersian || hasPersianLetter(bytes[token.range])
      case .latin:
        counts.latin += token.range.count
        if token.range.count <= 4 {
          let word = String(decoding: bytes[token.range], as: UTF8.self).lowercased()
          if let language = smallWords[word] { words[language, default: 0] += 1 }
        }
      case .otherLetters:
        if other == nil { other = Tokens.decode(bytes, token.range.lowerBound).0 }
      default: break
      }
    }
    if direction == .rightToLeft {
      return counts.hebrew >= counts.arabic ? "he" : isPersian ? "fa" : "ar"
    }
    if counts.latin == 0, let other { return language(of: other) }
    let best = words.filter { $0.value >= 2 }.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return best?.key ?? "en"
  }

  /// Words of up to four letters that are common in one language and absent from the others here
  /// and from English. Two of them in a passage decide; a title of one or two words stays
  /// English, the foreign language of most Hebrew and Arabic scholarship.
  private static let smallWords: [String: String] = {
    let lists = [
      "de": ["der", "das", "und", "für", "von", "dem", "zur", "zum", "über", "eine", "auf"],
      "fr": ["le", "les", "du", "et", "des", "dans", "sur", "une", "aux", "pour"],
      "es": ["el", "los", "las", "y", "una", "por", "para"],
      "it": ["il", "gli", "della", "nel", "di", "per", "delle", "e"],
    ]
    return lists.reduce(into: [:]) { all, list in
      for word in list.value { all[word] = list.key }
    }
  }()

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
