import Manuscript
import Orthography

extension CheckedArticle {
  /// Texts that Daf wrote for an editor to write over; those of the front matter are found while it is
  /// read.
  mutating func checkSamples() {
    let severity: Finding.Severity = article.frontMatter.isDraft ? .notice : .error
    for text in texts where SampleText.contains(text.text) {
      report(.sampleText, severity, at: place(of: text.text, in: text), ["value": text.text])
    }
  }

  /// A page without a text, and a text in other letters than its language has.
  mutating func checkBody() {
    // A picture or code is something to read, although neither is text to be checked.
    let hasOther = article.blocks.contains {
      switch $0.content {
      case .figure, .code: true
      default: false
      }
    }
    if texts.isEmpty, !hasOther, !article.frontMatter.isDraft {
      // A paper that is there to be loaded is something to read.
      let isOffered = !article.frontMatter.files.isEmpty
      report(.emptyBody, isOffered ? .notice : .warning, at: SourcePosition(line: 1))
    }
    checkLetters(ofLanguage: article.frontMatter.language)
  }

  /// As many letters of the running text are looked at, at least, before they count as a language.
  private static let enough = 60

  private mutating func checkLetters(ofLanguage tag: String) {
    var (hebrew, arabic, latin, other) = (0, 0, 0, 0)
    for text in texts where text.role == .paragraph || text.role == .heading {
      for scalar in text.text.unicodeScalars {
        switch Script(scalar) {
        case .hebrew: hebrew += 1
        case .arabic: arabic += 1
        case .latin: latin += 1
        case .other: other += 1
        case nil: break
        }
      }
    }
    let counts: [Script: Int] = [.hebrew: hebrew, .arabic: arabic, .latin: latin, .other: other]
    let all = counts.values.reduce(0, +)
    guard all >= Self.enough, let most = counts.max(by: { $0.value < $1.value }) else { return }
    // A quarter of the letters shows that the language is there, with long quotations of another.
    guard most.value * 4 > all * 3, most.key != Languages.script(of: tag) else { return }
    let usual: [Script: String] = [.hebrew: "he", .arabic: "ar", .latin: "en"]
    guard let nearest = usual[most.key] else { return }
    let place = place(of: "lang: \(tag)", at: SourcePosition(line: 1))
    report(.otherLanguage, .warning, at: place, ["value": tag, "nearest": nearest])
  }
}
