import Manuscript

/// A deposit for Crossref (schema 5.3.1) of each work that has a DOI: titles, people with ORCID,
/// abstract in JATS, licence, relations to translations, and its bibliography.
public struct CrossrefExporter: Exporter {
  public init() {}

  public var name: String { "crossref" }
  public var version: Int { 1 }
  public var needs: ExportNeeds { [.publication, .catalogue] }
  public var isStandard: Bool { true }

  public func files(of article: ExportedArticle) throws(ExportFault) -> [ExportedFile] {
    let work = Work(article)
    guard let doi = work.doi, let address = work.address else { return [] }
    let deposit = CrossrefDeposit(
      work: work, doi: doi, address: address,
      periodical: Periodical(article.publication, language: work.language),
      email: article.publication.email)
    return [
      ExportedFile(path: "crossref.xml", bytes: deposit.bytes, mediaType: "application/xml")
    ]
  }
}

/// One work as Crossref takes it.
struct CrossrefDeposit {
  let work: Work
  let doi: String
  let address: String
  let periodical: Periodical
  let email: String?

  private static let namespaces: [(String, String?)] = [
    ("xmlns", "http://www.crossref.org/schema/5.3.1"),
    ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ("xmlns:jats", "http://www.ncbi.nlm.nih.gov/JATS1"),
    ("xmlns:ai", "http://www.crossref.org/AccessIndicators.xsd"),
    ("xmlns:rel", "http://www.crossref.org/relations.xsd"),
    ("version", "5.3.1"),
    (
      "xsi:schemaLocation",
      "http://www.crossref.org/schema/5.3.1 https://www.crossref.org/schemas/crossref5.3.1.xsd"
    ),
  ]

  var bytes: [UInt8] {
    var xml = XMLWriter()
    xml.element("doi_batch", Self.namespaces) { xml in
      xml.newline()
      xml.element("head") { xml in
        let day = work.lastChange.map {
          PartialDate(year: $0.year, month: $0.month ?? 1, day: $0.day ?? 1)
        }
        let stamp = (day?.iso8601 ?? "1970-01-01").replacing("-", with: "") + "000000"
        xml.element("doi_batch_id", text: "\(work.id)-\(stamp)")
        xml.element("timestamp", text: stamp)
        xml.element("depositor") { xml in
          xml.element("depositor_name", text: periodical.publisher ?? periodical.name)
          xml.element("email_address", text: email ?? "unknown@example.org")
        }
        xml.element("registrant", text: periodical.publisher ?? periodical.name)
      }
      xml.newline()
      xml.element("body") { xml in
        switch work.kind {
        case .article, .review: writeJournal(&xml)
        case .chapter: writeChapter(&xml)
        case .report: writeReport(&xml)
        case .book: writeBook(&xml)
        }
      }
      xml.newline()
    }
    xml.newline()
    return xml.bytes
  }

  // MARK: - By kind

  private func writeJournal(_ xml: inout XMLWriter) {
    xml.element("journal") { xml in
      xml.element("journal_metadata", [("language", language)]) { xml in
        xml.element("full_title", text: work.container)
        xml.element("issn", [("media_type", "electronic")], text: work.issn)
      }
      if work.volume != nil || work.issue != nil {
        xml.element("journal_issue") { xml in
          writeDate(&xml)
          if let volume = work.volume {
            xml.element("journal_volume") { $0.element("volume", text: volume) }
          }
          xml.element("issue", text: work.issue)
        }
      }
      xml.element(
        "journal_article", [("publication_type", "full_text"), ("language", language)]
      ) { xml in
        writeTitles(&xml)
        writeContributors(&xml)
        writeAbstract(&xml)
        writeDate(&xml)
        writePages(&xml)
        writeEnd(&xml)
      }
    }
  }

  private func writeChapter(_ xml: inout XMLWriter) {
    xml.element("book", [("book_type", "edited_book")]) { xml in
      xml.element("book_metadata", [("language", language)]) { xml in
        if !work.editors.isEmpty {
          xml.element("contributors") { xml in
            for (place, editor) in work.editors.enumerated() {
              write(PersonName(written: editor), role: "editor", place, nil, [], &xml)
            }
          }
        }
        xml.element("titles") { $0.element("title", text: work.container ?? work.title) }
        xml.element("volume", text: work.volume)
        writeDate(&xml)
        writeIdentifierOfBook(&xml)
        writePublisher(&xml)
      }
      xml.element(
        "content_item",
        [("component_type", "chapter"), ("publication_type", "full_text"), ("language", language)]
      ) { xml in
        writeContributors(&xml)
        writeTitles(&xml)
        writeAbstract(&xml)
        writeDate(&xml)
        writePages(&xml)
        writeEnd(&xml)
      }
    }
  }

  private func writeReport(_ xml: inout XMLWriter) {
    xml.element("report-paper") { xml in
      xml.element("report-paper_metadata", [("language", language)]) { xml in
        writeContributors(&xml)
        writeTitles(&xml)
        writeAbstract(&xml)
        writeDate(&xml)
        xml.element("isbn", text: work.isbn)
        writePublisher(&xml)
        if let institution = work.publisher {
          xml.element("institution") { $0.element("institution_name", text: institution) }
        }
        if let number = work.number {
          xml.element("publisher_item") {
            $0.element("item_number", [("item_number_type", "report-number")], text: number)
          }
        }
        writeEnd(&xml)
      }
    }
  }

  private func writeBook(_ xml: inout XMLWriter) {
    xml.element("book", [("book_type", "monograph")]) { xml in
      xml.element("book_metadata", [("language", language)]) { xml in
        writeContributors(&xml)
        writeTitles(&xml)
        writeAbstract(&xml)
        xml.element("volume", text: work.volume)
        writeDate(&xml)
        writeIdentifierOfBook(&xml)
        writePublisher(&xml)
        writeEnd(&xml)
      }
    }
  }

  // MARK: - Parts

  /// Crossref knows languages by two letters.
  private var language: String { String(work.language.prefix(2)) }

  private func writeTitles(_ xml: inout XMLWriter) {
    xml.element("titles") { xml in
      xml.element("title", text: work.markedTitle)
      xml.element("subtitle", text: work.subtitle)
    }
  }

  private func writeContributors(_ xml: inout XMLWriter) {
    guard !work.authors.isEmpty else { return }
    xml.element("contributors") { xml in
      for (place, author) in work.authors.enumerated() {
        write(
          PersonName(author), role: "author", place, ORCID.address(author.orcid),
          author.affiliations, &xml)
      }
    }
  }

  private func write(
    _ name: PersonName, role: String, _ place: Int, _ orcid: String?, _ affiliations: [String],
    _ xml: inout XMLWriter
  ) {
    let sequence = place == 0 ? "first" : "additional"
    xml.element("person_name", [("sequence", sequence), ("contributor_role", role)]) { xml in
      xml.element("given_name", text: name.given)
      xml.element("surname", text: name.family ?? name.whole)
      if !affiliations.isEmpty {
        xml.element("affiliations") { xml in
          for affiliation in affiliations {
            xml.element("institution") { $0.element("institution_name", text: affiliation) }
          }
        }
      }
      xml.element("ORCID", text: orcid)
    }
  }

  private func writeAbstract(_ xml: inout XMLWriter) {
    func write(_ text: String?, _ language: String) {
      let paragraphs = FrontMatter.paragraphs(of: text ?? "")
      guard !paragraphs.isEmpty else { return }
      xml.element("jats:abstract", [("xml:lang", language)]) { xml in
        for paragraph in paragraphs { xml.element("jats:p", text: paragraph) }
      }
    }
    write(work.abstract, work.language)
    for translation in work.translations { write(translation.abstract, translation.language) }
  }

  private func writeDate(_ xml: inout XMLWriter) {
    guard let date = work.date else { return }
    xml.element("publication_date", [("media_type", "online")]) { xml in
      func two(_ number: Int?) -> String? { number.map { $0 < 10 ? "0\($0)" : String($0) } }
      xml.element("month", text: two(date.month))
      xml.element("day", text: two(date.day))
      xml.element("year", text: String(date.year))
    }
  }

  private func writePages(_ xml: inout XMLWriter) {
    guard let pages = work.pages else { return }
    xml.element("pages") { xml in
      xml.element("first_page", text: pages.first)
      xml.element("last_page", text: pages.last)
    }
  }

  private func writeIdentifierOfBook(_ xml: inout XMLWriter) {
    if let isbn = work.isbn {
      xml.element("isbn", text: isbn)
    } else {
      xml.empty("noisbn", [("reason", "archive_volume")])
    }
  }

  private func writePublisher(_ xml: inout XMLWriter) {
    guard let publisher = work.publisher ?? periodical.publisher else { return }
    xml.element("publisher") { xml in
      xml.element("publisher_name", text: publisher)
      xml.element("publisher_place", text: work.place)
    }
  }

  /// Licence, relations, DOI and bibliography, with which every kind ends.
  private func writeEnd(_ xml: inout XMLWriter) {
    if let licence = work.licence, let address = Licence.parts(licence).address {
      xml.element("ai:program", [("name", "AccessIndicators")]) { xml in
        xml.empty("ai:free_to_read")
        xml.element("ai:license_ref", text: address)
      }
    }
    if !work.versions.isEmpty {
      xml.element("rel:program", [("name", "relations")]) { xml in
        for version in work.versions {
          xml.element("rel:related_item") { xml in
            xml.element(
              "rel:intra_work_relation",
              [
                ("relationship-type", work.isTranslation ? "isTranslationOf" : "hasTranslation"),
                ("identifier-type", "uri"),
              ], text: version.address)
          }
        }
      }
    }
    xml.element("doi_data") { xml in
      xml.element("doi", text: doi)
      xml.element("resource", text: address)
    }
    guard !work.references.isEmpty else { return }
    xml.element("citation_list") { xml in
      for reference in work.references {
        let printed = PrintedReference(reference)
        xml.element("citation", [("key", reference.anchor)]) { xml in
          xml.element("doi", text: printed.doi)
          xml.element("unstructured_citation", text: reference.text)
        }
      }
    }
  }
}
