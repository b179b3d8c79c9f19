import Manuscript
import Orthography

/// Writes one article; holds what must be known of the page while it is written.
struct ArticleWriter {
  let article: Article
  let labels: ArticleLabels
  let medium: Medium
  let picture: @Sendable (String) -> Picture?
  let mathematics: @Sendable (String, Bool) -> [UInt8]?
  let base: Setting

  var result: RenderedArticle
  /// Identifiers that the page has already: one may stand only once.
  var identifiers: Set<String> = []
  /// How often a note has been referred to so far.
  var references: [String: Int] = [:]
  let noteLabels: Set<String>
  /// Whether the article has notes with numbers and others beside them.
  let hasTwoSeries: Bool
  /// For each anchor that is cited, the identifiers of the places that cite it.
  let citations: [String: [String]]
  /// For the anchors of notes, their labels.
  let labelsByAnchor: [String: String]
  let numbered: [String: NumberedObject]
  var tables = 0
  var codes = 0

  init(
    _ article: Article, labels: ArticleLabels, medium: Medium,
    picture: @escaping @Sendable (String) -> Picture?,
    mathematics: @escaping @Sendable (String, Bool) -> [UInt8]?
  ) {
    self.article = article
    self.labels = labels
    self.medium = medium
    self.picture = picture
    self.mathematics = mathematics
    numbered = article.numberedObjects
    base = Setting(language: article.frontMatter.language)
    noteLabels = Set(article.notes.map(\.label))
    hasTwoSeries = Set(noteLabels.map(NoteSeries.kind)).count > 1
    citations = CitingPlaces.find(in: article)
    labelsByAnchor = Dictionary(
      article.notes.map { (Anchors.note($0.label), $0.label) },
      uniquingKeysWith: { first, _ in first })
    result = RenderedArticle(language: base.language, direction: base.direction)
  }

  mutating func write() -> RenderedArticle {
    writeFrontMatter()
    var body = HTMLBuffer()
    write(article.blocks, in: base, into: &body)
    result.body = firstPageMark() + body.bytes
    result.notes = writeNotes()
    result.linkLists = writeLinkLists()
    return result
  }

  /// The mark of the page on which the article begins in print, where its later pages have marks and
  /// it has none: the file says where it begins (`citation.page`), not with a mark.
  private mutating func firstPageMark() -> [UInt8] {
    guard let page = article.frontMatter.citation?.page, !result.pages.isEmpty else { return [] }
    let first = String(page.prefix { $0.isASCII && $0.isNumber })
    guard !first.isEmpty, !identifiers.contains(Anchors.page(first)) else { return [] }
    var html = HTMLBuffer()
    html.markup("<div class=\"page-break-line\">")
    write(pageBreak: first, &html)
    html.markup("</div>\n")
    if let mark = result.pages.popLast() { result.pages.insert(mark, at: 0) }
    return html.bytes
  }

  /// Takes an identifier for the page; `nil` where it is empty or taken.
  mutating func take(_ identifier: String) -> String? {
    guard !identifier.isEmpty, identifiers.insert(identifier).inserted else { return nil }
    return identifier
  }

  /// Appends ` id` where the anchor is free.
  mutating func identify(_ anchor: String, _ html: inout HTMLBuffer) {
    if let identifier = take(anchor) { html.attribute("id", identifier) }
  }

  private mutating func writeFrontMatter() {
    let front = article.frontMatter
    let language = front.language
    result.title = ArticleRenderer.inline(front.title, language: language)
    result.subtitle = front.subtitle.map { ArticleRenderer.inline($0, language: language) } ?? []
    result.abstract =
      front.abstract.map { ArticleRenderer.paragraphs($0, language: language) } ?? []
    result.acknowledgements =
      front.acknowledgements.map { ArticleRenderer.paragraphs($0, language: language) } ?? []
    result.translations = front.translations.map { translation in
      RenderedArticle.Translation(
        language: translation.language,
        direction: Direction(language: translation.language),
        title: translation.title.map {
          ArticleRenderer.inline($0, language: translation.language)
        } ?? [],
        abstract: translation.abstract.map {
          ArticleRenderer.paragraphs($0, language: translation.language)
        } ?? [])
    }
  }

  /// The paragraphs of a plain text: what stands between empty lines.
  static func paragraphs(of text: String) -> [String] {
    var paragraphs: [String] = []
    var lines: [Substring] = []
    func close() {
      if !lines.isEmpty { paragraphs.append(lines.joined(separator: " ")) }
      lines = []
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.allSatisfy(\.isWhitespace) { close() } else { lines.append(line) }
    }
    close()
    return paragraphs
  }
}
