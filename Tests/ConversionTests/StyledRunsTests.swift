import Manuscript
import Testing

@testable import Conversion

/// Emphasis, strength and links of printed letters, as inlines.
@Suite struct StyledRunsTests {
  private typealias Style = PrintedStyles.Style

  /// The inlines of a text in which a style holds for the letters of each given word.
  private func styled(_ text: String, _ words: [String: Style]) -> [Inline] {
    var styles: ArraySlice<Style> = []
    for word in Array(text.unicodeScalars).words {
      let letters = word.filter(\.isLetterOrDigit)
      styles += [Style](repeating: words[letters.string] ?? Style(), count: letters.count)
    }
    let inlines = StyledRuns.inlines(of: .text(text), &styles)
    #expect(styles.isEmpty)
    return inlines
  }

  @Test func `A run takes the spaces and signs inside it, and none at its ends`() {
    let italic = Style(isItalic: true)
    #expect(
      styled("ראו (Rivers, States), עמ׳ 3", ["Rivers": italic, "States": italic]) == [
        .text("ראו ("), .emphasis([.text("Rivers, States")]), .text("), עמ׳ 3"),
      ])
  }

  @Test func `Italic and bold letters may be part of a link`() {
    let address = "https://example.org/a"
    #expect(
      styled("הדוח המלא כאן", ["הדוח": Style(address: address), "המלא": Style(address: address)])
        == [
          .link(Link(destination: address, content: [.text("הדוח המלא")])), .text(" כאן"),
        ])
    #expect(
      styled("מאוד", ["מאוד": Style(isItalic: true, isBold: true)]) == [
        .strong([.emphasis([.text("מאוד")])])
      ])
  }

  @Test func `Vowel signs stay with their letters`() {
    #expect(
      styled("نصٌّ، ثم", ["نصٌّ": Style(isBold: true)]) == [
        .strong([.text("نصٌّ")]), .text("، ثم"),
      ])
  }

  @Test func `An address that is its own text takes its letters along`() {
    let italic = Style(isItalic: true)
    var styles: ArraySlice<Style> = [Style(), Style(), italic]
    let link = Inline.link(
      Link(destination: "ab", content: [.text("ab")], isAutolink: true))
    #expect(StyledRuns.inlines(of: link, &styles) == [link])
    #expect(styles == [italic])
  }
}
