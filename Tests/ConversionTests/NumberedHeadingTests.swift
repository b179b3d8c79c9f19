import Testing

@testable import Conversion

/// Headings that a paper numbers.
@Suite struct NumberedHeadingTests {
  /// The numbers of the labels that make the chain; a word stands for running text.
  private func chain(_ blocks: [String]) -> [[Int]] {
    var candidates: [NumberedHeadings.Candidate] = []
    for (index, block) in blocks.enumerated() {
      guard let label = NumberedHeadings.label(Array(block.unicodeScalars)) else { continue }
      candidates.append(
        NumberedHeadings.Candidate(passage: index, path: label.path, length: label.length))
    }
    return NumberedHeadings(candidates) { blocks[$0..<$1].contains("text") }.headings.map(\.path)
  }

  @Test func twoLevels() {
    let blocks = [
      "1. מבוא", "text", "2. הרקע", "2.1 העיר", "text", "2.2 הנהר", "text", "3. סיכום", "text",
    ]
    #expect(chain(blocks) == [[1], [2], [2, 1], [2, 2], [3]])
  }

  @Test func numbersThatDirectionTurned() {
    let blocks = ["1. مقدمة", "text", "2. الإطار", "1.2 الماء", "text", "2.2 العدد", "text"]
    #expect(chain(blocks) == [[1], [2], [2, 1], [2, 2]])
  }

  @Test func aListIsNoChainOfHeadings() {
    #expect(chain(["1. מים", "2. דרך", "3. רכבת", "text"]).isEmpty)
    let mixed = [
      "1. מבוא", "text", "1. מים", "2. דרך", "text", "2. הרקע", "text", "3. סוף", "text",
    ]
    #expect(chain(mixed) == [[1], [2], [3]])
  }

  @Test(arguments: ["1.5 מיליון", "2014. כך", "1.מבוא", "12", "1. "])
  func labels(text: String) {
    #expect(
      NumberedHeadings.label(Array(text.unicodeScalars))?.path
        == (text == "1.5 מיליון" ? [1, 5] : nil))
  }
}
