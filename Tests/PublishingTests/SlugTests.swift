import Testing

@testable import Publishing

@Suite struct SlugTests {
  @Test func lettersOfEveryScriptStandAndTheRestIsHyphens() {
    #expect(Slug.make(of: "מים ומוסדות") == "מים-ומוסדות")
    #expect(Slug.make(of: "Track II – (diplomacy)!") == "track-ii-diplomacy")
    #expect(Slug.make(of: "السياسات المائية") == "السياسات-المائية")
    #expect(Slug.make(of: "סדר-יום, 2020") == "סדר-יום-2020")
  }

  @Test func pointsGershayimAndTatweelMakeNoDifference() {
    #expect(Slug.make(of: "שָׁלוֹם") == Slug.make(of: "שלום"))
    #expect(Slug.make(of: "צה\"ל") == Slug.make(of: "צה״ל"))
    #expect(Slug.make(of: "محـمد") == Slug.make(of: "محمد"))
  }

  @Test func aTextWithoutLettersHasAnAddressToo() {
    #expect(Slug.make(of: "!!") == "21-21")
    #expect(Slug.make(of: "") == "0")
  }

  @Test func longNamesFitIntoAFileSystemAndStayApart() {
    let long = String(repeating: "מילה ", count: 100)
    #expect(Slug.make(of: long).utf8.count < 160)
    #expect(Slug.make(of: long + "א") != Slug.make(of: long + "ב"))
  }

  @Test func whatLeadsElsewhereIsNoAddress() {
    for text in [
      "..", ".", "", "a/b", "a b", ".git", "-x", "a?b", "a#b", "a%2fb", "a\u{0}b", "a\\b",
      "a\u{202E}b",
    ] {
      #expect(!Slug.isAddress(text), "\(text)")
    }
    for text in ["third-quay", "מים-מושבים", "الواحات", "2020_a", "בר־שדה"] {
      #expect(Slug.isAddress(text), "\(text)")
    }
  }

  @Test func addressesArePercentEncoded() {
    #expect(Slug.percentEncoded("articles/אב/") == "articles/%D7%90%D7%91/")
    #expect(Slug.percentEncoded("a b&c\"d") == "a%20b%26c%22d")
  }

  @Test func olderAddressesStayInsideTheSite() {
    #expect(Redirect.path(of: "old-name") == "articles/old-name/")
    #expect(Redirect.path(of: "/2019/05/name.html") == "2019/05/name.html")
    #expect(Redirect.path(of: "journal/מאמר/") == "journal/מאמר/")
    for alias in ["../secret", "/../../etc/passwd", "a//..//b", "https://example.org/x", "", "/"] {
      #expect(Redirect.path(of: alias) == nil, "\(alias)")
    }
  }
}
