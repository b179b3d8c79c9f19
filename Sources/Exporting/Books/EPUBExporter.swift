import Manuscript
import Orthography

/// EPUB 3.3 of each article and each volume: pages turn as the language is read, notes open where
/// they stand, and the pages of the print are listed.
public struct EPUBExporter: Exporter {
  public init() {}

  public var name: String { "epub" }
  public var version: Int { 3 }
  public var needs: ExportNeeds { [.publication, .catalogue, .pictures, .templates] }

  public func files(of article: ExportedArticle) throws(ExportFault) -> [ExportedFile] {
    let work = Work(article)
    let book = EPUBBook(
      identifier: work.doi.map(DOI.address) ?? work.address ?? "urn:daf:\(work.id)",
      title: work.markedTitle, language: work.language, publisher: work.publisher,
      articles: [article])
    return [file("\(work.id).epub", book, isOffered: true)]
  }

  public func files(of volume: ExportedVolume) throws(ExportFault) -> [ExportedFile] {
    let articles = volume.articles.indices.compactMap { volume.load($0) }
    guard let first = articles.first else { return [] }
    let facts = volume.facts
    let language = facts.language
    let periodical = Periodical(volume.publication, language: language)
    let number = first.labels.volume.filling { $0 == "volume" ? facts.number : nil }
    let book = EPUBBook(
      identifier: volume.publication.url.map { $0 + PercentEncoding.path(facts.path) }
        ?? "urn:daf:\(facts.path)",
      title: [facts.container ?? periodical.name, number].filter { !$0.isEmpty }
        .joined(separator: ", "),
      language: language, publisher: periodical.publisher, articles: articles)
    return [file("volume.epub", book, isOffered: false)]
  }

  private func file(_ path: String, _ book: EPUBBook, isOffered: Bool) -> ExportedFile {
    ExportedFile(
      path: path, bytes: book.bytes, mediaType: "application/epub+zip",
      offer: isOffered ? ExportOffer(string: "formatEPUB", fallback: "EPUB") : nil)
  }
}

/// A book of one or more articles.
struct EPUBBook {
  let identifier: String
  let title: String
  let language: String
  let publisher: String?
  let texts: [BookText]

  init(
    identifier: String, title: String, language: String, publisher: String?,
    articles: [ExportedArticle]
  ) {
    self.identifier = identifier
    self.title = title
    self.language = language
    self.publisher = publisher
    texts = articles.enumerated().map { place, article in
      BookText(article, medium: .book) { "media/\(place + 1)/\($0)" }
    }
  }

  private static let media = [
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif",
    "svg": "image/svg+xml", "webp": "image/webp",
  ]

  var bytes: [UInt8] {
    var archive = ZipArchive()
    archive.add("mimetype", Array("application/epub+zip".utf8), isStored: true)
    archive.add("META-INF/container.xml", container)
    var pictures: [(path: String, type: String)] = []
    for (place, text) in texts.enumerated() {
      archive.add("EPUB/text-\(place + 1).xhtml", page(text))
      for picture in text.pictures {
        let ending = picture.path.split(separator: ".").last.map { $0.lowercased() } ?? ""
        guard let type = Self.media[ending] else { continue }
        let path = "media/\(place + 1)/\(picture.path)"
        pictures.append((path, type))
        archive.add("EPUB/\(path)", picture.bytes)
      }
    }
    archive.add("EPUB/nav.xhtml", navigation)
    archive.add("EPUB/style.css", Array(Self.style.utf8))
    archive.add("EPUB/package.opf", package(pictures))
    return archive.finished
  }

  private var direction: Direction { Direction(language: language) }

  private var container: [UInt8] {
    var xml = XMLWriter()
    xml.element(
      "container",
      [("xmlns", "urn:oasis:names:tc:opendocument:xmlns:container"), ("version", "1.0")]
    ) { xml in
      xml.element("rootfiles") { xml in
        xml.empty(
          "rootfile",
          [
            ("full-path", "EPUB/package.opf"),
            ("media-type", "application/oebps-package+xml"),
          ])
      }
    }
    return xml.bytes
  }

  // MARK: - The package

  private func package(_ pictures: [(path: String, type: String)]) -> [UInt8] {
    var xml = XMLWriter()
    xml.element(
      "package",
      [
        ("xmlns", "http://www.idpf.org/2007/opf"), ("version", "3.0"),
        ("unique-identifier", "id"), ("xml:lang", language), ("dir", direction.rawValue),
      ]
    ) { xml in
      xml.newline()
      xml.element("metadata", [("xmlns:dc", "http://purl.org/dc/elements/1.1/")]) { xml in
        writeMetadata(&xml)
      }
      xml.newline()
      xml.element("manifest") { xml in
        func item(_ id: String, _ path: String, _ type: String, _ properties: String? = nil) {
          xml.empty(
            "item",
            [
              ("id", id), ("href", PercentEncoding.path(path)), ("media-type", type),
              ("properties", properties),
            ])
          xml.newline()
        }
        item("nav", "nav.xhtml", "application/xhtml+xml", "nav")
        item("style", "style.css", "text/css")
        for (place, text) in texts.enumerated() {
          item(
            "text-\(place + 1)", "text-\(place + 1).xhtml", "application/xhtml+xml",
            text.hasFormulas ? "mathml" : nil)
        }
        for (place, picture) in pictures.enumerated() {
          item("media-\(place + 1)", picture.path, picture.type)
        }
      }
      xml.newline()
      xml.element("spine", [("page-progression-direction", direction.rawValue)]) { xml in
        for place in texts.indices { xml.empty("itemref", [("idref", "text-\(place + 1)")]) }
      }
      xml.newline()
    }
    return xml.bytes
  }

  private func writeMetadata(_ xml: inout XMLWriter) {
    func meta(_ property: String, _ text: String?) {
      xml.element("meta", [("property", property)], text: text)
    }
    xml.element("dc:identifier", [("id", "id")], text: identifier)
    xml.element("dc:title", text: title)
    xml.element("dc:language", text: language)
    for other in Set(texts.map(\.work.language)).sorted() where other != language {
      xml.element("dc:language", text: other)
    }
    var seen: Set<String> = []
    for author in texts.flatMap(\.work.authors) where seen.insert(author.name).inserted {
      xml.element("dc:creator", text: author.name)
    }
    xml.element("dc:publisher", text: publisher)
    xml.element("dc:date", text: texts.compactMap(\.work.date).max()?.iso8601)
    if texts.count == 1, let work = texts.first?.work {
      xml.element("dc:description", text: work.abstract)
      xml.element("dc:source", text: DublinCoreTags.source(of: work))
      for keyword in work.keywords { xml.element("dc:subject", text: keyword) }
    }
    let licences = Set(texts.compactMap(\.work.licence))
    for licence in licences.sorted() {
      xml.element("dc:rights", text: Licence.parts(licence).address ?? licence)
    }
    let day = texts.compactMap(\.work.lastChange).max().map {
      PartialDate(year: $0.year, month: $0.month ?? 1, day: $0.day ?? 1)
    }
    meta("dcterms:modified", (day?.iso8601 ?? "1970-01-01") + "T00:00:00Z")
    let hasPages = texts.contains { !$0.rendered.pages.isEmpty }
    meta("schema:accessMode", "textual")
    meta("schema:accessModeSufficient", "textual")
    for feature in ["tableOfContents", "structuralNavigation", "readingOrder"] {
      meta("schema:accessibilityFeature", feature)
    }
    if hasPages {
      meta("schema:accessibilityFeature", "pageBreakMarkers")
      meta("schema:accessibilityFeature", "pageNavigation")
      meta("pageBreakSource", texts.first.flatMap { DublinCoreTags.source(of: $0.work) } ?? title)
    }
    meta("schema:accessibilityHazard", "none")
  }

  // MARK: - Pages

  private func document(
    _ title: String, _ language: String, _ content: (inout XMLWriter) -> Void
  ) -> [UInt8] {
    var xml = XMLWriter()
    xml.raw("<!DOCTYPE html>\n")
    xml.element(
      "html",
      [
        ("xmlns", "http://www.w3.org/1999/xhtml"),
        ("xmlns:epub", "http://www.idpf.org/2007/ops"), ("lang", language),
        ("xml:lang", language), ("dir", Direction(language: language).rawValue),
      ]
    ) { xml in
      xml.element("head") { xml in
        xml.element("title", text: title)
        xml.empty("link", [("rel", "stylesheet"), ("href", "style.css"), ("type", "text/css")])
      }
      xml.newline()
      xml.element("body") { xml in
        xml.newline()
        content(&xml)
      }
    }
    return xml.bytes
  }

  private func page(_ text: BookText) -> [UInt8] {
    document(text.work.markedTitle, text.work.language) { xml in
      text.writeHead(&xml)
      text.writeText(&xml)
    }
  }

  private var navigation: [UInt8] {
    document(title, language) { xml in
      let heading = texts.first?.exported.labels.contents ?? "Contents"
      xml.element("nav", [("epub:type", "toc"), ("role", "doc-toc")]) { xml in
        xml.element("h1", text: heading)
        xml.element("ol") { xml in
          for (place, text) in texts.enumerated() { writeContents(text, place + 1, &xml) }
        }
      }
      xml.newline()
      writePageList(&xml)
    }
  }

  private func writeContents(_ text: BookText, _ number: Int, _ xml: inout XMLWriter) {
    let file = "text-\(number).xhtml"
    xml.element(
      "li",
      [("lang", text.work.language), ("dir", text.direction.rawValue)]
    ) { xml in
      xml.element("a", [("href", file)]) { $0.raw(text.inline(text.work.markedTitle)) }
      // A list of one level: a gap in the levels would be no list.
      let sections = text.rendered.contents.filter { $0.level == 2 }
      guard !sections.isEmpty else { return }
      xml.element("ol") { xml in
        for section in sections {
          xml.element("li") { xml in
            xml.element(
              "a",
              [
                ("href", "\(file)#\(PercentEncoding.path(section.anchor))"),
                ("lang", section.language), ("dir", section.direction.rawValue),
              ]
            ) { $0.raw(section.html) }
          }
        }
      }
    }
    xml.newline()
  }

  private func writePageList(_ xml: inout XMLWriter) {
    guard texts.contains(where: { !$0.rendered.pages.isEmpty }) else { return }
    xml.element(
      "nav", [("epub:type", "page-list"), ("role", "doc-pagelist"), ("hidden", "hidden")]
    ) { xml in
      xml.element("ol") { xml in
        for (place, text) in texts.enumerated() {
          for page in text.rendered.pages {
            xml.element("li") { xml in
              xml.element(
                "a", [("href", "text-\(place + 1).xhtml#\(PercentEncoding.path(page.anchor))")],
                text: page.number)
            }
          }
        }
      }
    }
    xml.newline()
  }

  /// Direction is said by the pages; the style sheet names no side.
  private static let style = """
    body { line-height: 1.6; margin-inline: 5%; }
    h1, h2, h3, h4 { line-height: 1.3; text-align: start; }
    header { margin-block-end: 2em; }
    .subtitle { font-size: 1.2em; }
    .authors { font-weight: bold; }
    .affiliation, .source, .address { font-size: 0.9em; }
    .notice { border: 1px solid; padding: 0.5em; }
    blockquote { margin-inline: 2em; }
    .note-mark { font-size: 0.75em; line-height: 0; }
    .note-mark::before { content: "\\2060"; }
    .note-list { list-style: none; padding: 0; font-size: 0.9em; }
    .note-list li { margin-block-end: 0.5em; }
    .note-list[data-series="marks"] { border-block-start: 1px solid #999; padding-block-start: 0.5em; }
    .note-mark-next::before { content: ","; }
    .number { white-space: nowrap; }
    .verse { margin-block: 1em; padding-inline-start: 1.5em; }
    .half-lines { white-space: pre-wrap; }
    .source { text-align: end; }
    .box { border: 1px solid #999; padding: 0.5em 1em; margin-block: 1em; }
    .lettered { list-style: none; }
    .numerals-arab { list-style-type: arabic-indic; }
    .numerals-arab:lang(fa) { list-style-type: persian; }
    .numerals-hebr { list-style-type: hebrew; }
    .formula { text-align: center; margin-block: 1em; }
    caption { caption-side: bottom; text-align: start; }
    .align-start { text-align: start; }
    .align-center { text-align: center; }
    .align-end { text-align: end; }
    .page-break { font-size: 0.7em; color: #666; }
    table { border-collapse: collapse; margin-block: 1em; }
    th, td { border: 1px solid #999; padding: 0.3em 0.5em; text-align: start; }
    figure { margin: 1em 0; }
    img { max-width: 100%; }

    """
}
