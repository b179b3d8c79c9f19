import Testing

@testable import Manuscript

@Suite struct FrontMatterTests {
  private func read(_ yaml: String) -> (front: FrontMatter, told: [String]) {
    let (article, findings) = ManuscriptReader.read("---\n\(yaml)\n---\n", file: "a.md")
    let told = findings.map { finding in
      let facts = ["key", "nearest", "wanted", "value"].compactMap { finding.facts[$0] }
      return
        (["\(finding.position.line):\(finding.position.column)", finding.kind.rawValue]
        + facts).joined(separator: " ")
    }
    return (article.frontMatter, told)
  }

  @Test func readsEveryKey() {
    let (front, told) = read(
      """
      title: כותרת
      subtitle: כותרת משנה
      lang: he
      author:
        - name: לוי, דנה
          family: לוי
          given: דנה
          affiliation:
            - אוניברסיטה
            - מכון
          email: d@example.org
          orcid: 0000-0002-1825-0097
          note: חוקרת
      abstract: |
        פסקה אחת.

        פסקה שנייה.
      keywords: [מים, "צה\\"ל"]
      date: 2022-05
      acknowledgements: תודה
      citation:
        container-title: כתב עת
        editor: [עורך א, עורך ב]
        publisher: מוציא
        publisher-place: חיפה
        volume: 12
        issue: 3
        page: 127-144
        url: https://example.org
        doi: 10.1000/1
        issn: 1234-5679
        isbn: 978-3-16-148410-0
      translations:
        en:
          title: Title
          author:
            - name: Dana Levi
          abstract: Text
          keywords: [water]
      type: review
      slug: שם
      aliases: [ישן]
      draft: true
      series: סדרה
      order: 4
      licence: CC-BY-4.0
      image: a.png
      files: [a.pdf]
      translation-of: other
      related: [b]
      updated: 2023-01-02
      corrections:
        - date: 2023-01-02
          text: תוקן
      retracted:
        date: 2024
        text: נמשך
      numerals: hebr
      check:
        ignore: [raw-html]
        doubtful: [השם]
      """)
    #expect(told.isEmpty)
    #expect(front.title == "כותרת")
    #expect(front.authors[0].affiliations == ["אוניברסיטה", "מכון"])
    #expect(front.abstract == "פסקה אחת.\n\nפסקה שנייה.")
    #expect(FrontMatter.paragraphs(of: front.abstract ?? "") == ["פסקה אחת.", "פסקה שנייה."])
    #expect(front.keywords == ["מים", "צה\"ל"])
    #expect(front.date == PartialDate(year: 2022, month: 5))
    #expect(front.citation?.volume == "12")
    #expect(front.translations.map(\.language) == ["en"])
    #expect(front.translations[0].authors.map(\.name) == ["Dana Levi"])
    #expect(front.isDraft)
    #expect(front.order == 4)
    #expect(front.corrections.map(\.text) == ["תוקן"])
    #expect(front.retracted?.date == PartialDate(year: 2024))
    #expect(front.numerals == .hebrew)
    #expect(front.ignoredChecks == ["raw-html"])
    #expect(front.doubts == ["השם"])
    let written = ManuscriptWriter.write(Article(frontMatter: front))
    #expect(ManuscriptReader.read(written, file: "").article.frontMatter == front)
  }

  @Test func takesPandocsShortForms() {
    let (front, told) = read(
      "title: א\nlang: he\nauthor: דנה לוי\ncitation:\n  editor: עורך")
    #expect(told.isEmpty)
    #expect(front.authors.map(\.name) == ["דנה לוי"])
    #expect(front.citation?.editors == ["עורך"])
    #expect(read("title: א\nlang: he\nauthor: [א, ב]").front.authors.map(\.name) == ["א", "ב"])
  }

  @Test(arguments: [
    ("titel: x", "4:1 misspelled-key titel title"),
    ("authors: x", "4:1 misspelled-key authors author"),
    ("language: x", "4:1 misspelled-key language lang"),
    ("tags: x", "4:1 misspelled-key tags keywords"),
    ("license: x", "4:1 misspelled-key license licence"),
    ("translation_of: x", "4:1 misspelled-key translation_of translation-of"),
    ("zzzzzz: x", "4:1 unknown-key zzzzzz"),
    ("citation:\n  journal: x", "5:3 misspelled-key journal container-title"),
    ("author:\n  - name: x\n    affilliation: y", "6:5 misspelled-key affilliation affiliation"),
    ("keywords: מים, קרקע", "4:11 wrong-type keywords list"),
    ("subtitle: [א]", "4:11 wrong-type subtitle text"),
    ("citation: כתב עת", "4:11 wrong-type citation mapping"),
    ("order: ראשון", "4:8 wrong-type order number"),
    ("draft: אולי", "4:8 wrong-type draft flag"),
    ("date: 11 במאי", "4:7 wrong-date date 11 במאי"),
    ("date: 2022-02-30", "4:7 wrong-date date 2022-02-30"),
    ("numerals: roman", "4:11 unknown-value numerals roman"),
    ("type: poem", "4:7 unknown-value type poem"),
    ("title: ב", "4:1 duplicate-key title"),
    ("corrections:\n  - text: א", "5:5 missing-key corrections.0.date"),
    ("author:\n  - email: a@b.c", "5:5 missing-name"),
    ("? [a, b]\n: c", "4:3 yaml-key"),
    ("subtitle: &a א\nseries: *a", "5:9 yaml-alias"),
    ("subtitle: \"צה\"ל\"", "4:14 yaml-quote \"צה\"ל\""),
    ("subtitle: א: ב", "4:12 yaml-syntax"),
    ("subtitle: 'א", "5:1 yaml-syntax"),
    ("subtitle: \u{7}", "4:11 yaml-syntax"),
  ])
  func reportsWithLineAndColumn(yaml: String, expected: String) {
    #expect(read("title: א\nlang: he\n" + yaml).told == [expected])
  }

  @Test func keepsWhatStandsBeforeAnError() {
    let (front, _) = read("title: א\nlang: he\nauthor:\n  - name: דנה\nsubtitle: ב: ג")
    #expect(front.title == "א")
    #expect(front.authors.map(\.name) == ["דנה"])
  }

  @Test func saysNothingIsMissingBehindAFaultOfSyntax() {
    #expect(read("title: \"צה\"ל\"\nlang: he").told == ["2:11 yaml-quote \"צה\"ל\""])
    #expect(read("title: א: ב\nlang: he").told == ["2:9 yaml-syntax"])
    #expect(read("title: א\nlang: he\nlang: ar").told == ["4:1 duplicate-key lang"])
  }

  @Test func saysWhatIsMissing() {
    #expect(read("slug: x").told == ["2:1 missing-title", "2:1 missing-language"])
    #expect(read("title: النص").front.language == "ar")
    #expect(read("title: Text").front.language == "en")
    #expect(
      ManuscriptReader.read("מילה", file: "").findings.map(\.kind).contains(.missingFrontMatter))
    #expect(
      ManuscriptReader.read("---\ntitle: א\n", file: "").findings.map(\.kind)
        .contains(.unclosedFrontMatter))
  }

  @Test func refusesAliasBombs() {
    var yaml = "a: &a0 [x,x,x,x,x,x,x,x,x,x]\n"
    for level in 1..<12 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ",")
      yaml += "a\(level): &a\(level) [\(aliases)]\n"
    }
    let (front, told) = read("title: א\nlang: he\n" + yaml)
    #expect(front.title == "א")
    #expect(told.contains { $0.contains("yaml-alias") })
  }

  @Test func bearsDeepAndLongYAML() {
    _ = read("title: " + String(repeating: "[", count: 100_000))
    _ = read(String(repeating: "- ", count: 100_000))
    let (front, _) = read(
      "title: א\nlang: he\nkeywords:\n" + (0..<20_000).map { "  - מ\($0)\n" }.joined())
    #expect(front.keywords.count == 20_000)
  }

  @Test func readsWindowsAndMarkedFiles() {
    let source = "\u{FEFF}---\r\ntitle: א\r\nlang: he\r\n---\r\n\r\nשורה[^1]\r\n\r\n[^1]: הערה\r\n"
    let (article, findings) = ManuscriptReader.read(source, file: "")
    #expect(findings.isEmpty)
    #expect(article.blocks.map(\.position.line) == [6])
    #expect(article.notes.map(\.position.line) == [8])
  }

  @Test func tellsWhereTheTextIsNotUTF8() {
    let source = Array("---\ntitle: א\nlang: he\n---\n\nאב".utf8) + [0xFF] + Array("גד".utf8)
    let (article, findings) = ManuscriptReader.read(source, file: "")
    #expect(findings.map(\.kind) == [.invalidText])
    #expect(findings.map(\.position) == [SourcePosition(line: 6, column: 3)])
    #expect(article.blocks[0].content == .paragraph([.text("אב\u{FFFD}גד")]))
  }

  @Test func writesAnyTextAsYAML() {
    let pieces = [
      "א", "b", " ", ": ", "#", " #", "\"", "'", "\n", "\n\n", "- ", "[", "]", "{", "}", "&", "*",
      "!", "|", ">", "%", "@", "`", ",", "?", "~", "null", "true", "12", "2022-01-01", "\t", "\\",
      "\u{200F}", "\u{2028}", "\u{85}", "\u{FEFF}", "---", "...", "=", "<<", "0x1", "1e3", "😀",
    ]
    var random = SplitMix(state: 7)
    for _ in 0..<600 {
      let text = (0..<(1 + random.below(6))).map { _ in pieces[random.below(pieces.count)] }
        .joined().trimmingSpaces
      guard !text.isEmpty else { continue }
      for style in [nil, .plain, .singleQuoted, .doubleQuoted, .literal, .folded] as [YAMLStyle?] {
        var front = FrontMatter(title: text, language: "he")
        front.keywords = [text]
        front.translations = [.init(language: "en")]
        front.translations[0].abstract = text
        if let style {
          let paths = ["title", "keywords.0", "translations.en.abstract"]
          front.notation = FrontMatterNotation(
            styles: Dictionary(uniqueKeysWithValues: paths.map { ($0, style) }))
        }
        let written = ManuscriptWriter.write(Article(frontMatter: front))
        let (article, findings) = ManuscriptReader.read(written, file: "")
        #expect(article.frontMatter == front, "\(written.debugDescription)")
        #expect(findings.isEmpty, "\(written.debugDescription)")
      }
    }
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    let isSpace: (Unicode.Scalar) -> Bool = { [" ", "\n", "\t", "\r"].contains($0) }
    let start = unicodeScalars.drop(while: isSpace)
    let end = start.reversed().drop(while: isSpace).reversed()
    var view = String.UnicodeScalarView()
    view.append(contentsOf: end)
    return String(view)
  }
}
