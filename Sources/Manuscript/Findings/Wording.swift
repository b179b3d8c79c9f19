/// A sentence in the languages that Daf speaks to people in, with places for facts.
///
/// `{name}` stands for a fact; `{name:article|articles}` for a number with its noun, the first where
/// the number is 1.
public struct Wording: Sendable {
  private let patterns: [String: String]

  public init(en: String, he: String, ar: String) {
    patterns = ["en": en, "he": he, "ar": ar]
    assert(
      Set(patterns.values.map(Self.names)).count == 1, "the languages tell other facts: \(en)")
  }

  /// The names of the facts that a pattern has places for.
  private static func names(_ pattern: String) -> Set<Substring> {
    Set(
      pattern.split(separator: "{", omittingEmptySubsequences: false).dropFirst().map {
        $0.prefix { $0 != "}" && $0 != ":" }
      })
  }

  /// The sentence.
  ///
  /// - Parameters:
  ///   - language: `he`, `ar` or `en`; any other reads English.
  ///   - facts: by their names; a place without a fact stays as it is.
  public func callAsFunction(_ language: String, _ facts: [String: String] = [:]) -> String {
    let pattern = patterns[language] ?? patterns["en"] ?? ""
    var sentence = ""
    var rest = pattern[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      sentence += rest[..<open]
      sentence += Self.filled(rest[rest.index(after: open)..<close], facts)
      rest = rest[rest.index(after: close)...]
    }
    return sentence + rest
  }

  private static func filled(_ place: Substring, _ facts: [String: String]) -> String {
    let parts = place.split(separator: ":", maxSplits: 1)
    guard let name = parts.first, let fact = facts[String(name)] else { return "{\(place)}" }
    guard parts.count == 2 else { return fact }
    let nouns = parts[1].split(separator: "|")
    return "\(fact) \((fact == "1" ? nouns.first : nouns.last) ?? "")"
  }
}
