import Testing

@testable import Conversion

/// Bullets and numbers that extractors left away from their items.
@Suite struct DisplacedLabelTests {
  private func restored(_ text: String) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
      TextLine(number: $0 + 1, raw: Array($1.unicodeScalars))
    }
    return DisplacedLabels(lines: lines).lines.map(\.raw.string)
  }

  private let expected = [
    "שלושה דברים נאמרו:", "1. המים יקרים,", "כך אמרו.", "2. הדרך ארוכה.", "3. איש אינו יודע.",
    "אחר כך נסגר.",
  ]

  @Test func aloneBeforeTheItem() {
    #expect(
      restored(
        "שלושה דברים נאמרו:\n1.\nהמים יקרים,\nכך אמרו.\n2.\nהדרך ארוכה.\n3.\nאיש אינו יודע.\nאחר כך נסגר."
      )
        == expected)
  }

  @Test func aloneWithItsStopOnALineOfItsOwn() {
    #expect(
      restored(
        "שלושה דברים נאמרו:\n1\n.\nהמים יקרים,\nכך אמרו.\n2\n.\nהדרך ארוכה.\n3\n.\nאיש אינו יודע.\nאחר כך נסגר."
      )
        == expected)
  }

  @Test func aloneBehindTheItemsFirstLine() {
    #expect(
      restored(
        "שלושה דברים נאמרו:\nהמים יקרים,\n1.\nכך אמרו.\nהדרך ארוכה.\n2.\nאיש אינו יודע.\n3.\nאחר כך נסגר."
      )
        == expected)
  }

  @Test func gatheredBehindTheList() {
    #expect(
      restored(
        "שלושה דברים נאמרו:\nהמים יקרים,\nכך אמרו.\nהדרך ארוכה.\nאיש אינו יודע.\n1.\n2.\n3.\nאחר כך נסגר."
      )
        == expected)
  }

  @Test func atTheLinesEnd() {
    #expect(
      restored("שני דברים נאמרו:\nהמים יקרים.1\nהדרך ארוכה.2\nאחר כך נסגר.")
        == ["שני דברים נאמרו:", "1. המים יקרים", "2. הדרך ארוכה", "אחר כך נסגר."])
  }

  @Test func bullets() {
    #expect(
      restored("שני דברים נאמרו:\n•\nהמים יקרים.\n•\nהדרך ארוכה.")
        == ["שני דברים נאמרו:", "• המים יקרים.", "• הדרך ארוכה."])
    #expect(
      restored("שני דברים נאמרו:\nהמים •יקרים.\nהדרך ארוכה.•")
        == ["שני דברים נאמרו:", "• המים יקרים.", "• הדרך ארוכה."])
  }

  @Test func lostBullets() {
    let full = "שורה מלאה של פסקה רגילה שממלאת את הטור כולו מקצה אל קצה בלי שתיוותר בה"
    let text = [
      full, full, "ואלה הדברים:", "המים יקרים.", "הדרך ארוכה.", "הרכבת איחרה.", full, full,
    ]
    let list = ["• המים יקרים.", "• הדרך ארוכה.", "• הרכבת איחרה."]
    #expect(restored(text.joined(separator: "\n")) == text[..<3] + list + text[6...])
  }

  @Test(arguments: [
    "הוא אמר:\nהמים יקרים.\nהדרך ארוכה.", "הרשימה:\n1. המים.\n2. הדרך.",
    "הסיבה היא זו:\nבשנת 2014.\n15.",
  ])
  func leavesAlone(text: String) {
    #expect(restored(text) == text.split(separator: "\n").map(String.init))
  }

  @Test func entriesOfABibliography() {
    let lines = """
      מקורות
      כהן, ר׳ (2011). הנמל והעיר: מחקר.
      הוצאת הגל.
      לוי, ד׳ (2015). החולות.
      Harlan, P., & Weiss, D. (2014). Water re-used and
      the towns. Basin Press.
      """.split(separator: "\n").enumerated().map {
        TextLine(number: $0 + 1, raw: Array($1.unicodeScalars))
      }
    let marked = DisplacedLabels(lines: lines).lines
    #expect(marked.map(\.beginsItem) == [false, true, false, true, true, false])
    #expect(marked.map(\.continuesItem) == [false, false, true, false, false, true])
  }
}

/// Labels that a page gathers behind its text.
@Suite struct GatheredLabelTests {
  private func restored(_ pages: [[String]]) -> [String] {
    var lines: [TextLine] = []
    for page in pages {
      for (index, text) in page.enumerated() {
        var line = TextLine(number: lines.count + 1, raw: Array(text.unicodeScalars))
        line.startsPage = index == 0 && !lines.isEmpty
        lines.append(line)
      }
    }
    return GatheredLabels(lines: lines).lines.map(\.raw.string)
  }

  private let filler = String(repeating: "מלים ", count: 10) + "ועוד"

  @Test func `Numbers and bullets of one page go to the lists that are announced`() {
    let page = [
      filler, "שני דברים נאמרו:", filler, "המים יקרים.", "הדרך ארוכה.", filler, filler,
      "ואלה שלושת הכללים:", "האחד.", "השני.", filler, "השלישי.", filler, "1.", "2.", "•", "•", "•",
    ]
    #expect(
      restored([page]) == [
        filler, "שני דברים נאמרו:", "1. " + filler, "המים יקרים.", "2. הדרך ארוכה.", filler, filler,
        "ואלה שלושת הכללים:", "• האחד.", "• השני.", "• " + filler, "השלישי.", filler,
      ])
  }

  @Test func `A list goes on over the page with its numbers`() {
    let pages = [
      [filler, "שלושה דברים נאמרו:", "המים יקרים.", "הדרך ארוכה.", "1.", "2."],
      ["איש אינו יודע.", filler, "סוף.", "3."],
    ]
    #expect(
      restored(pages) == [
        filler, "שלושה דברים נאמרו:", "1. המים יקרים.", "2. הדרך ארוכה.", "3. איש אינו יודע.",
        filler, "סוף.",
      ])
  }

  @Test func `A colon in mid-paragraph announces no list`() {
    let page = [
      filler, filler + ":", filler, "המשך הפסקה.", filler, "אלה הכללים:", "האחד.", "השני.", filler,
      "•", "•",
    ]
    #expect(
      restored([page]).filter { $0.hasPrefix("•") } == ["• האחד.", "• השני."])
  }
}
