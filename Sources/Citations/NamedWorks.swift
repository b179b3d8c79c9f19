import Manuscript

/// How many works a note names.
enum NamedWorks: Equatable {
  case none
  case one
  case several

  /// Counts the works of a note's text by what a reference to a work always has: a year in
  /// brackets, an address, or, between semicolons, a year, a title in quotation marks or a page.
  ///
  /// Two of one kind are two works; a year and an address together are one.
  init(_ text: CitationText) {
    var addresses = 0
    var bracketedYears = 0
    var segments = 0
    var segmentHasSign = false
    var depth = 0
    for index in 0...text.tokens.count {
      let gap = text.gap(before: index)
      for scalar in gap.unicodeScalars where scalar != " " {
        switch scalar {
        case "(", "[": depth += 1
        case ")", "]": depth = max(0, depth - 1)
        case ";", "؛":
          segments += segmentHasSign ? 1 : 0
          segmentHasSign = false
        case "\"", "“", "”", "«", "״": segmentHasSign = true
        default: break
        }
      }
      guard index < text.tokens.count else { break }
      let word = text.tokens[index].folded
      let isAddress =
        word == "www"
        || (["http", "https"].contains(word) && text.gap(before: index + 1).hasPrefix("://"))
      if isAddress, !(word == "www" && gap.hasSuffix("://")) { addresses += 1 }
      if let (_, _) = text.year(at: index) {
        if depth > 0 { bracketedYears += 1 }
        segmentHasSign = true
      }
      let isPage =
        Ibidem.pageWords.contains(word) && index + 1 < text.tokens.count
        && text.tokens[index + 1].isNumber
      if isAddress || isPage { segmentHasSign = true }
    }
    segments += segmentHasSign ? 1 : 0
    let count = max(addresses, bracketedYears, segments)
    self = count == 0 ? .none : count == 1 ? .one : .several
  }
}
