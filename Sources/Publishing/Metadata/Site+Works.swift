import Exporting
import Manuscript

/// The publication and its articles as metadata and exports know them.
extension Site {
  func periodical(in language: String) -> Periodical {
    Periodical(
      name: name(in: language), names: Set(publication.name.all),
      publisher: publication.publisher.text(in: language, orElse: languages),
      issn: publication.issn, address: publication.url, languages: languages,
      licence: publication.licence,
      retractionMark: interface(interfaceLanguage(for: language))("retractionMark") + " ")
  }

  /// - Parameters:
  ///   - article: the article's text; without it the record has no bibliography.
  ///   - downloads: the files that are there, as paths from the article's folder.
  func work(_ index: Int, _ article: Article? = nil, downloads: [String] = []) -> Work {
    let entry = catalogue.articles[index]
    let front = entry.frontMatter
    var work = Work(
      front, id: entry.slug, path: entry.path, in: periodical(in: front.language))
    if let article { work.take(article) }
    work.pdf = downloads.first { $0.lowercased().hasSuffix(".pdf") }.flatMap {
      absolute(entry.path + $0)
    }
    work.versions = catalogue.translations[index].compactMap { other in
      let other = catalogue.articles[other]
      return absolute(other.path).map {
        Work.Version(
          language: other.frontMatter.language, address: $0, kind: .init(other.frontMatter.type))
      }
    }
    return work
  }
}
