import Manuscript

/// A format of citation: of an article, of its bibliography, of a volume, of all articles.
public struct CitationExporter: Exporter {
  public let name: String
  public var version: Int { 1 }
  public var needs: ExportNeeds { [.publication, .catalogue] }
  public var isStandard: Bool { true }

  /// What files end in: `bib`.
  let ending: String
  let mediaType: String
  let offer: ExportOffer
  /// The items as one file.
  let bytes: @Sendable ([CitedItem]) -> [UInt8]

  /// The formats, in the order in which a page offers them.
  public static let all = [
    CitationExporter(
      name: "bibtex", ending: "bib", mediaType: "application/x-bibtex; charset=utf-8",
      offer: ExportOffer(string: "formatBibTeX", fallback: "BibTeX"), bytes: BibTeX.bytes),
    CitationExporter(
      name: "ris", ending: "ris",
      mediaType: "application/x-research-info-systems; charset=utf-8",
      offer: ExportOffer(string: "formatRIS", fallback: "RIS"), bytes: RIS.bytes),
    CitationExporter(
      name: "csl", ending: "csl.json", mediaType: "application/vnd.citationstyles.csl+json",
      offer: ExportOffer(string: "formatCSL", fallback: "CSL-JSON"), bytes: CSL.bytes),
  ]

  public func files(of article: ExportedArticle) throws(ExportFault) -> [ExportedFile] {
    let work = Work(article)
    var files = [
      ExportedFile(
        path: "\(work.id).\(ending)", bytes: bytes([work.cited]), mediaType: mediaType,
        offer: offer)
    ]
    if !work.references.isEmpty {
      files.append(
        ExportedFile(
          path: "references.\(ending)", bytes: bytes(article.citedReferences(of: work)),
          mediaType: mediaType))
    }
    return files
  }

  public func files(of volume: ExportedVolume) throws(ExportFault) -> [ExportedFile] {
    [file("volume", volume.articles, volume.publication)]
  }

  public func files(of publication: ExportedPublication) throws(ExportFault) -> [ExportedFile] {
    publication.articles.isEmpty ? [] : [file("works", publication.articles, publication.facts)]
  }

  private func file(
    _ name: String, _ articles: [ArticleFacts], _ publication: PublicationFacts
  ) -> ExportedFile {
    ExportedFile(
      path: "\(name).\(ending)", bytes: bytes(articles.map { Work($0, in: publication).cited }),
      mediaType: mediaType)
  }
}
