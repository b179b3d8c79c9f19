import Foundation
import Orthography
import Synchronization

/// The dictionaries and word lists of this machine that Daf makes use of.
enum InstalledLexicon {
  private static let languages: [(script: Script, dictionary: String, list: String)] = [
    (.hebrew, "he_IL", "he"), (.arabic, "ar", "ar"),
  ]

  /// The dictionaries that were loaded, kept until the process ends: to free their words one by one takes
  /// a tenth of a conversion.
  private static let kept = Mutex<[any Lexicon]>([])

  /// The Hunspell dictionaries of Hebrew and Arabic and wordfreq's lists of their words, as far as
  /// they are installed.
  ///
  /// Each is loaded when the first word of its script is asked, a dictionary in about a quarter of a
  /// second and a list in a tenth; the lexicon may be shared between threads.
  static func load(folder: String = "/usr/share/hunspell") -> any Lexicon {
    let dictionaries = languages.compactMap { script, name, _ -> (any Lexicon)? in
      let (affixes, words) = ("\(folder)/\(name).aff", "\(folder)/\(name).dic")
      guard [affixes, words].allSatisfy(FileManager.default.isReadableFile) else { return nil }
      return LexiconOnDemand(script: script) {
        let dictionary = HunspellDictionary(script: script, affixes: affixes, words: words)
        if let dictionary { kept.withLock { $0.append(dictionary) } }
        return dictionary
      }
    }
    guard let lists = listFolder() else { return Lexicons(dictionaries) }
    return Lexicons(
      dictionaries
        + languages.map { script, _, name in
          FrequenciesOnDemand(script: script, path: "\(lists)/large_\(name).msgpack.gz")
        })
  }

  /// The folder of wordfreq's lists: what `DAF_WORDFREQ` names, else that of a Python package that is
  /// installed for the publication, the user or the machine.
  private static func listFolder() -> String? {
    let environment = ProcessInfo.processInfo.environment
    if let named = environment["DAF_WORDFREQ"] { return named.isEmpty ? nil : named }
    let home = environment["HOME"] ?? ""
    let roots =
      [".venv", environment["VIRTUAL_ENV"] ?? "", "\(home)/.local", "/usr/local", "/usr"]
      .filter { !$0.isEmpty }
    for root in roots {
      let versions =
        (try? FileManager.default.contentsOfDirectory(atPath: "\(root)/lib"))?
        .filter { $0.hasPrefix("python3") }.sorted() ?? []
      for version in versions {
        for packages in ["site-packages", "dist-packages"] {
          let folder = "\(root)/lib/\(version)/\(packages)/wordfreq/data"
          if FileManager.default.fileExists(atPath: folder) { return folder }
        }
      }
    }
    return nil
  }
}

/// A list of frequencies that is read when the first word of its script is weighed. (A dictionary is
/// asked far more often, and then no list is needed.)
private final class FrequenciesOnDemand: Lexicon {
  private let list: LexiconOnDemand

  init(script: Script, path: String) {
    list = LexiconOnDemand(script: script) {
      FileManager.default.contents(atPath: path).flatMap {
        FrequencyList(script: script, bytes: Array($0))
      }
    }
  }

  func knows(_ word: String) -> Bool? { nil }

  func frequency(of word: String) -> Double? { list.frequency(of: word) }
}
