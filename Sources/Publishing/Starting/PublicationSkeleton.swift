import Manuscript

/// The files of a new publication: settings, an example article, a page, a short guide and a recipe
/// by which a forge builds the site and puts it online.
public struct PublicationSkeleton: Sendable {
  /// BCP 47 tag of the publication's own language.
  public var language: String

  public init(language: String) { self.language = language }

  /// The texts of the files by their path in the publication's folder.
  public var files: [String: String] {
    let words = Wording.all[language] ?? Wording.english
    var example = ArticleSkeleton(title: words.exampleTitle, language: language).text
    example = example.replacing("draft: true", with: "# draft: true")
    return [
      "publication.yaml": settings(words),
      "Articles/\(words.exampleFolder)/article.md": example,
      "Articles/pages/about.md": """
      ---
      title: \(ArticleSkeleton.scalar(words.aboutTitle))
      lang: \(language)
      ---

      \(words.aboutText)

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
    name: \(ArticleSkeleton.scalar(words.name))
    # \(words.description)
    # description: …
    # \(words.url)
    # url: https://journal.example.org/
    # \(words.languages)
    languages: [\(language)]
    # publisher: …
    # issn: 0000-0000
    # licence: CC-BY-4.0
    # email: editors@example.org
    # \(words.menu)
    menu: [about]

    """
  }

  /// The words of a new publication in one language.
  struct Wording: Sendable {
    var name: String
    var settings: String
    var description: String
    var url: String
    var languages: String
    var menu: String
    var exampleTitle: String
    var exampleFolder: String
    var aboutTitle: String
    var aboutText: String
    var guide: String
  }
}
