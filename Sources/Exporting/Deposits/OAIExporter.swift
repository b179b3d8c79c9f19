import Manuscript

/// OAI-PMH 2.0 in files: a static repository for a gateway, and the answers to each verb, for a host
/// that leads `?verb=…` to files.
///
/// Records are Dublin Core in the article's language with what the paper gives in others.
public struct OAIExporter: Exporter {
  public init() {}

  public var name: String { "oai" }
  public var version: Int { 1 }
  public var needs: ExportNeeds { [.publication, .catalogue] }
  public var isStandard: Bool { true }

  public func files(of publication: ExportedPublication) throws(ExportFault) -> [ExportedFile] {
    guard let url = publication.facts.url else { return [] }
    let works = publication.articles.map { Work($0, in: publication.facts) }
    let repository = OAIRepository(works: works, url: url, facts: publication.facts)
    return repository.files.map { path, bytes in
      ExportedFile(path: "oai/\(path)", bytes: bytes, mediaType: "text/xml; charset=utf-8")
    }
  }
}

struct OAIRepository {
  let works: [Work]
  let url: String
  let facts: PublicationFacts

  private static let oai = "http://www.openarchives.org/OAI/2.0/"

  var files: [(String, [UInt8])] {
    var files = [
      ("static-repository.xml", staticRepository),
      ("Identify.xml", answer("Identify") { writeIdentity("", &$0) }),
      ("ListMetadataFormats.xml", answer("ListMetadataFormats") { writeFormat("", &$0) }),
      ("ListSets.xml", answer("ListSets", error: ("noSetHierarchy", "There are no sets."))),
      (
        "ListIdentifiers.xml",
        answer("ListIdentifiers") { xml in for work in works { writeHeader(work, "", &xml) } }
      ),
      (
        "ListRecords.xml",
        answer("ListRecords") { xml in for work in works { writeRecord(work, "", &xml) } }
      ),
    ]
    for work in works {
      files.append(
        ("GetRecord/\(work.id).xml", answer("GetRecord") { writeRecord(work, "", &$0) }))
    }
    return files
  }

  // MARK: - Frames

  private func answer(
    _ verb: String, error: (code: String, text: String)? = nil,
    _ content: (inout XMLWriter) -> Void = { _ in }
  ) -> [UInt8] {
    var xml = XMLWriter()
    xml.element("OAI-PMH", [("xmlns", Self.oai)]) { xml in
      xml.newline()
      xml.element("responseDate", text: newest + "T00:00:00Z")
      xml.element(
        "request",
        [
          ("verb", verb),
          (
            "metadataPrefix",
            verb.hasPrefix("List") && verb.hasSuffix("s") && verb != "ListSets"
              && verb != "ListMetadataFormats" ? "oai_dc" : nil
          ),
        ], text: url + "oai")
      xml.newline()
      if let error {
        xml.element("error", [("code", error.code)], text: error.text)
      } else {
        xml.element(verb, [], content)
      }
      xml.newline()
    }
    xml.newline()
    return xml.bytes
  }

  /// Guidelines for Static Repositories, version 2.0.
  private var staticRepository: [UInt8] {
    var xml = XMLWriter()
    xml.element(
      "Repository",
      [
        ("xmlns", "http://www.openarchives.org/OAI/2.0/static-repository"),
        ("xmlns:oai", Self.oai),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
      ]
    ) { xml in
      xml.newline()
      xml.element("Identify") { writeIdentity("oai:", &$0) }
      xml.newline()
      xml.element("ListMetadataFormats") { writeFormat("oai:", &$0) }
      xml.newline()
      xml.element("ListRecords", [("metadataPrefix", "oai_dc")]) { xml in
        for work in works { writeRecord(work, "oai:", &xml) }
      }
      xml.newline()
    }
    xml.newline()
    return xml.bytes
  }

  private func writeIdentity(_ prefix: String, _ xml: inout XMLWriter) {
    let name = facts.languages.first.flatMap { facts.name.text(in: $0, orElse: facts.languages) }
    xml.element(prefix + "repositoryName", text: name ?? url)
    xml.element(prefix + "baseURL", text: url + "oai")
    xml.element(prefix + "protocolVersion", text: "2.0")
    xml.element(prefix + "adminEmail", text: facts.email ?? "unknown@example.org")
    let oldest = works.compactMap(\.firstDay).min()
    xml.element(prefix + "earliestDatestamp", text: oldest?.iso8601 ?? "1970-01-01")
    xml.element(prefix + "deletedRecord", text: "no")
    xml.element(prefix + "granularity", text: "YYYY-MM-DD")
  }

  private func writeFormat(_ prefix: String, _ xml: inout XMLWriter) {
    xml.element(prefix + "metadataFormat") { xml in
      xml.element(prefix + "metadataPrefix", text: "oai_dc")
      xml.element(prefix + "schema", text: "http://www.openarchives.org/OAI/2.0/oai_dc.xsd")
      xml.element(
        prefix + "metadataNamespace", text: "http://www.openarchives.org/OAI/2.0/oai_dc/")
    }
  }

  // MARK: - Records

  private func writeHeader(_ work: Work, _ prefix: String, _ xml: inout XMLWriter) {
    xml.element(prefix + "header") { xml in
      xml.element(prefix + "identifier", text: "oai:\(host):\(PercentEncoding.path(work.id))")
      xml.element(prefix + "datestamp", text: Self.day(work))
    }
    xml.newline()
  }

  private func writeRecord(_ work: Work, _ prefix: String, _ xml: inout XMLWriter) {
    xml.element(prefix + "record") { xml in
      writeHeader(work, prefix, &xml)
      xml.element(prefix + "metadata") { xml in
        xml.element(
          "oai_dc:dc",
          [
            ("xmlns:oai_dc", "http://www.openarchives.org/OAI/2.0/oai_dc/"),
            ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
          ]
        ) { writeDublinCore(work, &$0) }
      }
    }
    xml.newline()
  }

  private func writeDublinCore(_ work: Work, _ xml: inout XMLWriter) {
    let own = work.language
    xml.element("dc:title", [("xml:lang", own)], text: work.fullTitle)
    for other in work.translations {
      xml.element("dc:title", [("xml:lang", other.language)], text: other.title)
    }
    for author in work.authors { xml.element("dc:creator", text: PersonName(author).inverted) }
    for editor in work.editors { xml.element("dc:contributor", text: editor) }
    for keyword in work.keywords { xml.element("dc:subject", [("xml:lang", own)], text: keyword) }
    for other in work.translations {
      for keyword in other.keywords {
        xml.element("dc:subject", [("xml:lang", other.language)], text: keyword)
      }
    }
    xml.element("dc:description", [("xml:lang", own)], text: work.abstract)
    for other in work.translations {
      xml.element("dc:description", [("xml:lang", other.language)], text: other.abstract)
    }
    for notice in work.notices {
      xml.element(
        "dc:description", [("xml:lang", own)], text: "\(notice.date.iso8601): \(notice.text)")
    }
    xml.element("dc:publisher", text: work.publisher)
    xml.element("dc:date", text: work.date?.iso8601)
    xml.element("dc:type", text: Self.type(of: work.kind))
    xml.element("dc:format", text: "text/html")
    xml.element("dc:identifier", text: work.address)
    xml.element("dc:identifier", text: work.doi.map(DOI.address))
    xml.element("dc:source", text: DublinCoreTags.source(of: work))
    xml.element("dc:language", text: own)
    for version in work.versions { xml.element("dc:relation", text: version.address) }
    xml.element("dc:rights", text: work.licence.map { Licence.parts($0).address ?? $0 })
  }

  /// The words of the info:eu-repo vocabulary.
  private static func type(of kind: Work.Kind) -> String {
    switch kind {
    case .article: "info:eu-repo/semantics/article"
    case .review: "info:eu-repo/semantics/review"
    case .chapter: "info:eu-repo/semantics/bookPart"
    case .report: "info:eu-repo/semantics/report"
    case .book: "info:eu-repo/semantics/book"
    }
  }

  private var host: String {
    url.split(separator: "/").dropFirst().first.map { String($0.prefix { $0 != ":" }) }
      ?? "localhost"
  }

  private static func day(_ work: Work) -> String {
    let date = work.lastChange ?? PartialDate(year: 1970)
    return PartialDate(year: date.year, month: date.month ?? 1, day: date.day ?? 1).iso8601
  }

  private var newest: String { works.map(Self.day).max() ?? "1970-01-01" }
}
