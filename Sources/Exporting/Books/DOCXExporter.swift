import Manuscript
import Orthography
import Rendering
import Synchronization

/// The article for word processors, made by pandoc where that is installed: footnotes are footnotes,
/// notes with letters and signs keep them, formulas are formulas, and paragraphs run as the language
/// is read.
public struct DOCXExporter: Exporter {
  private let tree = TreeVersion()

  public init() {}

  public var name: String { "docx" }
  public var version: Int { 3 }
  public var needs: ExportNeeds { [.publication, .catalogue, .pictures, .templates] }

  public var programs: [String] { ["pandoc"] }

  public func files(of article: ExportedArticle) throws(ExportFault) -> [ExportedFile] {
    guard let version = tree.number(article.tools) else { return [] }
    let work = Work(article)
    var files: [(name: String, bytes: [UInt8])] = []
    for picture in BookText(article, medium: .book, media: { Self.flat($0) }).pictures {
      files.append((Self.flat(picture.path), picture.bytes))
    }
    let names = Set(files.map(\.name))
    var tree = PandocTree(article.article, labels: article.labels) { source in
      article.files.file(source).map { Self.flat($0.path) }.flatMap {
        names.contains($0) ? $0 : nil
      }
    }
    let text = tree.document(
      version: version, facts: Self.facts(of: work), head: Self.head(of: work, article.labels))
    files.append(("text.json", text))
    let outcome = article.tools.run(
      ExportTools.Request(
        program: "pandoc",
        arguments: ["--from=json", "--to=docx", "--output=text.docx", "text.json"],
        files: files, result: "text.docx", seconds: 60))
    guard case .made(let bytes) = outcome, bytes.starts(with: "PK".utf8) else { return [] }
    return [
      ExportedFile(
        path: "\(work.id).docx", bytes: NoteMarks.put(tree.marks, into: bytes),
        mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        offer: ExportOffer(string: "formatDOCX", fallback: "DOCX"))
    ]
  }

  /// Where it appeared, and what was corrected in it or why it was retracted.
  private static func head(of work: Work, _ labels: ArticleLabels) -> [[Inline]] {
    var lines = [work.appearance(labels)].compactMap { $0 }.map { [Inline.text($0)] }
    if let address = work.doi.map(DOI.address) ?? work.address {
      lines.append([.link(Link(destination: address, content: [.text(address)]))])
    }
    for notice in work.notices {
      let heading = notice == work.retraction ? labels.retracted : labels.corrections
      lines.append([
        .strong([.text(heading)]), .text(" (\(notice.date.iso8601)): \(notice.text)"),
      ])
    }
    return lines
  }

  /// The program's folder has no folders in it.
  private static func flat(_ path: String) -> String { path.replacing("/", with: "-") }

  private static func facts(of work: Work) -> [(String, JSON?)] {
    [
      ("title", PandocTree.meta(work.markedTitle)),
      ("subtitle", PandocTree.meta(work.subtitle)),
      ("author", PandocTree.meta(work.authors.map(\.name))),
      ("date", PandocTree.meta(work.date?.iso8601)),
      ("abstract", PandocTree.meta(paragraphs: work.abstract)),
      ("keywords", PandocTree.meta(work.keywords)),
      ("lang", PandocTree.meta(work.language)),
      ("dir", PandocTree.meta(Direction(language: work.language).rawValue)),
    ]
  }
}

/// The number of the installed pandoc's document tree, asked once for all articles.
private final class TreeVersion: Sendable {
  private let known = Mutex<[Int]?>(nil)

  /// `nil` where pandoc did not say.
  func number(_ tools: ExportTools) -> [Int]? {
    known.withLock { known in
      if known == nil { known = Self.ask(tools) }
      return known
    }
  }

  private static func ask(_ tools: ExportTools) -> [Int]? {
    let outcome = tools.run(
      ExportTools.Request(
        program: "pandoc",
        arguments: ["--from=markdown", "--to=json", "--output=empty.json", "empty.md"],
        files: [("empty.md", [])], result: "empty.json", seconds: 60))
    guard case .made(let bytes) = outcome else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    guard let name = text.firstRange(of: "\"pandoc-api-version\":[") else { return nil }
    let numbers = text[name.upperBound...].prefix { $0 != "]" }.split(separator: ",")
    let version = numbers.compactMap { Int($0) }
    return version.isEmpty || version.count != numbers.count ? nil : version
  }
}
