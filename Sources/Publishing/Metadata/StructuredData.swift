import Manuscript

/// What search engines read beside the page: schema.org in JSON-LD.
enum StructuredData {
  /// The publication, for the home page.
  static func periodical(_ site: Site, _ language: String) -> [UInt8] {
    JSON.object([("@context", .string("https://schema.org"))] + periodicalMembers(site, language))
      .bytes
  }

  private static func periodicalMembers(
    _ site: Site, _ language: String
  ) -> [(String, JSON?)] {
    let publisher = site.publication.publisher.text(in: language, orElse: site.languages)
    return [
      ("@type", .string("Periodical")),
      ("name", .string(site.name(in: language))),
      ("issn", site.publication.issn.map { .string($0) }),
      ("url", site.publication.url.map { .string($0) }),
      ("inLanguage", .array(site.languages.map { .string($0) })),
      (
        "publisher",
        publisher.map { .object([("@type", .string("Organization")), ("name", .string($0))]) }
      ),
    ]
  }

  /// An article, its volume and the publication.
  static func article(_ site: Site, _ index: Int) -> [UInt8] {
    let entry = site.catalogue.articles[index]
    let front = entry.frontMatter
    let address = site.absolute(entry.path)
    let licence = front.licence ?? site.publication.licence
    let doi = front.citation?.doi.map(DOI.plain)
    let translations = site.catalogue.translations[index].map { site.catalogue.articles[$0] }
    var members: [(String, JSON?)] = [
      ("@context", .string("https://schema.org")),
      ("@type", .string(type(of: front.type))),
      ("@id", address.map { .string($0) }),
      ("name", .string(front.title)),
      ("headline", .string(front.title)),
      ("alternativeHeadline", front.subtitle.map { .string($0) }),
      ("inLanguage", .string(front.language)),
      ("url", address.map { .string($0) }),
      ("author", authors(front)),
      ("datePublished", front.date.map { .string($0.iso8601) }),
      ("dateModified", front.updated.map { .string($0.iso8601) }),
      ("abstract", front.abstract.map { .string($0) }),
      ("keywords", front.keywords.isEmpty ? nil : .array(front.keywords.map { .string($0) })),
      ("license", licence.map { .string(Licence.parts($0).address ?? $0) }),
      ("isAccessibleForFree", .flag(true)),
      (
        "identifier",
        doi.map {
          .object([
            ("@type", .string("PropertyValue")), ("propertyID", .string("DOI")),
            ("value", .string($0)),
          ])
        }
      ),
      ("sameAs", doi.map { .string(DOI.address($0)) }),
    ]
    members += pages(front.citation?.page)
    let others = translations.compactMap { other in
      site.absolute(other.path).map { address in
        JSON.object([
          ("@type", .string(type(of: other.frontMatter.type))), ("@id", .string(address)),
          ("inLanguage", .string(other.frontMatter.language)),
        ])
      }
    }
    if !others.isEmpty {
      let relation = front.translationOf == nil ? "workTranslation" : "translationOfWork"
      members.append((relation, .array(others)))
    }
    members.append(("isPartOf", container(site, entry)))
    return JSON.object(members).bytes
  }

  private static func authors(_ front: FrontMatter) -> JSON? {
    guard !front.authors.isEmpty else { return nil }
    return .array(
      front.authors.map { author in
        .object([
          ("@type", .string("Person")),
          ("name", .string(author.name)),
          ("familyName", author.family.map { .string($0) }),
          ("givenName", author.given.map { .string($0) }),
          (
            "affiliation",
            author.affiliations.isEmpty
              ? nil
              : .array(
                author.affiliations.map {
                  .object([("@type", .string("Organization")), ("name", .string($0))])
                })
          ),
          (
            "sameAs", ORCID.address(author.orcid).map { .string($0) }
          ),
        ])
      })
  }

  /// Article, in an issue, in a volume, in a periodical, as far as each is known.
  private static func container(_ site: Site, _ entry: ArticleEntry) -> JSON? {
    let citation = entry.frontMatter.citation
    let language = entry.frontMatter.language
    var container: JSON = .object(periodicalMembers(site, language))
    let ownNames = Set(site.publication.name.all)
    if let title = citation?.containerTitle, !ownNames.contains(title) {
      container = .object([
        ("@type", .string("Periodical")), ("name", .string(title)),
        ("issn", citation?.issn.map { .string($0) }),
      ])
    }
    if let volume = citation?.volume {
      container = .object([
        ("@type", .string("PublicationVolume")), ("volumeNumber", .string(volume)),
        ("isPartOf", container),
      ])
    }
    if let issue = citation?.issue {
      container = .object([
        ("@type", .string("PublicationIssue")), ("issueNumber", .string(issue)),
        ("isPartOf", container),
      ])
    }
    return container
  }

  private static func pages(_ page: String?) -> [(String, JSON?)] {
    guard let range = PageRange(page) else { return [] }
    return [("pageStart", .string(range.first)), ("pageEnd", range.last.map { .string($0) })]
  }

  private static func type(of type: String?) -> String {
    switch type {
    case "chapter": "Chapter"
    case "report": "Report"
    case "review": "Review"
    case "book": "Book"
    default: "ScholarlyArticle"
    }
  }
}
