import Foundation
import Orthography

/// The dictionaries of this machine that Daf makes use of.
enum InstalledLexicon {
  /// The Hunspell dictionaries of Hebrew and Arabic, as far as they are installed in a folder.
  ///
  /// Each is loaded when the first word of its script is asked, in about a quarter of a second; the
  /// lexicon may be shared between threads.
  static func load(folder: String = "/usr/share/hunspell") -> any Lexicon {
    let dictionaries: [(script: Script, name: String)] = [(.hebrew, "he_IL"), (.arabic, "ar")]
    return Lexicons(
      dictionaries.compactMap { script, name in
        let (affixes, words) = ("\(folder)/\(name).aff", "\(folder)/\(name).dic")
        guard [affixes, words].allSatisfy(FileManager.default.isReadableFile) else { return nil }
        return LexiconOnDemand(script: script) {
          HunspellDictionary(script: script, affixes: affixes, words: words)
        }
      })
  }
}
