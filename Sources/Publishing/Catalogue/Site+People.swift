import Orthography

extension Site {
  /// The authors as a page in a language lists them: each by the name that the articles give in its
  /// script, where they give one; those first, by family name, and then the others in their order.
  func authors(in language: String) -> [ArticleGroup] {
    let own = Languages.script(of: language)
    func isOwn(_ name: String) -> Bool {
      name.unicodeScalars.lazy.compactMap { Script($0) }.first == own
    }
    var first: [(group: ArticleGroup, key: String)] = []
    var others: [ArticleGroup] = []
    for group in catalogue.authors {
      let names = catalogue.people.place(of: group).map { catalogue.people.facts[$0].names } ?? []
      guard let name = isOwn(group.name) ? group.name : names.first(where: { isOwn($0.text) })?.text
      else {
        others.append(group)
        continue
      }
      var group = group
      group.name = name
      if Languages.script(of: group.language) != own { group.language = language }
      first.append((group, PersonName.sortKey(of: name, language: language)))
    }
    if language == mainLanguage { return first.map(\.group) + others }
    return first.sorted { ($0.key, $0.group.slug) < ($1.key, $1.group.slug) }.map(\.group) + others
  }
}
