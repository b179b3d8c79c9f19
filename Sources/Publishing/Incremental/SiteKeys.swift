import Exporting
import Manuscript
import Templating

/// The keys of everything that a site is made of: equal keys, equal bytes.
///
/// A key may be of more than its page looks at (a page is then made once too often), never of less.
struct SiteKeys: Sendable {
  private let site: Site
  private let citations: CitationTexts
  /// Of what every page depends on: settings, templates, languages, menus, Daf's outputs.
  let whole: UInt64
  /// Of each article's front matter and address.
  private let entries: [UInt64]

  init(_ site: Site, settings: UInt64, citations: CitationTexts) {
    self.site = site
    self.citations = citations
    var key = BuildKey()
    key.add(settings)
    key.add(site.library.fingerprint)
    key.add(site.library.assetsFolder)
    for language in site.languages { key.add(language) }
    for (language, values) in site.common.sorted(by: { $0.key < $1.key }) {
      key.add(language)
      key.add(values)
    }
    key.add(site.hasNews)
    // News are shown by the pages that list them, whose keys they are in.
    for page in site.pages where !page.isNews {
      for text in [page.name, page.file, page.language, page.title, page.path] { key.add(text) }
      key.add(page.isDraft)
    }
    for group in site.catalogue.volumes { key.add(site.coverPath(group, "volume")) }
    for exporter in site.exporters {
      key.add(exporter.name)
      key.add(exporter.version)
    }
    whole = key.value
    entries = site.catalogue.articles.map { entry in
      var writer = RecordWriter()
      writer.entry(entry)
      var key = BuildKey()
      key.add(writer.bytes)
      return key.value
    }
  }

  /// Of an article's page and other outputs, beside the files in its folder.
  func article(_ index: Int) -> UInt64 {
    let catalogue = site.catalogue
    var key = BuildKey()
    key.add(whole)
    add(card: index, to: &key)
    key.add(catalogue.articles[index].awaited(on: site.today) != nil)
    for citation in citations.of(catalogue.articles[index].slug) {
      key.add(citation.style.name)
      key.add(citation.html)
    }
    add(catalogue.seriesOf[index].map { catalogue.series[$0] }, to: &key)
    let neighbours = catalogue.neighbours[index]
    for other in [neighbours.previous, neighbours.next] {
      key.add(other != nil)
      if let other { key.add(entries[other]) }
    }
    for others in [
      catalogue.translations[index],
      site.related(to: index), site.moreByAuthors(of: index),
    ] {
      key.add(others.count)
      for other in others { key.add(entries[other]) }
    }
    return key.value
  }

  /// Of a list's page.
  func task(_ task: PageTask) -> UInt64 {
    var key = BuildKey()
    key.add(whole)
    let frame = task.frame
    for text in [frame.path, frame.template, frame.kind, frame.language, frame.title] {
      key.add(text)
    }
    key.add(orNone: frame.description)
    for crumb in frame.breadcrumbs {
      key.add(crumb.title)
      key.add(crumb.path)
    }
    for alternate in frame.alternates {
      key.add(alternate.language)
      key.add(alternate.path)
    }
    key.add(frame.structuredData)
    key.add(task.total)
    key.add(.object(task.facts))
    for index in task.articles { add(card: index, to: &key) }
    key.add(task.groups.count)
    for group in task.groups { add(group, to: &key) }
    return key.value
  }

  /// Of the outputs of some articles together, whose files have the keys.
  ///
  /// - Parameters:
  ///   - name: what else the output says.
  ///   - others: what else it is made of.
  func together(
    _ articles: some Sequence<Int>, _ contents: [UInt64], of name: String = "",
    and others: [[UInt8]] = []
  ) -> UInt64 {
    var key = BuildKey()
    key.add(whole)
    key.add(name)
    for bytes in others { key.add(bytes) }
    for index in articles {
      key.add(article(index))
      key.add(contents[index])
    }
    return key.value
  }

  private func add(card index: Int, to key: inout BuildKey) {
    key.add(entries[index])
    for other in site.catalogue.translations[index] { key.add(entries[other]) }
    for person in site.catalogue.people.ofArticle[index] {
      key.add(site.catalogue.people.groups[person].slug)
    }
    add(site.catalogue.volumeOf[index].map { site.catalogue.volumes[$0] }, to: &key)
  }

  private func add(_ group: ArticleGroup?, to key: inout BuildKey) {
    key.add(group != nil)
    guard let group else { return }
    key.add(group.slug)
    key.add(group.name)
    key.add(group.language)
    key.add(orNone: group.container)
    key.add(group.articles.count)
  }
}

extension BuildKey {
  mutating func add(_ value: TemplateValue) {
    switch value {
    case .none: add(0)
    case .text(let text):
      add(1)
      add(text)
    case .markup(let bytes):
      add(2)
      add(bytes)
    case .number(let number):
      add(3)
      add(number)
    case .flag(let flag):
      add(4)
      add(flag)
    case .list(let values):
      add(5)
      add(values.count)
      for value in values { add(value) }
    case .object(let members):
      add(6)
      add(members.count)
      for (name, value) in members.sorted(by: { $0.key < $1.key }) {
        add(name)
        add(value)
      }
    }
  }
}
