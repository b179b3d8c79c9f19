import Exporting
import Manuscript
import Rendering
import Synchronization

/// How each article is cited, in the styles that the publication wants.
///
/// A citation processor of its own makes the texts, many at a time and only of what changed; where
/// it is not installed, pages have none.
struct CitationTexts: Sendable {
  /// How an article is cited in a style.
  struct Citation: Sendable {
    var style: CitationStyle
    /// A paragraph, in the direction of what it says.
    var html: [UInt8]
  }

  private var bySlug: [String: [Citation]] = [:]

  func of(_ slug: String) -> [Citation] { bySlug[slug] ?? [] }

  /// - Parameters:
  ///   - articles: those whose citations are wanted; `nil` for all.
  ///   - tools: run the processor; `nil` for those of the plan.
  ///   - asks: whether it is asked for what is not known; else that is left out.
  static func make(
    of site: Site, _ plan: SiteBuilder.Plan, articles: [Int]? = nil, tools: ExportTools? = nil,
    asks: Bool = true
  ) -> CitationTexts {
    let styles = CitationStyle.all.filter {
      site.publication.citationStyles.contains($0.name)
    }
    guard !styles.isEmpty else { return CitationTexts() }
    let cache = plan.cache.map { BuildCache(folder: $0) }
    let kept = cache?.citations ?? []
    var known = KnownCitations(kept: kept)
    let works = (articles ?? Array(site.catalogue.articles.indices)).map { site.work($0) }
    let keys = works.map { CitationStyle.key(of: $0) }
    var tasks: [Task] = []
    for style in styles {
      for language in Set(works.map(\.language)).sorted() where style.serves(language) {
        let unknown = works.indices.filter {
          works[$0].language == language && known[style, keys[$0]] == nil
        }
        for batch in CitationStyle.batches(unknown.map { works[$0] }) {
          tasks.append(Task(style: style, language: language, works: batch))
        }
      }
    }
    if asks {
      let waiting = tasks
      let made = Parallel.map(waiting.count, threads: plan.threads) {
        waiting[$0].run(tools ?? plan.tools)
      }
      let keyByID = Dictionary(zip(works.map(\.id), keys), uniquingKeysWith: { first, _ in first })
      for (task, texts) in zip(tasks, made) {
        for (work, html) in zip(task.works, texts) {
          if let html, let key = keyByID[work.id] { known[task.style, key] = html }
        }
      }
    }
    var result = CitationTexts()
    var used: Set<String> = []
    for (work, key) in zip(works, keys) {
      result.bySlug[work.id] = styles.filter { $0.serves(work.language) }.compactMap { style in
        used.insert(KnownCitations.name(style, key))
        return known[style, key].map { Citation(style: style, html: $0) }
      }
    }
    if asks, let cache {
      let bytes = known.kept(used)
      if bytes != kept { cache.keep(citations: bytes) }
    }
    return result
  }

  /// Works of one language that are cited in one style.
  private struct Task: Sendable {
    let style: CitationStyle
    let language: String
    let works: [Work]

    /// The citations in the order of the works; `nil` for those that did not come.
    func run(_ tools: ExportTools) -> [[UInt8]?] {
      guard case .made(let bytes) = tools.run(style.request(works, language: language)) else {
        return works.map { _ in nil }
      }
      let cited = ProcessedCitations(bytes, isNote: style.isNote, language: language)
      return works.indices.map { place in
        cited[place].map { inlines in
          let article = Article(
            frontMatter: FrontMatter(title: "", language: language),
            blocks: [Block(.paragraph(inlines))])
          return ArticleRenderer().render(article).body.filter { $0 != 0x0A }
        }
      }
    }
  }
}

/// Citations by what decides them, as they are kept from one build to the next: a line each, with a
/// name, a tab and the HTML.
private struct KnownCitations {
  private var texts: [String: [UInt8]] = [:]

  init(kept bytes: [UInt8]) {
    for line in bytes.split(separator: 0x0A) {
      guard let tab = line.firstIndex(of: 0x09) else { continue }
      texts[String(decoding: line[..<tab], as: UTF8.self)] = Array(line[(tab + 1)...])
    }
  }

  static func name(_ style: CitationStyle, _ key: [UInt8]) -> String {
    "\(style.name)-\(CitationStyle.version)-\(ContentHash.hexadecimal(of: key))"
  }

  subscript(style: CitationStyle, key: [UInt8]) -> [UInt8]? {
    get { texts[Self.name(style, key)] }
    set { texts[Self.name(style, key)] = newValue }
  }

  /// Those with the names, to be kept.
  func kept(_ names: Set<String>) -> [UInt8] {
    names.sorted().reduce(into: []) { bytes, name in
      guard let text = texts[name] else { return }
      bytes += Array(name.utf8) + [0x09] + text + [0x0A]
    }
  }
}
