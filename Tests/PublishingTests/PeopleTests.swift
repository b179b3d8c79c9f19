import Manuscript
import Testing

@testable import Publishing

@Suite struct PeopleTests {
  private func entry(
    _ slug: String, _ authors: [FrontMatter.Author], in language: String = "he",
    translations: [FrontMatter.Translation] = []
  ) -> ArticleEntry {
    var front = FrontMatter(title: slug, language: language)
    front.authors = authors
    front.translations = translations
    return ArticleEntry(folder: slug, file: slug, frontMatter: front, slug: slug)
  }

  private func author(
    _ name: String, family: String? = nil, orcid: String? = nil
  ) -> FrontMatter.Author {
    var author = FrontMatter.Author(name: name)
    author.family = family
    author.orcid = orcid
    return author
  }

  private func people(_ entries: [ArticleEntry]) -> People { People(entries, language: "he") }

  @Test func titlesAndSpellingsMakeNoOtherPerson() {
    let people = people([
      entry("a", [author("פרופ׳ גדעון מאירסון")]), entry("b", [author("גדעון מאירסון")]),
      entry("c", [author("ד\"ר גדעון מאירסון")]), entry("d", [author("ד״ר גדעון מאירסון")]),
      entry("e", [author("רות בן־דוד")]), entry("f", [author("רות בן-דוד")]),
      entry("g", [author("د. أحمد الأمين")], in: "ar"),
      entry("h", [author("احمد الامين")], in: "ar"),
    ])
    #expect(people.groups.map(\.name) == ["רות בן־דוד", "גדעון מאירסון", "أحمد الأمين"])
    #expect(people.groups.map(\.articles.count) == [2, 4, 2])
    #expect(people.groups[1].slug == "גדעון-מאירסון")
  }

  @Test func anORCIDOrATranslationJoinsScripts() {
    var translation = FrontMatter.Translation(language: "en")
    translation.authors = [author("Dan Orr")]
    let people = people([
      entry("a", [author("רות כהן", orcid: "0000-0002-1825-0097")]),
      entry("b", [author("Ruth Cohen", orcid: "https://orcid.org/0000-0002-1825-0097")], in: "en"),
      entry("c", [author("דן אור")], translations: [translation]),
      entry("d", [author("Dan Orr")], in: "en"),
    ])
    #expect(people.groups.map(\.name) == ["דן אור", "רות כהן"])
    #expect(people.facts.map { $0.names.dropFirst().map(\.text) } == [["Dan Orr"], ["Ruth Cohen"]])
    #expect(people.ofArticle == [[1], [1], [0], [0]])
  }

  @Test func aPersonHasWhatTheNewestArticleSays() throws {
    var now = author("רות כהן", orcid: "0000-0002-1825-0097")
    now.affiliations = ["המכללה"]
    var before = author("Ruth Cohen", orcid: "0000-0002-1825-0097")
    before.affiliations = ["The University", "המכללה"]
    before.note = "She reads registers."
    let people = people([entry("a", [now]), entry("b", [before], in: "en")])
    let facts = try #require(people.facts.first)
    #expect(facts.orcid == "https://orcid.org/0000-0002-1825-0097")
    #expect(facts.affiliations.map(\.text) == ["המכללה", "The University"])
    #expect(facts.names.map(\.language) == ["he", "en"])
    #expect(facts.notes == [PersonFacts.Text(text: "She reads registers.", language: "en")])
  }

  @Test func namesakesStayApart() {
    let people = people([
      entry("a", [author("דן כהן", orcid: "0000-0002-1825-0097")]),
      entry("b", [author("דן כהן", orcid: "0000-0002-1694-233X")]),
      entry("c", [author("דן כהן")]),
    ])
    #expect(people.groups.map(\.articles.count) == [1, 1, 1])
    #expect(Set(people.groups.map(\.slug)).count == 3)
  }

  @Test func peopleStandByFamilyNameTheOwnScriptFirst() {
    let people = people([
      entry("a", [author("רות כהן", family: "כהן")]), entry("b", [author("דוד אבן")]),
      entry("c", [author("الطيب صالح")], in: "ar"),
      entry("d", [author("Edward W. Said")], in: "en"),
      entry("e", [author("سمير قصير")], in: "ar"), entry("f", [author("Ann al-Azm")], in: "en"),
    ])
    #expect(
      people.groups.map(\.name)
        == ["דוד אבן", "רות כהן", "سمير قصير", "الطيب صالح", "Ann al-Azm", "Edward W. Said"])
  }

  @Test(arguments: [
    ("7", 7), ("٧", 7), ("כרך ז", 7), ("ט״ו", 15), ("טז", 16), ("קכ״ה", 125), ("VII", 7),
    ("xix", 19), ("Vol. 3", 3), ("MMXX", 2020),
  ])
  func volumesHaveNumbers(written: String, number: Int) {
    #expect(VolumeNumber.value(of: written) == number)
  }

  @Test func whatIsNoNumberHasNone() {
    for word in ["", "אביב", "Spring", "iiii"] { #expect(VolumeNumber.value(of: word) == nil) }
  }

  @Test func signsOfKeywordsTellThemApart() {
    #expect(Set(["C", "C++", "C#"].map { Slug.make(of: $0) }).count == 3)
    #expect(Slug.make(of: "מים וקרקע + אוויר") == "מים-וקרקע-אוויר")
  }
}
