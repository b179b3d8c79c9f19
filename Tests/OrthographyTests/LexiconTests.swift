import Foundation
import Synchronization
import Testing

@testable import Orthography

@Suite struct LexiconTests {
  @Test func `A list covers the scripts that it has words of`() {
    let list = WordList(["מים", "צה״ל"])
    #expect(list.knows("מים") == true)
    #expect(list.knows("צה\"ל") == true)
    #expect(list.knows("מַיִם") == true)
    #expect(list.knows("םימ") == false)
    #expect(list.knows("water") == nil)
    #expect(list.knows("1985") == nil)
  }

  @Test func `Several lexicons know what any of them knows`() {
    let both = Lexicons([WordList(["מים"]), WordList(["ماء"]), WordList(["נחל"])])
    #expect(both.knows("נחל") == true)
    #expect(both.knows("ماء") == true)
    #expect(both.knows("תוהו") == false)
    #expect(EmptyLexicon().knows("מים") == nil)
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/usr/share/hunspell/he_IL.dic")))
  func `An installed dictionary tells words from turned words, on many threads`() async throws {
    let dictionary = try #require(
      HunspellDictionary(
        script: .hebrew, affixes: "/usr/share/hunspell/he_IL.aff",
        words: "/usr/share/hunspell/he_IL.dic"))
    #expect(dictionary.knows("והדיפלומטיה") == true)
    #expect(dictionary.knows("בצה״ל") == true)
    #expect(dictionary.knows("תונידמ") == false)
    #expect(dictionary.knows("water") == nil)
    await withTaskGroup(of: Bool?.self) { group in
      for word in ["מדינה", "מקרים", "מלחמת", "עיריות"] {
        group.addTask { dictionary.knows(word) }
      }
      for await known in group { #expect(known == true) }
    }
  }

  @Test func `A dictionary that is not there is none`() {
    #expect(
      HunspellDictionary(script: .hebrew, affixes: "/nowhere.aff", words: "/nowhere.dic") == nil)
  }

  @Test func `A lexicon is loaded once, for the first word of its script`() {
    let loads = Mutex(0)
    let lexicon = LexiconOnDemand(script: .arabic) {
      loads.withLock { $0 += 1 }
      return WordList(["ماء"])
    }
    #expect(lexicon.knows("מים") == nil && lexicon.knows("1985") == nil)
    #expect(loads.withLock { $0 } == 0)
    #expect(lexicon.knows("ماء") == true && lexicon.knows("حجر") == false)
    #expect(loads.withLock { $0 } == 1)
    #expect(LexiconOnDemand(script: .arabic) { nil }.knows("ماء") == nil)
  }
}
