import Orthography

/// What a publication's articles cite, each work once with all its places.
///
/// Two sources are one work where they have one DOI or address; or the same author, the same year
/// and the same title, of which one may be the beginning of the other (a subtitle is left out, a
/// title is cut short); or, where one has no year or no author, the same title and what both have.
public struct WorksCited: Sendable {
  /// In the order of a list of references: by script, the publication's own first and Latin last,
  /// then by author or else title in the order of their letters, and by year.
  public private(set) var works: [CitedWork] = []

  /// - Parameters:
  ///   - sources: what each article cites.
  ///   - language: the publication's own.
  public init(_ sources: [[CitedSource]], language: String) {
    let flat = sources.enumerated().flatMap { article, list in list.map { (article, $0) } }
    var merging = Merging(flat.map { $0.1 })
    merging.merge()
    var members: [Int: [Int]] = [:]
    for index in flat.indices { members[merging.root(of: index), default: []].append(index) }
    let own = Languages.script(of: language)
    // Of languages in one script the publication's own has the order.
    let scripts: [(script: Script, language: String)] =
      [(own, language)]
      + [(.hebrew, "he"), (.arabic, "ar"), (.other, ""), (.latin, "")].filter { $0.0 != own }
    let ordered = members.values.map {
      places -> (work: CitedWork, order: (Int, String, Int, Int)) in
      let best = places.max { Self.value(flat[$0].1, $0) < Self.value(flat[$1].1, $1) } ?? places[0]
      var work = CitedWork(source: flat[best].1)
      for place in places {
        let (article, source) = flat[place]
        if work.citing.last?.article == article {
          for one in source.places
          where work.citing[work.citing.count - 1].places.contains(one) == false {
            work.citing[work.citing.count - 1].places.append(one)
          }
        } else {
          work.citing.append(CitedWork.Citing(article: article, places: source.places))
        }
      }
      let script = work.script
      let rank = scripts.firstIndex { $0.script == script } ?? scripts.count
      let key = work.sortKey(language: rank < scripts.count ? scripts[rank].language : "")
      return (work, (rank, key, work.source.year ?? .max, places[0]))
    }
    works = ordered.sorted { $0.order < $1.order }.map(\.work)
  }

  /// How well a source stands for its work: an entry says more than a note, and much more than little.
  private static func value(_ source: CitedSource, _ index: Int) -> (Int, Int, Int) {
    let parts = [source.title != nil, source.year != nil, !source.families.isEmpty]
    return (
      (source.isEntry ? 4 : 0) + parts.count { $0 }, min(source.text.count, 400), -index
    )
  }
}

/// A work with all the places that cite it.
public struct CitedWork: Sendable {
  /// The source that says most of it.
  public var source: CitedSource
  /// The articles that cite it, by their places among those that were given.
  public var citing: [Citing] = []

  public struct Citing: Sendable {
    public var article: Int
    public var places: [CitedSource.Place]
  }

  /// The script of its first letter.
  public var script: Script? { source.text.unicodeScalars.lazy.compactMap { Script($0) }.first }

  /// The first author's family name and the title, or the text where no author is known, in the order
  /// of a language's letters; articles of names (al-, ال) are passed over.
  func sortKey(language: String) -> String {
    let title = source.title ?? source.text
    guard let family = source.families.first else {
      return Orthography.PersonName.sortKey(of: "", family: source.text, language: language)
    }
    return Orthography.PersonName.sortKey(of: title, family: family, language: language)
  }

  /// What it stands under in the list: the first letter of what it is sorted by.
  public var heading: String {
    sortKey(language: "").first { $0.isLetter }.map { $0.uppercased() } ?? "#"
  }
}

/// Finds which sources are one work.
private struct Merging {
  private let sources: [CitedSource]
  /// Folded titles, each word ended by a space.
  private let titles: [String]
  private var parents: [Int]

  init(_ sources: [CitedSource]) {
    self.sources = sources
    titles = sources.map { source in
      source.title.map { WordScanner.words(in: $0).map { "\($0) " }.joined() } ?? ""
    }
    parents = Array(sources.indices)
  }

  mutating func root(of index: Int) -> Int {
    var root = index
    while parents[root] != root { root = parents[root] }
    var next = index
    while parents[next] != root { (next, parents[next]) = (parents[next], root) }
    return root
  }

  private mutating func unite(_ left: Int, _ right: Int) {
    let (left, right) = (root(of: left), root(of: right))
    if left != right { parents[max(left, right)] = min(left, right) }
  }

  mutating func merge() {
    uniteEqual { $0.doi?.lowercased() }
    uniteEqual { $0.address.flatMap(Self.identity) }
    uniteTitles(by: { source in
      source.year.map { year in source.families.prefix(1).map { "\($0) \(year)" } } ?? []
    })
    uniteUndated()
    uniteUnnamed()
  }

  private mutating func uniteEqual(_ key: (CitedSource) -> String?) {
    var first: [String: Int] = [:]
    for (index, source) in sources.enumerated() {
      guard let key = key(source) else { continue }
      if let other = first[key] { unite(index, other) } else { first[key] = index }
    }
  }

  /// An address without what varies of one page; `nil` for the front page of a host, which may stand
  /// for anything on it.
  private static func identity(of address: String) -> String? {
    var rest = address[...]
    for prefix in ["https://", "http://"] where rest.hasPrefix(prefix) {
      rest = rest.dropFirst(prefix.count)
    }
    if rest.hasPrefix("www.") { rest = rest.dropFirst(4) }
    while rest.last == "/" { rest = rest.dropLast() }
    return rest.contains("/") ? String(rest) : nil
  }

  private func groups(_ keys: (CitedSource) -> [String]) -> [[Int]] {
    var groups: [String: [Int]] = [:]
    for (index, source) in sources.enumerated() where !titles[index].isEmpty {
      for key in keys(source) { groups[key, default: []].append(index) }
    }
    return groups.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }
      .map { $0.value.sorted { (titles[$0], $0) < (titles[$1], $1) } }
  }

  /// At least so many words at its beginning tell a title.
  private static let leastWords = 2

  /// The runs of a group in order of titles in which each title begins with the first.
  private func runs(_ group: [Int]) -> [ArraySlice<Int>] {
    group.indices.reduce(into: [Range<Int>]()) { runs, place in
      if let run = runs.last {
        let base = titles[group[run.lowerBound]]
        let isLong = base.utf8.count { $0 == 0x20 } >= Self.leastWords
        if titles[group[place]] == base || isLong && titles[group[place]].hasPrefix(base) {
          runs[runs.count - 1] = run.lowerBound..<(place + 1)
          return
        }
      }
      runs.append(place..<(place + 1))
    }.map { group[$0] }
  }

  private mutating func uniteTitles(by keys: (CitedSource) -> [String]) {
    for group in groups(keys) {
      for run in runs(group) { for index in run.dropFirst() { unite(run.first ?? index, index) } }
    }
  }

  /// A source without a year is the one work of the author whose title begins as it does.
  private mutating func uniteUndated() {
    for group in groups({ Array($0.families.prefix(1)) }) {
      for run in runs(group) { uniteRest(run) { $0.year == nil } }
    }
  }

  /// A source without an author is the one work of its year with its title.
  private mutating func uniteUnnamed() {
    for group in groups({ source in source.year.map { ["\($0)"] } ?? [] }) {
      for run in runs(group) { uniteRest(run) { $0.families.isEmpty } }
    }
  }

  private mutating func uniteRest(
    _ run: ArraySlice<Int>, _ isOpen: (CitedSource) -> Bool
  ) {
    let open = run.filter { isOpen(sources[$0]) }
    guard let first = open.first else { return }
    for index in open { unite(first, index) }
    var known: Set<Int> = []
    for index in run where !isOpen(sources[index]) { known.insert(root(of: index)) }
    if known.count == 1, let only = known.first { unite(first, only) }
  }
}
