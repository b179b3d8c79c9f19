import Manuscript
import Orthography
import Rendering

/// An article as HTML that stands alone, without the site round it: for EPUB and PDF.
struct BookText {
  let exported: ExportedArticle
  let work: Work
  let rendered: RenderedArticle

  /// - Parameters:
  ///   - media: where a picture stands in the book, by its path from the article's folder.
  init(
    _ exported: ExportedArticle, medium: Medium, media: @escaping @Sendable (String) -> String
  ) {
    self.exported = exported
    work = Work(exported)
    let files = exported.files
    var renderer = ArticleRenderer(labels: exported.labels) { source in
      guard let file = files.file(source), let picture = files.picture(source) else { return nil }
      return Picture(
        address: PercentEncoding.path(media(file.path)), width: picture.width,
        height: picture.height)
    }
    renderer.medium = medium
    // The typesetter of PDFs knows no MathML: the source stands there.
    rendered =
      medium == .book
      ? Formulas.render(renderer, tools: exported.tools) { $0.render(exported.linked) }
      : renderer.render(exported.linked)
  }

  var direction: Direction { Direction(language: work.language) }

  /// Whether formulas in MathML are in it.
  var hasFormulas: Bool { Self.hasFormulas(rendered.body) || Self.hasFormulas(rendered.notes) }

  private static func hasFormulas(_ html: [UInt8]) -> Bool {
    html.firstRange(of: Array("<math".utf8)) != nil
  }

  /// The pictures that the text shows.
  var pictures: [(path: String, bytes: [UInt8])] {
    var sources = PictureSources()
    exported.article.accept(&sources)
    var seen: Set<String> = []
    return sources.sources.compactMap { exported.files.file($0) }
      .filter { seen.insert($0.path).inserted }
  }

  /// Title, authors, where it appeared, notices and abstract, as HTML.
  func writeHead(_ xml: inout XMLWriter) {
    xml.raw("<header>\n<h1>")
    xml.raw(inline(work.markedTitle))
    xml.raw("</h1>\n")
    if let subtitle = work.subtitle { paragraph("subtitle", subtitle, &xml) }
    if !work.authors.isEmpty {
      let comma = Languages.comma(in: work.language)
      paragraph("authors", work.authors.map(\.name).joined(separator: comma), &xml)
    }
    for affiliation in Set(work.authors.flatMap(\.affiliations)).sorted() {
      paragraph("affiliation", affiliation, &xml)
    }
    if let source = work.appearance(exported.labels) { paragraph("source", source, &xml) }
    if let address = work.doi.map(DOI.address) ?? work.address {
      xml.element("p", [("class", "address"), ("dir", "ltr")]) { xml in
        xml.element("a", [("href", address)], text: address)
      }
    }
    xml.raw("</header>\n")
    for notice in work.notices {
      let heading =
        notice == work.retraction ? exported.labels.retracted : exported.labels.corrections
      xml.element("p", [("class", "notice")]) { xml in
        xml.element("strong") { $0.raw(inline(heading)) }
        xml.text(" (\(notice.date.iso8601)): ")
        xml.raw(inline(notice.text))
      }
      xml.newline()
    }
    section("abstract", "doc-abstract", exported.labels.abstract, rendered.abstract, &xml)
  }

  /// Body, notes, links of the source, acknowledgements.
  func writeText(_ xml: inout XMLWriter) {
    xml.raw(rendered.body)
    xml.raw(rendered.notes)
    xml.raw(rendered.linkLists)
    section(
      "acknowledgements", "doc-acknowledgments", exported.labels.acknowledgements,
      rendered.acknowledgements, &xml)
  }

  private func section(
    _ name: String, _ role: String, _ heading: String, _ content: [UInt8],
    _ xml: inout XMLWriter
  ) {
    guard !content.isEmpty else { return }
    xml.element("section", [("class", name), ("role", role)]) { xml in
      xml.element("h2") { $0.raw(inline(heading)) }
      xml.raw(content)
    }
    xml.newline()
  }

  private func paragraph(_ name: String, _ text: String, _ xml: inout XMLWriter) {
    xml.element("p", [("class", name)]) { $0.raw(inline(text)) }
    xml.newline()
  }

  func inline(_ text: String) -> [UInt8] {
    ArticleRenderer.inline(text, language: work.language)
  }
}

/// The pictures that an article names.
private struct PictureSources: Visitor {
  var sources: [String] = []

  mutating func visit(_ block: Block) -> Descent {
    if case .figure(let figure) = block.content { add(figure) }
    return .inside
  }

  mutating func visit(_ inline: Inline) -> Descent {
    if case .image(let figure) = inline { add(figure) }
    return .inside
  }

  private mutating func add(_ figure: Figure) {
    if !figure.source.isEmpty { sources.append(figure.source) }
  }
}
