import Exporting
import Manuscript
import Orthography
import Rendering
import Templating

/// What a person's page says beside the list of articles.
extension Site {
  /// - Parameter place: among the catalogue's people.
  func person(_ place: Int, in interface: Interface) -> TemplateValue {
    let facts = catalogue.people.facts[place]
    let names = facts.names.dropFirst()
    func values(_ texts: some Collection<PersonFacts.Text>, isLong: Bool = false) -> TemplateValue {
      .list(
        texts.enumerated().map { place, text in
          .object([
            "text": .markup(
              isLong
                ? ArticleRenderer.paragraphs(text.text, language: text.language)
                : ArticleRenderer.inline(text.text, language: text.language)),
            "language": .text(text.language),
            "direction": .text(Direction(language: text.language).rawValue),
            "isLast": .flag(place == texts.count - 1),
          ])
        })
    }
    return .object([
      "hasNames": .flag(!names.isEmpty),
      "names": values(names),
      "hasFacts": .flag(!facts.affiliations.isEmpty || facts.orcid != nil),
      "hasAffiliations": .flag(!facts.affiliations.isEmpty),
      "affiliations": values(facts.affiliations),
      "orcid": facts.orcid.map { address in
        .object([
          "url": .text(address),
          "identifier": .text(String(address.split(separator: "/").last ?? "")),
        ])
      } ?? .none,
      "notes": values(facts.notes, isLong: true),
    ])
  }

  /// The same for machines: schema.org's `ProfilePage` about a `Person`.
  func personData(_ place: Int, at path: String) -> [UInt8] {
    let facts = catalogue.people.facts[place]
    func list(_ texts: some Collection<String>) -> JSON? {
      texts.isEmpty ? nil : .array(texts.map { .string($0) })
    }
    let articles = catalogue.people.groups[place].articles.compactMap {
      absolute(catalogue.articles[$0].path)
    }
    return JSON.object([
      ("@context", .string("https://schema.org")), ("@type", .string("ProfilePage")),
      ("url", absolute(path).map { .string($0) }),
      (
        "mainEntity",
        .object([
          ("@type", .string("Person")),
          ("@id", absolute(path).map { .string($0 + "#person") }),
          ("name", facts.names.first.map { .string($0.text) }),
          ("alternateName", list(facts.names.dropFirst().map(\.text))),
          ("description", facts.notes.first.map { .string($0.text) }),
          (
            "affiliation",
            facts.affiliations.isEmpty
              ? nil
              : .array(
                facts.affiliations.map {
                  .object([("@type", .string("Organization")), ("name", .string($0.text))])
                })
          ),
          ("sameAs", facts.orcid.map { .string($0) }),
          (
            "subjectOf",
            articles.isEmpty
              ? nil : .array(articles.map { .object([("@id", .string($0))]) })
          ),
        ])
      ),
    ]).bytes
  }
}
