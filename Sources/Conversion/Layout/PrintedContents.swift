/// A printed table of contents, taken out of a paper's lines: entries whose leaders lead to a page
/// number, the entries that a line's end parts, and the heading above them. An article's contents are
/// made of its headings.
struct PrintedContents {
  /// The pages without them.
  private(set) var pages: [[PrintedLine]]
  private(set) var removals: [Removal] = []

  /// Fewer entries are no table of contents: dots may stand for what is left out.
  private static let least = 3
  /// Lines between two entries that belong to one of them.
  private static let between = 2

  init(_ pages: [[PrintedLine]]) {
    self.pages = pages
    let flat = pages.joined().map { $0 }
    let entries = flat.indices.filter { Self.hasLeaders(flat[$0].shown) }
    guard entries.count >= Self.least else { return }
    var taken: Set<Int> = []
    for (entry, next) in zip(entries, entries.dropFirst() + [flat.count]) {
      taken.insert(entry)
      if next < flat.count, next - entry <= Self.between + 1 { taken.formUnion(entry..<next) }
    }
    for entry in entries where entry > 0 && !taken.contains(entry - 1) {
      if Self.headings.contains(FrontMatterWords.key(Marker.removed(from: flat[entry - 1].text))) {
        taken.insert(entry - 1)
      }
    }
    let numbers = Set(taken.map { flat[$0].number })
    self.pages = pages.map { $0.filter { !numbers.contains($0.number) } }
    removals = taken.sorted().map {
      Removal(
        line: flat[$0].number, text: Marker.removed(from: flat[$0].text).string, reason: .contents)
    }
  }

  private static let headings: Set<String> = [
    "תוכן העניינים", "תוכן עניינים", "תוכן", "רשימת איורים", "רשימת טבלאות", "المحتويات", "الفهرس",
    "فهرس المحتويات", "جدول المحتويات", "فهرست", "فهرست مطالب", "فهرست شکل‌ها", "فهرست جداول",
    "contents", "table of contents", "list of figures", "list of tables",
  ]

  /// Whether dots lead from words to a number at one of the line's ends.
  private static func hasLeaders(_ shown: Scalars) -> Bool {
    let signs = shown.filter { !$0.isSpacing }
    var (run, longest) = (0, 0)
    for sign in signs {
      run = sign == "." || sign == "\u{2026}" || sign == "\u{B7}" ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest >= 5 && [signs.first, signs.last].contains { $0?.isLetterOrDigit ?? false }
  }
}
