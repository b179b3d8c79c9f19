import Foundation
import Publishing

/// The files of a converted article: the article, a copy of the paper, and the record by which it is
/// known of which paper it was made and whether an editor has changed it since.
///
/// Nothing that is there already is written over, apart from an article that is as its conversion
/// left it and was made of the same paper.
struct ConvertedArticle {
  let article: URL
  private let recordFile: URL
  /// The name of the paper's copy beside the article; `nil` for an article that was given a file of
  /// its own by `--output`, which gets no copy.
  private let copyName: String?
  private let paper: Data

  /// Why an article is not written.
  enum Obstacle: Error {
    /// An editor has changed it since its conversion, or no conversion made it.
    case edited
    /// It was made of another paper.
    case otherPaper
  }

  /// - Parameters:
  ///   - path: the paper's.
  ///   - paper: its bytes.
  ///   - output: what `--output` names: a file that ends in `.md`, a folder, or nothing for
  ///     `Articles`.
  ///   - address: what `--slug` gives. Without it an article of the same paper that lies in the
  ///     folder by another name is found again.
  init(path: String, paper: Data, output: String?, address: String?) {
    self.paper = paper
    let source = URL(fileURLWithPath: path)
    if let output, output.hasSuffix(".md") {
      article = URL(fileURLWithPath: output)
      copyName = nil
      recordFile = article.deletingLastPathComponent().appendingPathComponent(
        ".\(article.lastPathComponent).converted")
      return
    }
    let articles = URL(fileURLWithPath: output ?? "Articles", isDirectory: true)
    let name = source.deletingPathExtension().lastPathComponent
    let usual = address ?? (Slug.isAddress(name) ? name : Slug.make(of: name))
    let isNamedAsArticle = source.lastPathComponent.lowercased() == "article.md"
    let copyName = isNamedAsArticle ? "paper.md" : source.lastPathComponent
    let known =
      address == nil
      ? Self.folder(in: articles, madeOf: paper, called: copyName, preferring: usual) : nil
    let folder = articles.appendingPathComponent(known ?? usual, isDirectory: true)
    article = folder.appendingPathComponent("article.md")
    self.copyName = copyName
    recordFile = folder.appendingPathComponent(ConversionRecord.fileName)
  }

  /// Whether the article is one of a publication, and not a file apart.
  var isInPublication: Bool { copyName != nil }

  /// Whether the publication shows its readers conversions of which much is doubtful.
  var publishesDoubtful: Bool {
    Self.publishesDoubtful(
      beside: article.deletingLastPathComponent().deletingLastPathComponent().path)
  }

  /// The same by the path of the folder in which the articles lie.
  static func publishesDoubtful(beside articles: String) -> Bool {
    let folder = URL(fileURLWithPath: articles).deletingLastPathComponent()
    let settings = folder.appendingPathComponent("publication.yaml")
    guard let bytes = RegularFile.contents(settings.path) else { return false }
    return PublicationReader.read(Array(bytes), file: settings.path).publication.publishesDoubtful
  }

  /// The name of the article's folder.
  var folderName: String { article.deletingLastPathComponent().lastPathComponent }

  /// Whether the article that is there was made of this paper.
  var isOfThisPaper: Bool {
    ConversionRecord(contentsOf: recordFile).map(isMadeOfPaper) ?? false
  }

  /// What hinders the article from being written; `nil` where nothing is lost by it.
  var obstacle: Obstacle? {
    guard let text = RegularFile.contents(article.path), !text.isEmpty else {
      return nil
    }
    guard let record = ConversionRecord(contentsOf: recordFile),
      record.article == ContentHash.hexadecimal(of: text)
    else { return .edited }
    return isMadeOfPaper(record) ? nil : .otherPaper
  }

  /// Writes the article, its pictures, the paper's copy and the record; what stood there and would be
  /// lost is kept beside them.
  ///
  /// - Parameter isDecided: whether what stood there is in the conversion.
  func write(_ conversion: PaperConversion, isDecided: Bool = false) throws {
    let folder = article.deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    switch isDecided ? nil : obstacle {
    case .edited: try FileManager.default.moveItem(at: article, to: freeName("edited"))
    case .otherPaper: try FileManager.default.moveItem(at: article, to: freeName("earlier"))
    case nil: break
    }
    var text = conversion.markdown
    for (name, bytes) in conversion.pictures.sorted(by: { $0.key < $1.key }) {
      let written = try Self.keep(bytes, as: name, in: folder)
      if written != name { text = text.replacing("](\(name)", with: "](\(written)") }
    }
    let data = Data(text.utf8)
    try data.write(to: article, options: .atomic)
    if let copyName { _ = try Self.keep(paper, as: copyName, in: folder) }
    let record = ConversionRecord(
      article: ContentHash.hexadecimal(of: data), source: ContentHash.hexadecimal(of: paper))
    try record.write(to: recordFile)
  }

  /// Writes a file unless it is there already; one of that name with other bytes stays, and the new
  /// one gets a number. Gives the name.
  static func keep(_ bytes: Data, as name: String, in folder: URL) throws -> String {
    let named = URL(fileURLWithPath: name)
    let (stem, ending) = (named.deletingPathExtension().lastPathComponent, named.pathExtension)
    var free = name
    var number = 2
    while FileManager.default.fileExists(atPath: folder.appendingPathComponent(free).path) {
      let there = FileManager.default.contents(
        atPath: folder.appendingPathComponent(free).path)
      if there == bytes { return free }
      free = ending.isEmpty ? "\(stem)-\(number)" : "\(stem)-\(number).\(ending)"
      number += 1
    }
    try bytes.write(to: folder.appendingPathComponent(free), options: .withoutOverwriting)
    return free
  }

  /// The option that writes the article where there is none: an address of its title, or a number
  /// behind the name.
  func optionForFreePlace(title: String) -> String {
    let isAddress = copyName != nil
    let taken = isAddress ? article.deletingLastPathComponent() : article
    let parent = taken.deletingLastPathComponent()
    func isFree(_ name: String) -> Bool {
      !FileManager.default.fileExists(atPath: parent.appendingPathComponent(name).path)
    }
    let ofTitle = Slug.make(of: title)
    if isAddress, !title.isEmpty, isFree(ofTitle) { return "--slug \(ofTitle)" }
    let stem = isAddress ? taken.lastPathComponent : taken.deletingPathExtension().relativePath
    let name = isAddress ? stem : taken.deletingPathExtension().lastPathComponent
    let ending = isAddress ? "" : ".md"
    var number = 2
    while !isFree("\(name)-\(number)\(ending)") { number += 1 }
    return "\(isAddress ? "--slug" : "--output") \(stem)-\(number)\(ending)"
  }

  /// Whether a record is of this paper; records of earlier versions name no source, and there the
  /// copy beside the article tells.
  private func isMadeOfPaper(_ record: ConversionRecord) -> Bool {
    if let source = record.source { return source == ContentHash.hexadecimal(of: paper) }
    guard let copyName else { return false }
    let copy = article.deletingLastPathComponent().appendingPathComponent(copyName)
    return RegularFile.contents(copy.path).map { $0 == paper } ?? true
  }

  /// The folder whose article was made of the paper under its name, for two papers may have the same
  /// words: the folder with the usual name if it is among them, else the first.
  private static func folder(
    in articles: URL, madeOf paper: Data, called copyName: String, preferring usual: String
  ) -> String? {
    let hash = ContentHash.hexadecimal(of: paper)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: articles.path)) ?? []
    let made = names.filter { name in
      let folder = articles.appendingPathComponent(name, isDirectory: true)
      let record = ConversionRecord(
        contentsOf: folder.appendingPathComponent(ConversionRecord.fileName))
      return record?.source == hash
        && ["article.md", copyName].allSatisfy {
          FileManager.default.fileExists(atPath: folder.appendingPathComponent($0).path)
        }
    }
    return made.contains(usual) ? usual : made.min()
  }

  /// `article.edited-1.md`, with the first number that is free.
  private func freeName(_ what: String) -> URL {
    let base = article.deletingPathExtension()
    var number = 1
    while true {
      let name = base.appendingPathExtension("\(what)-\(number)").appendingPathExtension("md")
      if !FileManager.default.fileExists(atPath: name.path) { return name }
      number += 1
    }
  }
}
