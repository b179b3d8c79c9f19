import Manuscript
import Orthography

/// The people who wrote a publication's articles: one for all spellings and scripts of a name.
struct People: Sendable {
  /// In the order of the list: the script of the publication first, by family name.
  private(set) var groups: [ArticleGroup] = []
  /// For each article the places in `groups` of its authors, in their order.
  private(set) var ofArticle: [[Int]] = []
  /// For each of `groups` what is known of the person.
  private(set) var facts: [PersonFacts] = []
  /// By the slugs of `groups`.
  private var places: [String: Int] = [:]

  /// A person is known by an ORCID, else by a name; names that one article gives for one author in
  /// several languages are one person's.
  private enum Mark: Hashable {
    case orcid(String)
    case name(String)
  }

  /// - Parameters:
  ///   - articles: newest first.
  ///   - language: the publication's own.
  init(_ articles: [ArticleEntry], language: String) {
    var gathering = Gathering()
    for article in articles { gathering.note(article.frontMatter) }
    for article in articles { gathering.join(article.frontMatter) }

    var grouping = Grouping()
    var spellings: [String: [Spelling]] = [:]
    var known: [String: PersonFacts] = [:]
    for (index, article) in articles.enumerated() {
      let front = article.frontMatter
      for author in front.authors {
        let key = gathering.person(author)
        let name = PersonName.withoutHonorifics(author.name)
        grouping.add(index, slug: key, name: name, language: front.language)
        Self.add(Spelling(author, name, front.language), to: &spellings[key, default: []])
        known[key, default: PersonFacts()].take(author, in: front.language)
      }
      for translation in front.translations
      where translation.authors.count == front.authors.count {
        for (author, translated) in zip(front.authors, translation.authors) {
          let name = PersonName.withoutHonorifics(translated.name)
          let key = gathering.person(author)
          Self.add(
            Spelling(translated, name, translation.language), to: &spellings[key, default: []])
          known[key, default: PersonFacts()].take(translated, in: translation.language)
        }
      }
    }
    let own = Languages.script(of: language)
    var places: [String: Int] = [:]
    var people: [(group: ArticleGroup, order: (Int, String, String))] = []
    for group in grouping.groups {
      let all = spellings[group.slug] ?? []
      guard let first = all.first(where: { $0.script == own }) ?? all.first else { continue }
      var person = group
      person.slug = Slug.make(of: first.name)
      person.name = first.name
      person.language = first.language
      for spelling in [first] + all {
        known[group.slug]?.take(name: spelling.name, in: spelling.language)
      }
      let rank = first.script == own ? 0 : first.script == .latin ? 2 : 1
      people.append(
        (person, (rank, PersonName.sortKey(of: first.name, family: first.family), group.slug)))
    }
    people.sort { $0.order < $1.order }
    // Namesakes have addresses of their own.
    var taken: Set<String> = []
    for place in people.indices {
      places[people[place].order.2] = place
      let slug = people[place].group.slug
      var number = 1
      while !taken.insert(people[place].group.slug).inserted {
        number += 1
        people[place].group.slug = "\(slug)-\(number)"
      }
    }
    groups = people.map(\.group)
    self.places = Dictionary(uniqueKeysWithValues: groups.enumerated().map { ($1.slug, $0) })
    facts = people.map { known[$0.order.2] ?? PersonFacts() }
    ofArticle = articles.map { article in
      article.frontMatter.authors.compactMap { places[gathering.person($0)] }
    }
  }

  /// The place of a person by the group of the articles.
  func place(of group: ArticleGroup) -> Int? { places[group.slug] }

  /// A way in which a person's name is written.
  private struct Spelling {
    var name: String
    var language: String
    var family: String?
    var script: Script?

    init(_ author: FrontMatter.Author, _ name: String, _ language: String) {
      self.name = name
      self.language = WrittenLanguage.of(name, in: language)
      family = author.family
      script = name.unicodeScalars.lazy.compactMap { Script($0) }.first
    }
  }

  private static func add(_ spelling: Spelling, to spellings: inout [Spelling]) {
    guard !spellings.contains(where: { $0.name == spelling.name }) else { return }
    spellings.append(spelling)
  }

  /// Finds which marks are one person's.
  private struct Gathering {
    /// The ORCIDs that stand beside a name anywhere: with more than one it is the name of namesakes.
    private var orcids: [String: Set<String>] = [:]
    /// The names that a translated name stands for.
    private var originals: [String: Set<String>] = [:]
    private var parents: [Mark: Mark] = [:]
    private var keys: [String: String] = [:]

    private mutating func key(_ name: String) -> String {
      if let key = keys[name] { return key }
      let key = PersonName.key(of: name)
      keys[name] = key
      return key
    }

    /// Enters what an article says of its authors.
    mutating func note(_ front: FrontMatter) {
      for author in front.authors + front.translations.flatMap(\.authors) {
        if let orcid = Self.orcid(author) { orcids[key(author.name), default: []].insert(orcid) }
      }
      for (author, translated) in Self.pairs(front) {
        originals[key(translated.name), default: []].insert(key(author.name))
      }
    }

    /// Joins what is one person's.
    mutating func join(_ front: FrontMatter) {
      for author in front.authors {
        let name = key(author.name)
        if let orcid = Self.orcid(author), orcids[name]?.count == 1 {
          unite(.name(name), .orcid(orcid))
        }
      }
      for (author, translated) in Self.pairs(front) {
        let name = key(translated.name)
        // A short form in another script may stand for several people.
        guard originals[name]?.count == 1 else { continue }
        unite(mark(author), mark(translated))
      }
    }

    private static func pairs(
      _ front: FrontMatter
    ) -> [(FrontMatter.Author, FrontMatter.Author)] {
      front.translations.filter { $0.authors.count == front.authors.count }
        .flatMap { zip(front.authors, $0.authors) }
    }

    private static func orcid(_ author: FrontMatter.Author) -> String? {
      let digits = author.orcid?.split(separator: "/").last.map(String.init)
      return digits.flatMap { $0.isEmpty ? nil : $0.uppercased() }
    }

    private mutating func mark(_ author: FrontMatter.Author) -> Mark {
      Self.orcid(author).map { .orcid($0) } ?? .name(key(author.name))
    }

    private mutating func root(_ mark: Mark) -> Mark {
      var root = mark
      while let parent = parents[root] { root = parent }
      if root != mark { parents[mark] = root }
      return root
    }

    private mutating func unite(_ left: Mark, _ right: Mark) {
      let (left, right) = (root(left), root(right))
      if left != right { parents[right] = left }
    }

    /// What is the same for all marks of a person.
    mutating func person(_ author: FrontMatter.Author) -> String {
      switch root(mark(author)) {
      case .orcid(let orcid): "orcid \(orcid)"
      case .name(let name): "name \(name)"
      }
    }
  }
}
