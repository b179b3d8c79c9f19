/// Writes front matter in its canonical form: known keys in the order of the format's description,
/// two spaces of indentation, each value in the style it was read in, else plain where it can be.
struct FrontMatterWriter {
  private let notation: FrontMatterNotation
  private var output = ""

  private init(notation: FrontMatterNotation) { self.notation = notation }

  /// The lines between the two rules, each with its line break.
  static func write(_ front: FrontMatter) -> String {
    var writer = FrontMatterWriter(notation: front.notation)
    writer.write(front)
    return writer.output
  }

  private mutating func write(_ front: FrontMatter) {
    if !front.title.isEmpty { scalar("title", front.title) }
    scalar("subtitle", front.subtitle)
    if !front.language.isEmpty { scalar("lang", front.language) }
    authors(front.authors, path: "author", indent: 0)
    scalar("abstract", front.abstract)
    list("keywords", front.keywords)
    scalar("date", front.date?.iso8601, quoting: true)
    scalar("acknowledgements", front.acknowledgements)
    citation(front.citation)
    translations(front.translations)
    further(front)
  }

  private mutating func further(_ front: FrontMatter) {
    scalar("type", front.type)
    scalar("slug", front.slug)
    list("aliases", front.aliases)
    if front.isDraft { output += "draft: true\n" }
    scalar("series", front.series)
    if let order = front.order { output += "order: \(order)\n" }
    scalar("licence", front.licence)
    scalar("image", front.image)
    list("files", front.files)
    scalar("translation-of", front.translationOf)
    list("related", front.related)
    scalar("updated", front.updated?.iso8601, quoting: true)
    if !front.corrections.isEmpty {
      output += "corrections:\n"
      for (index, correction) in front.corrections.enumerated() {
        self.correction(correction, path: "corrections.\(index)", indent: 4, first: "  - ")
      }
    }
    if let retracted = front.retracted {
      output += "retracted:\n"
      correction(retracted, path: "retracted", indent: 2, first: "  ")
    }
    scalar("numerals", front.numerals?.rawValue)
    if !front.ignoredChecks.isEmpty || !front.doubts.isEmpty {
      output += "check:\n"
      list("ignore", front.ignoredChecks, path: "check.ignore", indent: 2)
      list("doubtful", front.doubts, path: "check.doubtful", indent: 2)
    }
  }

  // MARK: - Parts

  private mutating func authors(_ authors: [FrontMatter.Author], path: String, indent: Int) {
    guard !authors.isEmpty else { return }
    output += spaces(indent) + "author:\n"
    for (index, author) in authors.enumerated() {
      var entry = FrontMatterWriter(notation: notation)
      entry.fields(of: author, path: "\(path).\(index)", indent: indent + 4)
      // The first field stands on the line of its hyphen.
      output += spaces(indent + 2) + "- " + entry.output.dropFirst(indent + 4)
    }
  }

  private mutating func fields(of author: FrontMatter.Author, path: String, indent: Int) {
    scalar("name", author.name, path: path + ".name", indent: indent)
    scalar("family", author.family, path: path + ".family", indent: indent)
    scalar("given", author.given, path: path + ".given", indent: indent)
    list("affiliation", author.affiliations, path: path + ".affiliation", indent: indent)
    scalar("email", author.email, path: path + ".email", indent: indent)
    scalar("orcid", author.orcid, path: path + ".orcid", indent: indent)
    scalar("note", author.note, path: path + ".note", indent: indent)
  }

  private mutating func citation(_ citation: FrontMatter.Citation?) {
    guard let citation, citation != FrontMatter.Citation() else { return }
    output += "citation:\n"
    scalar("container-title", citation.containerTitle, within: "citation")
    list("editor", citation.editors, path: "citation.editor", indent: 2)
    scalar("publisher", citation.publisher, within: "citation")
    scalar("publisher-place", citation.publisherPlace, within: "citation")
    scalar("volume", citation.volume, within: "citation", quoting: true)
    scalar("issue", citation.issue, within: "citation", quoting: true)
    scalar("page", citation.page, within: "citation", quoting: true)
    scalar("url", citation.url, within: "citation")
    scalar("doi", citation.doi, within: "citation")
    scalar("issn", citation.issn, within: "citation")
    scalar("isbn", citation.isbn, within: "citation")
  }

  private mutating func translations(_ translations: [FrontMatter.Translation]) {
    guard !translations.isEmpty else { return }
    output += "translations:\n"
    for translation in translations {
      let path = "translations.\(translation.language)"
      output += "  " + key(translation.language) + ":"
      let start = output.utf8.count
      output += "\n"
      scalar("title", translation.title, path: path + ".title", indent: 4)
      authors(translation.authors, path: path + ".author", indent: 4)
      scalar("abstract", translation.abstract, path: path + ".abstract", indent: 4)
      list("keywords", translation.keywords, path: path + ".keywords", indent: 4)
      if output.utf8.count == start + 1 {
        output.removeLast()
        output += " {}\n"
      }
    }
  }

  private mutating func correction(
    _ correction: FrontMatter.Correction, path: String, indent: Int, first: String
  ) {
    let date = value(correction.date.iso8601, "\(path).date", quoting: true, indent: indent + 2)
    output += "\(first)date: \(date)\n"
    scalar("text", correction.text, path: path + ".text", indent: indent)
  }

  // MARK: - Values

  private mutating func scalar(
    _ name: String, _ text: String?, within parent: String, quoting: Bool = false
  ) {
    scalar(name, text, path: "\(parent).\(name)", indent: 2, quoting: quoting)
  }

  private mutating func scalar(
    _ name: String, _ text: String?, path: String? = nil, indent: Int = 0, quoting: Bool = false
  ) {
    guard let text else { return }
    let value = value(text, path ?? name, quoting: quoting, indent: indent + 2)
    output += "\(spaces(indent))\(name): \(value)\n"
  }

  private mutating func list(
    _ name: String, _ texts: [String], path: String? = nil, indent: Int = 0
  ) {
    guard !texts.isEmpty else { return }
    output += "\(spaces(indent))\(name):\n"
    for (index, text) in texts.enumerated() {
      let value = value(text, "\(path ?? name).\(index)", quoting: false, indent: indent + 4)
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
