import Manuscript
import Testing

@testable import Publishing

@Suite("A publication's theme")
struct ThemeTests {
  private func read(_ yaml: String) -> (theme: Theme, findings: [Finding]) {
    let (publication, findings) = PublicationReader.read(
      Array(yaml.utf8), file: "publication.yaml")
    return (publication.theme, findings)
  }

  @Test("settings are read, and what is left out has its default")
  func settings() {
    let (theme, findings) = read(
      """
      theme:
        accent: "#7a1f2b"
        hero: {he: על מקומות, en: On places}
        covers: bands
        fonts: {hebrew: David CLM}
      """)
    #expect(findings.isEmpty)
    #expect(theme.accent == "#7a1f2b")
    #expect(theme.hero.text(in: "he") == "על מקומות")
    #expect(theme.covers == .bands)
    #expect(theme.fonts.hebrew == "David CLM")
    #expect(theme.fonts.latin == Theme().fonts.latin)
  }

  @Test("a colour or a style that there is not is reported with its line, and the default serves")
  func wrongSettings() {
    let (theme, findings) = read("theme:\n  accent: teal\n  covers: stripes\n")
    #expect(findings.map(\.kind) == [.wrongColour, .unknownValue])
    #expect(findings.map(\.position.line) == [2, 3])
    #expect(theme.accent == nil)
    #expect(theme.covers == .leaves)
  }

  @Test("fonts of the reader's own bring no font to the site")
  func systemFonts() {
    let (theme, _) = read("theme: {fonts: system}")
    let assets = ThemeAssets(theme, settings: nil)
    #expect(assets.files.map(\.path) == ["styles/theme.css"])
  }

  @Test(
    "whatever the colour, its shades can be read on paper in both schemes",
    arguments: ["#0b5566", "#ffff00", "#000000", "#ffffff", "#7f7f7f", "#e91e63"])
  func contrast(_ colour: String) throws {
    let shades = try #require(AccentColours(colour))
    let paper = try #require(RGB("#fdfcf9"))
    let night = try #require(RGB("#17181b"))
    #expect(try #require(RGB(shades.light)).contrast(with: paper) >= 4.5)
    #expect(try #require(RGB(shades.lightStrong)).contrast(with: paper) >= 4.5)
    #expect(try #require(RGB(shades.dark)).contrast(with: night) >= 4.5)
    #expect(try #require(RGB(shades.area)).contrast(with: .white) >= 4.5)
  }

  @Test("the contrast ratio is that of WCAG: 21 for black on white, 4.54 for #767676")
  func ratio() throws {
    #expect(abs(RGB.black.contrast(with: .white) - 21) < 0.001)
    #expect(abs(try #require(RGB("#767676")).contrast(with: .white) - 4.54) < 0.01)
  }

  @Test("a cover is the same each time, and another volume's is another")
  func covers() {
    var theme = Theme()
    theme.fonts.areShipped = false
    let none = DrawnText(ThemeAssets(theme, settings: nil), isBold: true)
    func cover(_ seed: String) -> String {
      return Cover(
        heading: "דפים", title: "כרך", direction: .rightToLeft, seed: seed, style: .leaves,
        colour: "#0b5566"
      ).svg(.book, regular: none, bold: none)
    }
    #expect(cover("volume 1") == cover("volume 1"))
    #expect(cover("volume 1") != cover("volume 2"))
  }
}
