import Manuscript

/// What the publication has, as JSON for programs: articles, volumes, people and the works that
/// the articles cite (docs/exports.md).
public struct APIExporter: Exporter {
  public init() {}

  public var name: String { "api" }
  public var version: Int { 2 }
  public var needs: ExportNeeds { [.publication, .catalogue] }
  public var isStandard: Bool { true }

  public func files(of publication: ExportedPublication) throws(ExportFault) -> [ExportedFile] {
    let facts = publication.facts
    let works = publication.articles.map { (Work($0, in: facts), $0) }
    func file(_ name: String, _ content: [(String, JSON?)]) -> ExportedFile {
      ExportedFile(
        path: "api/\(name).json", bytes: JSON.object(content).bytes + [0x0A],
        mediaType: "application/json")
    }
    return [
      file("index", Self.index(facts, works.count)),
      file("articles", [("articles", .array(works.map(Self.article)))]),
      file("volumes", [("volumes", .array(Self.volumes(publication)))]),
      file("people", [("people", .array(Self.people(works.map(\.0))))]),
      file(
        "works",
        [("works", .array(publication.works.works.map { Self.cited($0, publication) }))]),
    ]
  }

  private static func text(_ text: String?) -> JSON? { text.map { .string($0) } }

  private static func list(_ values: [JSON]) -> JSON? { values.isEmpty ? nil : .array(values) }

  /// A name in each of the publication's languages.
  private static func localized(_ name: LocalizedText, _ languages: [String]) -> JSON? {
    let names = languages.compactMap { language in
      name.text(in: language, orElse: languages).map { (language, Optional(JSON.string($0))) }
    }
    return names.isEmpty ? nil : .object(names)
  }

  private static func index(_ facts: PublicationFacts, _ count: Int) -> [(String, JSON?)] {
    [
      ("version", .number(1)),
      ("name", localized(facts.name, facts.languages)),
      ("publisher", localized(facts.publisher, facts.languages)),
      ("url", text(facts.url)), ("issn", text(facts.issn)), ("licence", text(facts.licence)),
      ("languages", .array(facts.languages.map { .string($0) })),
      ("articleCount", .number(count)),
      ("articles", .string("articles.json")), ("volumes", .string("volumes.json")),
      ("people", .string("people.json")), ("works", .string("works.json")),
    ]
  }

  private static func article(_ work: Work, _ facts: ArticleFacts) -> JSON {
    .object([
      ("id", .string(work.id)),
      ("type", .string(work.kind.rawValue)),
      ("path", .string(PercentEncoding.path(facts.path))),
      ("url", text(work.address)),
      ("language", .string(work.language)),
      ("title", .string(work.title)),
      ("subtitle", text(work.subtitle)),
      (
        "authors",
        .array(
          work.authors.map { author in
            .object([
              ("name", .string(author.name)), ("orcid", text(ORCID.address(author.orcid))),
              ("affiliations", list(author.affiliations.map { .string($0) })),
            ])
          })
      ),
      ("editors", list(work.editors.map { .string($0) })),
      ("date", text(work.date?.iso8601)),
      ("updated", text(work.lastChange == work.date ? nil : work.lastChange?.iso8601)),
      ("container", text(work.container)),
      ("volume", text(work.volume)), ("issue", text(work.issue)), ("number", text(work.number)),
      ("volumePath", text(facts.volume.map { PercentEncoding.path($0.path) })),
      ("firstPage", text(work.pages?.first)), ("lastPage", text(work.pages?.last)),
      ("doi", text(work.doi)), ("issn", text(work.issn)), ("isbn", text(work.isbn)),
      ("abstract", text(work.abstract)),
      ("keywords", list(work.keywords.map { .string($0) })),
      (
        "licence", work.licence.map { .string(Licence.parts($0).address ?? $0) }
      ),
      (
        "translations",
        list(
          facts.translations.map { other in
            .object([
              ("language", .string(other.language)), ("title", .string(other.title)),
              ("path", .string(PercentEncoding.path(other.path))),
            ])
          })
      ),
      ("retracted", work.retraction.map(notice)),
      ("corrections", list(work.corrections.map(notice))),
    ])
  }

  private static func notice(_ notice: FrontMatter.Correction) -> JSON {
    .object([("date", .string(notice.date.iso8601)), ("text", .string(notice.text))])
  }

  private static func cited(_ work: CitedWork, _ publication: ExportedPublication) -> JSON {
    func place(_ place: CitedSource.Place) -> JSON {
      let kind: [(String, JSON?)] =
        switch place.kind {
        case .text(let page): [("in", .string("text")), ("page", text(page))]
        case .note(let label): [("in", .string("note")), ("note", .string(label))]
        case .bibliography: [("in", .string("bibliography"))]
        }
      return .object(kind + [("anchor", .string(place.anchor))])
    }
    return .object([
      ("text", .string(work.source.text)), ("title", text(work.source.title)),
      ("year", work.source.year.map { .number($0) }), ("doi", text(work.source.doi)),
      ("url", text(work.source.address)),
      (
        "citedBy",
        .array(
          work.citing.map { citing in
            .object([
              ("article", .string(publication.articles[citing.article].slug)),
              ("places", .array(citing.places.map(place))),
            ])
          })
      ),
    ])
  }

  private static func volumes(_ publication: ExportedPublication) -> [JSON] {
    publication.volumes.map { volume in
      let articles = publication.articles.filter { $0.volume == volume }.map(\.slug)
      return .object([
        ("volume", .string(volume.number)), ("container", text(volume.container)),
        ("path", .string(PercentEncoding.path(volume.path))),
        ("articles", .array(articles.map { .string($0) })),
      ])
    }
  }

  /// Authors by ORCID, or else by name, in the order of their newest articles.
  private static func people(_ works: [Work]) -> [JSON] {
    var order: [String] = []
    var people: [String: (author: FrontMatter.Author, works: [String], names: [String])] = [:]
    for work in works {
      for (place, author) in work.authors.enumerated() {
        let key = ORCID.address(author.orcid) ?? author.name
        let others = work.translations.compactMap { translation in
          place < translation.authors.count && translation.authors.count == work.authors.count
            ? translation.authors[place].name : nil
        }
        if people[key] == nil {
          order.append(key)
          people[key] = (author, [], [])
        }
        people[key]?.works.append(work.id)
        for name in [author.name] + others where people[key]?.names.contains(name) == false {
          people[key]?.names.append(name)
        }
      }
    }
    return order.compactMap { people[$0] }.map { author, works, names in
      .object([
        ("name", .string(author.name)), ("names", .array(names.map { .string($0) })),
        ("orcid", text(ORCID.address(author.orcid))),
        ("affiliations", list(author.affiliations.map { .string($0) })),
        ("articles", .array(works.map { .string($0) })),
      ])
    }
  }
}
