import Exporting
import Synchronization

/// The works that the publication's articles cite. They are put together when a page or an output
/// first asks for them: where no article cites otherwise than before, nothing does.
final class CitedWorks: Sendable {
  /// What every build must know of the works' pages.
  struct Outline: Sendable, Equatable {
    /// A page of `perPage` works.
    struct Page: Sendable, Equatable {
      /// Of everything that the page takes from its works.
      var key: UInt64 = 0
      /// The articles that cite them, by their places in `Site.publishedArticles`, in order.
      var articles: [Int] = []
    }

    /// Of all that it was made from.
    var key: UInt64 = 0
    /// How many works there are.
    var total = 0
    /// One at least.
    var pages = [Page()]
  }

  static let perPage = 100

  let outline: Outline
  private let make: @Sendable () -> WorksCited
  private let made: Mutex<WorksCited?>
  private let texts = Mutex<[Int: (texts: [[UInt8]], uses: Int)]>([:])
  private let titles = Mutex<[Int: [UInt8]]>([:])

  /// - Parameters:
  ///   - sources: what each article cites, as `RecordWriter.bytes(of:)` has it.
  ///   - language: the publication's own.
  ///   - known: that of a build before.
  init(_ sources: [[UInt8]], language: String, known: Outline?) {
    make = { WorksCited(sources.map { RecordReader.sources(of: $0) }, language: language) }
    var key = BuildKey()
    key.add(language)
    for list in sources { key.add(list) }
    if let known, known.key == key.value {
      outline = known
      made = Mutex(nil)
    } else {
      let works = make()
      outline = Outline(of: works.works, key: key.value)
      made = Mutex(works)
    }
  }

  /// None.
  convenience init() { self.init([], language: "", known: nil) }

  /// All works with what cites them.
  var all: WorksCited {
    made.withLock { made in
      if let made { return made }
      let now = make()
      made = now
      return now
    }
  }

  /// The works of a page.
  func works(of page: Int) -> ArraySlice<CitedWork> {
    let all = all.works
    return all[min(all.count, page * Self.perPage)..<min(all.count, (page + 1) * Self.perPage)]
  }

  /// The texts of a page's works, which are the same in each of the site's languages.
  ///
  /// - Parameters:
  ///   - uses: how often they are asked for; then they are let go.
  ///   - render: makes those of some works.
  func texts(
    of page: Int, uses: Int, render: (ArraySlice<CitedWork>) -> [[UInt8]]
  ) -> [[UInt8]] {
    let known = texts.withLock { texts -> [[UInt8]]? in
      guard var own = texts[page] else { return nil }
      own.uses -= 1
      texts[page] = own.uses > 0 ? own : nil
      return own.texts
    }
    if let known { return known }
    let rendered = render(works(of: page))
    if uses > 1 { texts.withLock { $0[page] = (rendered, uses - 1) } }
    return rendered
  }

  /// An article's title, made once.
  func title(of article: Int, render: () -> [UInt8]) -> [UInt8] {
    if let known = titles.withLock({ $0[article] }) { return known }
    let title = render()
    titles.withLock { $0[article] = title }
    return title
  }
}

extension CitedWorks.Outline {
  fileprivate init(of works: [CitedWork], key: UInt64) {
    self.key = key
    total = works.count
    pages = stride(from: 0, to: max(1, works.count), by: CitedWorks.perPage).map { start in
      let own = works[start..<min(works.count, start + CitedWorks.perPage)]
      return Page(
        key: Self.key(of: own),
        articles: Set(own.flatMap { $0.citing.map(\.article) }).sorted())
    }
  }

  private static func key(of works: ArraySlice<CitedWork>) -> UInt64 {
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
}
