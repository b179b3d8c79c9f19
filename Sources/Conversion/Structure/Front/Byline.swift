import Manuscript

/// The line under a title: the authors, and where the paper gives it, the date beside a bar.
struct Byline {
  private(set) var names: [NameList.Name] = []
  private(set) var conjunctions: [String] = []
  private(set) var date: PartialDate?
  /// The date as it is printed.
  private(set) var dateText: String?

  init(_ words: Scalars) {
    for part in words.split(separator: "|").map({ Array($0).trimmed }) where !part.isEmpty {
      if date == nil, let found = PrintedDate.read(part) {
        date = found
        dateText = part.string
      } else {
        let list = NameList(part)
        names += list.names
        conjunctions += list.conjunctions
      }
    }
  }
}
