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
      ".gitlab-ci.yml": Self.recipe,
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

  /// A job for forges that build pages from `.gitlab-ci.yml` and publish the folder `public`.
  private static let recipe = """
    # Builds the site and publishes it. The job needs the program daf: put the release archive
    # beside this file, or name an image that holds it.
    pages:
      image: debian:bookworm
      script:
        - apt-get update
        - apt-get install -y --no-install-recommends xz-utils libcmark-gfm0 libcmark-gfm-extensions0
          libdeflate0 libyaml-0-2 libfribidi0 libhunspell-1.7-0 libmicrohttpd12 hspell hunspell-he hunspell-ar
        - mkdir daf && tar -xf daf-*.tar.* --strip-components=1 -C daf
        - daf/daf build --output public
      artifacts:
        paths: [public]
      rules:
        - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH

    """

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
