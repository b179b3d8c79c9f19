/// The list of all outputs.
public enum Exporters {
  /// Those that need nothing of the site round the article. The word in `exports`
  /// (publication.yaml) is each one's `name`.
  public static let all: [any Exporter] =
    CitationExporter.all + [
      PDFExporter(), EPUBExporter(), DOCXExporter(), PlainTextExporter(), MarkdownExporter(),
      JATSExporter(), CrossrefExporter(), DataCiteExporter(), DOAJExporter(), OAIExporter(),
      APIExporter(), BagItExporter(),
    ]

  /// The outputs beside the page that a publication wants, in the order in which they are made. The
  /// page (`HTMLExporter`) is made after them, for it leads to them.
  ///
  /// - Parameter names: what `exports` says; `nil` where it says nothing.
  public static func chosen(_ names: [String]?) -> [any Exporter] {
    all.filter { names?.contains($0.name) ?? $0.isStandard }
  }
}
