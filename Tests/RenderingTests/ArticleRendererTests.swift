import Manuscript
import Testing

@testable import Rendering

@Suite struct ArticleRendererTests {
  @Test func runThatCrossesEmphasisIsOnePiece() {
    let found = body(
      "he",
      [
        .text("ראו Cottey, "), .emphasis([.text("Strategic Engagement")]),
        .text(", London 2004 ועוד"),
      ])
    #expect(
      found
        == "<p>ראו <span lang=\"en\" dir=\"ltr\">Cottey, <em>Strategic Engagement</em>, London 2004</span> "
        + "ועוד</p>\n")
  }

  @Test func runThatEndsInsideEmphasisIsCutAtItsEdge() {
    let found = body(
      "he", [.text("ראו Cottey "), .emphasis([.text("and Forster כאן")]), .text(" ושם.")])
    #expect(
      found
        == "<p>ראו <span lang=\"en\" dir=\"ltr\">Cottey </span>"
        + "<em><span lang=\"en\" dir=\"ltr\">and Forster</span> כאן</em> ושם.</p>\n")
  }

  @Test func everyReferenceHasItsBackLink() {
    let note = Note(label: "3", blocks: [Block(.paragraph([.text("הערה.")]))])
    let rendered = ArticleRenderer().render(
      article(
        "he",
        [
          Block(
            .paragraph([.text("אלף"), .noteReference("3"), .text(" בית"), .noteReference("3")]))
        ],
        notes: [note]))
    let body = html(rendered.body)
    #expect(body.contains("id=\"fnref-3\" href=\"#fn-3\""))
    #expect(body.contains("id=\"fnref-3-2\" href=\"#fn-3\""))
    let notes = html(rendered.notes)
    #expect(notes.contains("<li id=\"fn-3\">"))
    #expect(notes.contains("href=\"#fnref-3\""))
    #expect(notes.contains("href=\"#fnref-3-2\""))
  }

  @Test func labelsAreShownInTheDigitsAskedFor() {
    var arabic = article("ar", [Block(.paragraph([.text("نص"), .noteReference("12")]))])
    arabic.notes = [Note(label: "12", blocks: [])]
    arabic.frontMatter.numerals = .arabic
    #expect(html(ArticleRenderer().render(arabic).body).contains(">١٢</a>"))
    var front = FrontMatter(title: "", language: "he")
    front.numerals = .hebrew
    #expect(PrintedNumerals.show("15", front) == "טו")
    #expect(PrintedNumerals.show("116", front) == "קטז")
    front.numerals = .arabic
    #expect(PrintedNumerals.show("*", front) == "*")
    #expect(PrintedNumerals.show("12", front) == "١٢")
    front.language = "fa"
    #expect(PrintedNumerals.show("12", front) == "۱۲")
  }

  @Test func missingNoteSaysSo() {
    let rendered = ArticleRenderer().render(
      article(
        "he", [Block(.paragraph([.text("א"), .noteReference("2")]))],
        notes: [Note(label: "2", blocks: [], isMissing: true)]))
    #expect(html(rendered.notes).contains("class=\"missing-note\""))
  }

  @Test func pageMarkStandsOnce() {
    let rendered = ArticleRenderer().render(
      article(
        "he",
        [
          Block(.pageBreak("133")),
          Block(.paragraph([.text("א "), .pageBreak("133"), .text("ב "), .pageBreak(nil)])),
        ]))
    #expect(html(rendered.body).split(separator: "id=\"page-133\"").count == 2)
    #expect(rendered.pages == [.init(number: "133", anchor: "page-133")])
  }

  @Test func contentsLeaveNoteMarksOut() {
    let rendered = ArticleRenderer().render(
      article(
        "he",
        [Block(.heading(level: 2, [.text("מבוא"), .noteReference("1")]), anchor: "מבוא")],
        notes: [Note(label: "1", blocks: [])]))
    #expect(rendered.contents.map { html($0.html) } == ["מבוא"])
    #expect(rendered.contents.first?.anchor == "מבוא")
  }

  @Test(arguments: [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\nscript:alert(1)", " javascript:alert(1)",
    "\u{1}javascript:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd",
  ])
  func schemesThatCanActAreRefused(_ address: String) {
    #expect(SafeAddress.link(address) == nil)
  }

  @Test func marksInARowAreApart() {
    let found = body("he", [.text("כאן."), .noteReference("1"), .noteReference("2")])
    #expect(found.contains("</sup>\u{202F}<sup class=\"note-mark note-mark-next\">"))
  }

  @Test func cellOfTheOtherDirectionStandsAtItsColumnsSide() {
    let table = Table(alignments: [.start], header: [[.text("שם")]], rows: [[[.text("NATO")]]])
    let found = html(ArticleRenderer().render(article("he", [Block(.table(table))])).body)
    #expect(
      found.contains("<td class=\"align-start\"><span lang=\"en\" dir=\"ltr\">NATO</span></td>")
        || found.contains(
          "<td class=\"align-start\"><span lang=\"en\" dir=\"ltr\">"),
      "\(found)")
    #expect(!found.contains("<td class=\"align-start\" dir"))
  }

  @Test func letteredItemsKeepTheirLetters() {
    func item(_ text: String) -> List.Item { List.Item(blocks: [Block(.paragraph([.text(text)]))]) }
    func list(_ texts: [String]) -> String {
      html(
        ArticleRenderer().render(
          article("he", [Block(.list(List(start: nil, items: texts.map(item))))])
        ).body)
    }
    #expect(
      list(["א. ראשון", "ב. שני"]).contains("<li><span class=\"item-mark\">א.</span> ראשון</li>"))
    #expect(list(["(ט) א", "(י) ב", "(יא) ג"]).contains("class=\"lettered\""))
    #expect(list(["أ. أول", "ب. ثان", "ج. ثالث"]).contains("class=\"lettered\""))
    #expect(list(["أ. أول", "ب. ثان", "ت. ثالث"]).contains("class=\"lettered\""))
    #expect(!list(["א. ב. יהושע", "ד. גרוסמן"]).contains("lettered"))
  }

  @Test func numbersOfListsHaveTheDigitsOfTheArticle() {
    var arabic = article(
      "ar",
      [
        Block(
          .list(
            List(
              start: 1, delimiter: .bracket,
              items: [List.Item(blocks: [Block(.paragraph([.text("أول")]))])])))
      ])
    arabic.frontMatter.numerals = .arabic
    #expect(
      html(ArticleRenderer().render(arabic).body).contains("<ol class=\"numerals-arab bracketed\">")
    )
  }

  @Test func verseIsSetInLines() {
    let lines = [
      VerseLine(parts: [[.text("אחת")]]), VerseLine(parts: []),
      VerseLine(parts: [[.text("שתיים")], [.text("ועוד")]]),
    ]
    let found = html(ArticleRenderer().render(article("he", [Block(.verse(lines))])).body)
    #expect(
      found == "<div class=\"verse\">\n<p class=\"stanza\"><span class=\"line\">אחת</span></p>\n"
        + "<p class=\"stanza\"><span class=\"half-lines\"><span>שתיים</span> \u{2003} <span>ועוד</span>"
        + "</span></p>\n</div>\n")
  }

  @Test func formulaIsAskedForOnceAndShownAsTeXWithoutOne() {
    let blocks = [Block(.paragraph([.text("נתון "), .math("x^2", isDisplayed: false)]))]
    #expect(
      html(ArticleRenderer().render(article("he", blocks)).body)
        == "<p>נתון <bdi class=\"formula-source\" dir=\"ltr\">$x^2$</bdi></p>\n")
    let renderer = ArticleRenderer(mathematics: { tex, _ in Array("<math>\(tex)</math>".utf8) })
    #expect(
      html(renderer.render(article("he", blocks)).body) == "<p>נתון <math>x^2</math></p>\n")
  }

  @Test func referenceLeadsToTheNumberedFigure() {
    let found = html(
      ArticleRenderer().render(
        article(
          "en",
          [
            Block(
              .figure(
                Figure(caption: [.text("Map")], attributes: ObjectAttributes(name: "fig-map"))),
              anchor: "p1"),
            Block(.paragraph([.text("See "), .numberedReference("fig-map"), .text(".")])),
          ])
      ).body)
    #expect(found.contains("<span class=\"number-label\">Figure 1.</span> Map"))
    #expect(found.contains("See <a class=\"number-label\" href=\"#p1\">Figure 1</a>."))
  }

  @Test(arguments: [
    "https://example.org/a?b=c:d", "tel:+97236123456", "http://example.org", "mailto:a@example.org",
    "../other/",
    "#fn-3", "/a:b", "עמוד",
  ])
  func ordinaryAddressesStand(_ address: String) {
    #expect(SafeAddress.link(address) == address)
  }

  @Test func markupInTextIsEscaped() {
    #expect(
      body("en", [.text("<script>alert(\"1\")</script>\u{202E}\u{0}&")])
        == "<p>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;</p>\n")
  }

  @Test func tableIsInABoxWithAlignmentByClass() {
    let table = Table(
      alignments: [.start, .end], header: [[.text("א")], [.text("ב")]],
      rows: [[[.text("1")], [.text("2")]]])
    let found = html(ArticleRenderer().render(article("he", [Block(.table(table))])).body)
    #expect(found.contains("<th scope=\"col\" class=\"align-start\">א</th>"))
    #expect(found.contains("<td class=\"align-end\">2</td>"))
    #expect(!found.contains("style="))
  }

  @Test func chosenWidthGoesBeforeThatOfTheContent() {
    var table = Table(alignments: [.start], header: [[.text("א")]], rows: [[[.text("1")]]])
    table.attributes.width = .full
    var figure = Figure(caption: [.text("מפה")], source: "map.png")
    figure.attributes.width = .wide
    let found = html(
      ArticleRenderer(picture: { Picture(address: $0, width: 400, height: 400) })
        .render(article("he", [Block(.table(table)), Block(.figure(figure))])).body)
    #expect(found.contains("<div class=\"table-box full\""))
    #expect(found.contains("<figure class=\"wide\""))
  }
}

@Suite struct CrossReferenceTests {
  @Test func entryLeadsBackToEveryPlaceThatCitesIt() {
    func cite(_ id: String) -> Inline {
      .crossReference(CrossReference(id: id, target: "p2-1", content: [.text("לוי, 2020")]))
    }
    let entry = List.Item(
      blocks: [Block(.paragraph([.text("לוי, דנה (2020). מים.")]))], anchor: "p2-1")
    let found = html(
      ArticleRenderer().render(
        article(
          "he",
          [
            Block(
              .paragraph([.text("כך ("), cite("cite-1"), .text("; "), cite("cite-2"), .text(")")])),
            Block(.heading(level: 2, [.text("מקורות")]), anchor: "מקורות"),
            Block(.list(List(start: nil, isBibliography: true, items: [entry]))),
          ])
      ).body)
    #expect(found.contains("<a id=\"cite-1\" href=\"#p2-1\" role=\"doc-biblioref\">לוי, 2020</a>"))
    #expect(found.contains("<li id=\"p2-1\">לוי, דנה (2020). מים. <span class=\"back-links\">"))
    #expect(found.contains("href=\"#cite-1\""))
    #expect(found.contains("href=\"#cite-2\""))
    #expect(found.contains("role=\"doc-bibliography\" aria-labelledby=\"מקורות\""))
  }

  @Test func ibidLeadsToTheNoteAndNamesIt() {
    let ibid = Inline.crossReference(
      CrossReference(id: "work-2", target: "fn-1", content: [.text("Ibid.")]))
    let rendered = ArticleRenderer().render(
      article(
        "he", [Block(.paragraph([.text("א"), .noteReference("1"), .noteReference("2")]))],
        notes: [
          Note(label: "1", blocks: [Block(.paragraph([.text("Leahy (2014).")]))]),
          Note(label: "2", blocks: [Block(.paragraph([ibid]))]),
        ]))
    let notes = html(rendered.notes)
    #expect(
      notes.contains("<a id=\"work-2\" href=\"#fn-1\" title=\"The work that is meant, in note 1\">")
    )
    #expect(notes.contains("<li id=\"fn-2\">"))
    #expect(notes.contains("<div class=\"note-text\" lang=\"en\" dir=\"ltr\">"))
  }
}
