import Manuscript

/// The files of a new publication: settings, an example article, a page, a short guide and a recipe
/// by which a forge builds the site and puts it online.
public struct PublicationSkeleton: Sendable {
  /// BCP 47 tag of the publication's own language.
  public var language: String
  /// What it is called.
  public var name: String

  public init(language: String, name: String) {
    self.language = language
    self.name = name
  }

  /// The texts of the files by their path in the publication's folder.
  public var files: [String: String] {
    let words = Wording.all[language] ?? Wording.english
    let sample = SampleText.inLanguage(language)
    let example = ArticleSkeleton(title: sample.articleTitle, language: language)
    return [
      "publication.yaml": settings(words),
      "Articles/\(words.exampleFolder)/article.md": example.text,
      "Articles/pages/about.md": """
      ---
      title: \(ArticleSkeleton.scalar(words.aboutTitle))
      lang: \(language)
      draft: true
      ---

      \(sample.page)

      """,
      "GUIDE.md": words.guide,
      ".gitignore": "/Output/\n/.daf/\n",
      ".gitlab-ci.yml": Recipes.gitLab,
      ".github/workflows/pages.yml": Recipes.gitHub,
    ]
  }

  private func settings(_ words: Wording) -> String {
    """
    # \(words.settings)
    name: \(ArticleSkeleton.scalar(name))
    # \(words.description)
    #description: \(SampleText.blank)
    # \(words.url)
    #url: \(SampleText.url)
    # \(words.languages)
    languages: [\(language)]
    #publisher: \(SampleText.blank)
    #issn: \(SampleText.issn)
    #licence: CC-BY-4.0
    #email: \(SampleText.email)
    # \(words.menu)
    menu: [about]

    """
  }

  /// The words of a new publication in one language.
  struct Wording: Sendable {
    var settings: String
    var description: String
    var url: String
    var languages: String
    var menu: String
    var exampleFolder: String
    var aboutTitle: String
    var guide: String
  }
}
