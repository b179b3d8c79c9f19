import Manuscript

/// What search engines read beside the page: schema.org in JSON-LD.
public enum StructuredData {
  /// The publication, for the home page.
  public static func of(_ periodical: Periodical) -> [UInt8] {
    JSON.object([("@context", .string("https://schema.org"))] + members(of: periodical)).bytes
  }

  /// A work and what it is part of.
  public static func of(_ work: Work, in periodical: Periodical) -> [UInt8] {
    let doi = work.doi
    var members: [(String, JSON?)] = [
      ("@context", .string("https://schema.org")),
      ("@type", type(of: work.kind)),
      ("@id", text(work.address)),
      ("name", .string(work.fullTitle)),
      ("headline", .string(work.fullTitle)),
      ("alternativeHeadline", text(work.subtitle)),
      ("inLanguage", .string(work.language)),
      ("url", text(work.address)),
      ("author", list(work.authors.map(person))),
      ("datePublished", text(work.date?.iso8601)),
      ("dateModified", text(work.lastChange == work.date ? nil : work.lastChange?.iso8601)),
      ("abstract", text(work.abstract)),
      ("keywords", list(work.keywords.map { .string($0) })),
      ("license", work.licence.map { .string(Licence.parts($0).address ?? $0) }),
      ("isAccessibleForFree", .flag(true)),
      ("pageStart", text(work.pages?.first)),
      ("pageEnd", text(work.pages?.last)),
      ("identifier", doi.map(identifier)),
      ("sameAs", list([doi.map(DOI.address), work.source].compactMap { $0 }.map { .string($0) })),
    ]
    members += parts(of: work, in: periodical)
    members.append(("itemReviewed", work.reviewed.map(book)))
    members += status(of: work)
    let others = work.versions.map { version in
      JSON.object([
        ("@type", type(of: version.kind)), ("@id", .string(version.address)),
        ("inLanguage", .string(version.language)),
      ])
    }
    members.append((work.isTranslation ? "translationOfWork" : "workTranslation", list(others)))
    members.append(("citation", list(work.references.map { .string($0.text) })))
    members.append(
      (
        "encoding",
        work.pdf.map { address in
          .object([
            ("@type", .string("MediaObject")), ("encodingFormat", .string("application/pdf")),
            ("contentUrl", .string(address)),
          ])
        }
      ))
    return JSON.object(members).bytes
  }

  // MARK: - By kind

  private static func type(of kind: Work.Kind) -> JSON {
    switch kind {
    case .article: .string("ScholarlyArticle")
    case .review: .array([.string("ScholarlyArticle"), .string("Review")])
    case .chapter: .string("Chapter")
    case .report: .string("Report")
    case .book: .string("Book")
    }
  }

  private static func parts(
    of work: Work, in periodical: Periodical
  ) -> [(String, JSON?)] {
    switch work.kind {
    case .article, .review: return [("isPartOf", issue(of: work, in: periodical))]
    case .chapter:
      let book = work.container.map { title in
        JSON.object([
          ("@type", .string("Book")), ("name", .string(title)),
          ("editor", list(work.editors.map(named))), ("isbn", text(work.isbn)),
          ("volumeNumber", text(work.volume)), ("publisher", publisher(of: work)),
          ("datePublished", text(work.date.map { String($0.year) })),
        ])
      }
      return [("isPartOf", book)]
    case .report:
      return [
        ("reportNumber", text(work.number)), ("publisher", publisher(of: work)),
        ("isbn", text(work.isbn)), ("editor", list(work.editors.map(named))),
        ("isPartOf", series(of: work)),
      ]
    case .book:
      return [
        ("isbn", text(work.isbn)), ("publisher", publisher(of: work)),
        ("editor", list(work.editors.map(named))), ("isPartOf", series(of: work)),
      ]
    }
  }

  /// Article, in an issue, in a volume, in a periodical, as far as each is known.
  private static func issue(of work: Work, in periodical: Periodical) -> JSON {
    var container: JSON = .object(self.members(of: periodical))
    if !work.isInPublication {
      container = .object([
        ("@type", .string("Periodical")), ("name", text(work.container)),
        ("issn", text(work.issn)), ("publisher", publisher(of: work)),
      ])
    }
    if let volume = work.volume {
      container = .object([
        ("@type", .string("PublicationVolume")), ("volumeNumber", .string(volume)),
        ("isPartOf", container),
      ])
    }
    if let issue = work.issue {
      container = .object([
        ("@type", .string("PublicationIssue")), ("issueNumber", .string(issue)),
        ("isPartOf", container),
      ])
    }
    return container
  }

  private static func series(of work: Work) -> JSON? {
    work.container.map { title in
      .object([
        ("@type", .string("CreativeWorkSeries")), ("name", .string(title)),
        ("issn", text(work.issn)),
      ])
    }
  }

  private static func members(of periodical: Periodical) -> [(String, JSON?)] {
    [
      ("@type", .string("Periodical")),
      ("name", .string(periodical.name)),
      ("issn", text(periodical.issn)),
      ("url", text(periodical.address)),
      ("inLanguage", list(periodical.languages.map { .string($0) })),
      ("publisher", periodical.publisher.map(organization)),
    ]
  }

  private static func status(of work: Work) -> [(String, JSON?)] {
    [
      ("creativeWorkStatus", work.retraction == nil ? nil : .string("Retracted")),
      (
        "correction",
        list(
          work.notices.map { notice in
            .object([
              ("@type", .string("CorrectionComment")), ("text", .string(notice.text)),
              ("datePublished", .string(notice.date.iso8601)),
            ])
          })
      ),
    ]
  }

  // MARK: - Small parts

  private static func text(_ text: String?) -> JSON? { text.map { .string($0) } }

  private static func list(_ values: [JSON]) -> JSON? { values.isEmpty ? nil : .array(values) }

  private static func organization(_ name: String) -> JSON {
    .object([("@type", .string("Organization")), ("name", .string(name))])
  }

  private static func publisher(of work: Work) -> JSON? {
    work.publisher.map { name in
      .object([
        ("@type", .string("Organization")), ("name", .string(name)),
        ("location", text(work.place)),
      ])
    }
  }

  private static func named(_ name: String) -> JSON {
    .object([("@type", .string("Person")), ("name", .string(name))])
  }

  private static func person(_ author: FrontMatter.Author) -> JSON {
    .object([
      ("@type", .string("Person")),
      ("name", .string(author.name)),
      ("familyName", text(author.family)),
      ("givenName", text(author.given)),
      ("affiliation", list(author.affiliations.map(organization))),
      ("sameAs", text(ORCID.address(author.orcid))),
    ])
  }

  private static func identifier(_ doi: String) -> JSON {
    .object([
      ("@type", .string("PropertyValue")), ("propertyID", .string("DOI")), ("value", .string(doi)),
    ])
  }

  private static func book(_ reviewed: Work.Reviewed) -> JSON {
    .object([
      ("@type", .string("Book")), ("name", .string(reviewed.title ?? reviewed.text)),
      ("author", reviewed.author.map(named)),
      ("description", reviewed.title == nil ? nil : .string(reviewed.text)),
    ])
  }
}
