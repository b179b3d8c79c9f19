import Orthography

/// The file that tells a browser how to fold and strip words: the letter table, the rules of clitics
/// and endings, the homophones, how names sound.
enum LettersFile {
  static let content: [UInt8] = {
    var content = LetterTable.standard.bytes
    content.appendList(FormRules.all) { entry, content in
      content.append(entry.kind.rawValue)
      content.appendList(entry.rules.prefixes) { $1.appendText($0) }
      content.appendList(entry.rules.endings) { ending, content in
        content.appendText(ending.suffix)
        content.appendText(ending.replacement)
        content.appendVarint(ending.minimum)
      }
      content.appendText(entry.rules.matres)
    }
    content.appendList(Spelling.homophones) { pair, content in
      content.appendText(String(pair.0))
      content.appendText(String(pair.1))
    }
    content.appendList(NameSound.rules) { rule, content in
      for text in [rule.letters, rule.first, rule.inner, rule.last] { content.appendText(text) }
    }
    return content
  }()
}
