/// Writes front matter in its canonical form: known keys in the order of the format's description,
/// two spaces of indentation, each value in the style it was read in, else plain where it can be.
struct FrontMatterWriter {
  private let notation: FrontMatterNotation
  private var output = ""

  private init(notation: FrontMatterNotation) { self.notation = notation }

  /// The lines between the two rules, each with its line break.
  static func write(_ front: FrontMatter) -> String {
    var writer = FrontMatterWriter(notation: front.notation)
    writer.write(front, FrontMatter.fields, path: "", indent: 0)
    return writer.output
  }

  /// Writes what a record has, key by key.
  mutating func write<Record>(
    _ record: Record, _ fields: Fields<Record>, path: String, indent: Int
  ) {
    for field in fields.all {
      let name = field.key.name
      field.write(record, path.isEmpty ? name : "\(path).\(name)", indent, &self)
    }
  }

  // MARK: - Parts

  mutating func authors(_ authors: [FrontMatter.Author], path: String, indent: Int) {
    guard !authors.isEmpty else { return }
    open("author", indent: indent)
    for (index, author) in authors.enumerated() {
      entry(indent: indent + 2) { entry, indent in
        entry.write(
          author, FrontMatter.Author.fields, path: "\(path).\(index)", indent: indent)
      }
    }
  }

  /// Writes an entry of a list, its first line behind the hyphen.
  mutating func entry(
    indent: Int, _ content: (inout FrontMatterWriter, _ indent: Int) -> Void
  ) {
    var entry = FrontMatterWriter(notation: notation)
    content(&entry, indent + 2)
    output += spaces(indent) + "- " + entry.output.dropFirst(indent + 2)
  }

  mutating func translations(
    _ translations: [FrontMatter.Translation], path: String, indent: Int
  ) {
    guard !translations.isEmpty else { return }
    open("translations", indent: indent)
    for translation in translations {
      output += spaces(indent + 2) + key(translation.language) + ":"
      let start = output.utf8.count
      output += "\n"
      write(
        translation, FrontMatter.Translation.fields, path: "\(path).\(translation.language)",
        indent: indent + 4)
      if output.utf8.count == start + 1 {
        output.removeLast()
        output += " {}\n"
      }
    }
  }

  // MARK: - Values

  /// A key whose members follow.
  mutating func open(_ name: String, indent: Int) { output += "\(spaces(indent))\(name):\n" }

  /// A value that needs no quoting.
  mutating func plain(_ name: String, _ value: String, indent: Int) {
    output += "\(spaces(indent))\(name): \(value)\n"
  }

  mutating func scalar(
    _ name: String, _ text: String?, path: String, indent: Int, quoting: Bool = false
  ) {
    guard let text else { return }
    plain(name, value(text, path, quoting: quoting, indent: indent + 2), indent: indent)
  }

  mutating func list(_ name: String, _ texts: [String], path: String, indent: Int) {
    guard !texts.isEmpty else { return }
    open(name, indent: indent)
    for (index, text) in texts.enumerated() {
      let value = value(text, "\(path).\(index)", quoting: false, indent: indent + 4)
      output += "\(spaces(indent + 2))- \(value)\n"
    }
  }

  private func value(_ text: String, _ path: String, quoting: Bool, indent: Int) -> String {
    YAMLScalar.write(text, style: notation.styles[path], quoting: quoting, indent: indent)
  }

  private func key(_ name: String) -> String {
    YAMLScalar.write(name, style: nil, quoting: false, indent: 0)
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
}
