import Orthography
import Testing

@testable import Conversion

/// Lam-alef whose letters came out the wrong way round.
@Suite struct LamAlefTests {
  private static let swapped = [
    "تحسين اإلنتاجية وحل المشكالت من خالل العمل",
    "تعتبر هذه األدوات وسيلة لزيادة اإلنتاجية، وهي تساعد في إيجاد حلول.",
    "يمكن االستفادة منها في التعلم اآللي والتحليل اإلحصائي.",
  ]
  private static let words = WordList([
    "الإنتاجية", "المشكلات", "خلال", "العمل", "الأدوات", "الاستفادة", "الآلي", "الإحصائي",
    "التعلم", "والتحليل", "تعتبر", "حلول",
  ])

  private func restored(_ lines: [String], _ lexicon: any Lexicon) -> [String] {
    let lines = lines.map { Array($0.unicodeScalars) }
    let ligatures = LamAlef(lines: lines, lexicon: lexicon)
    return lines.map { ligatures.restored($0).text }
  }

  @Test func `Words that a dictionary knows get their ligature back`() {
    #expect(
      restored(Self.swapped, Self.words) == [
        "تحسين الإنتاجية وحل المشكلات من خلال العمل",
        "تعتبر هذه الأدوات وسيلة لزيادة الإنتاجية، وهي تساعد في إيجاد حلول.",
        "يمكن الاستفادة منها في التعلم الآلي والتحليل الإحصائي.",
      ])
  }

  @Test func `A sound text stays, whatever its words`() {
    let sound = ["الإنتاجية والأدوات في الآلي", "قال خالد إن المال ألف دينار"]
    #expect(restored(sound, Self.words) == sound)
  }

  @Test func `Without a dictionary only what no word has is put right`() {
    #expect(
      restored(Self.swapped, EmptyLexicon())[0] == "تحسين الإنتاجية وحل المشكالت من خالل العمل")
  }
}
