import Foundation
import Manuscript
import Markup

/// The files of an article in OJS: what readers were offered (“galleys”), and what was beside it.
struct OJSFiles {
  private(set) var files: [SourcePicture] = []
  private(set) var absent: [ImportedArticle.AbsentFile] = []
  /// The names of the files that readers were offered.
  private(set) var offered: [String] = []
  /// The names of files that are pages or JATS, and of other papers, best first.
  private(set) var pages: [String] = []
  private(set) var papers: [String] = []
  /// The names of the galleys in addresses.
  private(set) var galleys: [String] = []

  /// - Parameters:
  ///   - publication: the version that is taken; the article itself before version 3.2.
  ///   - language: the article's, whose galleys come first.
  init(_ article: MarkupElement, _ publication: MarkupElement, language: String) {
    var stored: [String: MarkupElement] = [:]
    for file in article.all("submission_file") + article.all("artwork_file")
      + article.all("supplementary_file")
    {
      if let id = file["id"] { stored[id] = file }
    }
    let all =
      publication.all("article_galley") + publication.all("galley") + publication.all("htmlgalley")
    let own = all.filter { Self.isIn(language, $0) } + all.filter { !Self.isIn(language, $0) }
    var ranked: [(rank: Int, name: String)] = []
    for galley in own {
      galleys += galley.all("id").filter { $0["type"] == "internal" || $0["type"] == "public" }
        .compactMap(OJSFront.text)
      galleys += [galley["url_path"]].compactMap { $0 }.filter { !$0.isEmpty }
      let source = galley.first("submission_file_ref")?["id"].flatMap { stored[$0] } ?? galley
      guard let name = take(source, isOffered: galley.name != "htmlgalley") else {
        if let remote = galley.first("remote")?["src"] { offer(remote: remote) }
        continue
      }
      if let rank = Self.rank(of: name) { ranked.append((rank, name)) }
    }
    for file in publication.all("supplemental_file") { _ = take(file, isOffered: true) }
    // A stable order: those of one kind stay as the article's language ordered them.
    let sorted = ranked.enumerated().sorted {
      ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset)
    }.map(\.element)
    pages = sorted.filter { $0.rank < 2 }.map(\.name)
    papers = sorted.filter { $0.rank >= 2 }.map(\.name)
    // A text on the page is no download.
    offered.removeAll { name in
      ["html", "htm", "xml"].contains(name.split(separator: ".").last?.lowercased() ?? "")
    }
  }

  private static func isIn(_ language: String, _ galley: MarkupElement) -> Bool {
    galley["locale"].map { ImportedText.language($0) == language } ?? true
  }

  /// How well an article's text can be made of a file, 0 the best; `nil` for what is no paper.
  private static func rank(of name: String) -> Int? {
    switch name.split(separator: ".").last?.lowercased() {
    case "xml": 0
    case "html", "htm": 1
    case "docx", "odt", "doc", "rtf": 2
    case "pdf": 3
    default: nil
    }
  }

  /// Keeps a file under a name of its own, and gives the name.
  mutating func keep(_ name: String, _ bytes: [UInt8], isOffered: Bool) -> String {
    let clean = FileNames.clean(name)
    if let same = files.first(where: { $0.name == clean && $0.bytes == bytes }) { return same.name }
    let free = FileNames.free(clean, among: files.map(\.name))
    files.append(SourcePicture(name: free, bytes: bytes))
    if isOffered { offered.append(free) }
    return free
  }

  /// Takes the newest state of a file; `nil` where the export does not hold it.
  private mutating func take(_ element: MarkupElement, isOffered: Bool) -> String? {
    let states = element.all("file") + element.all("revision")
    let newest =
      states.first { $0["id"] != nil && $0["id"] == element["file_id"] }
      ?? states.max { (Int($0["number"] ?? "") ?? 0) < (Int($1["number"] ?? "") ?? 0) } ?? element
    let embed = newest.first("embed")
    let address =
      (newest.first("href") ?? embed?.first("href"))?["src"] ?? newest["src"]
    let label = OJSFront.text(element.first("label"))
    let name =
      newest["filename"] ?? embed?["filename"] ?? OJSFront.text(element.first("name"))
      ?? OJSFront.text(newest.first("name")) ?? label ?? "file"
    if let bytes = Self.bytes(embed) {
      return keep(Self.ended(name, newest["extension"]), bytes, isOffered: isOffered)
    }
    if let address, !address.isEmpty {
      let name = FileNames.free(FileNames.name(of: address), among: files.map(\.name))
      absent.append(ImportedArticle.AbsentFile(name: name, address: address, isShown: true))
      if isOffered { offered.append(name) }
    }
    return nil
  }

  private mutating func offer(remote address: String) {
    absent.append(
      ImportedArticle.AbsentFile(
        name: FileNames.name(of: address), address: address, isShown: false))
  }

  private static func ended(_ name: String, _ ending: String?) -> String {
    guard let ending, !ending.isEmpty, !name.lowercased().hasSuffix("." + ending.lowercased())
    else { return name }
    return "\(name).\(ending)"
  }

  /// What an `embed` holds; `nil` for nothing.
  static func bytes(_ embed: MarkupElement?) -> [UInt8]? {
    guard let embed else { return nil }
    let text = embed.text
    guard (embed["encoding"] ?? "base64") == "base64" else { return Array(text.utf8) }
    guard let data = Data(base64Encoded: text, options: .ignoreUnknownCharacters), !data.isEmpty
    else { return nil }
    return Array(data)
  }
}
