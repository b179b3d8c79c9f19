import Manuscript

/// The article's own file, annotated Markdown: what everything else is made of.
public struct MarkdownExporter: Exporter {
  public init() {}

  public var name: String { "markdown" }
  public var version: Int { 1 }
  public var needs: ExportNeeds { [] }
  public var isStandard: Bool { true }

  public func files(of article: ExportedArticle) throws(ExportFault) -> [ExportedFile] {
    [
      ExportedFile(
        path: "\(article.facts.slug).md", bytes: article.source,
        mediaType: "text/markdown; charset=utf-8",
        offer: ExportOffer(string: "formatMarkdown", fallback: "Markdown"))
    ]
  }
}
