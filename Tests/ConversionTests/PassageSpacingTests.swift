import Testing

@testable import Conversion

/// Spaces that only the whole passage shows to be wrong.
@Suite struct PassageSpacingTests {
  private func restored(_ text: String) -> String {
    PassageSpacing.restored(Array(text.unicodeScalars)).string
  }

  @Test func `A pair of quotation marks has no space inside`() {
    #expect(restored("בשם ״הסכם 2005 ״, הכולל") == "בשם ״הסכם 2005״, הכולל")
    #expect(restored("״ 23 אניות בתור״, סחר") == "״23 אניות בתור״, סחר")
    #expect(restored("צה״ל וב״הסכם 2005 ״ בלבד") == "צה״ל וב״הסכם 2005״ בלבד")
  }

  @Test func `A mark without a partner tells nothing`() {
    #expect(restored("הסכם 2005 ״ הכולל") == "הסכם 2005 ״ הכולל")
  }

  @Test func `Where marks do not fit their turns nothing changes`() {
    let text = "אמר ״כן״לא ״ אולי ״"
    #expect(restored(text) == text)
  }

  @Test func `The Arabic and is a part of its word`() {
    #expect(restored("بين 1910 و 1922 و مصر") == "بين 1910 و1922 ومصر")
    #expect(restored("واو و") == "واو و")
  }

  @Test func `A section's letter touches its number`() {
    #expect(restored("סעיף 14 (ג) בהסכם") == "סעיף 14(ג) בהסכם")
    #expect(restored("בשנת 2014 (גם כאן)") == "בשנת 2014 (גם כאן)")
  }

  @Test func `Signs between Latin and other words have their spaces`() {
    #expect(restored("את Dray& Thompson") == "את Dray & Thompson")
    #expect(restored("הבין־לאומי(ILO)") == "הבין־לאומי (ILO)")
    #expect(restored("R&D ומנהל(ת)") == "R&D ומנהל(ת)")
  }
}
