import Exporting
import Manuscript

/// What exporters are told of the publication.
extension Site {
  var publicationFacts: PublicationFacts {
    var facts = PublicationFacts()
    facts.name = publication.name
    facts.description = publication.description
    facts.publisher = publication.publisher
    facts.url = publication.url
    facts.languages = languages
    facts.issn = publication.issn
    facts.licence = publication.licence
    facts.email = publication.email
    return facts
  }

  func facts(of index: Int) -> ArticleFacts {
    let entry = catalogue.articles[index]
    return ArticleFacts(
      frontMatter: entry.frontMatter, slug: entry.slug, path: entry.path,
      address: absolute(entry.path), volume: catalogue.volumeOf[index].map { volumeFacts($0) },
      translations: catalogue.translations[index].map { other in
        let entry = catalogue.articles[other]
        return ArticleFacts.Translation(
          language: entry.frontMatter.language, title: entry.frontMatter.title, path: entry.path,
          address: absolute(entry.path))
      })
  }

  /// - Parameter place: the volume's place in the catalogue.
  func volumeFacts(_ place: Int) -> VolumeFacts {
    let group = catalogue.volumes[place]
    return VolumeFacts(
      number: group.name, container: group.container, language: group.language,
      path: "volumes/\(group.slug)/")
  }
}
