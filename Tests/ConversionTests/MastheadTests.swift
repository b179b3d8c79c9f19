import Manuscript
import Testing

@testable import Conversion

/// Title, authors, abstract and keywords at a paper's head, and again in English at its end.
@Suite struct MastheadTests {
  private func article(_ pages: [[String]]) -> Article {
    var number = 0
    let pages = pages.map { page in
      Page(
        lines: page.map {
          number += 1
          return Line(text: $0, number: number)
        })
    }
    return Converter().convert(pages, language: "he").article
  }

  private let text = [
    "מבוא",
    "הנמל נבנה בראשית המאה בידי פועלים שבאו מן הכפרים הסמוכים אל העיר הגדולה.",
    "מפת העיר השתנתה אז בתוך שנים אחדות, והשכונות החדשות קמו על החולות הריקים.",
  ]

  private var pages: [[String]] {
    [
      [
        "הנמל שעל החולות: עבודה, מקום וזיכרון בעיר חוף קטנה בראשית המאה העשרים",
        "ואחריה",
        "ד״ר רות כהן*",
        "החוג להיסטוריה, אוניברסיטת החוף",
        "ruth@example.org",
        "יואב בן־עמי",
        "המכון לחקר הים",
        "תקציר",
        "המאמר בוחן את בניית הנמל ואת מה שנותר ממנה בזיכרונם של בני העיר ובמסמכים.",
        "הוא מבוסס על ראיונות.",
        "מילות מפתח: נמל, עבודה,",
        "זיכרון",
      ] + text,
      [
        "הרכבת הגיעה אל החוף שנים אחדות אחר כך, והפועלים הראשונים נסעו בה הביתה לחג.",
        "איש לא רשם את שמותיהם, ורק תצלום אחד נותר מאותו היום בידי משפחה אחת בעיר.",
        "The Harbour on the Sands: Work, Place and Memory in a Small Coastal Town",
        "and After",
        "Ruth Cohen",
        "Department of History, University of the Littoral",
        "Abstract",
        "The article follows the building of the harbour.",
        "Keywords: harbour, work",
      ],
    ]
  }

  @Test func ownLanguage() {
    let front = article(pages).frontMatter
    #expect(
      front.title == "הנמל שעל החולות: עבודה, מקום וזיכרון בעיר חוף קטנה בראשית המאה העשרים ואחריה")
    #expect(front.authors.map(\.name) == ["ד״ר רות כהן", "יואב בן־עמי"])
    #expect(
      front.authors.map(\.affiliations) == [
        ["החוג להיסטוריה, אוניברסיטת החוף"], ["המכון לחקר הים"],
      ])
    #expect(front.authors.map(\.email) == ["ruth@example.org", nil])
    #expect(
      front.abstract
        == "המאמר בוחן את בניית הנמל ואת מה שנותר ממנה בזיכרונם של בני העיר ובמסמכים. הוא מבוסס על ראיונות."
    )
    #expect(front.keywords == ["נמל", "עבודה", "זיכרון"])
  }

  @Test func englishAtTheEnd() {
    let article = article(pages)
    #expect(article.frontMatter.translations.map(\.language) == ["en"])
    let english = article.frontMatter.translations.first
    #expect(
      english?.title
        == "The Harbour on the Sands: Work, Place and Memory in a Small Coastal Town and After")
    #expect(english?.authors.map(\.name) == ["Ruth Cohen"])
    #expect(
      english?.authors.map(\.affiliations) == [
        ["Department of History, University of the Littoral"]
      ])
    #expect(english?.abstract == "The article follows the building of the harbour.")
    #expect(english?.keywords == ["harbour", "work"])
  }

  @Test func theTextStaysWhole() {
    let blocks = article(pages).blocks
    #expect(blocks.first?.heading == "מבוא")
    #expect(blocks.contains { $0.paragraph.hasPrefix("הנמל נבנה") })
  }

  @Test func withoutAnAbstractNothingIsTaken() {
    let article = article([text, text])
    #expect(article.frontMatter.translations.isEmpty && article.frontMatter.abstract == nil)
  }
}

extension Block {
  fileprivate var heading: String {
    if case .heading(_, let inlines) = content { inlines.plainText } else { "" }
  }

  fileprivate var paragraph: String {
    if case .paragraph(let inlines) = content { inlines.plainText } else { "" }
  }
}
