import Manuscript

/// A ready `article.md` for an editor to fill in: each field explained in a comment, in the
/// editor's language.
///
/// What most articles have stands as a field; what only some have stands as a comment without a space
/// after its sign, which is a field once the sign is deleted. Its texts are samples (`SampleText`) that
/// must be written over. It is a draft until the editor says otherwise.
public struct ArticleSkeleton: Sendable {
  public var title: String
  /// BCP 47 tag; the comments are in Hebrew or Arabic where it is `he` or `ar`, else in English.
  public var language: String
  public var volume: String?

  public init(title: String, language: String, volume: String? = nil) {
    self.title = title
    self.language = language
    self.volume = volume
  }

  /// The file's text.
  public var text: String {
    let wording = Wording.all[language] ?? Wording.english
    let sample = SampleText.inLanguage(language)
    let blank = SampleText.blank
    let citation =
      volume.map { "citation:\n  volume: \(Self.scalar($0))\n  #page: \(blank)" }
      ?? "#citation:\n#  container-title: \(blank)\n#  volume: \(blank)\n#  page: \(blank)"
    return """
      ---
      # \(explained("title", wording.titleHint))
      title: \(Self.scalar(title))
      lang: \(language)
      # \(explained("author", wording.authorHint))
      author:
        - name: \(Self.scalar(sample.author))
          #affiliation:
          #  - \(sample.affiliation)
          #email: \(SampleText.email)
          #orcid: \(SampleText.orcid)
      # \(explained("abstract"))
      #abstract: \(blank)
      # \(explained("keywords"))
      #keywords:
      #  - \(blank)
      # \(explained("date"))
      #date: \(blank)
      # \(explained("citation", wording.citationHint))
      \(citation)
      # \(explained("series"))
      #series: \(blank)
      # \(explained("draft", wording.draftHint))
      draft: true
      ---

      \(sample.opening)[^1]

      ## \(sample.heading)

      \(sample.body)

      [^1]: \(sample.note)

      """
  }

  /// What a key means, and what is good to know while it is filled in.
  private func explained(_ name: String, _ hint: String? = nil) -> String {
    let key = FrontMatter.keys.first { $0.name == name }
    return [key?.meaning(in: language), hint].compactMap { $0 }.joined(separator: " ")
  }

  /// A text as a YAML scalar in quotation marks that it does not hold itself where that is
  /// possible: `"צה"ל"` would be an error.
  static func scalar(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    if line.contains("\"") || line.contains("\\") {
      return "'" + line.replacing("'", with: "''") + "'"
    }
    return "\"" + line + "\""
  }

  /// The words of a skeleton in one language.
  struct Wording: Sendable {
    var titleHint: String
    var authorHint: String
    var citationHint: String
    var draftHint: String
  }
}
