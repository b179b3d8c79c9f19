import Manuscript
import Orthography
import Rendering

/// The article for word processors, made by pandoc where that is installed: footnotes are footnotes,
/// and paragraphs run as the language is read.
public struct DOCXExporter: Exporter {
  public init() {}

  public var name: String { "docx" }
  public var version: Int { 2 }
  public var needs: ExportNeeds { [.publication, .catalogue, .pictures] }

  public var programs: [String] { ["pandoc"] }

  public func files(of article: ExportedArticle) throws(ExportFault) -> [ExportedFile] {
    let work = Work(article)
    var files: [(name: String, bytes: [UInt8])] = [
      (
        "text.md", Array((Self.head(of: work, article.labels) + Self.body(of: article.source)).utf8)
      ),
      ("facts.json", Self.facts(of: work)),
    ]
    for picture in BookText(article, medium: .book, media: { $0 }).pictures
    where !picture.path.contains("/") {
      files.append((picture.path, picture.bytes))
    }
    let outcome = article.tools.run(
      ExportTools.Request(
        program: "pandoc",
        arguments: [
          "--from=gfm+footnotes", "--to=docx", "--metadata-file=facts.json", "--output=text.docx",
          "text.md",
        ], files: files, result: "text.docx", seconds: 60))
    guard case .made(let bytes) = outcome, bytes.starts(with: "PK".utf8) else { return [] }
    return [
      ExportedFile(
        path: "\(work.id).docx", bytes: bytes,
        mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        offer: ExportOffer(string: "formatDOCX", fallback: "DOCX"))
    ]
  }

  /// Where it appeared, and what was corrected in it or why it was retracted.
  private static func head(of work: Work, _ labels: ArticleLabels) -> String {
    var lines = [DublinCoreTags.source(of: work)].compactMap { $0 }
    if let address = work.doi.map(DOI.address) ?? work.address { lines.append("<\(address)>") }
    for notice in work.notices {
      let heading = notice == work.retraction ? labels.retracted : labels.corrections
      lines.append("**\(heading)** (\(notice.date.iso8601)): \(notice.text)")
    }
    return lines.map { $0 + "\n\n" }.joined()
  }

  /// The text below the front matter.
  static func body(of source: [UInt8]) -> String {
    let lines = String(decoding: source, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    guard lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") else {
      return lines.joined(separator: "\n")
    }
    return lines[(end + 1)...].joined(separator: "\n")
  }

  private static func facts(of work: Work) -> [UInt8] {
    JSON.object([
      ("title", .string(work.markedTitle)),
      ("subtitle", work.subtitle.map { .string($0) }),
      ("author", .array(work.authors.map { .string($0.name) })),
      ("date", work.date.map { .string($0.iso8601) }),
      ("abstract", work.abstract.map { .string($0) }),
      ("keywords", .array(work.keywords.map { .string($0) })),
      ("lang", .string(work.language)),
      ("dir", .string(Direction(language: work.language).rawValue)),
    ]).bytes
  }
}
