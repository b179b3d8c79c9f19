import Manuscript

/// What stands before the text in JATS: `front`.
enum JATSFront {
  static func write(
    _ work: Work, in periodical: Periodical, _ article: Article, to xml: inout XMLWriter
  ) {
    xml.element("front") { xml in
      writeJournal(work, periodical, &xml)
      xml.newline()
      xml.element("article-meta") { xml in writeArticle(work, &xml) }
    }
    xml.newline()
  }

  private static func writeJournal(
    _ work: Work, _ periodical: Periodical, _ xml: inout XMLWriter
  ) {
    xml.element("journal-meta") { xml in
      // A book or a series has nothing of the journal's, not even its ISSN.
      let identifier = work.issn ?? work.container ?? periodical.issn ?? periodical.address ?? ""
      xml.element("journal-id", [("journal-id-type", "publisher-id")], text: identifier)
      let title = work.container ?? periodical.name
      if !title.isEmpty {
        xml.element("journal-title-group") { $0.element("journal-title", text: title) }
      }
      xml.element("issn", [("publication-format", "electronic")], text: work.issn)
      xml.element("isbn", text: work.isbn)
      if let publisher = work.publisher {
        xml.element("publisher") { xml in
          xml.element("publisher-name", text: publisher)
          xml.element("publisher-loc", text: work.place)
        }
      }
    }
  }

  private static func writeArticle(_ work: Work, _ xml: inout XMLWriter) {
    xml.element("article-id", [("pub-id-type", "publisher-id")], text: work.id)
    xml.element("article-id", [("pub-id-type", "doi")], text: work.doi)
    xml.newline()
    xml.element("title-group") { xml in
      xml.element("article-title", text: work.markedTitle)
      xml.element("subtitle", text: work.subtitle)
      for translation in work.translations {
        guard let title = translation.title else { continue }
        xml.element("trans-title-group", [("xml:lang", translation.language)]) {
          $0.element("trans-title", text: title)
        }
      }
    }
    xml.newline()
    writeContributors(work, &xml)
    if let date = work.date {
      xml.element(
        "pub-date",
        [
          ("date-type", "pub"), ("publication-format", "electronic"),
          ("iso-8601-date", date.iso8601),
        ]
      ) { write(date, &$0) }
    }
    if work.date == nil { xml.empty("pub-date-not-available") }
    xml.element("volume", text: work.volume)
    xml.element("issue", text: work.issue ?? work.number)
    xml.element("fpage", text: work.pages?.first)
    xml.element("lpage", text: work.pages?.last)
    if let reviewed = work.reviewed {
      xml.element("product", [("product-type", "book")], text: reviewed.text)
    }
    writeHistory(work, &xml)
    writePermissions(work, &xml)
    if let address = work.address {
      xml.empty("self-uri", [("xlink:href", address)])
    }
    for version in work.versions {
      xml.empty(
        "related-article",
        [
          ("related-article-type", work.isTranslation ? "translated-article" : "translation"),
          ("ext-link-type", "uri"), ("xlink:href", version.address),
          ("xml:lang", version.language),
        ])
    }
    writeParagraphs("abstract", [], work.abstract, &xml)
    for translation in work.translations {
      writeParagraphs(
        "trans-abstract", [("xml:lang", translation.language)], translation.abstract, &xml)
    }
    writeKeywords(work.keywords, work.language, &xml)
    for translation in work.translations {
      writeKeywords(translation.keywords, translation.language, &xml)
    }
    if !work.notices.isEmpty {
      xml.element("custom-meta-group") { xml in
        for notice in work.notices {
          xml.element("custom-meta") { xml in
            let name = notice == work.retraction ? "retraction" : "correction"
            xml.element("meta-name", text: name)
            xml.element("meta-value", text: "\(notice.date.iso8601): \(notice.text)")
          }
        }
      }
    }
  }

  // MARK: - People

  private static func writeContributors(_ work: Work, _ xml: inout XMLWriter) {
    guard !work.authors.isEmpty || !work.editors.isEmpty else { return }
    var affiliations: [String] = []
    func number(of affiliation: String) -> Int {
      if let place = affiliations.firstIndex(of: affiliation) { return place + 1 }
      affiliations.append(affiliation)
      return affiliations.count
    }
    let numbers = work.authors.map { $0.affiliations.map(number) }
    xml.element("contrib-group") { xml in
      for (index, author) in work.authors.enumerated() {
        xml.element("contrib", [("contrib-type", "author")]) { xml in
          xml.element(
            "contrib-id", [("contrib-id-type", "orcid")], text: ORCID.address(author.orcid))
          let others = work.translations.compactMap { translation in
            index < translation.authors.count && translation.authors.count == work.authors.count
              ? (translation.language, translation.authors[index]) : nil
          }
          if others.isEmpty {
            write(PersonName(author), nil, &xml)
          } else {
            xml.element("name-alternatives") { xml in
              write(PersonName(author), work.language, &xml)
              for (language, other) in others { write(PersonName(other), language, &xml) }
            }
          }
          xml.element("email", text: author.email)
          for number in numbers[index] {
            xml.element("xref", [("ref-type", "aff"), ("rid", "aff-\(number)")], text: "\(number)")
          }
          writeParagraphs("bio", [], author.note, &xml)
        }
      }
      for editor in work.editors {
        xml.element("contrib", [("contrib-type", "editor")]) {
          write(PersonName(written: editor), nil, &$0)
        }
      }
      for (index, affiliation) in affiliations.enumerated() {
        xml.element("aff", [("id", "aff-\(index + 1)")]) { xml in
          xml.element("label", text: String(index + 1))
          xml.element("institution", text: affiliation)
        }
      }
    }
    xml.newline()
  }

  private static func write(_ name: PersonName, _ language: String?, _ xml: inout XMLWriter) {
    guard let family = name.family else {
      xml.element("string-name", [("xml:lang", language)], text: name.whole)
      return
    }
    xml.element("name", [("name-style", "western"), ("xml:lang", language)]) { xml in
      xml.element("surname", text: family)
      xml.element("given-names", text: name.given)
    }
  }

  // MARK: - Small parts

  private static func write(_ date: PartialDate, _ xml: inout XMLWriter) {
    xml.element("day", text: date.day.map(String.init))
    xml.element("month", text: date.month.map(String.init))
    xml.element("year", text: String(date.year))
  }

  private static func writeHistory(_ work: Work, _ xml: inout XMLWriter) {
    var dates = work.corrections.map { ("corrected", $0.date) }
    if let updated = work.updated { dates.append(("rev-recd", updated)) }
    if let retraction = work.retraction { dates.append(("retracted", retraction.date)) }
    guard !dates.isEmpty else { return }
    xml.element("history") { xml in
      for (kind, date) in dates {
        xml.element("date", [("date-type", kind), ("iso-8601-date", date.iso8601)]) {
          write(date, &$0)
        }
      }
    }
  }

  private static func writePermissions(_ work: Work, _ xml: inout XMLWriter) {
    guard let licence = work.licence else { return }
    let (name, address) = Licence.parts(licence)
    xml.element("permissions") { xml in
      xml.element(
        "license",
        [
          ("license-type", address == nil ? nil : "open-access"),
          ("xlink:href", address),
        ]
      ) { xml in xml.element("license-p", text: name) }
    }
  }

  static func writeParagraphs(
    _ element: String, _ attributes: [(String, String?)], _ text: String?, _ xml: inout XMLWriter
  ) {
    let paragraphs = FrontMatter.paragraphs(of: text ?? "")
    guard !paragraphs.isEmpty else { return }
    xml.element(element, attributes) { xml in
      for paragraph in paragraphs { xml.element("p", text: paragraph) }
    }
    xml.newline()
  }

  private static func writeKeywords(
    _ keywords: [String], _ language: String, _ xml: inout XMLWriter
  ) {
    guard !keywords.isEmpty else { return }
    xml.element("kwd-group", [("xml:lang", language)]) { xml in
      for keyword in keywords { xml.element("kwd", text: keyword) }
    }
  }
}
