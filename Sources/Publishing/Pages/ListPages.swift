import Exporting
import Orthography
import Templating

/// A page that can be made on its own, from any thread.
struct PageTask: Sendable {
  var frame: PageFrame
  /// What its content is made from: the articles whose cards it shows, and the groups that it
  /// names.
  var articles: [Int] = []
  var groups: [ArticleGroup] = []
  /// How many articles the whole list has, of which the page shows a part.
  var total = 0
  /// What else it says of the list as a whole.
  var facts: [String: TemplateValue] = [:]
  var content: @Sendable () -> [String: TemplateValue]
}

/// Lists of articles and lists of lists.
extension Site {
  /// Every page but those of the articles, in order.
  func listTasks() -> [PageTask] {
    var tasks: [PageTask] = []
    for language in languages {
      tasks.append(homeTask(language))
      tasks.append(search(language))
      tasks += newsTasks(language)
      tasks += groups(catalogue.volumes, kind: "volume", folder: "volumes", language)
      tasks += groups(catalogue.series, kind: "series", folder: "series", language)
      tasks += groups(catalogue.languages, kind: "language", folder: "languages", language)
      tasks += groups(catalogue.years, kind: "year", folder: "years", language)
      tasks.append(terms(catalogue.volumes, kind: "volume", folder: "volumes", language))
      tasks.append(terms(catalogue.series, kind: "series", folder: "series", language))
      tasks.append(terms(authors(in: language), kind: "author", folder: "authors", language))
      tasks.append(terms(catalogue.keywords, kind: "keyword", folder: "keywords", language))
      tasks.append(terms(catalogue.languages, kind: "language", folder: "languages", language))
      tasks += allByYear(language)
    }
    tasks += groups(catalogue.authors, kind: "author", folder: "authors", nil)
    tasks += groups(catalogue.keywords, kind: "keyword", folder: "keywords", nil)
    tasks.append(notFound())
    return tasks
  }

  // MARK: - Home, search, not found

  private func search(_ language: String) -> PageTask {
    var frame = PageFrame(
      path: prefix(language) + "search/", template: "search", kind: "search", language: language,
      title: interface(language)("search"))
    frame.breadcrumbs = [home(crumb: language)]
    frame.alternates = alternates("search/")
    return PageTask(frame: frame) { [:] }
  }

  private func notFound() -> PageTask {
    var frame = PageFrame(
      path: "404.html", template: "not-found", kind: "not-found", language: mainLanguage,
      title: interface(mainLanguage)("notFound"))
    frame.isHidden = true
    return PageTask(frame: frame) { [:] }
  }

  func home(crumb language: String) -> (title: String, path: String) {
    (interface(language)("home"), prefix(language))
  }

  // MARK: - Lists of articles

  /// - Parameter language: the language of the pages; `nil` for the group's own, in which there is
  ///   one page only.
  private func groups(
    _ groups: [ArticleGroup], kind: String, folder: String, _ language: String?
  ) -> [PageTask] {
    groups.flatMap { group -> [PageTask] in
      let own = language ?? interfaceLanguage(for: group.language)
      let interface = interface(own)
      let base = (language == nil ? "" : prefix(own)) + "\(folder)/\(group.slug)/"
      var frame = PageFrame(
        path: base, template: kind == "volume" ? "volume" : "list", kind: kind, language: own,
        title: title(of: group, kind: kind, interface))
      frame.breadcrumbs = [
        home(crumb: own), (interface(listName(kind)), prefix(own) + folder + "/"),
      ]
      if language != nil { frame.alternates = alternates("\(folder)/\(group.slug)/") }
      let cover: TemplateValue =
        kind == "volume" ? .text(Slug.percentEncoded(coverPath(group, kind))) : .none
      let note = kind == "volume" ? volumeNotes[group.slug] : nil
      let newest = group.articles.compactMap { catalogue.articles[$0].frontMatter.date }.max()
      frame.feed = feed(of: group, kind: kind)
      var facts = ["cover": cover, "date": date(note?.date ?? newest, in: interface)]
      let editors = note?.editors.joined(separator: interface("separator")) ?? ""
      facts["editors"] = .text(orNone: editors.isEmpty ? nil : editors)
      facts["introduction"] = .text(orNone: note?.introduction.text(in: own, orElse: languages))
      facts["feed"] = .text(orNone: frame.feed.map { Slug.percentEncoded($0.atom) })
      if kind == "author", let place = catalogue.people.place(of: group) {
        facts["person"] = person(place, in: interface)
        frame.structuredData = personData(place, at: base)
      }
      return paged(group, frame, base: base, facts: facts) { [grouped(by: kind, $0, interface)] }
    }
  }

  /// A list, cut into pages: the first stands where the frame says, the others under `base`.
  private func paged(
    _ group: ArticleGroup, _ frame: PageFrame, base: String, facts: [String: TemplateValue] = [:],
    _ groups: @escaping @Sendable ([Int]) -> [[TemplateValue]]
  ) -> [PageTask] {
    let articles = oneOfEach(group.articles, in: frame.language)
    let interface = interface(frame.language)
    let paging = ListPaging(
      total: articles.count, size: publication.articlesPerPage, first: frame.path, base: base)
    return (0..<paging.count).map { page in
      var frame = frame
      frame.path = paging.address(page)
      if page > 0 {
        frame.title += interface("separator") + paging.place(page, interface)
        frame.alternates = []
      }
      let title = frame.title
      let shown = Array(articles[paging.shown(page)])
      return PageTask(frame: frame, articles: shown, total: articles.count, facts: facts) {
        let list: [String: TemplateValue] = [
          "title": .text(title),
          "person": facts["person"] ?? .none,
          "feed": facts["feed"] ?? .none,
          "count": .text(interface.count("articles", group.articles.count)),
          "groups": .list(groups(shown).flatMap { $0 }),
        ].merging(paging.content(page, interface)) { $1 }
        return ["list": .object(facts.merging(list) { $1 })]
      }
    }
  }

  /// Of an article and its translations the one in the language of the page, else the first; the
  /// card names the languages of the others.
  func oneOfEach(_ articles: [Int], in language: String) -> [Int] {
    guard articles.contains(where: { !catalogue.translations[$0].isEmpty }) else { return articles }
    let all = Set(articles)
    var passed: Set<Int> = []
    return articles.compactMap { index in
      let translations = catalogue.translations[index]
      guard !translations.isEmpty else { return index }
      guard passed.insert(index).inserted else { return nil }
      let here = translations.filter(all.contains)
      passed.formUnion(here)
      return ([index] + here).first {
        catalogue.articles[$0].frontMatter.language == language
      } ?? index
    }
  }

  /// A volume's articles stand under their issues, all others under one heading that is not shown.
  private func grouped(
    by kind: String, _ articles: [Int], _ interface: Interface
  ) -> [TemplateValue] {
    var parts: [(issue: String?, articles: [Int])] = []
    for index in articles {
      let issue = kind == "volume" ? catalogue.articles[index].frontMatter.citation?.issue : nil
      if let place = parts.firstIndex(where: { $0.issue == issue }) {
        parts[place].articles.append(index)
      } else {
        parts.append((issue, [index]))
      }
    }
    return parts.map { part in
      .object([
        "title": .text(
          orNone: part.issue.map {
            interface.fill("issue", ["issue": interface.inDigits($0)])
          }),
        "url": .none,
        "articles": .list(part.articles.map { card($0, in: interface) }),
      ])
    }
  }

  /// All articles, under their years.
  private func allByYear(_ language: String) -> [PageTask] {
    let interface = interface(language)
    let base = prefix(language) + "years/"
    var frame = PageFrame(
      path: base, template: "list", kind: "years", language: language,
      title: interface("allArticles"))
    frame.breadcrumbs = [home(crumb: language)]
    frame.alternates = alternates("years/")
    let all = ArticleGroup(
      slug: "", name: "", language: language, articles: Array(catalogue.articles.indices))
    return paged(all, frame, base: base + "all/") { articles in
      var parts: [(year: Int?, articles: [Int])] = []
      for index in articles {
        let year = catalogue.articles[index].frontMatter.date?.year
        if parts.last?.year == year, !parts.isEmpty {
          parts[parts.count - 1].articles.append(index)
        } else {
          parts.append((year, [index]))
        }
      }
      return [
        parts.map { part in
          .object([
            "title": .text(
              part.year.map { interface.inDigits(String($0)) } ?? interface("undated")),
            "url": part.year.map { .text("\(base)\($0)/") } ?? .none,
            "articles": .list(part.articles.map { card($0, in: interface) }),
          ])
        }
      ]
    }
  }

  // MARK: - Lists of lists

  private func terms(
    _ groups: [ArticleGroup], kind: String, folder: String, _ language: String
  ) -> PageTask {
    let interface = interface(language)
    let title = interface(listName(kind))
    var frame = PageFrame(
      path: prefix(language) + folder + "/", template: "terms", kind: kind + "-list",
      language: language, title: title)
    frame.breadcrumbs = [home(crumb: language)]
    frame.alternates = alternates(folder + "/")
    return PageTask(frame: frame, groups: groups) {
      let inOrder =
        switch kind {
        case "keyword": groups.sorted { $0.isBefore($1) }
        case "volume": byNumber(groups)
        default: groups
        }
      return [
        "terms": .object([
          "title": .text(title),
          "hasCovers": .flag(["volume", "series"].contains(kind)),
          "entries": .list(inOrder.map { term($0, kind, interface) }),
        ])
      ]
    }
  }

  /// The publication's own volumes first, each container's by number.
  private func byNumber(_ groups: [ArticleGroup]) -> [ArticleGroup] {
    groups.map { group in
      (
        group: group,
        order: (
          group.container ?? "", VolumeNumber.value(of: group.name) ?? .max, group.name, group.slug
        )
      )
    }.sorted { $0.order < $1.order }.map(\.group)
  }

  func term(_ group: ArticleGroup, _ kind: String, _ interface: Interface) -> TemplateValue {
    let isOfInterface = ["volume", "series", "language", "year"].contains(kind)
    let prefix = isOfInterface ? prefix(interface.language) : ""
    let folder =
      switch kind {
      case "series": "series"
      case "year": "years"
      default: kind + "s"
      }
    let title =
      switch kind {
      case "volume": volumeTitle(group, in: interface)
      case "series": seriesName(group, in: interface.language)
      case "language": languageName(group.name, in: interface)
      default: group.name
      }
    let isWorded = isOfInterface && (kind != "series" || title != group.name)
    let language =
      isWorded ? interface.language : WrittenLanguage.of(group.name, in: group.language)
    return .object([
      "title": .text(title),
      "url": .text(Slug.percentEncoded("\(prefix)\(folder)/\(group.slug)/")),
      "language": .text(language),
      "direction": .text(Direction(language: language).rawValue),
      "count": .text(interface.number(group.articles.count)),
      "articles": .text(interface.count("articles", group.articles.count)),
      "cover": ["volume", "series"].contains(kind)
        ? .text(Slug.percentEncoded(coverPath(group, kind))) : .none,
    ])
  }

  func title(of group: ArticleGroup, kind: String, _ interface: Interface) -> String {
    switch kind {
    case "volume": volumeTitle(group, in: interface)
    case "series":
      interface.fill("seriesNamed", ["series": seriesName(group, in: interface.language)])
    case "keyword": interface.fill("keywordNamed", ["keyword": group.name])
    case "year": interface.fill("yearNamed", ["year": interface.inDigits(group.name)])
    case "language":
      interface.fill("inLanguage", ["language": languageName(group.name, in: interface)])
    default: group.name
    }
  }

  private func listName(_ kind: String) -> String {
    switch kind {
    case "volume": "volumes"
    case "series": "series"
    case "author": "authors"
    case "keyword": "keywords"
    case "year": "years"
    default: "articleLanguages"
    }
  }
}
