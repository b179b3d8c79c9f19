import Manuscript

/// Metadata for DataCite (schema 4.5, as JSON) of each work that has a DOI.
public struct DataCiteExporter: Exporter {
  public init() {}

  public var name: String { "datacite" }
  public var version: Int { 1 }
  public var needs: ExportNeeds { [.publication, .catalogue] }
  public var isStandard: Bool { true }

  public func files(of article: ExportedArticle) throws(ExportFault) -> [ExportedFile] {
    let work = Work(article)
    // The schema wants a year; a work without one cannot be registered.
    guard let doi = work.doi, work.date != nil else { return [] }
    let periodical = Periodical(article.publication, language: work.language)
    return [
      ExportedFile(
        path: "datacite.json", bytes: Self.record(work, doi, periodical).bytes + [0x0A],
        mediaType: "application/json")
    ]
  }

  static func record(_ work: Work, _ doi: String, _ periodical: Periodical) -> JSON {
    .object([
      ("doi", .string(doi)),
      ("creators", .array(creators(work, periodical))),
      ("titles", .array(titles(work))),
      (
        "publisher",
        .object([("name", .string(work.publisher ?? periodical.publisher ?? periodical.name))])
      ),
      ("publicationYear", work.date.map { .string(String($0.year)) }),
      ("subjects", list(subjects(work))),
      ("contributors", list(work.editors.map { contributor($0) })),
      ("dates", list(dates(work))),
      ("language", .string(work.language)),
      (
        "types",
        .object([
          ("resourceTypeGeneral", .string(type(of: work.kind))),
          ("resourceType", .string(work.kind.rawValue)),
        ])
      ),
      ("relatedIdentifiers", list(relations(work))),
      ("rightsList", work.licence.map { .array([rights($0)]) }),
      ("descriptions", list(descriptions(work))),
      ("schemaVersion", .string("http://datacite.org/schema/kernel-4")),
      ("url", work.address.map { .string($0) }),
    ])
  }

  private static func list(_ values: [JSON]) -> JSON? { values.isEmpty ? nil : .array(values) }

  private static func creators(_ work: Work, _ periodical: Periodical) -> [JSON] {
    guard !work.authors.isEmpty else {
      return [
        .object([
          ("name", .string(work.publisher ?? periodical.name)),
          ("nameType", .string("Organizational")),
        ])
      ]
    }
    return work.authors.map { author in
      let name = PersonName(author)
      return .object([
        ("name", .string(name.inverted)), ("nameType", .string("Personal")),
        ("givenName", name.given.map { .string($0) }),
        ("familyName", name.family.map { .string($0) }),
        (
          "affiliation", list(author.affiliations.map { .object([("name", .string($0))]) })
        ),
        (
          "nameIdentifiers",
          ORCID.address(author.orcid).map { address in
            .array([
              .object([
                ("nameIdentifier", .string(address)), ("nameIdentifierScheme", .string("ORCID")),
                ("schemeUri", .string("https://orcid.org")),
              ])
            ])
          }
        ),
      ])
    }
  }

  private static func titles(_ work: Work) -> [JSON] {
    var titles: [JSON] = [
      .object([("title", .string(work.markedTitle)), ("lang", .string(work.language))])
    ]
    if let subtitle = work.subtitle {
      titles.append(
        .object([
          ("title", .string(subtitle)), ("titleType", .string("Subtitle")),
          ("lang", .string(work.language)),
        ]))
    }
    for translation in work.translations {
      guard let title = translation.title else { continue }
      titles.append(
        .object([
          ("title", .string(title)), ("titleType", .string("TranslatedTitle")),
          ("lang", .string(translation.language)),
        ]))
    }
    return titles
  }

  private static func subjects(_ work: Work) -> [JSON] {
    let all =
      work.keywords.map { ($0, work.language) }
      + work.translations.flatMap { other in other.keywords.map { ($0, other.language) } }
    return all.map { .object([("subject", .string($0.0)), ("lang", .string($0.1))]) }
  }

  private static func contributor(_ name: String) -> JSON {
    .object([
      ("name", .string(PersonName(written: name).inverted)),
      ("contributorType", .string("Editor")),
    ])
  }

  private static func dates(_ work: Work) -> [JSON] {
    var dates = [work.date.map { ($0, "Issued") }, work.updated.map { ($0, "Updated") }]
      .compactMap { $0 }
    dates += work.corrections.map { ($0.date, "Updated") }
    if let retraction = work.retraction { dates.append((retraction.date, "Withdrawn")) }
    return dates.map {
      .object([("date", .string($0.0.iso8601)), ("dateType", .string($0.1))])
    }
  }

  private static func relations(_ work: Work) -> [JSON] {
    var relations: [(String, String, String)] = work.versions.map {
      ($0.address, "URL", work.isTranslation ? "IsTranslationOf" : "HasTranslation")
    }
    if let issn = work.issn { relations.append((issn, "ISSN", "IsPartOf")) }
    if work.kind == .chapter, let isbn = work.isbn { relations.append((isbn, "ISBN", "IsPartOf")) }
    relations += work.references.compactMap { PrintedReference($0).doi }.map {
      ($0, "DOI", "References")
    }
    return relations.map { identifier, type, relation in
      .object([
        ("relatedIdentifier", .string(identifier)), ("relatedIdentifierType", .string(type)),
        ("relationType", .string(relation)),
      ])
    }
  }

  private static func rights(_ licence: String) -> JSON {
    let (name, address) = Licence.parts(licence)
    return .object([
      ("rights", .string(name)), ("rightsUri", address.map { .string($0) }),
      ("rightsIdentifier", .string(licence)), ("rightsIdentifierScheme", .string("SPDX")),
    ])
  }

  private static func descriptions(_ work: Work) -> [JSON] {
    var all = [(work.abstract, work.language)]
    all += work.translations.map { ($0.abstract, $0.language) }
    var descriptions = all.compactMap { text, language in
      text.map { text in
        JSON.object([
          ("description", .string(text)), ("descriptionType", .string("Abstract")),
          ("lang", .string(language)),
        ])
      }
    }
    descriptions += work.notices.map { notice in
      .object([
        ("description", .string("\(notice.date.iso8601): \(notice.text)")),
        ("descriptionType", .string("Other")), ("lang", .string(work.language)),
      ])
    }
    return descriptions
  }

  private static func type(of kind: Work.Kind) -> String {
    switch kind {
    case .article, .review: "JournalArticle"
    case .chapter: "BookChapter"
    case .report: "Report"
    case .book: "Book"
    }
  }
}
