import Citations
import Exporting
import Manuscript
import Rendering

/// The outputs of volumes and of the whole publication.
extension SiteWriter {
  /// What an exporter is given of an article that was read.
  func exported(
    _ index: Int, _ linked: LinkedArticle, source: [UInt8], pictures: PictureTaker
  ) -> ExportedArticle {
    let language = site.interfaceLanguage(for: linked.article.frontMatter.language)
    return ExportedArticle(
      linked: linked, source: source, facts: site.facts(of: index),
      publication: site.publicationFacts,
      labels: ArticleLabels(strings: site.interface(language).strings),
      files: ArticleFolder(
        picture: { pictures.take($0) },
        file: { source in pictures.takeFile(source).map { ($0.path, $0.bytes) } }),
      tools: tools)
  }

  /// Reads an article for an exporter that puts several into one file.
  private func load(_ index: Int) -> ExportedArticle? {
    let entry = site.catalogue.articles[index]
    let folder = "\(folders.folder)/\(entry.folder)"
    guard let source = source(of: index) else { return nil }
    let article = ManuscriptReader.read(source, file: entry.file).article
    let pictures = PictureTaker(
      files: ArticleFiles(folder: folder), file: entry.file, cutter: cutter)
    return exported(
      index, LinkedArticle(article, file: entry.file), source: source, pictures: pictures)
  }

  /// The outputs of a volume, by its place in the catalogue.
  func exportVolume(_ place: Int, _ outcome: inout Outcome) throws(FileFault) {
    let articles = site.catalogue.volumes[place].articles.filter { !isDraft($0) }
    let volume = ExportedVolume(
      facts: site.volumeFacts(place), publication: site.publicationFacts,
      articles: articles.map { site.facts(of: $0) }, load: { self.load(articles[$0]) },
      tools: tools)
    for exporter in site.exporters {
      try take(volume.facts.path, &outcome) { () throws(ExportFault) in
        try exporter.files(of: volume)
      }
    }
  }

  /// The outputs of the whole publication.
  func exportPublication(
    _ works: WorksCited, _ outcome: inout Outcome
  ) throws(FileFault) {
    let articles = site.publishedArticles
    let publication = ExportedPublication(
      facts: site.publicationFacts, articles: articles.map { site.facts(of: $0) },
      volumes: site.catalogue.volumes.indices.map { site.volumeFacts($0) },
      load: { self.load(articles[$0]) }, works: works, tools: tools)
    for exporter in site.exporters {
      try take("", &outcome) { () throws(ExportFault) in try exporter.files(of: publication) }
    }
  }

  private func isDraft(_ index: Int) -> Bool { site.catalogue.articles[index].frontMatter.isDraft }

  /// Writes what an exporter makes; a fault is reported, and the others go on.
  private func take(
    _ folder: String, _ outcome: inout Outcome,
    _ files: () throws(ExportFault) -> [ExportedFile]
  ) throws(FileFault) {
    let made: [ExportedFile]
    do throws(ExportFault) {
      made = try files()
    } catch {
      outcome.findings.append(error.finding)
      return
    }
    for file in made { try put(file.bytes, folder + file.path, &outcome) }
  }
}

extension Site {
  /// The articles that are no drafts, by their places in the catalogue.
  var publishedArticles: [Int] {
    catalogue.articles.indices.filter { !catalogue.articles[$0].frontMatter.isDraft }
  }

  /// The outputs beside the pages, as publication.yaml chooses them.
  var exporters: [any Exporter] {
    Exporters.chosen(publication.exports)
  }
}
