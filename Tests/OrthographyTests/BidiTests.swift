import Testing

@testable import Orthography

@Suite struct BidiTests {
  @Test func `Hebrew with a number is printed with the number the right way round`() {
    #expect(Bidi.visual("בשנת 1985 נחתם", direction: .rightToLeft).text == "םתחנ 1985 תנשב")
  }

  @Test func `Brackets round Latin in a Hebrew line have the shape that is printed`() {
    let line = "המונח (Harlan, 2014). סוף"
    #expect(
      Bidi.visual(line, direction: .rightToLeft).text == "ףוס .(Harlan, 2014) חנומה")
    #expect(
      Bidi.visual(line, direction: .rightToLeft, mirrored: false).text
        == "ףוס .)Harlan, 2014( חנומה")
  }

  @Test func `A range with an en dash is printed turned in Hebrew, not in English`() {
    #expect(Bidi.visual("א 1985–2020 ב", direction: .rightToLeft).text == "ב 2020–1985 א")
    #expect(Bidi.visual("a 1985–2020 b", direction: .leftToRight).text == "a 1985–2020 b")
  }

  @Test func `A percent sign stands on the left of European digits in Arabic`() {
    #expect(Bidi.visual("بنسبة 46% في", direction: .rightToLeft).text == "يف %46 ةبسنب")
  }

  @Test func `Sources tell where each sign stood`() {
    #expect(Bidi.visual("אב1", direction: .rightToLeft).sources == [2, 1, 0])
    #expect(Bidi.levels(of: Array("אa".unicodeScalars), direction: .rightToLeft) == [1, 2])
  }

  @Test func `An empty line has nothing to turn`() {
    #expect(Bidi.visual("", direction: .rightToLeft).scalars.isEmpty)
  }

  @Test func `Mirrors are found for brackets alone`() {
    #expect(Bidi.mirror(of: "(") == ")")
    #expect(Bidi.mirror(of: "»") == "«")
    #expect(Bidi.mirror(of: "א") == nil)
  }
}
