import Manuscript

/// The publication's own articles as DOAJ takes them (`bibjson`, article API version 4).
public struct DOAJExporter: Exporter {
  public init() {}

  public var name: String { "doaj" }
  public var version: Int { 1 }
  public var needs: ExportNeeds { [.publication, .catalogue] }
  public var isStandard: Bool { true }

  public func files(of publication: ExportedPublication) throws(ExportFault) -> [ExportedFile] {
    let works = publication.articles.map { Work($0, in: publication.facts) }
      .filter { $0.isInPublication && $0.address != nil && $0.issn != nil }
    guard !works.isEmpty else { return [] }
    return [
      ExportedFile(
        path: "deposits/doaj.json", bytes: JSON.array(works.map(Self.record)).bytes + [0x0A],
        mediaType: "application/json")
    ]
  }

  static func record(_ work: Work) -> JSON {
    func text(_ text: String?) -> JSON? { text.map { .string($0) } }
    let identifiers = [work.doi.map { ("doi", $0) }, work.issn.map { ("eissn", $0) }]
      .compactMap { $0 }
    return .object([
      (
        "bibjson",
        .object([
          ("title", .string(work.fullTitle)),
          ("author", .array(work.authors.map(author))),
          (
            "identifier",
            .array(identifiers.map { .object([("type", .string($0.0)), ("id", .string($0.1))]) })
          ),
          (
            "journal",
            .object([
              ("title", text(work.container)), ("volume", text(work.volume)),
              ("number", text(work.issue)), ("publisher", text(work.publisher)),
              ("start_page", text(work.pages?.first)), ("end_page", text(work.pages?.last)),
              ("language", .array([.string(work.language.prefix(2).uppercased())])),
            ])
          ),
          ("year", text(work.date.map { String($0.year) })),
          ("month", text(work.date?.month.map(String.init))),
          ("abstract", text(work.abstract)),
          ("keywords", .array(work.keywords.prefix(6).map { .string($0) })),
          (
            "link",
            .array([
              .object([
                ("type", .string("fulltext")), ("url", text(work.address)),
                ("content_type", .string("HTML")),
              ])
            ])
          ),
        ])
      )
    ])
  }

  private static func author(_ author: FrontMatter.Author) -> JSON {
    .object([
      ("name", .string(author.name)),
      ("affiliation", author.affiliations.first.map { .string($0) }),
      ("orcid_id", ORCID.address(author.orcid).map { .string($0) }),
    ])
  }
}
