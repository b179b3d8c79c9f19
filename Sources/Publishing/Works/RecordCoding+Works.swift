import Exporting

/// What articles cite, as one build records it for the next.
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
  mutating func source() throws(Damage) -> CitedSource {
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

extension RecordWriter {
  static func bytes(of sources: [CitedSource]) -> [UInt8] {
    var writer = RecordWriter()
    writer.list(sources) { $0.source($1) }
    return writer.bytes
  }

  mutating func outline(_ outline: CitedWorks.Outline) {
    key(outline.key)
    number(outline.total)
    list(outline.pages) { writer, page in
      writer.key(page.key)
      writer.list(page.articles) { $0.number($1) }
    }
  }
}

extension RecordReader {
  /// The sources whose bytes a build has kept, which a sum has checked.
  static func sources(of bytes: [UInt8]) -> [CitedSource] {
    var reader = RecordReader(bytes)
    let sources = try? reader.list { (reader) throws(Damage) in try reader.source() }
    return sources ?? []
  }

  mutating func outline() throws(Damage) -> CitedWorks.Outline {
    var outline = CitedWorks.Outline()
    (outline.key, outline.total) = (try key(), try number())
    outline.pages = try list { (reader) throws(Damage) in
      CitedWorks.Outline.Page(
        key: try reader.key(),
        articles: try reader.list { (reader) throws(Damage) in try reader.number() })
    }
    return outline
  }
}
