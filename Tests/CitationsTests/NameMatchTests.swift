import Testing

@testable import Citations

/// Entries are looked for by keys of their heads; none that a name fits may be passed over.
@Suite struct NameMatchTests {
  private static let words = [
    "the", "a", "כהן", "כהנא", "לוינסון", "לוינזון", "loewenstein", "lowenstein", "loewensteins",
    "harlan", "harlans", "weiss", "weisz", "un", "institute", "institut", "institutes",
  ]

  @Test func everyHeadThatFitsIsFound() {
    for first in Self.words {
      for head in Self.words.flatMap({ one in Self.words.map { [one, $0, "x"] } }) {
        let cited = CitationText(first).tokens
        guard NameMatch.score(cited, head: head) > 0 else { continue }
        let shared = Set(NameMatch.keys(ofName: first)).intersection(NameMatch.keys(ofHead: head))
        #expect(!shared.isEmpty, "\(first) in \(head)")
      }
    }
  }
}
