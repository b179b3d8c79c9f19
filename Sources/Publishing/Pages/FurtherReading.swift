import Manuscript
import Rendering
import Templating

/// What a reader of an article may read next.
extension Site {
  /// How many articles by the same authors a page leads to.
  private static let mostByAuthors = 3

  /// The articles that the editors name as related.
  func related(to index: Int) -> [Int] {
    catalogue.articles[index].frontMatter.related.compactMap { catalogue.bySlug[$0] }
  }

  /// Other articles by the same people, newest first, but for those that are named already.
  func moreByAuthors(of index: Int) -> [Int] {
    let named = Set([index] + catalogue.translations[index] + related(to: index))
    var found: [Int] = []
    for person in catalogue.people.ofArticle[index] {
      for other in catalogue.people.groups[person].articles.prefix(20)
      where !named.contains(other) && !found.contains(other)
        && catalogue.translations[other].allSatisfy({ !found.contains($0) })
      {
        found.append(other)
      }
    }
    return Array(found.sorted().prefix(Self.mostByAuthors))
  }

  /// An article with what it is about.
  func further(_ index: Int, in interface: Interface) -> TemplateValue {
    let entry = catalogue.articles[index]
    let front = entry.frontMatter
    let names = front.authors.prefix(Self.mostAuthors).map(\.name)
    var values = headline(index)
    values["authors"] =
      names.isEmpty
      ? .none
      : .markup(
        ArticleRenderer.inline(
          names.joined(separator: interface("separator")), language: front.language))
    values["description"] = .text(orNone: entry.summary)
    return .object(values)
  }
}
