import Conversion
import Foundation
import Manuscript
import Orthography
import Publishing

/// Writes one article or page of an export, with its files. What an editor has changed since an
/// earlier import is left as it is.
struct ImportedWriting: Sendable {
  let place: ImportPlaces.Place
  private let imported: ImportedArticle
  private let links: [String: String]
  private let uploads: Uploads?
  private let publishesDoubtful: Bool

  init(
    _ imported: ImportedArticle, at place: ImportPlaces.Place, links: [String: String],
    uploads: Uploads?, publishesDoubtful: Bool
  ) {
    self.imported = imported
    self.place = place
    self.links = links
    self.uploads = uploads
    self.publishesDoubtful = publishesDoubtful
  }

  private var folder: URL { place.file.deletingLastPathComponent() }
  private var name: String { place.file.relativePath }

  /// Makes the article and writes it.
  func write(_ lexicon: any Lexicon) -> (isWritten: Bool, findings: [Finding]) {
    if let there = RegularFile.contents(place.file.path), !there.isEmpty,
      ConversionRecord(contentsOf: place.record)?.article != ContentHash.hexadecimal(of: there)
    {
      return (
        false, [Finding(.importEdited, .warning, file: name)]
      )
    }
    var findings: [Finding] = []
    var (article, pictures) = made(lexicon, &findings)
    var names: [String: String] = [:]
    var files: [(name: String, bytes: Data)] = imported.files.map { ($0.name, Data($0.bytes)) }
    for file in imported.absent {
      if let bytes = uploads?.file(at: file.address) {
        files.append((file.name, bytes))
        names[file.address] = file.name
      } else if file.isShown {
        findings.append(
          Finding(
            .importFileAbsent, .warning, file: name,
            facts: ["name": file.name, "address": file.address]))
      }
    }
    if !imported.shortcodes.isEmpty {
      let codes = imported.shortcodes.map { "[\($0)]" }.joined(separator: ", ")
      findings.append(Finding(.importShortcode, .warning, file: name, facts: ["value": codes]))
    }
    let own = (imported.isPage ? "" : "articles/") + place.slug + "/"
    var renewal = LinkRenewal(links: links, files: names, own: own)
    article = article.rewritten(by: &renewal)
    article.frontMatter.aliases.removeAll { $0 == "/" + own }
    article.frontMatter.translationOf = article.frontMatter.translationOf.flatMap { name in
      links[name]?.split(separator: "/").last.map(String.init)
    }
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      var text = ManuscriptWriter.write(article)
      for (name, bytes) in files { try keep(bytes, as: name, in: &text) }
      for (name, bytes) in pictures.sorted(by: { $0.key < $1.key }) {
        try keep(bytes, as: name, in: &text)
      }
      try Data(text.utf8).write(to: place.file, options: .atomic)
      try ConversionRecord(
        article: ContentHash.hexadecimal(of: text.utf8), source: ImportPlaces.source(imported)
      ).write(to: place.record)
    } catch {
      findings.append(
        Finding(
          .unwritableFile, .error, file: name, facts: ["reason": error.localizedDescription]))
      return (false, findings)
    }
    return (true, findings)
  }

  private func keep(_ bytes: Data, as name: String, in text: inout String) throws {
    let written = try ConvertedArticle.keep(bytes, as: name, in: folder)
    if written != name { text = text.replacing("](\(name)", with: "](\(written)") }
  }

  /// The article: as the export has it, or with the text of the paper that it offers.
  private func made(
    _ lexicon: any Lexicon, _ findings: inout [Finding]
  ) -> (Article, pictures: [String: Data]) {
    for paper in imported.papers {
      guard let file = imported.files.first(where: { $0.name == paper }) else { continue }
      let front = imported.article.frontMatter
      let options = PaperConversion.Options(language: front.language, reader: Console.language)
      let reading = PaperReading(
        name: "\(folder.relativePath)/\(paper)", data: Data(file.bytes), options: options,
        tell: { _ in }, progress: { _, _, _ in })
      switch reading.conversion(lexicon) {
      case .success(let conversion):
        var article = ManuscriptReader.read(conversion.markdown, file: name).article
        article.take(front)
        if conversion.isDoubtful, !publishesDoubtful { article.frontMatter.isDraft = true }
        if !article.hasBibliography { article.blocks += imported.article.blocks }
        return (article, conversion.pictures)
      case .failure(let failure): findings.append(failure.finding)
      }
    }
    return (imported.article, [:])
  }
}

/// Leads links to articles that moved to where they are now, and links to files to those beside the
/// article.
private struct LinkRenewal: Rewriter {
  let links: [String: String]
  let files: [String: String]
  /// Where the article or page stands.
  let own: String

  mutating func rewrite(_ inline: Inline) -> [Inline] {
    guard case .link(var link) = inline else { return [inline] }
    let parts = link.destination.split(
      separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    if let file = files[link.destination] {
      link.destination = file
    } else if let path = parts.first.flatMap({ links[ImportPlaces.plain(String($0))] }) {
      link.destination = way(to: path)
    } else {
      return [inline]
    }
    link.isAutolink = false
    return [.link(link)]
  }

  /// The address of a place in the site, as it is written in the article or page.
  private func way(to path: String) -> String {
    let (from, to) = (own.split(separator: "/"), path.split(separator: "/"))
    let common = min(zip(from, to).prefix { $0 == $1 }.count, to.count - 1)
    return String(repeating: "../", count: from.count - common)
      + to.dropFirst(common).joined(separator: "/") + "/"
  }
}
