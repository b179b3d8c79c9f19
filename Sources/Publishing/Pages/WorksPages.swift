import Exporting
import Manuscript
import Orthography
import Rendering
import Templating

/// The pages of the works that the publication's articles cite.
extension Site {
  private static let worksPerPage = 100

  /// - Parameter works: by places in `publishedArticles`.
  func worksTasks(_ works: WorksCited) -> [PageTask] {
    guard !catalogue.articles.isEmpty else { return [] }
    let size = Self.worksPerPage
    let works = works.works
    let pages = max(1, (works.count + size - 1) / size)
    let shares = (0..<pages).map { Array(works[($0 * size)..<min(works.count, ($0 + 1) * size)]) }
    let published = publishedArticles
    let keys = shares.map { String(Self.key(of: $0)) }
    return languages.flatMap { language in
      shares.indices.map { page in
        worksTask(
          page, of: pages, shares[page], total: works.count, published, keys[page], language)
      }
    }
  }

  /// Everything that a page takes from its works.
  private static func key(of works: [CitedWork]) -> UInt64 {
    var writer = RecordWriter()
    writer.list(works) { writer, work in
      writer.source(work.source)
      writer.list(work.citing) { writer, citing in
        writer.number(citing.article)
        var places = work.source
        places.places = citing.places
        writer.source(places)
      }
    }
    var key = BuildKey()
    key.add(writer.bytes)
    return key.value
  }

  private func worksTask(
    _ page: Int, of pages: Int, _ works: [CitedWork], total: Int, _ published: [Int], _ key: String,
    _ language: String
  ) -> PageTask {
    let interface = interface(language)
    @Sendable func address(_ page: Int) -> String {
      page == 0 ? "works/" : "works/\(page + 1)/"
    }
    let place = interface.fill(
      "listPage", ["page": interface.number(page + 1), "pages": interface.number(pages)])
    let title = interface("worksCited")
    var frame = PageFrame(
      path: prefix(language) + address(page), template: "works", kind: "works", language: language,
      title: page == 0 ? title : title + interface("separator") + place)
    frame.breadcrumbs = [home(crumb: language)]
    frame.alternates = alternates(address(page))
    let cited = Set(works.flatMap { $0.citing.map { published[$0.article] } }).sorted()
    let heading = frame.title
    return PageTask(frame: frame, articles: cited, total: total, facts: ["key": .text(key)]) {
      func link(_ page: Int) -> TemplateValue {
        (0..<pages).contains(page)
          ? .text(Slug.percentEncoded(prefix(language) + address(page))) : .none
      }
      return [
        "works": .object([
          "title": .text(heading),
          "count": .text(interface.count("worksCounted", total)),
          "groups": .list(letters(works, published, interface)),
          "isPaged": .flag(pages > 1),
          "place": .text(place),
          "previous": link(page - 1),
          "next": link(page + 1),
        ])
      ]
    }
  }

  /// The works under their first letters.
  private func letters(
    _ works: [CitedWork], _ published: [Int], _ interface: Interface
  ) -> [TemplateValue] {
    var groups: [(letter: String, works: [CitedWork])] = []
    for work in works {
      if groups.last?.letter == work.heading {
        groups[groups.count - 1].works.append(work)
      } else {
        groups.append((work.heading, [work]))
      }
    }
    return groups.map { letter, works in
      .object([
        "letter": .text(letter),
        "works": .list(works.map { value(of: $0, published, interface) }),
      ])
    }
  }

  private func value(
    of work: CitedWork, _ published: [Int], _ interface: Interface
  ) -> TemplateValue {
    let article = Article(
      frontMatter: FrontMatter(title: "", language: mainLanguage),
      blocks: [Block(.paragraph(work.source.content))])
    return .object([
      "text": .markup(ArticleRenderer().render(article).body),
      "language": .text(mainLanguage),
      "direction": .text(Direction(language: mainLanguage).rawValue),
      "citing": .list(
        work.citing.map { citing in
          let entry = catalogue.articles[published[citing.article]]
          let front = entry.frontMatter
          let path = Slug.percentEncoded(entry.path)
          return .object([
            "title": .markup(ArticleRenderer.inline(front.title, language: front.language)),
            "url": .text(path),
            "language": .text(front.language),
            "direction": .text(entry.direction.rawValue),
            "places": .list(
              citing.places.enumerated().map { place, cited in
                .object([
                  "label": .text(label(of: cited, number: place + 1, interface)),
                  "url": .text("\(path)#\(Slug.percentEncoded(cited.anchor))"),
                  "isLast": .flag(place == citing.places.count - 1),
                ])
              }),
          ])
        }),
    ])
  }

  private func label(
    of place: CitedSource.Place, number: Int, _ interface: Interface
  ) -> String {
    switch place.kind {
    case .note(let label): interface.fill("noteReference", ["label": label])
    case .text(let page?): interface.fill("page", ["number": page, "label": page])
    case .text(nil): interface.fill("citedPlace", ["number": interface.number(number)])
    case .bibliography: interface("citedInList")
    }
  }
}
