import Rendering

/// The article's page.
public struct HTMLExporter: Exporter {
  /// Puts an article's parts into the site's templates.
  public typealias Page =
    @Sendable (ExportedArticle, RenderedArticle) throws(ExportFault) -> [UInt8]

  private let page: Page

  public init(page: @escaping Page) { self.page = page }

  public var name: String { "html" }
  public var version: Int { 1 }
  public var needs: ExportNeeds { [.publication, .catalogue, .pictures, .templates, .programs] }

  public func files(of article: ExportedArticle) throws(ExportFault) -> [ExportedFile] {
    let renderer = ArticleRenderer(labels: article.labels, picture: article.files.picture)
    let rendered = Formulas.render(renderer, tools: article.tools) { $0.render(article.linked) }
    let bytes = try page(article, rendered)
    return [ExportedFile(path: "index.html", bytes: bytes, mediaType: "text/html; charset=utf-8")]
  }
}
