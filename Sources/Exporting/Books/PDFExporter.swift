import Manuscript
import Orthography

/// A PDF of each article and each volume, set by WeasyPrint where that is installed: notes at the
/// foot of the page, running heads, the pages of the print in the margin, tagged (PDF/UA-1) and with
/// bookmarks.
public struct PDFExporter: Exporter {
  public init() {}

  public var name: String { "pdf" }
  public var version: Int { 3 }
  public var needs: ExportNeeds {
    [.publication, .catalogue, .pictures, .templates]
  }

  public var programs: [String] { ["weasyprint"] }

  public func files(of article: ExportedArticle) throws(ExportFault) -> [ExportedFile] {
    let work = Work(article)
    let name = "\(work.id).pdf"
    // The print's own PDF stands there.
    guard !article.facts.frontMatter.files.contains(name) else { return [] }
    let sheet = PrintSheet(title: work.fullTitle, language: work.language, articles: [article])
    return Self.typeset(sheet, article.tools).map { bytes in
      [
        ExportedFile(
          path: name, bytes: bytes, mediaType: "application/pdf",
          offer: ExportOffer(string: "formatPDF", fallback: "PDF"))
      ]
    } ?? []
  }

  public func files(of volume: ExportedVolume) throws(ExportFault) -> [ExportedFile] {
    let articles = volume.articles.indices.compactMap { volume.load($0) }
    guard let first = articles.first else { return [] }
    let facts = volume.facts
    let periodical = Periodical(volume.publication, language: facts.language)
    let number = first.labels.volume.filling { $0 == "volume" ? facts.number : nil }
    let sheet = PrintSheet(
      title: [facts.container ?? periodical.name, number].filter { !$0.isEmpty }
        .joined(separator: ", "),
      language: facts.language, articles: articles)
    return Self.typeset(sheet, volume.tools).map { bytes in
      [ExportedFile(path: "volume.pdf", bytes: bytes, mediaType: "application/pdf")]
    } ?? []
  }

  /// `nil` where the program is not there or fails: the site goes without.
  private static func typeset(_ sheet: PrintSheet, _ tools: ExportTools) -> [UInt8]? {
    let files = sheet.files
    let kilobytes = files.reduce(0) { $0 + $1.bytes.count } / 1000
    let outcome = tools.run(
      ExportTools.Request(
        program: "weasyprint",
        arguments: ["--pdf-variant", "pdf/ua-1", "sheet.html", "sheet.pdf"],
        files: files, result: "sheet.pdf", seconds: 60 + 30 * sheet.texts.count + kilobytes))
    if case .made(let bytes) = outcome, bytes.starts(with: "%PDF".utf8) { return bytes }
    return nil
  }
}

/// What the typesetter is given.
struct PrintSheet {
  let title: String
  let language: String
  let texts: [BookText]

  init(title: String, language: String, articles: [ExportedArticle]) {
    self.title = title
    self.language = language
    texts = articles.enumerated().map { place, article in
      BookText(article, medium: .print) { Self.flat($0, of: place) }
    }
  }

  /// The typesetter's folder has no folders in it.
  private static func flat(_ path: String, of place: Int) -> String {
    "\(place + 1)-" + path.replacing("/", with: "-")
  }

  var files: [(name: String, bytes: [UInt8])] {
    var files: [(name: String, bytes: [UInt8])] = [
      ("sheet.html", html), ("sheet.css", Array(PrintStyle.text(language).utf8)),
    ]
    for (place, text) in texts.enumerated() {
      files += text.pictures.map { (Self.flat($0.path, of: place), $0.bytes) }
    }
    return files
  }

  private var html: [UInt8] {
    var xml = XMLWriter(declared: false)
    xml.raw("<!DOCTYPE html>\n")
    let direction = Direction(language: language)
    xml.element("html", [("lang", language), ("dir", direction.rawValue)]) { xml in
      xml.element("head") { xml in
        xml.empty("meta", [("charset", "utf-8")])
        xml.element("title", text: title)
        let authors = texts.flatMap(\.work.authors).map(\.name)
        if !authors.isEmpty, texts.count == 1 {
          xml.empty("meta", [("name", "author"), ("content", authors.joined(separator: ", "))])
        }
        xml.empty("link", [("rel", "stylesheet"), ("href", "sheet.css")])
      }
      xml.element("body") { xml in
        if texts.count > 1 { writeContents(&xml) }
        for (place, text) in texts.enumerated() {
          xml.element(
            "article",
            [
              ("id", "article-\(place + 1)"), ("lang", text.work.language),
              ("dir", text.direction.rawValue), ("data-running", running(text.work)),
            ]
          ) { xml in
            text.writeHead(&xml)
            text.writeText(&xml)
          }
        }
      }
    }
    return xml.bytes
  }

  /// What stands over each page: authors and a title of few words.
  private func running(_ work: Work) -> String {
    let names = work.authors.prefix(2).map { PersonName($0).family ?? $0.name }
    let words = work.title.split(separator: " ")
    let title = words.count > 8 ? words.prefix(8).joined(separator: " ") + "…" : work.title
    return names.isEmpty ? title : names.joined(separator: ", ") + " · " + title
  }

  private func writeContents(_ xml: inout XMLWriter) {
    xml.element("section", [("class", "title-page")]) { $0.element("h1", text: title) }
    xml.element("nav", [("class", "contents")]) { xml in
      xml.element("ol") { xml in
        for (place, text) in texts.enumerated() {
          xml.element(
            "li", [("lang", text.work.language), ("dir", text.direction.rawValue)]
          ) { xml in
            xml.element("a", [("href", "#article-\(place + 1)")]) {
              $0.raw(text.inline(text.work.markedTitle))
            }
          }
        }
      }
    }
  }
}
