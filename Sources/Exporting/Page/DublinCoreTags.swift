import Manuscript
import Orthography

/// Dublin Core in a page's head (DCMI, “Expressing Dublin Core in HTML”): the article in its own
/// language, and what the paper gives in others, each with its language.
public enum DublinCoreTags {
  /// What the prefixes of the names stand for.
  public static let schemas = [
    (prefix: "DC", address: "http://purl.org/dc/elements/1.1/"),
    (prefix: "DCTERMS", address: "http://purl.org/dc/terms/"),
  ]

  public static func tags(_ work: Work) -> [MetaTag] {
    var tags: [MetaTag] = []
    func add(_ name: String, _ content: String?, _ language: String? = nil) {
      if let content, !content.isEmpty {
        tags.append(MetaTag(name, content, language: language))
      }
    }
    let own = work.language
    add("DC.title", work.fullTitle, own)
    for translation in work.translations {
      add("DCTERMS.alternative", translation.title, translation.language)
    }
    for author in work.authors { add("DC.creator", author.name) }
    for editor in work.editors { add("DC.contributor", editor) }
    for keyword in work.keywords { add("DC.subject", keyword, own) }
    for translation in work.translations {
      for keyword in translation.keywords { add("DC.subject", keyword, translation.language) }
    }
    add("DC.description", work.abstract.map(oneLine), own)
    for translation in work.translations {
      add("DC.description", translation.abstract.map(oneLine), translation.language)
    }
    add("DC.publisher", work.publisher)
    add("DC.date", work.date?.iso8601)
    add("DCTERMS.modified", work.lastChange == work.date ? nil : work.lastChange?.iso8601)
    add("DC.type", type(of: work.kind))
    add("DC.format", "text/html")
    add("DC.identifier", work.doi.map(DOI.address) ?? work.address)
    add("DC.source", source(of: work))
    add("DC.language", own)
    add("DC.rights", work.licence.map { Licence.parts($0).address ?? $0 })
    for version in work.versions {
      add(work.isTranslation ? "DCTERMS.isVersionOf" : "DCTERMS.hasVersion", version.address)
    }
    for notice in work.notices {
      add("DCTERMS.provenance", "\(notice.date.iso8601): \(notice.text)", own)
    }
    return tags
  }

  /// The words that OJS writes and reference managers read.
  static func type(of kind: Work.Kind) -> String {
    switch kind {
    case .article, .review: "Text.Serial.Journal"
    case .chapter: "bookSection"
    case .report: "report"
    case .book: "book"
    }
  }

  /// Container, volume, issue and pages as one line.
  static func source(of work: Work) -> String? {
    guard let container = work.container else { return nil }
    var line = container
    if let volume = work.volume { line += " " + volume }
    if let issue = work.issue { line += "(\(issue))" }
    if let pages = work.pages {
      line +=
        Languages.comma(in: work.language)
        + [pages.first, pages.last].compactMap { $0 }.joined(separator: "–")
    }
    return line
  }

  /// The text with one space for each stretch of white space, and none at its ends.
  static func oneLine(_ text: String) -> String {
    var text = text
    let line = text.withUTF8 { text in
      var line: [UInt8] = []
      line.reserveCapacity(text.count)
      var isParted = false
      var index = 0
      while index < text.count {
        let space = spaceLength(text, index)
        if space > 0 {
          isParted = true
          index += space
          continue
        }
        if isParted, !line.isEmpty { line.append(0x20) }
        isParted = false
        line.append(text[index])
        index += 1
      }
      return line
    }
    return String(decoding: line, as: UTF8.self)
  }

  /// How many bytes the white space at a place has (Unicode's White_Space); 0 for anything else.
  private static func spaceLength(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    func byte(_ offset: Int) -> UInt8 { index + offset < text.count ? text[index + offset] : 0 }
    switch text[index] {
    case 0x09...0x0D, 0x20: return 1
    case 0xC2: return byte(1) == 0x85 || byte(1) == 0xA0 ? 2 : 0
    case 0xE1: return byte(1) == 0x9A && byte(2) == 0x80 ? 3 : 0
    case 0xE2:
      switch (byte(1), byte(2)) {
      case (0x80, 0x80...0x8A), (0x80, 0xA8), (0x80, 0xA9), (0x80, 0xAF), (0x81, 0x9F): return 3
      default: return 0
      }
    case 0xE3: return byte(1) == 0x80 && byte(2) == 0x80 ? 3 : 0
    default: return 0
    }
  }
}
