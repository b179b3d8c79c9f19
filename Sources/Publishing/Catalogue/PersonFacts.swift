import Exporting
import Manuscript

/// What is known of a person beside the articles: what the newest article that says it says.
struct PersonFacts: Sendable, Equatable {
  /// A text with its language.
  struct Text: Sendable, Equatable {
    var text: String
    /// BCP 47 tag.
    var language: String
  }

  /// Every spelling of the name, in all scripts.
  var names: [Text] = []
  /// The address of the researcher's record.
  var orcid: String?
  /// The newest article's first.
  var affiliations: [Text] = []
  /// What the articles say of the person, once for each language.
  var notes: [Text] = []

  /// Takes what an article says; newer ones are taken first.
  mutating func take(_ author: FrontMatter.Author, in language: String) {
    orcid = orcid ?? ORCID.address(author.orcid)
    for affiliation in author.affiliations
    where !affiliations.contains(where: { $0.text == affiliation }) {
      affiliations.append(
        Text(text: affiliation, language: WrittenLanguage.of(affiliation, in: language)))
    }
    if let note = author.note, !notes.contains(where: { $0.language == language }) {
      notes.append(Text(text: note, language: language))
    }
  }

  mutating func take(name: String, in language: String) {
    guard !names.contains(where: { $0.text == name }) else { return }
    names.append(Text(text: name, language: language))
  }
}
