import Foundation
import Orthography
import Testing

/// Lists of words with their frequencies, as wordfreq packs them.
@Suite struct FrequencyListTests {
  /// A list packed by gzip and MessagePack: `של` at 0.01, `דרך` and `ים` at 0.0001.
  private static let packed =
    Data(
      base64Encoded:
        "H4sIAAAAAAACA7vDOKlpWVp+UW5iyaJkp+VlqUXFmfl5jBOGCZi45PrK63OGiWcmLbs++f"
        + "qK67OWXJ95fS4AtL5IVrkBAAA=") ?? Data()

  @Test func `A word has the frequency of its row`() throws {
    let list = try #require(FrequencyList(script: .hebrew, bytes: Array(Self.packed)))
    let frequency = try #require(list.frequency(of: "של"))
    #expect(abs(frequency - 0.01) < 1e-9)
    let rare = try #require(list.frequency(of: "דֶּרֶךְ"))
    #expect(abs(rare - 0.0001) < 1e-9)
    #expect(list.frequency(of: "אוקיינוס") == 0)
    #expect(list.frequency(of: "بحر") == nil)
    #expect(list.knows("של") == nil)
  }

  @Test(arguments: [0, 1, 20, 40])
  func `What is no list is none`(length: Int) {
    #expect(FrequencyList(script: .hebrew, bytes: Array(Self.packed.prefix(length))) == nil)
  }

  @Test func `Of several lexicons the first that weighs words does`() throws {
    let list = try #require(FrequencyList(script: .hebrew, bytes: Array(Self.packed)))
    let words = Lexicons([WordList(["ים"]), list])
    #expect(words.knows("ים") == true)
    #expect((words.frequency(of: "ים") ?? 0) > 0)
    #expect(words.frequency(of: "bahr") == nil)
  }
}
