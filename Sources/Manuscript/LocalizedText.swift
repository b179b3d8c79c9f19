/// A text that may be given once for every language or for each.
public struct LocalizedText: Equatable, Sendable {
  /// The text for languages that have none of their own.
  public var general: String?
  public var byLanguage: [String: String]

  public init(_ general: String? = nil, byLanguage: [String: String] = [:]) {
    self.general = general
    self.byLanguage = byLanguage
  }

  /// The text in a language, or else the general one, or else that of the first language in the
  /// order given that has one.
  public func text(in language: String, orElse languages: [String] = []) -> String? {
    if let text = byLanguage[language] ?? general { return text }
    for other in languages {
      if let text = byLanguage[other] { return text }
    }
    return byLanguage.min { $0.key < $1.key }?.value
  }

  /// Every text that is given.
  public var all: [String] {
    (general.map { [$0] } ?? []) + byLanguage.sorted { $0.key < $1.key }.map(\.value)
  }
}
