import Orthography
import Testing

@testable import Rendering

@Suite struct ForeignRunsTests {
  @Test func aParagraphRunsAsItsSentenceDoes() {
    func direction(_ text: String, in language: String) -> Direction {
      Prepared(LaidOut(text), in: Setting(language: language)).setting.direction
    }
    #expect(direction("Google, Meta ו־Amazon נחקרות.", in: "he") == .rightToLeft)
    #expect(direction("R. Haddad, \"Who Holds the Ledger?\", עמ׳ 17.", in: "he") == .leftToRight)
    #expect(
      direction("عن التمييز بين السجل والشهادة ينظر: R. Haddad, p. 17.", in: "en") == .rightToLeft)
  }

  @Test func latinPhraseInHebrewIsIsolatedTightly() {
    #expect(
      marked("he", "המושג soft power, שטבע")
        == "המושג <span lang=\"en\" dir=\"ltr\">soft power</span>, שטבע")
  }

  @Test func numberAfterALatinNameStaysOutside() {
    #expect(
      marked("he", "חברות NATO, 27 מדינות")
        == "חברות <span lang=\"en\" dir=\"ltr\">NATO</span>, 27 מדינות")
  }

  @Test func digitsGluedToALatinWordBelongToIt() {
    #expect(
      marked("he", "מטוס F-35 ורשת 5G בלבד")
        == "מטוס <span lang=\"en\" dir=\"ltr\">F-35</span> ורשת "
        + "<span lang=\"en\" dir=\"ltr\">5G</span> בלבד")
  }

  @Test func bracketOfLatinIsOnePieceWithItsYears() {
    #expect(
      marked("he", "הספרות (Swistek, 2012; Leahy, 2014: 15–17) מלמדת")
        == "הספרות (<span lang=\"en\" dir=\"ltr\">Swistek, 2012; Leahy, 2014: "
        + "<span class=\"number\">15–17</span></span>) מלמדת")
  }

  @Test func yearAfterANameInAMixedBracketStaysWithIt() {
    #expect(
      marked("he", "כפי שנטען (ראו Smith, 2020: 15) מאז")
        == "כפי שנטען (ראו <span lang=\"en\" dir=\"ltr\">Smith, 2020: 15</span>) מאז")
  }

  @Test func yearInBracketsAfterANameStaysWithIt() {
    #expect(
      marked("he", "לפי Smith (2020) אין")
        == "לפי <span lang=\"en\" dir=\"ltr\">Smith (2020)</span> אין")
  }

  @Test func hebrewRangesRunFromLeftToRight() {
    #expect(
      marked("he", "בשנים 1985–2020 חל")
        == "בשנים <bdi class=\"number\" dir=\"ltr\">1985–2020</bdi> חל")
  }

  @Test func otherRangesKeepTogetherAndTheirOrder() {
    #expect(
      marked("ar", "بين ١٩٨٥–٢٠٢٠ فقط") == "بين <span class=\"number\">١٩٨٥–٢٠٢٠</span> فقط")
    #expect(
      marked("ar", "بين 1985–2020 فقط") == "بين <span class=\"number\">1985–2020</span> فقط")
    #expect(
      marked("en", "between 1985–2020 only")
        == "between <span class=\"number\">1985–2020</span> only")
  }

  @Test func signsStayWithTheirNumbers() {
    #expect(
      marked("he", "ירד ל -5% השנה") == "ירד ל <bdi class=\"number\" dir=\"ltr\">-5%</bdi> השנה")
    #expect(marked("he", "ב-1948 קמה") == "ב-1948 קמה")
  }

  @Test func plainNumbersNeedNothing() {
    #expect(marked("he", "כ־88.4% מתוך 1,234") == "כ־88.4% מתוך 1,234")
  }

  @Test func gershayimAreNoQuotationMarks() {
    #expect(marked("he", "צה\"ל והאו\"ם") == "צה&quot;ל והאו&quot;ם")
    #expect(
      marked("en", "the word צה\"ל means")
        == "the word <span lang=\"he\" dir=\"rtl\">צה&quot;ל</span> means")
  }

  @Test func quotedNamesInARowAreApart() {
    #expect(
      marked("he", "בין \"soft power\", \"hard power\" ועוד")
        == "בין &quot;<span lang=\"en\" dir=\"ltr\">soft power</span>&quot;, "
        + "&quot;<span lang=\"en\" dir=\"ltr\">hard power</span>&quot; ועוד")
  }

  @Test func addressesAndIdentifiersArePieces() {
    #expect(
      marked("he", "ראו www.example.org/a_b; וכן doi:10.1000/182.")
        == "ראו <bdi class=\"address\" dir=\"ltr\">www.example.org/a_b</bdi>; וכן <bdi class=\"address\" dir=\"ltr\">doi:10.1000/182</bdi>."
    )
    #expect(
      marked("ar", "البريد a.b@example.org فقط")
        == "البريد <bdi class=\"address\" dir=\"ltr\">a.b@example.org</bdi> فقط")
  }

  @Test func fullStopOfAnAbbreviationBelongsToIt() {
    #expect(
      marked("he", "ארצות הברית (U.S.) וכן Smith et al. טענו")
        == "ארצות הברית (<span lang=\"en\" dir=\"ltr\">U.S.</span>) וכן "
        + "<span lang=\"en\" dir=\"ltr\">Smith et al.</span> טענו")
    #expect(
      marked("he", "תופעה זו היא soft power.")
        == "תופעה זו היא <span lang=\"en\" dir=\"ltr\">soft power</span>.")
  }

  @Test func pagesOfAReferenceBelongToIt() {
    #expect(
      marked("he", "ראו S. Novak, Second Flow, Oslo 2018, pp. 55–79.")
        == "ראו <span lang=\"en\" dir=\"ltr\">S. Novak, Second Flow, Oslo 2018, "
        + "<span class=\"number\">pp. 55–79</span></span>.")
  }

  @Test func arabicInHebrewHasItsLanguage() {
    #expect(
      marked("he", "המילה سلام בערבית")
        == "המילה <span lang=\"ar\">سلام</span> בערבית")
  }

  @Test func operationsRunFromLeftToRight() {
    #expect(
      marked("he", "נמצא כי p < 0.05 בלבד")
        == "נמצא כי <span lang=\"en\" dir=\"ltr\">p &lt; 0.05</span> בלבד")
    #expect(marked("he", "שטח 3×4 מטר") == "שטח <bdi class=\"number\" dir=\"ltr\">3×4</bdi> מטר")
  }

  @Test func namesWithCommasAreAListOfTheSentence() {
    #expect(
      marked("he", "נמצא NATO, UN, EU בלבד")
        == "נמצא <span lang=\"en\" dir=\"ltr\">NATO</span>, <span lang=\"en\" dir=\"ltr\">UN</span>, "
        + "<span lang=\"en\" dir=\"ltr\">EU</span> בלבד")
    #expect(
      marked("he", "הספר Guns, Germs, and Steel נמכר")
        == "הספר <span lang=\"en\" dir=\"ltr\">Guns, Germs, and Steel</span> נמכר")
  }

  @Test func digitsInGroupsAreOneNumber() {
    #expect(
      marked("he", "טלפון (03) 612-3456 בלבד")
        == "טלפון <bdi class=\"number\" dir=\"ltr\">(03) 612-3456</bdi> בלבד")
    #expect(
      marked("ar", "هاتف ٠٥٠ ١٢٣ ٤٥٦٧ فقط")
        == "هاتف <bdo class=\"number\" dir=\"ltr\">٠٥٠ ١٢٣ ٤٥٦٧</bdo> فقط")
    #expect(marked("he", "בשנים 1985 1990 1995 נספרו") == "בשנים 1985 1990 1995 נספרו")
  }

  /// Patterns that take a search for partners, for the end of a run or for a word before it over the
  /// whole block again and again, if it is not looked up.
  @Test(arguments: [
    "א abc ", "(", "([", "\"a ", "1 2 ", "p. 1, ", "a, ", "(a) ", "x = ", "1–2 ", "[1, ", "A. ",
    "$", "- ",
    "א (Smith, 2020: 1) ", "*a* א ",
  ])
  func timeIsLinear(_ pattern: String) {
    func seconds(_ count: Int) -> Double {
      let text = String(repeating: pattern, count: count)
      let start = ContinuousClock.now
      _ = marked("he", "אבגד " + text)
      let time = ContinuousClock.now - start
      return Double(time.components.attoseconds) / 1e18 + Double(time.components.seconds)
    }
    let short = (0..<3).map { _ in seconds(500) }.min() ?? 0
    let long = seconds(4_000)
    #expect(long < short * 24 + 0.05, "\(pattern): \(short) s, \(long) s")
  }

  /// A rule that looks ahead stops where the text does, wherever that is.
  @Test(arguments: [
    "טלפון 03-612-3456 (0)20 או +44 (0)20 [1] 010 [", "(03) 612-3456 (", "IG II² 12–14, 5° 30′ N [",
    "בשנים 1985–2020, (0, 1] ו־|x| ± 3 %", "كما ورد في Smith, 2020: 15–17 (٢٠٠٠) ٠١٠ [",
    "12.5 kg/m³ – “soft power”, a.b@c.org {", "§ 12(a)(3), doi:10.1/x #5 @a - -3 +972 (",
  ])
  func everyBeginningAndEndOfASentenceIsRead(_ text: String) {
    let signs = Array(text)
    for length in 0...signs.count {
      for part in [String(signs.prefix(length)), String(signs.suffix(length))] {
        for language in ["he", "ar", "en"] {
          let runs = marked(language, part).replacing(#/<[^>]*>/#, with: "")
          #expect(runs == part.replacing("&", with: "&amp;"), "\(language): \(part)")
        }
      }
    }
  }

  @Test func blockTurnsByItsFirstLettersAndItsMost() {
    #expect(
      marked("he", "Leahy, P. (2014).") == "<span lang=\"en\" dir=\"ltr\">Leahy, P. (2014).</span>")
    #expect(
      marked("he", "NATO היא ברית הגנה").hasPrefix("<span lang=\"en\" dir=\"ltr\">NATO</span> היא"))
    #expect(marked("he", "להרחבה ראו: Leahy, Military Diplomacy").hasPrefix("להרחבה ראו"))
  }
}
