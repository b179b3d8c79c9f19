import Manuscript

/// The whole publication as a package for archives (BagIt 1.0, RFC 8493): each article's Markdown,
/// JATS, pictures and downloads with their checksums, and the publication's facts.
public struct BagItExporter: Exporter {
  public init() {}

  public var name: String { "bagit" }
  public var version: Int { 1 }
  public var needs: ExportNeeds { [.publication, .catalogue, .pictures] }

  /// An archive without the extensions of ZIP64 holds no more.
  private static let mostFiles = 60_000
  private static let mostBytes = 3_000_000_000

  public func files(of publication: ExportedPublication) throws(ExportFault) -> [ExportedFile] {
    var bag = Bag(facts: publication.facts)
    for place in publication.articles.indices {
      guard let article = publication.load(place) else { continue }
      let folder = "articles/\(article.facts.slug)/"
      bag.add(folder + "article.md", article.source)
      for file in try JATSExporter().files(of: article) { bag.add(folder + file.path, file.bytes) }
      let pictures = BookText(article, medium: .book) { $0 }.pictures
      let downloads = article.facts.frontMatter.files.compactMap { article.files.file($0) }
      for file in pictures + downloads { bag.add(folder + file.path, file.bytes) }
      guard bag.fileCount < Self.mostFiles, bag.byteCount < Self.mostBytes else { return [] }
    }
    return [
      ExportedFile(path: "preservation.zip", bytes: bag.finished, mediaType: "application/zip")
    ]
  }
}

/// A bag in the making.
struct Bag {
  private let facts: PublicationFacts
  private var archive = ZipArchive()
  private var manifest = ""
  private var known: Set<String> = []
  private(set) var fileCount = 0
  private(set) var byteCount = 0

  init(facts: PublicationFacts) { self.facts = facts }

  /// Adds a file to what is kept; of two with one path the first.
  mutating func add(_ path: String, _ bytes: [UInt8]) {
    guard known.insert(path).inserted else { return }
    archive.add("bag/data/\(path)", bytes)
    // A line end in a name would end the line (RFC 8493, 2.1.3).
    let name = path.replacing("%", with: "%25").replacing("\n", with: "%0A")
    manifest += "\(SHA256.hexadecimal(of: bytes))  data/\(name)\n"
    fileCount += 1
    byteCount += bytes.count
  }

  var finished: [UInt8] {
    var archive = archive
    var info = ""
    let language = facts.languages.first ?? "en"
    let name = facts.name.text(in: language, orElse: facts.languages)
    let publisher = facts.publisher.text(in: language, orElse: facts.languages)
    if let publisher { info += "Source-Organization: \(publisher)\n" }
    if let email = facts.email { info += "Contact-Email: \(email)\n" }
    if let name { info += "External-Description: \(name)\n" }
    if let url = facts.url { info += "External-Identifier: \(url)\n" }
    info += "Payload-Oxum: \(byteCount).\(fileCount)\n"
    let tags = [
      ("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"),
      ("bag-info.txt", info), ("manifest-sha256.txt", manifest),
    ]
    var sums = ""
    for (name, text) in tags {
      let bytes = Array(text.utf8)
      archive.add("bag/\(name)", bytes)
      sums += "\(SHA256.hexadecimal(of: bytes))  \(name)\n"
    }
    archive.add("bag/tagmanifest-sha256.txt", Array(sums.utf8))
    return archive.finished
  }
}
