import Exporting

/// The publication and its articles as metadata knows them.
extension Site {
  func periodical(in language: String) -> Periodical {
    Periodical(publicationFacts, language: language)
  }

  /// The record of an article whose text has not been read, by its place in the catalogue.
  func work(_ index: Int) -> Work { Work(facts(of: index), in: publicationFacts) }
}
