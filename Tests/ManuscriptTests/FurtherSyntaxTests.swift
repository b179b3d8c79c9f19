import Testing

@testable import Manuscript

/// What annotated Markdown has beyond GFM: each is read into the tree and written back as it was.
@Suite struct FurtherSyntaxTests {
  private func read(_ body: String) -> (article: Article, findings: [Finding]) {
    ManuscriptReader.read("---\ntitle: א\nlang: he\n---\n\n" + body, file: "a.md")
  }

  private func content(_ body: String) -> [Block.Content] {
    read(body).article.blocks.map(\.content)
  }

  private static let samples = [
    "| בית ראשון\n| בית שני\n|\n|   בית שלישי\n",
    "| قفا نبك || من ذكرى\n| بسقط اللوى || بين الدخول\n",
    "| א | ב |\n| --- | --- |\n| ג | ד |\n: כיתוב *נטוי*[^1] {#tbl-a}\n\n[^1]: הערה.\n",
    "![כיתוב](a.png){#fig-map}\n\nראו ב@fig-map וב@tbl-a.\n",
    "מונח\n: פירוש אחד\n: פירוש שני\n\nמונח אחר\n: פירושו\n",
    "::: box\n## כותרת\n\nפסקה.\n\n- פריט\n:::\n\nאחריה.\n",
    "נתון $x^2 + y^2 = 1$ במישור, וגם $$a$$ כאן.\n\n$$\\sum_{i=1}^n i$$\n\n$$\na \\\\\nb\n$$\n",
    "1) אחת\n2) שתיים\n",
    "> פסקה.\n>\n> | שורה\n> | ושורה\n",
    "- פריט\n\n  ::: note\n  בתיבה\n  :::\n",
  ]

  @Test(arguments: samples)
  func isWrittenAsItWasRead(_ body: String) {
    let source = "---\ntitle: א\nlang: he\n---\n\n" + body
    #expect(ManuscriptWriter.write(read(body).article) == source)
  }

  @Test func versesAreKeptLineByLine() {
    #expect(
      content("| אחת\n| שתיים || ועוד\n") == [
        .verse([
          VerseLine(parts: [[.text("אחת")]]),
          VerseLine(parts: [[.text("שתיים")], [.text("ועוד")]]),
        ])
      ])
  }

  @Test func rowsOfTablesAreNoVerse() {
    guard case .table? = content("| א | ב |\n|---|---|\n| ג | ד |\n").first else {
      Issue.record("not a table")
      return
    }
    guard case .paragraph? = content("| א | ב |\n| ג | ד |\n").first else {
      Issue.record("rows without a rule became verse")
      return
    }
  }

  @Test func captionAndNameBelongToTheTable() {
    guard case .table(let table)? = content("| א |\n|---|\n| ב |\n: נמלים {#tbl-ports}\n").first
    else {
      Issue.record("not a table")
      return
    }
    #expect(table.caption == [.text("נמלים")])
    #expect(table.name == "tbl-ports")
  }

  @Test func attributesGiveANameAndAWidth() {
    let figures: [(String, ObjectAttributes)] = [
      ("{.wide}", ObjectAttributes(width: .wide)),
      ("{#fig-map .full}", ObjectAttributes(name: "fig-map", width: .full)),
      ("{.text #fig-map}", ObjectAttributes(name: "fig-map", width: .text)),
    ]
    for (written, attributes) in figures {
      guard case .figure(let figure)? = content("![מפה](map.png)\(written)\n").first else {
        Issue.record("\(written) is not read")
        continue
      }
      #expect(figure.attributes == attributes)
    }
    guard case .table(let table)? = content("| א |\n|---|\n| ב |\n: {.full}\n").first else {
      Issue.record("not a table")
      return
    }
    #expect(table.attributes == ObjectAttributes(width: .full))
    for text in ["{.vast}", "{}", "{.wide .full}", "{fig-map}", "{#map}"] {
      #expect(
        content("![מפה](map.png)\(text)\n").first
          == .paragraph([
            .image(Figure(caption: [.text("מפה")], source: "map.png")), .text(text),
          ]), "\(text)")
    }
  }

  @Test func colonWithoutATermIsText() {
    #expect(content(": לא כלום\n") == [.paragraph([.text(": לא כלום")])])
    #expect(content("## כותרת\n: לא כלום\n").last == .paragraph([.text(": לא כלום")]))
  }

  @Test func moneyAndVariablesAreNoFormulas() {
    for text in [
      "עלה מ-$5 ל-$10 בשנה", "נמצא $HOME וגם $PATH בלבד", "US$5 and HK$6", "$HOME/$USER",
      "המחיר $5 (כלומר 20$) עלה", "a$b$c",
    ] {
      #expect(content(text + "\n") == [.paragraph([.text(text)])], "\(text)")
    }
  }

  @Test func formulaKeepsItsSigns() {
    #expect(
      content("סדרה $a_n$: $[1, 1/2]$ כאן\n") == [
        .paragraph([
          .text("סדרה "), .math("a_n", isDisplayed: false), .text(": "),
          .math("[1, 1/2]", isDisplayed: false), .text(" כאן"),
        ])
      ])
    #expect(content("`$x$`\n") == [.paragraph([.code("$x$")])])
  }

  @Test func boxWithoutEndIsReported() {
    #expect(read("::: box\nפסקה\n").findings.map(\.kind) == [.unclosedBox])
    #expect(read("פסקה\n\n:::\n").findings.map(\.kind) == [.strayBoxEnd])
  }

  @Test func textThatLooksLikeSyntaxIsEscaped() {
    for text in [
      "| לא שיר", ": לא כיתוב", "::: לא", ":::", "$x$", "@fig-a", "{#fig-a}", "{.wide}", "$$",
    ] {
      var article = read("").article
      article.blocks = [Block(.paragraph([.text(text)]))]
      let again = ManuscriptReader.read(ManuscriptWriter.write(article), file: "").article
      #expect(again.ignoringLayout == article.ignoringLayout, "\(text)")
    }
  }
}
