import Manuscript

/// What a build records of an article's front matter, so that the next one need not open the file.
extension RecordWriter {
  mutating func texts(_ values: [String]) { list(values) { $0.text($1) } }

  mutating func entry(_ entry: ArticleEntry) {
    text(entry.folder)
    text(entry.file)
    text(entry.slug)
    flag(entry.isDoubtful)
    frontMatter(entry.frontMatter)
  }

  /// All but how it was written, and what lists never show.
  private mutating func frontMatter(_ front: FrontMatter) {
    text(front.title)
    text(orNone: front.subtitle)
    text(front.language)
    list(front.authors) { $0.author($1) }
    text(orNone: front.abstract)
    texts(front.keywords)
    date(front.date)
    optional(front.citation) { $0.citation($1) }
    list(front.translations) { $0.translation($1) }
    for value in [
      front.type, front.slug, front.series, front.licence, front.image, front.translationOf,
      front.numerals?.rawValue,
    ] { text(orNone: value) }
    texts(front.aliases)
    flag(front.isDraft)
    date(front.publishOn)
    date(front.embargo)
    optional(front.order) { $0.number($1) }
    texts(front.files)
    texts(front.related)
    date(front.updated)
    list(front.corrections) { $0.correction($1) }
    optional(front.retracted) { $0.correction($1) }
    texts(front.ignoredChecks)
    texts(front.doubts)
  }

  private mutating func author(_ author: FrontMatter.Author) {
    text(author.name)
    for value in [author.family, author.given, author.email, author.orcid, author.note] {
      text(orNone: value)
    }
    texts(author.affiliations)
  }

  private mutating func citation(_ citation: FrontMatter.Citation) {
    for value in [
      citation.containerTitle, citation.publisher, citation.publisherPlace, citation.volume,
      citation.issue, citation.page, citation.url, citation.doi, citation.issn, citation.isbn,
    ] { text(orNone: value) }
    texts(citation.editors)
  }

  private mutating func translation(_ translation: FrontMatter.Translation) {
    text(translation.language)
    text(orNone: translation.title)
    list(translation.authors) { $0.author($1) }
    text(orNone: translation.abstract)
    texts(translation.keywords)
  }

  private mutating func correction(_ correction: FrontMatter.Correction) {
    date(correction.date)
    text(correction.text)
  }

  private mutating func date(_ date: PartialDate?) { text(orNone: date?.iso8601) }
}

extension RecordReader {
  mutating func entry() throws(Damage) -> ArticleEntry {
    let (folder, file, slug, isDoubtful) = (try text(), try text(), try text(), try flag())
    return ArticleEntry(
      folder: folder, file: file, frontMatter: try frontMatter(), slug: slug,
      isDoubtful: isDoubtful)
  }

  private mutating func frontMatter() throws(Damage) -> FrontMatter {
    let title = try text()
    let subtitle = try textOrNone()
    var front = FrontMatter(title: title, language: try text())
    front.subtitle = subtitle
    front.authors = try list { (reader) throws(Damage) in try reader.author() }
    front.abstract = try textOrNone()
    front.keywords = try texts()
    front.date = try date()
    front.citation = try optional { (reader) throws(Damage) in try reader.citation() }
    front.translations = try list { (reader) throws(Damage) in try reader.translation() }
    front.type = try textOrNone()
    front.slug = try textOrNone()
    front.series = try textOrNone()
    front.licence = try textOrNone()
    front.image = try textOrNone()
    front.translationOf = try textOrNone()
    front.numerals = try textOrNone().flatMap(FrontMatter.Numerals.init(rawValue:))
    front.aliases = try texts()
    front.isDraft = try flag()
    front.publishOn = try date()
    front.embargo = try date()
    front.order = try optional { (reader) throws(Damage) in try reader.number() }
    front.files = try texts()
    front.related = try texts()
    front.updated = try date()
    front.corrections = try list { (reader) throws(Damage) in try reader.correction() }
    front.retracted = try optional { (reader) throws(Damage) in try reader.correction() }
    front.ignoredChecks = try texts()
    front.doubts = try texts()
    return front
  }

  private mutating func author() throws(Damage) -> FrontMatter.Author {
    var author = FrontMatter.Author(name: try text())
    author.family = try textOrNone()
    author.given = try textOrNone()
    author.email = try textOrNone()
    author.orcid = try textOrNone()
    author.note = try textOrNone()
    author.affiliations = try texts()
    return author
  }

  private mutating func citation() throws(Damage) -> FrontMatter.Citation {
    var citation = FrontMatter.Citation()
    citation.containerTitle = try textOrNone()
    citation.publisher = try textOrNone()
    citation.publisherPlace = try textOrNone()
    citation.volume = try textOrNone()
    citation.issue = try textOrNone()
    citation.page = try textOrNone()
    citation.url = try textOrNone()
    citation.doi = try textOrNone()
    citation.issn = try textOrNone()
    citation.isbn = try textOrNone()
    citation.editors = try texts()
    return citation
  }

  private mutating func translation() throws(Damage) -> FrontMatter.Translation {
    var translation = FrontMatter.Translation(language: try text())
    translation.title = try textOrNone()
    translation.authors = try list { (reader) throws(Damage) in try reader.author() }
    translation.abstract = try textOrNone()
    translation.keywords = try texts()
    return translation
  }

  private mutating func correction() throws(Damage) -> FrontMatter.Correction {
    guard let date = try date() else { throw Damage() }
    return FrontMatter.Correction(date: date, text: try text())
  }

  private mutating func date() throws(Damage) -> PartialDate? {
    guard let text = try textOrNone() else { return nil }
    guard let date = PartialDate(text) else { throw Damage() }
    return date
  }
}
