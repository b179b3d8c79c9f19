/// What is known of a key of front matter or of a publication's settings.
///
/// There is one row for each key, and all else comes from it: what the reader takes and the writer
/// puts where, what an unknown key was meant to be, what `daf new` explains, the reference of the
/// documentation and the schema for editors' programs.
public struct FieldKey: Sendable {
  public var name: String
  public var form: Form
  /// What it means, by language: `en`, `he`, `ar`.
  public var meaning: [String: String]
  /// A value as a file has it; `nil` for a key that has only members.
  public var example: String?
  /// The findings that tell what is wrong with a value.
  public var checks: [Finding.Kind]

  /// What stands behind a key.
  public indirect enum Form: Sendable {
    /// Plain text, without Markdown.
    case text
    /// A BCP 47 tag.
    case language
    /// ISO 8601, as far as it is known.
    case date
    case number
    case flag
    /// One of the words.
    case word([String])
    case list(Form)
    /// Members by their keys.
    case mapping([FieldKey])
    /// Values by the tags of their languages.
    case byLanguage(Form)
    /// Values by names of the publication's own.
    case byName(Form)
    case either([Form])
  }

  public init(
    _ name: String, _ form: Form, en: String, he: String, ar: String, example: String? = nil,
    checks: [Finding.Kind] = []
  ) {
    self.name = name
    self.form = form
    meaning = ["en": en, "he": he, "ar": ar]
    self.example = example
    self.checks = checks
  }

  /// What it means, in a language or else in English.
  public func meaning(in language: String) -> String { meaning[language] ?? meaning["en"] ?? "" }

  /// The keys inside it.
  public var members: [FieldKey] { form.members }
}

extension FieldKey.Form {
  /// The keys inside a mapping, or inside the mappings of a list.
  var members: [FieldKey] {
    switch self {
    case .mapping(let keys): keys
    case .list(let form), .byLanguage(let form), .byName(let form): form.members
    case .either(let forms): forms.flatMap(\.members)
    case .text, .language, .date, .number, .flag, .word: []
    }
  }
}
