import Exporting
import Manuscript
import Orthography
import Rendering
import Templating

/// The page of one article.
extension Site {
  func articleFrame(_ index: Int, _ work: Work) -> PageFrame {
    let entry = catalogue.articles[index]
    let front = entry.frontMatter
    let language = interfaceLanguage(for: front.language)
    let interface = interface(language).withDigits(of: front.numerals)
    var frame = PageFrame(
      path: entry.path, template: "article", kind: "article", language: language,
      title: work.markedTitle)
    frame.titleDirection = entry.direction
    frame.description = entry.summary
    frame.breadcrumbs = [home(crumb: language)]
    if let place = catalogue.volumeOf[index] {
      let volume = catalogue.volumes[place]
      frame.breadcrumbs.append(
        (volumeTitle(volume, in: interface), "\(prefix(language))volumes/\(volume.slug)/"))
    } else {
      frame.breadcrumbs.append((interface("years"), "\(prefix(language))years/"))
    }
    let translations = catalogue.translations[index].map { catalogue.articles[$0] }
    if !translations.isEmpty {
      frame.alternates = ([entry] + translations).map { ($0.frontMatter.language, $0.path) }
    }
    frame.isHidden = front.isDraft
    frame.isBook = work.kind == .book
    frame.metadata = HighwireTags.tags(work) + DublinCoreTags.tags(work)
    frame.properties = openGraph(of: work)
    frame.structuredData = StructuredData.of(work, in: periodical(in: work.language))
    frame.image = front.image.map { entry.path + $0 }
    return frame
  }

  private func openGraph(of work: Work) -> [(name: String, content: String)] {
    let direction = Direction(language: work.language)
    func marked(_ name: String) -> String { DirectionMark.marked(name, direction) }
    var properties = work.versions.map {
      ("og:locale:alternate", $0.language.replacing("-", with: "_"))
    }
    if work.kind == .book {
      properties += work.authors.map { ("book:author", marked($0.name)) }
      if let isbn = work.isbn { properties.append(("book:isbn", isbn)) }
      if let date = work.date { properties.append(("book:release_date", date.iso8601)) }
      properties += work.keywords.map { ("book:tag", marked($0)) }
      return properties
    }
    if let date = work.date { properties.append(("article:published_time", date.iso8601)) }
    if let date = work.lastChange, date != work.date {
      properties.append(("article:modified_time", date.iso8601))
    }
    properties += work.authors.map { ("article:author", marked($0.name)) }
    if let container = work.container {
      properties.append(("article:section", marked(container)))
    }
    properties += work.keywords.map { ("article:tag", marked($0)) }
    return properties
  }

  /// - Parameters:
  ///   - downloads: the files that are there, as paths from the article's folder.
  ///   - formats: the article's other outputs, without their bytes.
  ///   - doubts: how many places in the article a converter was not sure of.
  func articleContent(
    _ index: Int, _ rendered: RenderedArticle, downloads: [String], doubts: Int,
    formats: [ExportedFile] = [], citations: [CitationTexts.Citation] = []
  ) -> [String: TemplateValue] {
    let entry = catalogue.articles[index]
    let front = entry.frontMatter
    let interface = interface(interfaceLanguage(for: front.language)).withDigits(of: front.numerals)
    func inline(_ text: String) -> TemplateValue {
      .markup(ArticleRenderer.inline(text, language: front.language))
    }
    let neighbours = catalogue.neighbours[index]
    let offered = formats.compactMap { file in file.offer.map { (file, $0) } }
    let translations = catalogue.translations[index]
    let (related, byAuthor) = (related(to: index), moreByAuthors(of: index))
    let scan = downloads.first { $0.lowercased().hasSuffix(".pdf") }
    var article: [String: TemplateValue] = [
      "language": .text(front.language),
      "languageName": .text(languageName(front.language, in: interface)),
      "direction": .text(entry.direction.rawValue),
      "title": .markup(rendered.title),
      "subtitle": .markup(rendered.subtitle),
      "hasAuthors": .flag(!front.authors.isEmpty),
      "authors": .list(front.authors.indices.map { author($0, of: index) }),
      "hasAuthorDetails": .flag(front.authors.contains(where: hasDetails)),
      "readingTime": readingTime(of: rendered.body, in: interface),
      "separator": .text(interface("separator")),
      "abstract": .markup(rendered.abstract),
      "acknowledgements": .markup(rendered.acknowledgements),
      "body": .markup(rendered.body),
      "notes": .markup(rendered.notes),
      "linkLists": .markup(rendered.linkLists),
      "hasKeywords": .flag(!front.keywords.isEmpty),
      "keywords": .list(
        front.keywords.map { keyword in
          .object([
            "title": inline(keyword),
            "url": .text(Slug.percentEncoded("keywords/\(Slug.make(of: keyword))/")),
          ])
        }),
      "date": date(front.date, in: interface),
      "updated": date(front.updated, in: interface),
      "isDraft": .flag(front.isDraft),
      "converted": doubts == 0
        ? .none
        : .text(
          interface.fill("converted", ["places": interface.count("doubtfulPlaces", doubts)])),
      "hasContents": .flag(rendered.contents.count > 1),
      "contents": .list(rendered.contents.map(contents)),
      "pageMarks": .list(
        rendered.pages.map {
          .object(["number": .text($0.number), "anchor": .text($0.anchor)])
        }),
      "hasSiblings": .flag(neighbours.previous != nil || neighbours.next != nil),
      "previous": neighbours.previous.map { link($0) } ?? .none,
      "next": neighbours.next.map { link($0) } ?? .none,
      "hasTranslations": .flag(!translations.isEmpty),
      "translations": .list(
        translations.map { link($0, isLast: $0 == translations.last, in: interface) }),
      "hasRelated": .flag(!related.isEmpty),
      "related": .list(related.map { further($0, in: interface) }),
      "hasByAuthor": .flag(!byAuthor.isEmpty),
      "byAuthor": .list(byAuthor.map { further($0, in: interface) }),
      "abstracts": .list(rendered.translations.map { translation($0, in: interface) }),
      "hasCitations": .flag(!citations.isEmpty),
      "citations": .list(
        citations.map { citation in
          .object([
            "style": .text(interface.strings[citation.style.string] ?? citation.style.name),
            "text": .markup(citation.html),
          ])
        }),
      "readings": .list(
        offered.filter { $0.0.path.hasSuffix(".pdf") || $0.0.path.hasSuffix(".epub") }.map {
          file($0.0.path, in: entry, type: $0.0.mediaType)
        }),
      "scan": scan.map { file($0, in: entry) } ?? .none,
      "hasFormats": .flag(!offered.isEmpty),
      "formats": .list(
        offered.map { file, offer in
          .object([
            "name": .text(interface.strings[offer.string] ?? offer.fallback),
            "url": .text(Slug.percentEncoded(entry.path + file.path)),
            "type": .text(file.mediaType),
          ])
        }),
      "hasFiles": .flag(!downloads.isEmpty),
      "files": .list(
        downloads.map { file($0, in: entry) }),
    ]
    article.merge(details(index, interface)) { first, _ in first }
    return ["article": .object(article)]
  }

  /// A file that an article can be had in.
  private func file(_ path: String, in entry: ArticleEntry, type: String? = nil) -> TemplateValue {
    .object([
      "name": .text(path), "url": .text(Slug.percentEncoded(entry.path + path)),
      "kind": .text(path.split(separator: ".").last.map { $0.uppercased() } ?? path),
      "type": .text(orNone: type),
    ])
  }

  private func details(_ index: Int, _ interface: Interface) -> [String: TemplateValue] {
    let entry = catalogue.articles[index]
    let front = entry.frontMatter
    func notice(_ correction: FrontMatter.Correction) -> TemplateValue {
      .object([
        "date": date(correction.date, in: interface),
        "text": .markup(ArticleRenderer.inline(correction.text, language: front.language)),
      ])
    }
    var details: [String: TemplateValue] = [
      "volume": volume(of: index, in: interface),
      "container": .text(orNone: front.citation?.containerTitle),
      "appearedIn": catalogue.volumeOf[index] == nil
        ? inline(front.citation?.containerTitle, in: front.language) : .none,
      "editors": inline(
        front.citation?.editors.joined(separator: interface("separator")), in: front.language),
      "publisher": inline(
        front.citation.flatMap { citation in
          citation.publisher.map { name in
            citation.publisherPlace.map { "\($0): \(name)" } ?? name
          }
        }, in: front.language),
      "isbn": .text(orNone: front.citation?.isbn),
      "source": .text(orNone: front.citation?.url.flatMap { WebAddress.isSafe($0) ? $0 : nil }),
      "pages": pages(of: front, in: interface),
      "series": catalogue.seriesOf[index].map { term(catalogue.series[$0], "series", interface) }
        ?? .none,
      "doi": front.citation?.doi.map {
        .object(["identifier": .text(DOI.plain($0)), "url": .text(DOI.address($0))])
      } ?? .none,
      "licence": Licence.value(front.licence ?? publication.licence),
      "hasCorrections": .flag(!front.corrections.isEmpty),
      "corrections": .list(front.corrections.map(notice)),
      "retracted": front.retracted.map(notice) ?? .none,
    ]
    details["hasDetails"] = .flag(
      [
        "volume", "appearedIn", "editors", "publisher", "pages", "isbn", "doi", "source", "licence",
      ].contains { details[$0]?.isTruthy == true })
    return details
  }

  private func inline(_ text: String?, in language: String) -> TemplateValue {
    text.map { .markup(ArticleRenderer.inline($0, language: language)) } ?? .none
  }

  /// Whether more is known of an author than the name.
  private func hasDetails(_ author: FrontMatter.Author) -> Bool {
    !author.affiliations.isEmpty || author.email != nil || author.note != nil
      || ORCID.address(author.orcid) != nil
  }

  /// How long an article takes to read, at 200 words a minute; none where it is under a minute.
  private func readingTime(of body: [UInt8], in interface: Interface) -> TemplateValue {
    var words = 0
    var (isInTag, isInWord) = (false, false)
    for byte in body {
      switch byte {
      case UInt8(ascii: "<"): (isInTag, isInWord) = (true, false)
      case UInt8(ascii: ">"): isInTag = false
      case 0x20, 0x0A: isInWord = false
      default:
        if !isInTag, !isInWord { words += 1 }
        isInWord = true
      }
    }
    let minutes = (words + 100) / 200
    return minutes < 1
      ? .none
      : .text(
        interface.fill("readingTime", ["minutes": interface.count("minutes", minutes)]))
  }

  private func author(_ place: Int, of index: Int) -> TemplateValue {
    let front = catalogue.articles[index].frontMatter
    let (author, language) = (front.authors[place], front.language)
    let orcid = ORCID.address(author.orcid)
    return .object([
      "name": .markup(ArticleRenderer.inline(author.name, language: language)),
      "url": .text(authorAddress(index, place)),
      "affiliations": .list(
        author.affiliations.map { .markup(ArticleRenderer.inline($0, language: language)) }),
      "isLast": .flag(place == front.authors.count - 1),
      "hasDetails": .flag(hasDetails(author)),
      "hasContact": .flag(author.email != nil || orcid != nil),
      "email": .text(orNone: author.email),
      "orcid": orcid.map {
        .object([
          "url": .text($0), "identifier": .text(String($0.split(separator: "/").last ?? "")),
        ])
      } ?? .none,
      "note": author.note.map {
        .markup(ArticleRenderer.paragraphs($0, language: language))
      } ?? .none,
    ])
  }

  /// What leads to another article.
  private func link(
    _ index: Int, isLast: Bool = false, in interface: Interface? = nil
  ) -> TemplateValue {
    let language = catalogue.articles[index].frontMatter.language
    var values = headline(index)
    values["languageName"] = interface.map { .text(languageName(language, in: $0)) } ?? .none
    values["isLast"] = .flag(isLast)
    return .object(values)
  }

  /// An article's title as a link has it.
  func headline(_ index: Int) -> [String: TemplateValue] {
    let entry = catalogue.articles[index]
    let front = entry.frontMatter
    return [
      "url": .text(Slug.percentEncoded(entry.path)),
      "title": .markup(ArticleRenderer.inline(front.title, language: front.language)),
      "language": .text(front.language),
      "direction": .text(entry.direction.rawValue),
    ]
  }

  private func contents(_ entry: RenderedArticle.ContentsEntry) -> TemplateValue {
    .object([
      "level": .number(entry.level),
      "anchor": .text(Slug.percentEncoded(entry.anchor)),
      "title": .markup(entry.html),
      "language": .text(entry.language),
      "direction": .text(entry.direction.rawValue),
    ])
  }

  private func translation(
    _ translation: RenderedArticle.Translation, in interface: Interface
  ) -> TemplateValue {
    .object([
      "languageName": .text(languageName(translation.language, in: interface)),
      "language": .text(translation.language),
      "direction": .text(translation.direction.rawValue),
      "title": .markup(translation.title),
      "abstract": .markup(translation.abstract),
    ])
  }
}
