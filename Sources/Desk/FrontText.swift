import Manuscript

/// Changes front matter in place: one key's lines are written anew, all else stays as it was written.
public struct FrontText {
  private let text: String

  /// - Parameter text: front matter with its two rules.
  public init(_ text: String) { self.text = text }

  /// The front matter of an article that is no longer a conversion's draft; `nil` where it is none.
  var published: String? {
    guard text.contains("\ndraft: true\n"), text.contains("\ncheck:\n"),
      let settled = setting("draft", to: "")
    else { return nil }
    return FrontText(settled).setting("doubts", to: "")
  }

  private var front: FrontMatter {
    ManuscriptReader.readFrontMatter(Array(text.utf8), file: "").frontMatter
  }

  /// The values of the fields that can be set, by their keys, as they are set.
  public var fields: [String: String] {
    let front = front
    let citation = front.citation
    let values: [String: String?] = [
      "title": front.title, "subtitle": front.subtitle, "lang": front.language,
      "author": front.authors.map(\.name).joined(separator: "\n"), "abstract": front.abstract,
      "keywords": front.keywords.joined(separator: ", "), "date": front.date?.iso8601,
      "acknowledgements": front.acknowledgements, "slug": front.slug, "series": front.series,
      "container-title": citation?.containerTitle, "publisher": citation?.publisher,
      "volume": citation?.volume, "issue": citation?.issue, "page": citation?.page,
      "doi": citation?.doi,
    ]
    return values.compactMapValues { $0 }.filter { !$0.value.isEmpty }
  }

  /// What a conversion was not sure of in it, as the file says.
  public var guesses: [String] { front.doubts }

  /// An article's file with a key set to a value.
  public static func setting(_ field: String, to value: String, in file: String) -> String? {
    var sheet = Sheet(file)
    guard let front = FrontText(sheet.front).setting(field, to: value) else { return nil }
    sheet.front = front
    return sheet.text
  }

  /// The front matter with a key set to a value, or without the key where the value is empty.
  ///
  /// - Parameters:
  ///   - field: `title`, `author` (a name a line), `keywords` (parted by commas), …
  /// - Returns: `nil` for a key that cannot be set so.
  func setting(_ field: String, to value: String) -> String? {
    let value = value.split(separator: "\n", omittingEmptySubsequences: field != "abstract")
      .map { $0.trimmed }.joined(separator: "\n").trimmed
    var front = front
    guard Self.set(field, value, in: &front) else { return nil }
    let written = ManuscriptWriter.write(Article(frontMatter: front))
    let (key, fresh) = Self.lines(of: field, in: written)
    if text.isEmpty { return fresh.isEmpty ? text : written + "\n" }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if let range = Self.range(of: key, in: lines) {
      lines.replaceSubrange(range, with: fresh)
    } else if let close = lines.lastIndex(where: { $0 == "---" || $0 == "..." }), close > 0 {
      lines.insert(contentsOf: fresh, at: Self.place(of: key, in: lines, order: written) ?? close)
    }
    return lines.joined(separator: "\n")
  }

  private static func set(_ field: String, _ value: String, in front: inout FrontMatter) -> Bool {
    let text = value.isEmpty ? nil : value
    let list = value.split { $0 == "," || $0 == "\n" || $0 == "،" || $0 == ";" }.map { $0.trimmed }
      .filter { !$0.isEmpty }
    func citation(_ change: (inout FrontMatter.Citation) -> Void) {
      var citation = front.citation ?? FrontMatter.Citation()
      change(&citation)
      front.citation = citation == FrontMatter.Citation() ? nil : citation
    }
    switch field {
    case "title": front.title = value
    case "subtitle": front.subtitle = text
    case "lang": front.language = value
    case "abstract": front.abstract = text
    case "keywords": front.keywords = list
    case "acknowledgements": front.acknowledgements = text
    case "slug": front.slug = text
    case "series": front.series = text
    case "draft": front.isDraft = value == "true"
    case "date":
      guard let text else {
        front.date = nil
        return true
      }
      guard let date = PartialDate(text) else { return false }
      front.date = date
    case "author":
      let names = value.split(separator: "\n").map { $0.trimmed }.filter { !$0.isEmpty }
      front.authors = names.enumerated().map { index, name in
        var author =
          front.authors.first { $0.name == name }
          ?? (names.count == front.authors.count ? front.authors[index] : .init(name: name))
        author.name = name
        return author
      }
    case "container-title": citation { $0.containerTitle = text }
    case "publisher": citation { $0.publisher = text }
    case "volume": citation { $0.volume = text }
    case "issue": citation { $0.issue = text }
    case "page": citation { $0.page = text }
    case "doi": citation { $0.doi = text }
    case "doubts": front.doubts = []
    default: return false
    }
    return true
  }

  /// The lines that a key of the file takes in a front matter as it is written.
  private static func lines(of field: String, in written: String) -> (key: String, [String]) {
    let key =
      switch field {
      case "container-title", "publisher", "volume", "issue", "page", "doi": "citation"
      case "doubts": "check"
      default: field
      }
    let lines = written.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let range = range(of: key, in: lines) else { return (key, []) }
    return (key, Array(lines[range]))
  }

  private static func range(of key: String, in lines: [String]) -> Range<Int>? {
    guard let start = lines.firstIndex(where: { $0.hasPrefix(key + ":") }) else { return nil }
    let rest = lines[(start + 1)...]
    // A list may stand at its key's own margin.
    let end = rest.firstIndex { line in
      guard let first = line.first else { return false }
      return first != " " && first != "\t" && !line.hasPrefix("- ")
    }
    return start..<(end ?? lines.count)
  }

  /// Before the first key that stands behind this one where the front matter is written in order.
  private static func place(of key: String, in lines: [String], order written: String) -> Int? {
    let keys = written.split(separator: "\n").compactMap { line in
      line.prefixMatch(of: #/[a-z-]+:/#).map { String($0.output) }
    }
    guard let rank = keys.firstIndex(of: key + ":") else { return nil }
    let later = keys[(rank + 1)...]
    return lines.firstIndex { line in later.contains { line.hasPrefix($0) } }
  }
}

extension StringProtocol {
  /// Without white space at its ends.
  var trimmed: String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
