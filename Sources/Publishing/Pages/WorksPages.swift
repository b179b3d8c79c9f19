import Exporting
import Manuscript
import Orthography
import Rendering
import Templating

/// The pages of the works that the publication's articles cite.
extension Site {
  /// So many pages are made in one language before they are made in the next, so that few of their
  /// texts wait for it.
  private static let pagesTogether = 16

  /// Whether there are such pages.
  var listsWorks: Bool { publication.listsWorks && !catalogue.articles.isEmpty }

  func worksTasks(_ works: CitedWorks) -> [PageTask] {
    guard listsWorks else { return [] }
    let published = publishedArticles
    let pages = works.outline.pages.count
    return stride(from: 0, to: pages, by: Self.pagesTogether).flatMap { start in
      languages.flatMap { language in
        (start..<min(pages, start + Self.pagesTogether)).map {
          worksTask($0, of: works, published, language)
        }
      }
    }
  }

  private func worksTask(
    _ page: Int, of works: CitedWorks, _ published: [Int], _ language: String
  ) -> PageTask {
    let (own, pages) = (works.outline.pages[page], works.outline.pages.count)
    let total = works.outline.total
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
    let heading = frame.title
    return PageTask(
      frame: frame, articles: own.articles.map { published[$0] }, total: total,
      facts: ["key": .text(String(own.key))]
    ) {
      func link(_ page: Int) -> TemplateValue {
        (0..<pages).contains(page)
          ? .text(Slug.percentEncoded(prefix(language) + address(page))) : .none
      }
      return [
        "works": .object([
          "title": .text(heading),
          "count": .text(interface.count("worksCounted", total)),
          "groups": .list(letters(page, of: works, published, interface)),
          "isPaged": .flag(pages > 1),
          "place": .text(place),
          "previous": link(page - 1),
          "next": link(page + 1),
        ])
      ]
    }
  }

  /// A page's works under their first letters.
  private func letters(
    _ page: Int, of works: CitedWorks, _ published: [Int], _ interface: Interface
  ) -> [TemplateValue] {
    let texts = works.texts(of: page, uses: languages.count) { works in
      ArticleRenderer.paragraphs(of: works.map(\.source.content), language: mainLanguage)
    }
    var groups: [(letter: String, works: [TemplateValue])] = []
    for (work, text) in zip(works.works(of: page), texts) {
      let value = value(of: work, text, works, published, interface)
      let heading = work.heading
      if groups.last?.letter == heading {
        groups[groups.count - 1].works.append(value)
      } else {
        groups.append((heading, [value]))
      }
    }
    return groups.map { .object(["letter": .text($0), "works": .list($1)]) }
  }

  private func value(
    of work: CitedWork, _ text: [UInt8], _ works: CitedWorks, _ published: [Int],
    _ interface: Interface
  ) -> TemplateValue {
    .object([
      "text": .markup(text),
      "language": .text(mainLanguage),
      "direction": .text(Direction(language: mainLanguage).rawValue),
      "citing": .list(
        work.citing.map { citing in
          let index = published[citing.article]
          let entry = catalogue.articles[index]
          let front = entry.frontMatter
          let title = works.title(of: index) {
            ArticleRenderer.inline(front.title, language: front.language)
          }
          let path = Slug.percentEncoded(entry.path)
          return .object([
            "title": .markup(title),
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
