import Citations
import Exporting
import Manuscript

extension SiteWriter {
  /// What the published articles cite, by their places in `Site.publishedArticles`. What is known of
  /// an article from a build before is not worked out again. None where the site does not list them.
  func worksCited(_ articles: [BuildRecord.Unit], _ contents: [UInt64]) -> CitedWorks {
    guard site.listsWorks else { return CitedWorks() }
    let kept = cache?.cited ?? []
    let known = KeptSources(kept)
    let published = site.publishedArticles
    let sources = Parallel.map(published.count, threads: plan.threads) { place in
      let index = published[place]
      return articles[index].outcome.cited ?? known[contents[index]]
        ?? RecordWriter.bytes(of: cited(by: index))
    }
    let works = CitedWorks(sources, language: site.mainLanguage, known: known.outline)
    if let cache {
      let now = KeptSources.bytes(
        zip(published, sources).map { (contents[$0], $1) }, works.outline)
      if now != kept { cache.keep(cited: now) }
    }
    return works
  }

  private func cited(by index: Int) -> [CitedSource] {
    let entry = site.catalogue.articles[index]
    guard let source = try? Files.read("\(folder(of: entry))/article.md") else { return [] }
    let article = ManuscriptReader.read(source, file: entry.file).article
    return CitedSource.all(in: LinkedArticle(article, file: entry.file))
  }
}

/// What articles cite, as one build keeps it for the next, by the keys of their folders' content.
private struct KeptSources {
  private(set) var outline: CitedWorks.Outline?
  private var byKey: [UInt64: [UInt8]] = [:]

  init(_ bytes: [UInt8]) {
    var reader = RecordReader(bytes)
    do throws(RecordReader.Damage) {
      guard try reader.number() == CitedSource.version else { return }
      outline = try reader.outline()
      let articles = try reader.list { (reader) throws(RecordReader.Damage) in
        (try reader.key(), try reader.data())
      }
      byKey = Dictionary(articles) { first, _ in first }
    } catch {
      (outline, byKey) = (nil, [:])
    }
  }

  subscript(key: UInt64) -> [UInt8]? { byKey[key] }

  static func bytes(
    _ articles: [(key: UInt64, sources: [UInt8])], _ outline: CitedWorks.Outline
  ) -> [UInt8] {
    var writer = RecordWriter()
    writer.number(CitedSource.version)
    writer.outline(outline)
    writer.list(articles) { writer, article in
      writer.key(article.key)
      writer.data(article.sources)
    }
    return writer.bytes
  }
}
