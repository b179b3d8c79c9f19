import Manuscript

extension Work {
  /// The record of an article with its text.
  public init(_ exported: ExportedArticle) {
    self = exported.records.work {
      var work = Work(exported.facts, in: exported.publication)
      work.take(exported.article)
      return work
    }
  }

  /// The record of an article whose text has not been read.
  public init(_ facts: ArticleFacts, in publication: PublicationFacts) {
    self.init(
      facts.frontMatter, id: facts.slug, path: facts.path,
      in: Periodical(publication, language: facts.frontMatter.language))
    versions = facts.translations.compactMap { other in
      other.address.map {
        Version(language: other.language, address: $0, kind: kind)
      }
    }
  }

  /// The day that a machine takes for that of publication, written whole where the paper gives only
  /// a year or a month.
  var firstDay: PartialDate? {
    date.map { PartialDate(year: $0.year, month: $0.month ?? 1, day: $0.day ?? 1) }
  }
}

extension Periodical {
  /// The publication, in a language.
  public init(_ facts: PublicationFacts, language: String) {
    func text(_ localized: LocalizedText) -> String? {
      localized.text(in: language, orElse: facts.languages)
    }
    let names = facts.name.byLanguage.values + (facts.name.general.map { [$0] } ?? [])
    self.init(
      name: text(facts.name) ?? "", names: Set(names), publisher: text(facts.publisher),
      issn: facts.issn, address: facts.url, languages: facts.languages, licence: facts.licence,
      retractionMark: RetractionMark.of(language))
  }
}
