import Manuscript
import Markup

/// Reads what OJS says of an article: each text once for each locale, the article's own among them.
struct OJSFront {
  private(set) var frontMatter: FrontMatter
  private let locale: String
  private let element: MarkupElement

  /// - Parameters:
  ///   - element: a `publication`, or before version 3.2 an `article`.
  ///   - locale: the article's own.
  init(_ element: MarkupElement, locale: String) {
    self.element = element
    self.locale = locale
    frontMatter = FrontMatter(title: "", language: ImportedText.language(locale))
    frontMatter.title = localized("title", of: element) ?? ""
    // Since version 3.4 the title is exported with its prefix, and the prefix beside it.
    if let prefix = localized("prefix", of: element), !frontMatter.title.hasPrefix(prefix + " ") {
      frontMatter.title = prefix + " " + frontMatter.title
    }
    frontMatter.subtitle = localized("subtitle", of: element)
    frontMatter.abstract = own("abstract", of: element).flatMap(ImportedText.paragraphs)
    let sample = frontMatter.title + " " + (frontMatter.abstract ?? "")
    frontMatter.language = ImportedText.language(said: frontMatter.language, of: sample)
    frontMatter.keywords = keywords(of: locale)
    frontMatter.authors = people(in: locale)
    frontMatter.licence = Self.text(element.first("licenseUrl")).map(Self.licence)
    var citation = FrontMatter.Citation()
    citation.page = Self.text(element.first("pages"))
    citation.doi = Self.identifier(element, "doi")
    if citation != FrontMatter.Citation() { frontMatter.citation = citation }
    frontMatter.translations = otherLocales.map(translation).filter {
      $0 != FrontMatter.Translation(language: $0.language)
    }
  }

  // MARK: - Texts

  static func text(_ element: MarkupElement?) -> String? {
    guard let text = element?.text.trimmingSpaces, !text.isEmpty else { return nil }
    return text
  }

  static func identifier(_ element: MarkupElement, _ type: String) -> String? {
    text(element.all("id").first { $0["type"] == type })
  }

  /// The text in the article's own locale, or in the first that has one.
  private func own(_ name: String, of element: MarkupElement) -> String? {
    let all = element.all(name)
    let found =
      all.first { $0["locale"] == locale } ?? all.first { $0["locale"] == nil } ?? all.first
    return Self.text(found)
  }

  /// The same on one line, without marks of HTML.
  func localized(_ name: String, of element: MarkupElement) -> String? {
    own(name, of: element).map(ImportedText.line)
  }

  private func text(_ name: String, of element: MarkupElement, in locale: String) -> String? {
    Self.text(element.all(name).first { $0["locale"] == locale })
  }

  // MARK: - Parts

  private func keywords(of wanted: String) -> [String] {
    var words: [String] = []
    for group in element.all("keywords") where group["locale"] ?? locale == wanted {
      words += group.elements.compactMap(Self.text)
    }
    // Version 2 has one text for all, under “subject”.
    let old = element.at("indexing")?.all("subject") ?? []
    for subject in old where subject["locale"] ?? locale == wanted {
      words += subject.text.split { $0 == ";" || $0 == "؛" }.map(\.trimmingSpaces)
    }
    return words.filter { !$0.isEmpty }.map(ImportedText.line)
  }

  private var authorElements: [MarkupElement] {
    (element.first("authors") ?? element).all("author")
  }

  /// The authors. Their addresses for mail, which OJS keeps for the editors and shows to no reader,
  /// stay behind.
  ///
  /// - Parameter locale: that in which the names are wanted.
  private func people(in locale: String) -> [FrontMatter.Author] {
    authorElements.map { person in
      func part(_ names: String...) -> String? {
        names.lazy.compactMap { name in
          let all = person.all(name)
          return Self.text(
            all.first { $0["locale"] == locale } ?? all.first { $0["locale"] == self.locale }
              ?? all.first)
        }.first
      }
      let given = [part("givenname", "firstname"), part("middlename")].compactMap { $0 }
        .joined(separator: " ")
      let family = part("familyname", "lastname")
      var author = FrontMatter.Author(
        name: [given, family ?? ""].filter { !$0.isEmpty }.joined(separator: " "))
      if let family, family.contains(" ") { (author.family, author.given) = (family, given) }
      // Version 3.5 keeps the name inside, beside the number of a register.
      author.affiliations = person.all("affiliation").filter {
        $0["locale"] ?? locale == locale || person.all("affiliation").count == 1
      }.compactMap { Self.text($0.first("name") ?? $0) }.map(ImportedText.line)
      author.affiliations += person.all("rorAffiliation").compactMap { Self.text($0.first("name")) }
      author.orcid = part("orcid")?.split(separator: "/").last.map(String.init)
      author.note = part("biography").flatMap(ImportedText.paragraphs)
      return author
    }.filter { !$0.name.isEmpty }
  }

  /// The locales, beside the article's own, in which it has texts.
  private var otherLocales: [String] {
    var locales: [String] = []
    for child in element.elements {
      guard let other = child["locale"], other != locale, !other.isEmpty,
        !locales.contains(other), ["title", "abstract", "keywords"].contains(child.name)
      else { continue }
      locales.append(other)
    }
    return locales
  }

  private func translation(_ other: String) -> FrontMatter.Translation {
    var translation = FrontMatter.Translation(language: ImportedText.language(other))
    translation.title = text("title", of: element, in: other).map(ImportedText.line)
    translation.abstract = text("abstract", of: element, in: other)
      .flatMap(ImportedText.paragraphs)
    translation.keywords = keywords(of: other)
    let names = people(in: other).map(\.name)
    if names != frontMatter.authors.map(\.name) {
      translation.authors = names.map(FrontMatter.Author.init)
    }
    return translation
  }

  /// The list of sources that the article's record has, under a heading in its language.
  var references: [Block] {
    let entries = (element.first("citations")?.all("citation") ?? []).compactMap(Self.text)
    guard !entries.isEmpty else { return [] }
    let headings = ["he": "מקורות", "ar": "المراجع"]
    let items = entries.map { entry in
      List.Item(
        blocks: [Block(.paragraph(StyledText.withAddresses(ImportedText.line(entry))))])
    }
    return [
      Block(.heading(level: 2, [.text(headings[frontMatter.language] ?? "References")])),
      Block(.list(List(start: nil, isBibliography: true, items: items))),
    ]
  }

  /// The SPDX name of a licence by the address of its text.
  private static func licence(_ address: String) -> String {
    let parts = address.lowercased().split(separator: "/").map(String.init)
    guard let place = parts.firstIndex(of: "licenses"), parts.count > place + 2,
      parts.contains(where: { $0.hasSuffix("creativecommons.org") })
    else { return address }
    return "CC-\(parts[place + 1].uppercased())-\(parts[place + 2])"
  }
}
