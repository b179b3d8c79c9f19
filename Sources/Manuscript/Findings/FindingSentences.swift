/// Puts findings into words, in the language of the person who reads them.
public enum FindingSentences {
  /// The sentence for a finding: what is wrong and what to do about it, without the place.
  ///
  /// - Parameter language: `he`, `ar` or `en`; any other reads English.
  public static func sentence(for finding: Finding, language: String = "en") -> String {
    let wording = wordings[finding.kind]
    let pattern = wording?[language] ?? wording?["en"] ?? finding.kind.rawValue
    return pattern.filling { name in
      let name = String(name)
      guard let value = finding.facts[name] else { return nil }
      return factWords[name]?[value]?[language] ?? value
    }
  }

  /// `file:line:column: severity: sentence [kind]`, the form that editors and tools jump by.
  public static func line(for finding: Finding, language: String = "en") -> String {
    var place = finding.file
    if finding.position.line > 0 { place += ":\(finding.position.line)" }
    if finding.position.column > 0 { place += ":\(finding.position.column)" }
    let sentence = sentence(for: finding, language: language)
    return "\(place): \(finding.severity.rawValue): \(sentence) [\(finding.kind.rawValue)]"
  }

  /// The sentences of every kind by language; each area keeps its own in a file beside this one.
  static let wordings: [Finding.Kind: [String: String]] = [
    generalWordings,
    conversionWordings,
    importWordings,
    frontMatterWordings,
    bodyWordings,
    checkWordings,
    formatWordings,
    templateWordings,
    citationWordings,
    publishingWordings,
    onlineWordings,
  ].reduce(into: [:]) { all, area in all.merge(area) { first, _ in first } }

  static let generalWordings: [Finding.Kind: [String: String]] = [
    .unreadableFile: [
      "en": "This file cannot be read: {reason}.",
      "he": "אי אפשר לקרוא את הקובץ: {reason}.",
      "ar": "تعذّرت قراءة الملف: {reason}.",
    ]
  ]
}
