import Citations
import Exporting
import Manuscript

extension SiteWriter {
  /// What the published articles cite, by their places in `Site.publishedArticles`. What is known of
  /// an article from a build before is not worked out again.
  func worksCited(_ articles: [BuildRecord.Unit], _ contents: [UInt64]) -> WorksCited {
    let kept = cache?.cited ?? []
    let known = KeptSources(kept)
    let published = site.publishedArticles
    let sources = Parallel.map(published.count, threads: plan.threads) { place in
      let index = published[place]
      return articles[index].outcome.cited ?? known[contents[index]] ?? cited(by: index)
    }
    let now = KeptSources.bytes(
      published.enumerated().map { (contents[$1], sources[$0]) })
    if now != kept { cache?.keep(cited: now) }
    return WorksCited(sources, language: site.mainLanguage)
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
  private var byKey: [UInt64: [CitedSource]] = [:]

  init(_ bytes: [UInt8]) {
    var reader = RecordReader(bytes)
    do throws(RecordReader.Damage) {
      guard try reader.number() == CitedSource.version else { return }
      let articles = try reader.list { (reader) throws(RecordReader.Damage) in
        let key = try reader.key()
        return (
          key, try reader.list { (reader) throws(RecordReader.Damage) in try reader.source() }
        )
      }
      byKey = Dictionary(articles) { first, _ in first }
    } catch {
      byKey = [:]
    }
  }

  subscript(key: UInt64) -> [CitedSource]? { byKey[key] }

  static func bytes(_ articles: [(key: UInt64, sources: [CitedSource])]) -> [UInt8] {
    var writer = RecordWriter()
    writer.number(CitedSource.version)
    writer.list(articles) { writer, article in
      writer.key(article.key)
      writer.list(article.sources) { $0.source($1) }
    }
    return writer.bytes
  }
}

extension RecordWriter {
  mutating func source(_ source: CitedSource) {
    text(source.text)
    list(source.emphases) { writer, range in
      writer.number(range.lowerBound)
      writer.number(range.count)
    }
    for value in [source.address, source.doi, source.title] { text(orNone: value) }
    texts(source.families)
    number(source.year ?? 0)
    flag(source.isEntry)
    list(source.places) { writer, place in
      writer.text(place.anchor)
      switch place.kind {
      case .text(let page):
        writer.number(0)
        writer.text(orNone: page)
      case .note(let label):
        writer.number(1)
        writer.text(label)
      case .bibliography: writer.number(2)
      }
    }
  }
}

extension RecordReader {
  fileprivate mutating func source() throws(Damage) -> CitedSource {
    var source = CitedSource(text: try text())
    source.emphases = try list { (reader) throws(Damage) in
      let (start, count) = (try reader.number(), try reader.number())
      guard start >= 0, count >= 0, start < .max - count else { throw Damage() }
      return start..<(start + count)
    }
    (source.address, source.doi) = (try textOrNone(), try textOrNone())
    source.title = try textOrNone()
    source.families = try texts()
    let year = try number()
    source.year = year == 0 ? nil : year
    source.isEntry = try flag()
    source.places = try list { (reader) throws(Damage) in
      let anchor = try reader.text()
      let kind: CitedSource.Place.Kind
      switch try reader.number() {
      case 0: kind = .text(page: try reader.textOrNone())
      case 1: kind = .note(try reader.text())
      default: kind = .bibliography
      }
      return CitedSource.Place(kind: kind, anchor: anchor)
    }
    return source
  }
}
