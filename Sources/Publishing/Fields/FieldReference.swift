import Manuscript

/// The reference of all keys as a Markdown document, one table for each mapping.
public struct FieldReference: Sendable {
  /// BCP 47 tag; Hebrew and Arabic where it is `he` or `ar`, else English.
  public var language: String

  public init(language: String) { self.language = language }

  /// The document: front matter first, then the settings.
  public var text: String {
    let words = Words.all[language] ?? Words.english
    var text = "# \(words.title)\n\n\(words.opening)\n"
    append("article.md", FrontMatter.keys, path: "", words, &text)
    append(
      "pages/NAME.md, pages/news/NAME.md",
      FrontMatter.keys.filter { EditorsPage.keys.contains($0.name) }, path: "", words, &text)
    append("publication.yaml", Publication.keys, path: "", words, &text)
    append("volumes/NUMBER.yaml", VolumeNote.keys, path: "", words, &text)
    return text
  }

  private func append(
    _ heading: String, _ keys: [FieldKey], path: String, _ words: Words, _ text: inout String
  ) {
    text += "\n## `\(heading)`\n\n"
    text += "| \(words.key) | \(words.value) | \(words.meaning) | \(words.example) |\n"
    text += "| --- | --- | --- | --- |\n"
    for key in keys {
      let example = key.example.map { "`\($0)`" } ?? ""
      text +=
        "| `\(key.name)` | \(words.form(key.form)) | \(key.meaning(in: language)) | \(example) |\n"
    }
    for key in keys where !key.members.isEmpty {
      let path = path.isEmpty ? key.name : "\(path).\(key.name)"
      append(path, key.members, path: path, words, &text)
    }
  }

  private struct Words: Sendable {
    var title: String
    var opening: String
    var key: String
    var value: String
    var meaning: String
    var example: String
    /// By the name of a form.
    var forms: [String: String]

    func form(_ form: FieldKey.Form) -> String {
      switch form {
      case .text: forms["text"] ?? ""
      case .language: forms["language"] ?? ""
      case .date: forms["date"] ?? ""
      case .number: forms["number"] ?? ""
      case .flag: "`true`, `false`"
      case .word(let words): words.map { "`\($0)`" }.joined(separator: ", ")
      case .list(let form): "\(forms["list"] ?? ""): \(self.form(form))"
      case .mapping: forms["mapping"] ?? ""
      case .byLanguage(let form): "\(forms["byLanguage"] ?? ""): \(self.form(form))"
      case .byName(let form): "\(forms["byName"] ?? ""): \(self.form(form))"
      case .either(let choices):
        choices.map(self.form).joined(separator: " \(forms["or"] ?? "") ")
      }
    }

    static let all = ["en": english, "he": hebrew, "ar": arabic]

    static let english = Words(
      title: "Keys of front matter and settings",
      opening: "Every key may be left out, but for `title`. `daf fields` writes this page.",
      key: "key", value: "value", meaning: "meaning", example: "example",
      forms: [
        "text": "text", "language": "language tag", "date": "date", "number": "number",
        "list": "list", "mapping": "keys, below", "byLanguage": "by language", "byName": "by name",
        "or": "or",
      ])

    static let hebrew = Words(
      title: "המפתחות של המאמר ושל ההגדרות",
      opening: "אפשר להשמיט כל מפתח, חוץ מ־`title`. את העמוד הזה כותבת הפקודה `daf fields`.",
      key: "מפתח", value: "ערך", meaning: "משמעות", example: "דוגמה",
      forms: [
        "text": "טקסט", "language": "תגית שפה", "date": "תאריך", "number": "מספר",
        "list": "רשימה", "mapping": "מפתחות, להלן", "byLanguage": "לפי שפה", "byName": "לפי שם",
        "or": "או",
      ])

    static let arabic = Words(
      title: "مفاتيح المقال والإعدادات",
      opening: "يمكن ترك كل مفتاح إلا `title`. يكتب هذه الصفحة الأمر `daf fields`.",
      key: "المفتاح", value: "القيمة", meaning: "المعنى", example: "مثال",
      forms: [
        "text": "نص", "language": "رمز لغة", "date": "تاريخ", "number": "عدد", "list": "قائمة",
        "mapping": "مفاتيح، أدناه", "byLanguage": "بحسب اللغة", "byName": "بحسب الاسم",
        "or": "أو",
      ])
  }
}
