import Orthography
import Testing

@testable import Checking
@testable import Manuscript

/// For every kind of finding an article that it finds, and one that it leaves alone.
@Suite struct CheckTests {
  struct Example: CustomTestStringConvertible, Sendable {
    var kind: Finding.Kind
    var found: String
    var left: String
    /// The place of the finding, if it matters: `7:3`.
    var place: String?

    init(_ kind: Finding.Kind, found: String, left: String, at place: String? = nil) {
      self.kind = kind
      self.found = found
      self.left = left
      self.place = place
    }

    var testDescription: String { kind.rawValue }
  }

  private static let head = "---\ntitle: א\nlang: he\nauthor: דנה\ndate: \"2022\"\n---\n\n"
  private static let front = "---\ntitle: א\nlang: he\nauthor: דנה\n"

  @Sendable private static func state(of file: String) -> Surroundings.FileState {
    switch file {
    case "map.png": .there
    case "acting.svg": .active(["script"])
    case "half.png": .damaged
    case "page.html", "https://example.org/map.png": .refused
    default: .missing
    }
  }

  private func findings(_ source: String) -> [Finding] {
    var surroundings = Surroundings(
      file: Self.state, anchors: { $0 == "other" ? ["p1", "title"] : nil },
      slug: "own",
      lexicon: WordList([
        "מדיניות", "המים", "שלום", "בארץ", "ציבורית", "מים",
      ]))
    surroundings.isPage = false
    return ArticleCheck.findings(
      in: Array(source.utf8), file: "a.md", surroundings: surroundings)
  }

  @Test(arguments: body)
  func inTheBody(example: Example) {
    let found = findings(Self.head + example.found).filter { $0.kind == example.kind }
    #expect(!found.isEmpty, "\(example.found)")
    if let place = example.place, let position = found.first?.position {
      #expect("\(position.line):\(position.column)" == place)
    }
    let left = findings(Self.head + example.left)
    #expect(left.isEmpty, "\(left)")
  }

  private static let body: [Example] = [
    Example(
      .noteOutOfOrder, found: "א[^2] ב[^1]\n\n[^1]: ג\n[^2]: ד",
      left: "א[^1] ב[^2] ג[^1] ד[^*]\n\n[^1]: ג\n[^2]: ד\n[^*]: ה", at: "8:8"),
    Example(
      .noteSkipped, found: "א[^1] ב[^3]\n\n[^1]: ג\n[^3]: ד",
      left: "א[^7] ב[^8]\n\n[^7]: ג\n[^8]: ד"),
    Example(
      .spaceBeforeNote, found: "מילה [^1]\n\n[^1]: ג", left: "מילה[^1] עוד\n\n[^1]: ג",
      at: "8:5"),
    Example(.noteWithoutText, found: "א[^1]", left: "`[^1]`"),
    Example(.noteWithoutMark, found: "[^1]: א", left: "א[^1]\n\n[^1]: ב"),
    Example(.noteTwice, found: "א[^1]\n\n[^1]: ב\n[^1]: ג", left: "א[^1]ב[^1]\n\n[^1]: ב"),
    Example(.noteInNote, found: "א[^1]\n\n[^1]: ב[^2]\n[^2]: ג", left: "א[^1]\n\n[^1]: ב \\[^2]"),
    Example(
      .noteInLink, found: "[א[^1]](https://example.org)\n\n[^1]: ב",
      left: "[א](https://example.org)[^1]\n\n[^1]: ב"),
    Example(.missingNote, found: "א[^1]\n\n[^1]: <!-- missing -->", left: "א[^1]\n\n[^1]: missing"),
    Example(.headingLevelOne, found: "# מבוא", left: "## מבוא"),
    Example(
      .headingSkipsLevel, found: "## מבוא\n\n#### רקע",
      left: "## מבוא\n\n### רקע\n\n#### עוד\n\n## סיכום", at: "10:0"),
    Example(.headingEmpty, found: "##", left: "## א"),
    Example(
      .pageOutOfOrder, found: "<!-- page 9 -->\n\nא <!-- page 8 -->ב",
      left: "<!-- page 8 -->\n\nא <!-- page 9 -->ב\n\n<!-- page -->", at: "10:3"),
    Example(
      .pageSkipped, found: "<!-- page 9 -->\n\nא\n\n<!-- page 12 -->",
      left: "<!-- page 12 -->\n\nא"),
    Example(
      .misspelledComment, found: "א <!-- pgae 12 --> ב", left: "א <!-- הערה לעצמי --> ב",
      at: "8:3"),
    Example(
      .openDoubt, found: "א <!-- check: סדר המילים -->", left: "א <!-- סדר המילים -->",
      at: "8:3"),
    Example(.pictureAwaited, found: "![מפה]()", left: "![מפה](map.png)"),
    Example(.missingFile, found: "![מפה](lost.png)", left: "![מפה](map.png)", at: "8:8"),
    Example(.refusedFile, found: "![מפה](https://example.org/map.png)", left: "![מפה](map.png)"),
    Example(.damagedPicture, found: "![מפה](half.png)", left: "![מפה](map.png)", at: "8:8"),
    Example(.activePicture, found: "![מפה](acting.svg)", left: "![מפה](map.png)", at: "8:8"),
    Example(.pictureWithoutText, found: "![](map.png)", left: "![](map.png \"מפת האזור\")"),
    Example(.linkWithoutAddress, found: "[א]()", left: "[א](https://example.org)"),
    Example(.linkWithoutText, found: "[](https://example.org)", left: "<https://example.org>"),
    Example(.deadLink, found: "[א](#אין)", left: "## יש\n\n[א](#יש) [ב](#p1) [ג](../other/#p1)"),
    Example(.deadLink, found: "[א](../lost/)", left: "[א](../other/) [ב](../../about/)"),
    Example(.deadLink, found: "[א](lost.pdf)", left: "[א](map.png) [ב](mailto:a@example.org)"),
    Example(.deadLink, found: "[א](../other/#p9)", left: "א[^1] [ב](#fn-1)\n\n[^1]: ג"),
    Example(.presentationForm, found: "א ﺍﻟﻤﺎﺀ ב", left: "א الماء ﷺ ב", at: "8:3"),
    Example(.strayMark, found: "א\u{200E} ב", left: "می‌خواهم", at: "8:2"),
    Example(.hiddenMark, found: "\u{200F}## א", left: "## א"),
    Example(
      .mirroredBrackets, found: "מקור )לוי( אחר", left: "מקור (לוי) אחר: א) כך, 2) אחרת",
      at: "8:6"),
    Example(.unbalancedBracket, found: "מקור (לוי אחר", left: "(א [ב] ג)"),
    Example(.turnedWord, found: "אמר םולש לנו", left: "אמר שלום לנו ומ׳ ם", at: "8:5"),
    Example(
      .finalLetterInside, found: "אמר שלוםרב לנו",
      left: "שלום־רב, ״עם ישראל״"),
    Example(.punctuationFirst, found: ".כך נגמר", left: "... כך נגמר"),
    Example(.mixedDigits, found: "عام ٢٠2٤", left: "عام ٢٠٢٤ و2024"),
    Example(.mixedQuotationMarks, found: "צה\"ל וארה״ב", left: "צה״ל \"report\""),
    Example(
      .doubtfulWord, found: "מדיניות מדיניות ומדיניות מדינוית", left: "מדיניות מדיניות צמרנוים",
      at: "8:26"),
    Example(.rawHTML, found: "<b>א</b>", left: "<span lang=\"en\">a</span>"),
    Example(.headingWithoutSpace, found: "##מבוא", left: "## מבוא\n\n#תגית כאן", at: "8:1"),
    Example(.foreignBullet, found: "● פריט", left: "- פריט ● כאן", at: "8:1"),
    Example(.tabInText, found: "שם\tמספר", left: "שם מספר", at: "8:3"),
    Example(
      .pictureWithSpaces, found: "![מפה](my map.png)", left: "![מפה](map.png)", at: "8:1"),
    Example(.superscriptNote, found: "מילה¹ כאן", left: "mc² ו-10⁶", at: "8:5"),
    Example(
      .tableWithoutRule, found: "| א | ב |\n| ג | ד |", left: "| א | ב |\n|---|---|\n| ג | ד |"),
    Example(.letteredLines, found: "א. אחת\nב. שתיים", left: "- א. אחת\n- ב. שתיים"),
    Example(.letteredLines, found: "أ. أول\nب. ثان", left: "א. פרץ היה"),
    Example(.linesRunTogether, found: "> שורה\n> ועוד", left: "| שורה\n| ועוד"),
    Example(
      .tooManyMarks, found: "א" + String(repeating: "\u{5B0}", count: 31),
      left: "א" + String(repeating: "\u{5B0}", count: 4)),
    Example(
      .tooManyPictures, found: "מילה " + String(repeating: "![", count: 501),
      left: "מילה ![מפה](map.png)"),
    Example(
      .referenceTooLong,
      found: "[a]: /" + String(repeating: "x", count: 1000) + "\n\n"
        + String(repeating: "[a] ", count: 300),
      left: "[a]: https://example.org/x\n\nמילה [a]"),
    Example(.indentedText, found: "    פסקה", left: "```\nקוד\n```"),
    Example(.strayEmphasis, found: "**מודגש כאן", left: "**מודגש** \\*\\*"),
    Example(.refusedLink, found: "[א](file:///a)", left: "[א](tel:+97236123456)"),
    Example(.unclosedBox, found: "::: box\nא", left: "::: box\nא\n:::"),
    Example(.strayBoxEnd, found: "א\n\n:::", left: "::: box\nא\n:::"),
    Example(
      .unknownReference, found: "ראו @fig-a", left: "ראו @fig-a\n\n![מפה](map.png){#fig-a}",
      at: "8:5"),
    Example(.tableRowTooLong, found: "| א |\n| --- |\n| ב | ג |", left: "| א |\n| --- |\n| ב |"),
    Example(.unclosedComment, found: "א <!-- ב", left: "א \\<!-- ב"),
    Example(
      .idleComment, found: "<!-- references -->\n\nא",
      left: "<!-- references -->\n\n- א, 2001\n\n(א, 2001)"),
    Example(
      .entryNeverCited, found: "<!-- references -->\n\n- לוי, 2001. ספר.",
      left: "(לוי, 2001)\n\n<!-- references -->\n\n- לוי, 2001. ספר."),
    Example(
      .citationWithoutEntry,
      found: "(לוי, 2001) (כהן, 2002)\n\n<!-- references -->\n\n- לוי, 2001. ספר.",
      left:
        "(לוי, 2001)[^1]\n\n<!-- references -->\n\n- לוי, 2001. ספר.\n\n[^1]: א׳ כהן, ספר (תל אביב, 2002)."
    ),
    Example(
      .ibidAfterMissingNote, found: "א[^1]ב[^2]\n\n[^1]: <!-- missing -->\n[^2]: שם.",
      left: "א[^1]ב[^2]\n\n[^1]: לוי, ספר, 2001.\n[^2]: שם, עמ׳ 3."),
    Example(
      .ibidAfterSeveralWorks,
      found: "א[^1]ב[^2]\n\n[^1]: Weiss, D. (2014). Water; Harlan, P. (2016). Wells.\n[^2]: Ibid.",
      left: "א[^1]ב[^2]\n\n[^1]: Weiss, D. (2014). Water.\n[^2]: Ibid., p. 7."),
    Example(
      .ibidWithoutWork, found: "א[^1]ב[^2]\n\n[^1]: הדברים נכתבו לפני הבחירות.\n[^2]: שם.",
      left: "א[^1]\n\n[^1]: שם הרחוב שונה מאז."),
    Example(
      .citationAmbiguous,
      found: "(לוי, 2001)\n\n<!-- references -->\n\n- לוי, 2001. ספר.\n- לוי, 2001. אחר.",
      left:
        "(לוי, 2001א) (לוי, 2001ב)\n\n<!-- references -->\n\n- לוי, 2001א. ספר.\n- לוי, 2001ב. אחר."
    ),
    Example(
      .nestedTooDeep, found: String(repeating: "> ", count: 200) + "א",
      left: String(repeating: "> ", count: 5) + "א"),
    Example(
      .tableTooWide, found: row("א", 250) + row("-", 250) + row("ב", 250),
      left: row("א", 20) + row("-", 20) + row("ב", 20)),
  ]

  private static func row(_ cell: String, _ columns: Int) -> String {
    String(repeating: "| \(cell) ", count: columns) + "|\n"
  }

  @Test(arguments: frontMatter)
  func inTheFrontMatter(example: Example) {
    let found = findings(Self.front + example.found + "\n---\n\nא").filter {
      $0.kind == example.kind
    }
    #expect(!found.isEmpty)
    if let place = example.place, let position = found.first?.position {
      #expect("\(position.line):\(position.column)" == place)
    }
    let left = findings(Self.front + example.left + "\n---\n\nא")
      .filter { $0.kind == example.kind }
    #expect(left.isEmpty, "\(left)")
  }

  private static let frontMatter: [Example] = [
    Example(.missingDate, found: "slug: a", left: "date: 2022"),
    Example(.sampleText, found: "series: …", left: "series: מים", at: "5:9"),
    Example(
      .wrongLanguageTag, found: "translations: {hebrew: {title: a}}",
      left: "translations: {en-GB: {title: a}}"),
    Example(
      .unknownLanguage, found: "translations: {iw: {title: a}}",
      left: "translations: {ar: {title: a}, grc: {title: b}, zh-Hant: {title: c}}", at: "5:16"),
    Example(
      .unknownCheck, found: "check: {ignore: [no-such]}", left: "check: {ignore: [raw-html]}"),
    Example(
      .wrongIdentifier, found: "citation: {issn: 1234-5678}",
      left: "citation: {issn: 1234-5679}", at: "5:18"),
    Example(
      .wrongIdentifier, found: "citation: {isbn: 978-3-16-148410-1}",
      left: "citation: {isbn: 978-3-16-148410-0, doi: 'https://doi.org/10.1000/182'}"),
    Example(
      .wrongIdentifier, found: "citation: {doi: 11.1000/182}",
      left: "citation: {isbn: 0-306-40615-2, doi: 10.1000/182}"),
    Example(
      .pageOutside, found: "citation: {page: 7-9}\n---\n\n<!-- page 10 -->\n\nא",
      left: "citation: {page: 7-9}\n---\n\n<!-- page 8 -->\n\nא"),
    Example(.missingFile, found: "files: [lost.pdf]", left: "image: map.png"),
    Example(.misspelledKey, found: "titel: a", left: "subtitle: a", at: "5:1"),
    Example(.wrongDate, found: "date: 11.5.2022", left: "date: 2022-05-11", at: "5:7"),
    Example(.unknownKey, found: "weather: גשם", left: "keywords: [גשם]", at: "5:1"),
    Example(.duplicateKey, found: "lang: ar", left: "subtitle: ב", at: "5:1"),
    Example(
      .controlCharacter, found: "subtitle: \"א\\x0bב\"", left: "subtitle: \"א\\tב\"", at: "5:11"),
    Example(.missingKey, found: "corrections: [{date: 2022}]", left: "corrections: []"),
    Example(
      .missingName, found: "translations: {ar: {author: [{email: a@example.org}]}}",
      left: "translations: {ar: {author: [{name: نجاة}]}}"),
    Example(.wrongType, found: "keywords: {מים: 1}", left: "keywords: [מים]", at: "5:11"),
    Example(.unknownValue, found: "numerals: roman", left: "numerals: hebr", at: "5:11"),
    Example(
      .yamlSyntax, found: "subtitle: מים: מחיר", left: "subtitle: 'מים: מחיר'"),
    Example(
      .yamlQuote, found: "subtitle: \"נהלי צה\"ל\"", left: "subtitle: 'נהלי צה\"ל'"),
    Example(.yamlAlias, found: "subtitle: *a", left: "subtitle: '*a'", at: "5:11"),
    Example(.yamlKey, found: "? [a, b]\n: c", left: "'[a, b]': c"),
    Example(
      .openDoubt, found: "check: {doubtful: [שם המחברת]}", left: "check: {doubtful: []}", at: "5:20"
    ),
  ]

  @Test(arguments: whole)
  func inTheWholeFile(example: Example) {
    #expect(findings(example.found).contains { $0.kind == example.kind })
    #expect(!findings(example.left).contains { $0.kind == example.kind })
  }

  private static let whole: [Example] = [
    Example(.missingFrontMatter, found: "א\n\nב", left: head + "א\n\n---\n\nב"),
    Example(.unclosedFrontMatter, found: "---\ntitle: א\n\nב", left: head + "א"),
    Example(.missingTitle, found: "---\nlang: he\n---\n\nא", left: head + "א"),
    Example(.missingLanguage, found: "---\ntitle: א\n---\n\nא", left: head + "א"),
    Example(
      .missingAuthor, found: "---\ntitle: א\nlang: he\n---\n\nא",
      left: "---\ntitle: א\nlang: he\nauthor: [{given: נגה, family: ים}]\n---\n\nא"),
    // Where the front matter cannot be read, nothing is known to be missing from it.
    Example(
      .missingAuthor, found: "---\ntitle: א\nlang: he\n---\n\nא",
      left: "---\ntitle: מים: מחיר\nlang: he\nauthor: נגה ים\n---\n\nא"),
    Example(.emptyBody, found: head, left: head + "![מפה](map.png)"),
    Example(.emptyBody, found: head + "<!-- page 3 -->", left: front + "draft: true\n---\n"),
    Example(
      .otherLanguage,
      found: "---\ntitle: א\nlang: en\n---\n\n"
        + String(repeating: "המועצה דנה בבקשות. ", count: 9),
      left: head + String(repeating: "המועצה דנה בבקשות. The council met in March. ", count: 9)),
    Example(
      .otherLanguage,
      found: head + String(repeating: "The council met in March. ", count: 9),
      left: "---\ntitle: א\nlang: ar\n---\n\n"
        + String(repeating: "اجتمع المجلس في آذار. ", count: 9)),
    Example(
      .strayMark, found: "---\ntitle: א\nlang: he\u{200F}\n---\n\nא", left: head + "א", at: "3:7"),
    // The page on which an article begins may have a mark of its own.
    Example(
      .pageOutOfOrder,
      found: front + "citation: {page: 10-12}\n---\n\n<!-- page 9 -->\n\nא",
      left: front + "citation: {page: 10-12}\n---\n\n<!-- page 10 -->\n\nא\n\n<!-- page 11 -->\n\nב"
    ),
    // An entry that a citation may mean is not said to be never cited.
    Example(
      .entryNeverCited,
      found: head + "לפי (לוי, 1999).\n\n<!-- references -->\n\n- כהן, א. (1999). ספר.",
      left: head
        + "לפי (כהן, 1999).\n\n<!-- references -->\n\n- כהן, א. (1999). ספר.\n- כהן, ב. (1999). אחר."
    ),
  ]

  @Test func aLanguageWithAHiddenMarkIsTheLanguageAndIsMended() {
    let source = "---\ntitle: א\nlang: he\u{200F}\n---\n\nא\n"
    #expect(ManuscriptReader.read(source, file: "").article.frontMatter.language == "he")
    let mended = String(decoding: Mending.mend(Array(source.utf8)).source, as: UTF8.self)
    #expect(mended == source.replacing("\u{200F}", with: ""))
  }

  @Test func arabicWordsWithoutHamzaAreKnown() {
    let others = ArabicSpellings.others(of: "الاسلحة")
    #expect(others.contains("الأسلحة"))
    #expect(ArabicSpellings.others(of: "المدرسه").contains("المدرسة"))
    #expect(ArabicSpellings.others(of: "שלום").isEmpty)
  }

  @Test func findingsOfFilesGetTheirPlace() {
    let source = Array((Self.head + "א\n\n![מפה](lost.png)").utf8)
    let found = [Finding(.missingFile, .error, file: "a.md", facts: ["value": "lost.png"])]
    #expect(
      ArticleCheck.placed(found, in: source).map(\.position) == [
        SourcePosition(line: 10, column: 8)
      ])
  }

  @Test func bytesThatAreNoTextAreFoundAndLettersOfEveryScriptAreNot() {
    let broken = Array(Self.head.utf8) + [0xE9, 0x20]
    #expect(
      ArticleCheck.findings(in: broken, file: "a.md").contains { $0.kind == .invalidText })
    #expect(!findings(Self.head + "א ب é 漢 𐤀").contains { $0.kind == .invalidText })
  }

  /// The kinds that concern a conversion, a template or the publication as a whole: nothing in one
  /// article's file gives them.
  private static let ofOtherCommands: Set<Finding.Kind> = [
    .awaitedDate, .damagedSegment, .failedTransfer, .foreignTarget, .goneAddress, .undatedNews,
    .looksLikeArticle, .missingProgram, .missingTarget, .nothingKept, .pictureFormat,
    .pictureTooLarge, .pictureUncut, .programFailed, .strayOutput, .takenStatic,
    .unknownTarget, .unknownVolume, .wrongTarget, .unnamedTarget, .keptElsewhere, .missingURL,
    .unreadableFile, .pdfLocked, .pdfDamaged, .pdfTooLarge, .pdfWithoutText, .pdfTextLies,
    .paperEmpty, .paperBinary, .paperEncoding, .paperBrokenText, .paperLegacyEncoding,
    .paperDamaged,
    .paperTooLarge,
    .paperTooSlow, .paperStopped, .paperFormat, .paperOfficeAbsent, .paperOfficeFailed,
    .paperScanAbsent, .paperScanFailed,
    .importFormat, .importEmpty, .importEdited, .importFileAbsent, .importShortcode,
    .articleEdited, .articleOfOtherPaper, .templateUnclosedTag, .templateUnclosedSection,
    .templateStrayEnd,
    .templateWrongEnd, .templateBadName, .templateBadDelimiters, .templateMissing,
    .templateTooDeep, .templateTooLarge, .templateNotUTF8, .templateUnknownKey, .unsafeAddress,
    .sameAddress, .wrongSlug, .wrongAlias, .futureDate, .unknownArticle, .unknownPage,
    .foreignOutput,
    .outputInArticles, .unwritableFile, .missingArticles,
    .missingTemplates, .missingFont, .wrongColour,
  ]

  @Test func everyKindHasAnExample() {
    let shown = Set((Self.body + Self.frontMatter + Self.whole).map(\.kind)).union([.invalidText])
    let expected = Set(Finding.Kind.allCases).subtracting(Self.ofOtherCommands)
    #expect(shown == expected, "\(shown.symmetricDifference(expected).map(\.rawValue))")
  }

  @Test func orcidsAreChecked() {
    #expect(CheckDigits.isORCID("0000-0002-1825-0097"))
    #expect(CheckDigits.isORCID("https://orcid.org/0000-0002-1694-233X"))
    #expect(!CheckDigits.isORCID("0000-0002-1825-0098"))
    #expect(!CheckDigits.isORCID("0000-0002-1825"))
  }

  @Test func aListPrintedTwiceInAnotherScriptIsNoFault() {
    let source =
      Self.head + """
        (لوي، 2001)

        <!-- references -->

        1. لوي، دانا. 2001. كتاب.

        ## References

        <!-- references -->

        1. Levi, Dana. 2001. A Book.
        2. Cohen, Ada. 1990. Another.
        """
    let entries = findings(source).filter { $0.kind == .entryNeverCited }
    #expect(entries.count == 1)
    #expect(entries.first?.facts["entry"]?.hasPrefix("Cohen") == true)
  }

  @Test func anArticleSilencesAKind() {
    let source = Self.front + "date: 2022\ncheck:\n  ignore: [mirrored-brackets]\n---\n\nא )ב( ג"
    #expect(findings(source).isEmpty)
  }

  @Test(arguments: Finding.Kind.allCases)
  func everyKindIsExplained(kind: Finding.Kind) {
    for language in ["en", "he", "ar"] {
      let text = FindingExplanations.explanation(of: kind, language: language)
      #expect(text.contains(kind.rawValue))
      #expect(text.firstRange(of: /{[a-z]+}/) == nil)
      // Where it is found, and a way to silence it where there is one.
      let area = FindingArea(of: kind)
      #expect(text.contains(area.meaning(language)))
      #expect(text.contains("ignore: [\(kind.rawValue)]") == (area == .article))
    }
    // What stands in files that an editor or a designer writes is shown by an example.
    let example = FindingExplanations.examples[kind]
    if FindingArea(of: kind) == .article { #expect(example != nil) }
    if let example { #expect(example.found != example.right) }
  }

  /// Kinds whose examples cannot be read as they stand: they name files, show signs that nobody sees by
  /// their names, or stand for something long.
  private static let abridged: Set<Finding.Kind> = [
    .controlCharacter, .tabInText, .hiddenMark, .strayMark, .invalidText, .nestedTooDeep,
    .tableTooWide,
    .referenceTooLong, .tooManyPictures, .tooManyMarks, .otherLanguage, .pageOutside, .doubtfulWord,
    .missingFile, .refusedFile, .damagedPicture, .activePicture, .pictureFormat, .pictureTooLarge,
    .pictureUncut, .futureDate, .unknownArticle,
  ]

  @Test(arguments: FindingExplanations.examples.keys.sorted { $0.rawValue < $1.rawValue })
  func anExampleIsFoundAndItsCorrectionIsNot(kind: Finding.Kind) throws {
    guard FindingArea(of: kind) == .article, !Self.abridged.contains(kind),
      let (found, right) = FindingExplanations.examples[kind]
    else { return }
    func kinds(_ example: String) -> Set<Finding.Kind> {
      var source = example
      let isFile = example.hasPrefix("---") || kind == .missingFrontMatter
      let isFront = example.firstRange(of: /^[a-z-]+:/) != nil || kind == .yamlKey
      if !isFile {
        let front = example.contains("title:") || kind == .missingTitle ? "" : "title: א\n"
        let language = example.contains("lang:") || kind == .missingLanguage ? "" : "lang: he\n"
        source =
          isFront
          ? "---\n\(front)\(language)\(example)\n---\n\nטקסט.\n" : Self.head + example + "\n"
      }
      return Set(findings(source).map(\.kind))
    }
    #expect(kinds(found).contains(kind), "\(found)")
    #expect(!kinds(right).contains(kind), "\(right)")
  }

  @Test(arguments: ["en", "he", "ar"])
  func sampleTextsAreFaultsWhereTheyGoToReaders(language: String) {
    let sample = SampleText.inLanguage(language)
    let front = "title: \(sample.articleTitle)\nlang: \(language)\nauthor: \"\(sample.author)\"\n"
    let body =
      "\(sample.opening)[^1]\n\n## \(sample.heading)\n\n\(sample.body)\n\n[^1]: \(sample.note)\n"
    let told = findings("---\n\(front)---\n\n\(body)").filter { $0.kind == .sampleText }
    #expect(told.map(\.position.line) == [2, 4, 7, 9, 11, 13])
    #expect(told.allSatisfy { $0.severity == .error })
    let draft = findings("---\n\(front)draft: true\n---\n\n\(body)").filter {
      $0.kind == .sampleText
    }
    #expect(draft.count == told.count && draft.allSatisfy { $0.severity == .notice })
    #expect(!findings(Self.head + "טקסט של כותבים.").contains { $0.kind == .sampleText })
  }
}
