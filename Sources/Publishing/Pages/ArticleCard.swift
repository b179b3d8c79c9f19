import Manuscript
import Orthography
import Rendering
import Templating

/// An article as a list shows it.
extension Site {
  func card(_ index: Int, in interface: Interface) -> TemplateValue {
    let entry = catalogue.articles[index]
    let front = entry.frontMatter
    let shown = ShownFront(front, for: interface.language)
    let versions = catalogue.translations[index]
    let languages = ([index] + versions).map {
      languageName(catalogue.articles[$0].frontMatter.language, in: interface)
    }
    return .object([
      "url": .text(Slug.percentEncoded(entry.path)),
      "title": .markup(ArticleRenderer.inline(shown.title, language: shown.language)),
      "subtitle": shown.subtitle.map {
        .markup(ArticleRenderer.inline($0, language: shown.language))
      } ?? .none,
      "language": .text(shown.language),
      "direction": .text(Direction(language: shown.language).rawValue),
      "languageName": versions.isEmpty && front.language == interface.language
        ? .none : .text(languages.joined(separator: interface("separator"))),
      "hasAuthors": .flag(!front.authors.isEmpty),
      "authors": authors(of: index, as: shown),
      "hasMoreAuthors": .flag(front.authors.count > Self.mostAuthors),
      "separator": .text(
        self.interface(interfaceLanguage(for: shown.language))("separator")),
      "date": date(front.date, in: interface),
      "volume": volume(of: index, in: interface),
      "pages": pages(of: front, in: interface),
      "description": .text(orNone: shown.summary ?? entry.summary),
      "descriptionLanguage": .text(shown.summary == nil ? front.language : shown.language),
      "descriptionDirection": .text(
        (shown.summary == nil ? entry.direction : Direction(language: shown.language)).rawValue),
      "isDraft": .flag(front.isDraft),
      "isDoubtful": .flag(entry.isDoubtful),
      "isRetracted": .flag(front.retracted != nil),
    ])
  }

  /// An entry of a list names so many authors; papers of large collaborations have thousands.
  static let mostAuthors = 20

  private func authors(of index: Int, as shown: ShownFront) -> TemplateValue {
    let named = shown.authors.prefix(Self.mostAuthors)
    let last = named.count - 1
    return .list(
      named.enumerated().map { place, author in
        .object([
          "name": .markup(ArticleRenderer.inline(author.name, language: shown.language)),
          "url": .text(authorAddress(index, place)),
          "isLast": .flag(place == last),
        ])
      })
  }

  /// Where an author's page stands, percent-encoded.
  ///
  /// - Parameter place: among the article's authors.
  func authorAddress(_ index: Int, _ place: Int) -> String {
    let people = catalogue.people.ofArticle[index]
    guard place < people.count else { return "authors/" }
    return Slug.percentEncoded("authors/\(catalogue.people.groups[people[place]].slug)/")
  }

  func date(_ date: PartialDate?, in interface: Interface) -> TemplateValue {
    date.map { .object(["iso": .text($0.iso8601), "text": .text(interface.date($0))]) } ?? .none
  }

  func volume(of index: Int, in interface: Interface) -> TemplateValue {
    guard let place = catalogue.volumeOf[index] else { return .none }
    let group = catalogue.volumes[place]
    let issue = catalogue.articles[index].frontMatter.citation?.issue
    return .object([
      "title": .text(volumeTitle(group, in: interface)),
      "url": .text(
        Slug.percentEncoded("\(prefix(interface.language))volumes/\(group.slug)/")),
      "issue": .text(orNone: issue.map { interface.fill("issue", ["issue": $0]) }),
    ])
  }

  func volumeTitle(_ group: ArticleGroup, in interface: Interface) -> String {
    let volume = interface.inDigits(group.name)
    guard let container = group.container else {
      return interface.fill("volume", ["volume": volume])
    }
    return interface.fill("volumeOf", ["container": container, "volume": volume])
  }

  /// The printed pages with an en dash, in the digits of the article or else of the interface.
  func pages(of front: FrontMatter, in interface: Interface) -> TemplateValue {
    guard let page = front.citation?.page else { return .none }
    let range = page.replacing("-", with: "–")
    let shown = front.numerals == .latin ? range : interface.inDigits(range)
    return .markup(ArticleRenderer.inline(shown, language: interface.language))
  }

  func languageName(_ language: String, in interface: Interface) -> String {
    let names = interface.tables["languages"] ?? [:]
    return names[language] ?? names[String(language.prefix { $0 != "-" })] ?? language
  }

  /// The name of a series in a language: the publication's, or as its articles write it.
  func seriesName(_ group: ArticleGroup, in language: String) -> String {
    publication.series[group.name]?.byLanguage[language] ?? group.name
  }
}

/// What a list in a language shows of an article: its own title and authors, or those that its front
/// matter gives in that language.
private struct ShownFront {
  let language: String
  let title: String
  let subtitle: String?
  let authors: [FrontMatter.Author]
  /// The beginning of the abstract in that language, where there is one.
  let summary: String?

  init(_ front: FrontMatter, for language: String) {
    if front.language != language,
      let given = front.translations.first(where: { $0.language == language }),
      let title = given.title
    {
      (self.language, self.title, subtitle) = (language, title, nil)
      authors = given.authors.count == front.authors.count ? given.authors : front.authors
      summary = Summary.of(given.abstract)
    } else {
      (self.language, title, subtitle) = (front.language, front.title, front.subtitle)
      authors = front.authors
      summary = nil
    }
  }
}

/// The beginning of an abstract.
enum Summary {
  /// At most this many letters and signs.
  static let length = 240

  /// The first words, ended by an ellipsis where something is left out.
  static func of(_ abstract: String?) -> String? {
    guard let abstract, !abstract.isEmpty else { return nil }
    var text: [UInt8] = []
    var length = 0
    var wordEnd = 0
    for byte in abstract.utf8 {
      // Bytes that go on with a letter are not counted.
      if byte & 0xC0 != 0x80 { length += 1 }
      let isSpace = byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
      if isSpace {
        if length > Self.length + 1, wordEnd > 0 { break }
        if text.last ?? 0x20 != 0x20 {
          wordEnd = text.count
          text.append(0x20)
        }
      } else {
        text.append(byte)
      }
    }
    if length <= Self.length {
      if text.last == 0x20 { text.removeLast() }
      return String(decoding: text, as: UTF8.self)
    }
    var summary = String(decoding: wordEnd > 0 ? text[..<wordEnd] : text[...], as: UTF8.self)
    while let last = summary.last, last == " " || ",،;؛:.–-".contains(last) {
      summary.removeLast()
    }
    return summary + "…"
  }
}
