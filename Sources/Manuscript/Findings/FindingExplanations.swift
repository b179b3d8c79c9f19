/// Tells what a kind of finding means, to a person who asks.
public enum FindingExplanations {
  /// What the kind says, an example of what is found and of what is left alone, whether it is
  /// mended by itself, and how it is silenced.
  ///
  /// - Parameter language: `he`, `ar` or `en`; any other reads English.
  public static func explanation(of kind: Finding.Kind, language: String = "en") -> String {
    let words = labels[language] ?? labels["en"] ?? [:]
    func label(_ name: String) -> String { words[name] ?? name }
    let pattern = FindingSentences.wordings[kind]?[language] ?? kind.rawValue
    var lines = [kind.rawValue, "", pattern.replacing(/\{[a-z]+\}/, with: "…")]
    if let example = examples[kind] {
      lines += [
        "", label("found"), indented(example.found), label("right"), indented(example.right),
      ]
    }
    if mended.contains(kind) { lines += ["", label("mended")] }
    lines += ["", label("silence"), indented("check:\n  ignore: [\(kind.rawValue)]")]
    return lines.joined(separator: "\n")
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }
      .joined(separator: "\n")
  }

  /// The kinds that `daf check --fix` mends.
  static let mended: Set<Finding.Kind> = [
    .presentationForm, .hiddenMark, .strayMark, .spaceBeforeNote, .headingWithoutSpace,
    .foreignBullet, .tabInText, .pictureWithSpaces, .superscriptNote, .tableWithoutRule,
    .letteredLines,
  ]

  private static let labels: [String: [String: String]] = [
    "en": [
      "found": "Found:", "right": "Right:",
      "mended": "“daf check --fix” mends it where that is certain.",
      "silence": "To silence it for an article, write in its front matter:",
    ],
    "he": [
      "found": "נמצא:", "right": "נכון:",
      "mended": "‎daf check --fix‎ מתקן זאת במקומות שבהם אין ספק.",
      "silence": "כדי להשתיק זאת במאמר, יש לכתוב בכותרת הנתונים שלו:",
    ],
    "ar": [
      "found": "ما يُعثر عليه:", "right": "الصواب:",
      "mended": "يصلحه ‎daf check --fix‎ حيث لا شك.",
      "silence": "لإسكاته في مقال اكتب في بياناته الأولية:",
    ],
  ]

  private static let examples: [Finding.Kind: (found: String, right: String)] = [
    .misspelledKey: ("titel: שם המאמר", "title: שם המאמר"),
    .duplicateKey: ("lang: he\nlang: ar", "lang: he"),
    .yamlQuote: ("title: \"נהלי צה\"ל\"", "title: 'נהלי צה\"ל'"),
    .yamlSyntax: ("title: מים: מחיר ומדיניות", "title: 'מים: מחיר ומדיניות'"),
    .wrongType: ("keywords: מים, קרקע", "keywords: [מים, קרקע]"),
    .wrongDate: ("date: 11.5.2022", "date: 2022-05-11"),
    .missingLanguage: ("title: שם המאמר", "title: שם המאמר\nlang: he"),
    .wrongLanguageTag: ("lang: hebrew", "lang: he"),
    .unknownLanguage: ("lang: iw", "lang: he"),
    .controlCharacter: ("title: \"מים\\x0b\"", "title: מים"),
    .wrongIdentifier: ("orcid: 0000-0002-1825-0098", "orcid: 0000-0002-1825-0097"),
    .noteWithoutText: ("מילה[^3]", "מילה[^3]\n\n[^3]: טקסט ההערה"),
    .noteWithoutMark: ("[^3]: טקסט ההערה", "מילה[^3]\n\n[^3]: טקסט ההערה"),
    .noteTwice: ("[^3]: אחת\n[^3]: אחרת", "[^3]: אחת\n[^4]: אחרת"),
    .noteInLink: ("[שם[^3]](https://example.org)", "[שם](https://example.org)[^3]"),
    .missingNote: ("[^3]: <!-- missing -->", "[^3]: הטקסט מן הדפוס"),
    .noteOutOfOrder: ("א[^1] ב[^3] ג[^2]", "א[^1] ב[^2] ג[^3]"),
    .noteSkipped: ("א[^1] ב[^3]", "א[^1] ב[^2] ג[^3]"),
    .spaceBeforeNote: ("מילה [^3]", "מילה[^3]"),
    .headingLevelOne: ("# מבוא", "## מבוא"),
    .headingSkipsLevel: ("## מבוא\n\n#### רקע", "## מבוא\n\n### רקע"),
    .pageOutOfOrder: (
      "<!-- page 14 -->\n\n<!-- page 13 -->", "<!-- page 13 -->\n\n<!-- page 14 -->"
    ),
    .misspelledComment: ("<!-- pgae 12 -->", "<!-- page 12 -->"),
    .headingWithoutSpace: ("##מבוא", "## מבוא"),
    .foreignBullet: ("● פריט\n● פריט", "- פריט\n- פריט"),
    .tabInText: ("שם[Tab]מספר", "שם מספר"),
    .pictureWithSpaces: ("![מפה](my map.png)", "![מפה](<my map.png>)"),
    .superscriptNote: ("מילה¹", "מילה[^1]"),
    .tableWithoutRule: ("| א | ב |\n| ג | ד |", "| א | ב |\n| --- | --- |\n| ג | ד |"),
    .letteredLines: ("א. אחת\nב. שתיים", "- א. אחת\n- ב. שתיים"),
    .linesRunTogether: ("שורה של שיר\nועוד שורה", "| שורה של שיר\n| ועוד שורה"),
    .indentedText: ("    פסקה", "פסקה"),
    .strayEmphasis: ("**מודגש", "**מודגש**"),
    .refusedLink: ("[קובץ](file:///a)", "[קובץ](a.pdf)"),
    .unclosedBox: ("::: box\nטקסט", "::: box\nטקסט\n:::"),
    .strayBoxEnd: ("טקסט\n\n:::", "::: box\nטקסט\n:::"),
    .unknownReference: ("ראו @fig-mapp", "ראו @fig-map"),
    .rawHTML: ("<b>מודגש</b>", "**מודגש**"),
    .hiddenMark: ("[RLM]## מבוא", "## מבוא"),
    .pictureWithoutText: ("![](map.png)", "![מפת האזור](map.png)"),
    .pictureAwaited: ("![מפת האזור]()", "![מפת האזור](map.png)"),
    .deadLink: ("[ראו](#מבואות)", "[ראו](#מבוא)"),
    .linkWithoutAddress: ("[ראו]()", "[ראו](https://example.org)"),
    .linkWithoutText: ("[](https://example.org)", "[האתר](https://example.org)"),
    .openDoubt: ("שורה <!-- check: סדר המילים -->", "שורה"),
    .presentationForm: ("ﺍﻟﻤﺎﺀ", "الماء"),
    .mirroredBrackets: ("מקור )לוי( אחר", "מקור (לוי) אחר"),
    .unbalancedBracket: ("מקור (לוי אחר", "מקור (לוי) אחר"),
    .turnedWord: ("םולש", "שלום"),
    .finalLetterInside: ("שלוםרב", "שלום רב"),
    .punctuationFirst: (".כך נגמר המשפט", "כך נגמר המשפט."),
    .mixedDigits: ("٢٠2٤", "٢٠٢٤"),
    .mixedQuotationMarks: ("צה\"ל וארה״ב", "צה״ל וארה״ב"),
    .doubtfulWord: ("מדיניות … מדינוית", "מדיניות … מדיניות"),
  ]
}
