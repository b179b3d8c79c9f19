import Exporting
import Manuscript
import Testing

@testable import Publishing

@Suite struct MetadataTests {
  @Test func noTextEndsTheScriptThatHoldsIt() {
    let json = JSON.object([
      ("name", .string("</script><script>alert(1)</script>\u{2028}\"\\")), ("gone", nil),
    ])
    #expect(
      String(decoding: json.bytes, as: UTF8.self)
        == #"{"name":"\u003c/script\u003e\u003cscript\u003ealert(1)\u003c/script\u003e\u2028\"\\"}"#
    )
  }

  @Test func licencesAreKnownByTheirNames() {
    #expect(Licence.parts("CC-BY-NC-4.0").name == "CC BY-NC 4.0")
    #expect(
      Licence.parts("CC-BY-NC-4.0").address == "https://creativecommons.org/licenses/by-nc/4.0/")
    #expect(Licence.parts("CC-EVIL-4.0").address == nil)
    #expect(Licence.parts("javascript:alert(1)").address == nil)
  }

  @Test func identifiersHaveOneForm() {
    for doi in ["10.1234/a(b)", "doi:10.1234/a(b)", "https://doi.org/10.1234/a(b)"] {
      #expect(DOI.plain(doi) == "10.1234/a(b)")
      #expect(DOI.address(doi) == "https://doi.org/10.1234/a%28b%29")
    }
    #expect(
      ORCID.address("https://orcid.org/0000-0002-1825-0097")
        == "https://orcid.org/0000-0002-1825-0097")
    #expect(ORCID.address("0000-0002-1825-009\"") == nil)
  }

  @Test func addressesThatActAreRefused() {
    for address in [
      "javascript:alert(1)", "JavaScript:alert(1)", "java\nscript:alert(1)", " javascript:x",
      "data:text/html,x", "vbscript:x", "file:///etc/passwd",
    ] {
      #expect(!WebAddress.isSafe(address), "\(address)")
    }
    for address in [
      "https://example.org/a:b", "about/", "/a?b=c:d", "mailto:a@example.org", "#a:b",
    ] {
      #expect(WebAddress.isSafe(address), "\(address)")
    }
  }

  @Test func theSizeOfAPictureIsReadFromItsHead() {
    let png: [UInt8] =
      [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0, 0, 13] + Array("IHDR".utf8)
      + [0, 0, 1, 44, 0, 0, 0, 200]
    #expect(PictureSize.of(png)?.width == 300)
    #expect(PictureSize.of(png)?.height == 200)
    let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC2, 0, 11, 8, 0, 200, 1, 44]
    #expect(PictureSize.of(jpeg)?.width == 300)
    #expect(PictureSize.of(Array(png.prefix(18))) == nil)
    #expect(PictureSize.of([0xFF, 0xD8, 0xFF, 0xE0, 0, 0]) == nil)
  }

  @Test func publicationSettingsAreReadAndFaultsHaveTheirPlaces() {
    let yaml = """
      name: {he: דפים, en: Leaves}
      url: https://example.org/leaves
      languages: [he, en, x]
      publsher: College
      menu:
        - about
        - {title: Evil, url: "javascript:alert(1)"}
        - {title: {en: Shop}, url: "https://example.org/shop"}
      articles-per-page: many
      """
    let (publication, findings) = PublicationReader.read(
      Array(yaml.utf8), file: "publication.yaml")
    #expect(publication.name.text(in: "ar", orElse: ["en"]) == "Leaves")
    #expect(publication.url == "https://example.org/leaves/")
    #expect(publication.languages == ["he", "en"])
    #expect(publication.menu.map(\.url) == [nil, "https://example.org/shop"])
    #expect(
      findings.map { "\($0.position.line) \($0.kind.rawValue)" } == [
        "3 wrong-language-tag", "4 misspelled-key", "7 unsafe-address", "9 wrong-type",
      ])
  }
}
