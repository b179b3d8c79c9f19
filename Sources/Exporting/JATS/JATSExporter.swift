import Manuscript

/// JATS 1.3, Journal Publishing (ANSI/NISO Z39.96-2021): the form in which archives and aggregators
/// keep articles.
///
/// Notes keep their printed labels, printed pages are `target` elements, entries of bibliographies
/// are mixed citations in their language. Direction follows `xml:lang`, for JATS has no attribute
/// for it.
public struct JATSExporter: Exporter {
  public init() {}

  public var name: String { "jats" }
  public var version: Int { 2 }
  public var needs: ExportNeeds { [.publication, .catalogue, .templates] }
  public var isStandard: Bool { true }

  public func files(of article: ExportedArticle) throws(ExportFault) -> [ExportedFile] {
    let work = Work(article)
    let periodical = Periodical(article.publication, language: work.language)
    var xml = XMLWriter()
    xml.raw(
      "<!DOCTYPE article PUBLIC \"-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v1.3 20210610//EN\" "
        + "\"https://jats.nlm.nih.gov/publishing/1.3/JATS-journalpublishing1-3.dtd\">\n")
    xml.open(
      "article",
      [
        ("xmlns:xlink", "http://www.w3.org/1999/xlink"), ("dtd-version", "1.3"),
        ("article-type", Self.type(of: work.kind)), ("xml:lang", work.language),
      ])
    xml.newline()
    JATSFront.write(work, in: periodical, article.article, to: &xml)
    JATSBody.write(article.article, work, article.labels, to: &xml)
    xml.close("article")
    xml.newline()
    return [
      ExportedFile(
        path: "\(work.id).jats.xml", bytes: xml.bytes,
        mediaType: "application/jats+xml",
        offer: ExportOffer(string: "formatJATS", fallback: "JATS"))
    ]
  }

  private static func type(of kind: Work.Kind) -> String {
    switch kind {
    case .article: "research-article"
    case .review: "book-review"
    case .report: "report"
    case .chapter, .book: "other"
    }
  }
}
