/// Explains a kind of finding to a person who asks.
public enum FindingExplanations {
  /// What the kind says, where it is found, an example of what is found and of what is left alone,
  /// whether it is corrected by itself, and how it is silenced, if it can be.
  ///
  /// - Parameter language: `he`, `ar` or `en`; any other reads English.
  public static func explanation(of kind: Finding.Kind, language: String = "en") -> String {
    let words = labels[language] ?? labels["en"] ?? [:]
    func label(_ name: String) -> String { words[name] ?? name }
    let pattern = FindingSentences.wordings[kind]?[language] ?? kind.rawValue
    let area = FindingArea(of: kind)
    var lines = [
      kind.rawValue, "", pattern.replacing(/\{[a-z]+\}/, with: "…"), "", area.meaning(language),
    ]
    if let example = examples[kind] {
      lines += [
        "", label("found"), indented(example.found), label("right"), indented(example.right),
      ]
    }
    if mended.contains(kind) { lines += ["", label("mended")] }
    if area == .article {
      lines += ["", label("silence"), indented("check:\n  ignore: [\(kind.rawValue)]")]
    }
    return lines.joined(separator: "\n")
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }
      .joined(separator: "\n")
  }

  /// The kinds that `daf check --fix` corrects.
  static let mended: Set<Finding.Kind> = [
    .presentationForm, .hiddenMark, .strayMark, .spaceBeforeNote, .headingWithoutSpace,
    .foreignBullet, .tabInText, .pictureWithSpaces, .superscriptNote, .tableWithoutRule,
    .letteredLines,
  ]

  private static let labels: [String: [String: String]] = [
    "en": [
      "found": "Found:", "right": "Right:",
      "mended": "“daf check --fix” corrects it where that is certain.",
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
}
