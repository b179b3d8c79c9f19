import Orthography
import Rendering

extension Work {
  /// Where it appeared, for readers, as one line in its language: the journal, book or series with its
  /// number, a book's editors, place and publisher of what is in no periodical, the year, the pages;
  /// `nil` where nothing of this is known.
  func appearance(_ labels: ArticleLabels) -> String? {
    let comma = Languages.comma(in: language)
    var parts: [String] = []
    if let container {
      let number = volume ?? number
      parts.append(container + (number.map { " " + $0 } ?? "") + (issue.map { "(\($0))" } ?? ""))
    }
    if !editors.isEmpty { parts.append("\(labels.editors) \(editors.joined(separator: comma))") }
    if !kind.isInPeriodical {
      let imprint = [place, publisher].compactMap { $0 }.joined(separator: ": ")
      if !imprint.isEmpty { parts.append(imprint) }
    }
    if let date { parts.append(String(date.year)) }
    if let pages {
      parts.append([pages.first, pages.last].compactMap { $0 }.joined(separator: "–"))
    }
    return parts.isEmpty ? nil : parts.joined(separator: comma)
  }
}
