import Exporting
import Manuscript
import Orthography
import Templating

/// The publication while its pages are made: what every page needs to know.
struct Site: Sendable {
  let publication: Publication
  let catalogue: Catalogue
  let library: TemplateLibrary
  /// The languages in which the site speaks, the publication's own first.
  let languages: [String]
  /// The editors' pages.
  let pages: [EditorsPage]
  /// The articles' older addresses.
  let olderAddresses: [OlderAddress]
  /// The publication's own files for the site's root.
  let statics: StaticFiles?
  /// What the editors say of volumes, by the volumes' addresses.
  let volumeNotes: [String: VolumeNote]
  /// The names of editors' pages that are there and not to be seen yet.
  let awaitedPages: Set<String>
  /// The slugs of articles that wait for their day.
  let awaitedArticles: Set<String>
  /// The day of the build: what is dated later is not news yet.
  let today: PartialDate
  /// The articles of the feed: those with a date that has come, what appeared or changed last first.
  let feedArticles: [Int]
  /// By each of the articles that feeds may have its place in the order of the last changes.
  let changeRanks: [Int: Int]
  /// What every page in a language is given, by language.
  private(set) var common: [String: TemplateValue] = [:]

  init(
    publication: Publication, catalogue: Catalogue, library: TemplateLibrary,
    pages: [EditorsPage] = [], olderAddresses: [OlderAddress] = [], statics: StaticFiles? = nil,
    volumeNotes: [String: VolumeNote] = [:], awaitedPages: Set<String> = [],
    awaitedArticles: Set<String> = [],
    today: PartialDate = Files.today
  ) {
    self.awaitedPages = awaitedPages
    self.awaitedArticles = awaitedArticles
    self.today = today
    self.statics = statics
    self.volumeNotes = volumeNotes
    let changes = catalogue.articles.enumerated().compactMap { index, entry in
      entry.lastChange(by: today).map { (date: $0, index: index) }
    }.sorted { $0.date != $1.date ? $0.date > $1.date : $0.index < $1.index }
    feedArticles = changes.prefix(Feed.length).map(\.index)
    changeRanks = Dictionary(
      uniqueKeysWithValues: changes.enumerated().map { ($1.index, $0) })
    self.olderAddresses = olderAddresses
    self.publication = publication
    self.catalogue = catalogue
    self.library = library
    self.pages = pages
    let wanted =
      publication.languages.isEmpty ? catalogue.languages.map(\.slug) : publication.languages
    let spoken = wanted.filter { library.interfaces[$0] != nil }
    languages = spoken.isEmpty ? [library.interfaces.keys.sorted().last ?? "he"] : spoken
    for language in Set(library.interfaces.keys).union(languages) {
      common[language] = commonContext(language)
    }
  }

  /// The same publication with other articles.
  func with(_ entries: [ArticleEntry]) -> Site {
    Site(
      publication: publication,
      catalogue: Catalogue(
        entries, ownNames: Set(publication.name.all), language: publication.languages.first),
      library: library,
      pages: pages, volumeNotes: volumeNotes, awaitedPages: awaitedPages,
      awaitedArticles: awaitedArticles)
  }

  var mainLanguage: String { languages.first ?? "he" }

  /// The language in which a page about a text speaks: the text's own, where the site has words for
  /// it.
  func interfaceLanguage(for language: String) -> String {
    if library.interfaces[language] != nil { return language }
    let primary = String(language.prefix { $0 != "-" })
    return library.interfaces[primary] != nil ? primary : mainLanguage
  }

  func interface(_ language: String) -> Interface {
    library.interfaces[language] ?? Interface(language: language, strings: [:])
  }

  func name(in language: String) -> String {
    publication.name.text(in: language, orElse: languages) ?? interface(language)("publication")
  }

  // MARK: - Addresses

  /// The folder of the pages that exist in each language: nothing for the publication's own.
  func prefix(_ language: String) -> String {
    language == mainLanguage || !languages.contains(language) ? "" : language + "/"
  }

  /// The same page in each of the site's languages.
  func alternates(_ path: String) -> [(language: String, path: String)] {
    languages.count < 2 ? [] : languages.map { ($0, prefix($0) + path) }
  }

  /// The absolute address of a page; `nil` where the publication does not say where it stands.
  func absolute(_ path: String) -> String? {
    publication.url.map { $0 + Slug.percentEncoded(path) }
  }

  /// Where the site stands on its host, with a slash at both ends.
  var basePath: String {
    guard let url = publication.url else { return "/" }
    let path = url.split(separator: "/", omittingEmptySubsequences: true).dropFirst(2)
    return path.isEmpty ? "/" : "/" + path.joined(separator: "/") + "/"
  }

  // MARK: - What every page is given

  private func commonContext(_ language: String) -> TemplateValue {
    let interface = interface(language)
    let prefix = prefix(language)
    func text(_ localized: LocalizedText) -> TemplateValue {
      .text(orNone: localized.text(in: language, orElse: languages))
    }
    let publisher = publication.publisher.text(in: language, orElse: languages)
    return .object([
      "t": .object(interface.strings.mapValues { .text($0) }),
      "publication": .object([
        "name": .text(name(in: language)),
        "description": text(publication.description),
        "publisher": .text(orNone: publisher),
        "publishedBy": .text(
          orNone: publisher.map { interface.fill("publishedBy", ["publisher": $0]) }),
        "issn": .text(orNone: publication.issn),
        "licence": Licence.value(publication.licence),
        "email": .text(orNone: publication.email),
        "url": .text(orNone: publication.url),
        "home": .text(prefix),
      ]),
      "assets": .text(library.assetsFolder),
      "logo": .text(orNone: library.theme.logo),
      "preloads": .list(library.theme.preloads(for: language).map { .text($0) }),
      "contentSecurityPolicy": .text(Self.contentSecurityPolicy),
      "hasLanguages": .flag(languages.count > 1),
      "articleCount": .text(interface.count("articles", catalogue.articles.count)),
      "feed": publication.url == nil ? .none : .text("feed.xml"),
      "jsonFeed": publication.url == nil ? .none : .text("feed.json"),
      "worksPage": listsWorks ? .text(prefix + "works/") : .none,
      "searchPage": .text(prefix + "search/"),
      "openSearch": publication.url == nil ? .none : .text(prefix + "opensearch.xml"),
      "yearsPage": .text(prefix + "years/"),
      "authorsPage": .text(prefix + "authors/"),
      "keywordsPage": .text(prefix + "keywords/"),
      "volumesPage": .text(prefix + "volumes/"),
      "seriesPage": .text(prefix + "series/"),
      "menu": menu(language, current: nil),
      "footer": footer(language, current: nil),
    ])
  }

  /// Nothing comes from other hosts, no script or style stands in a page itself, nothing is framed
  /// or embedded.
  static let contentSecurityPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    + "connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'"

  func menu(_ language: String, current: String?) -> TemplateValue {
    let interface = interface(language)
    let prefix = prefix(language)
    var entries: [(title: String, path: String)] = []
    if !catalogue.volumes.isEmpty { entries.append((interface("volumes"), "volumes/")) }
    if !catalogue.series.isEmpty { entries.append((interface("series"), "series/")) }
    if !catalogue.years.isEmpty { entries.append((interface("years"), "years/")) }
    if !catalogue.authors.isEmpty { entries.append((interface("authors"), "authors/")) }
    if !catalogue.keywords.isEmpty { entries.append((interface("keywords"), "keywords/")) }
    if hasNews { entries.append((interface("news"), EditorsPage.newsFolder + "/")) }
    let lists = entries.map { entry in
      menuEntry(entry.title, Slug.percentEncoded(prefix + entry.path), current: current)
    }
    return .list(lists + editors(publication.menu, language, current: current))
  }

  func footer(_ language: String, current: String?) -> TemplateValue {
    .list(editors(publication.footer, language, current: current))
  }

  private func editors(
    _ entries: [Publication.MenuEntry], _ language: String, current: String?
  ) -> [TemplateValue] {
    entries.compactMap { entry in
      if let name = entry.page {
        guard let page = page(name, in: language) else { return nil }
        return menuEntry(page.title, Slug.percentEncoded(page.path), current: current)
      }
      guard let url = entry.url,
        let title = entry.title.text(in: language, orElse: languages) ?? entry.url
      else { return nil }
      return menuEntry(title, url, current: current)
    }
  }

  private func menuEntry(_ title: String, _ url: String, current: String?) -> TemplateValue {
    .object([
      "title": .text(title), "url": .text(url), "isCurrent": .flag(url == current),
      "isElsewhere": .flag(url.contains(":") || url.hasPrefix("/")),
    ])
  }

  /// An editors' page by its name, in a language or else in the publication's own.
  func page(_ name: String, in language: String) -> EditorsPage? {
    let named = pages.filter { $0.name == name }
    return named.first { $0.language == language }
      ?? named.first { $0.language == mainLanguage } ?? named.first
  }
}
