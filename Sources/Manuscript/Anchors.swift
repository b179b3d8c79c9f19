/// The identifiers by which a page, the search index and citations address the parts of an article.
public enum Anchors {
  /// The `id` of a note's definition: `fn-3`.
  public static func note(_ label: String) -> String { "fn-" + slug(ofLabel: label) }

  /// The `id` of a note's reference: `fnref-3`, and `fnref-3-2` for the second with that label.
  public static func noteReference(_ label: String, occurrence: Int) -> String {
    let first = "fnref-" + slug(ofLabel: label)
    return occurrence > 1 ? "\(first)-\(occurrence)" : first
  }

  /// The `id` of the mark where a printed page begins: `page-133`.
  public static func page(_ number: String) -> String { "page-" + slug(ofLabel: number) }

  /// ASCII letters, digits and hyphens stand; anything else becomes its code points in
  /// hexadecimal, so that two labels never share an identifier.
  static func slug(ofLabel label: String) -> String {
    var slug = ""
    for scalar in label.unicodeScalars {
      switch scalar {
      case "0"..."9", "a"..."z", "A"..."Z", "-": slug.unicodeScalars.append(scalar)
      default: slug += "_" + String(scalar.value, radix: 16)
      }
    }
    return slug
  }

  /// The `id` of the article's title.
  public static let title = "title"

  /// The `id` of the article's abstract.
  public static let abstract = "abstract"

  /// Identifiers that no heading gets, since pages use them for their own parts.
  public static let reserved = [
    title, abstract, "notes", "contents", "main", "search", "authors", "keywords", "references",
    "links", "citation", "acknowledgements", "top", "menu", "footer", "header",
  ]

  /// A stable identifier for a heading: its letters and digits in any script, in lower case, with
  /// hyphens for what parts words. Points of vowels and cantillation are left out. At most 60 code
  /// points, ended at a word.
  public static func slug(ofHeading text: String) -> String {
    var words: [String] = []
    var word = ""
    for scalar in text.unicodeScalars {
      let properties = scalar.properties
      switch properties.generalCategory {
      case .uppercaseLetter, .titlecaseLetter: word += properties.lowercaseMapping
      case .lowercaseLetter, .otherLetter, .modifierLetter, .decimalNumber:
        if scalar != "\u{0640}" { word.unicodeScalars.append(scalar) }
      case .nonspacingMark, .enclosingMark, .format: continue
      case .otherPunctuation where quotes.contains(scalar): continue
      default:
        if !word.isEmpty { words.append(word) }
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
    var slug = words.first.map { String($0.unicodeScalars.prefix(60)) } ?? "section"
    for word in words.dropFirst() {
      guard slug.unicodeScalars.count + word.unicodeScalars.count < 60 else { break }
      slug += "-" + word
    }
    return isTaken(slug) ? "h-" + slug : slug
  }

  /// Quotation marks inside words: `צה"ל`, `ארה״ב`, `צ'ק`.
  private static let quotes: Set<Unicode.Scalar> = [
    "\"", "'", "\u{05F3}", "\u{05F4}", "\u{2019}",
  ]

  /// Whether a slug has the form of another kind of identifier.
  private static func isTaken(_ slug: String) -> Bool {
    if slug.hasPrefix("fn-") || slug.hasPrefix("fnref-") || slug.hasPrefix("page-")
      || slug.hasPrefix("daf-") || slug.hasPrefix("h-")
    {
      return true
    }
    return slug.hasPrefix("p") && slug.count > 1
      && slug.dropFirst().utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
