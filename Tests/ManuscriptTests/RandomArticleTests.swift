import Testing

@testable import Manuscript

/// Markdown put together at random from pieces that hurt.
struct MarkdownGenerator {
  private var random: SplitMix

  init(seed: UInt64) { random = SplitMix(state: seed) }

  private static let pieces = [
    "א", "ב", "שלום", "צה\"ל", "ة", "word", "x", "1", "12.", " ", " ", " ", "  ", "\n", "\n",
    "\n\n",
    "\n\n", "*", "**", "***", "_", "__", "~~", "~", "`", "``", "```\n", "~~~\n", "[", "]", "(", ")",
    "](", "![", "[^1]", "[^2]", "[^*]", "[^א]", "\n[^1]: ", "\n[^2]: ", "\n[^*]: ", "\n    ",
    "\n  ",
    "<", ">", "\n> ", "\n>> ", "\n- ", "\n1. ", "\n2) ", "\n+ ", "\n# ", "\n## ", "\n### ", " #",
    "\n---\n", "\n===\n", "\n***\n", "|", " | ", "\n| a | b |\n| --- | :-: |\n| c | d |\n", "\\",
    "\\*", "\\[", "&amp;", "&lt;", "&", "&#32;", "&#10;", "&nbsp;", "!", "\"", "'", ":", "-", "=",
    "<!-- page 3 -->", "<!-- page -->", "<!-- check: ספק -->", "<!-- missing -->",
    "\n\n<!-- references -->\n\n- ", "\n\n<!-- links page 1 -->\n\n- <https://example.org/>\n",
    "<!-- x -->", "<!--", "-->", "<span lang=\"en\">", "</span>", "<b>", "</b>", "\n<div>\n",
    "https://example.org/a", "<https://example.org/b>", "http://x.org/ב", "[a](b)",
    "[a](<b c> \"t\")",
    "![ציור](a.png)", "\n![ציור[^2]](a.png \"טקסט\")\n", "\u{200F}", "\u{12470}", "\t",
    "\u{12470}1\u{12470}",
    "\n| ", "\n|\n", " || ", "\n: ", "\n::: box\n", "\n:::\n", "$", "$$", "$x$", "\n$$\n", "$$y$$",
    "@fig-a", "{#fig-a}", "{#tbl-b}",
    "[a]: /u\n", "\r\n", "־", "—", "״", "،", "…", "\u{FEFF}", "\u{0}",
  ]

  mutating func body(length: Int) -> String {
    (0..<length).map { _ in Self.pieces[random.below(Self.pieces.count)] }.joined()
  }
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers for the same seed everywhere.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}

@Suite struct RandomArticleTests {
  @Test(arguments: 0..<8)
  func readsTheSameFromWhatItWrote(part: Int) {
    for seed in (part * 250)..<(part * 250 + 250) {
      var generator = MarkdownGenerator(seed: UInt64(seed))
      let source = "---\ntitle: א\nlang: he\n---\n\n" + generator.body(length: 3 + seed % 25)
      let article = ManuscriptReader.read(source, file: "a.md").article
      let written = ManuscriptWriter.write(article)
      let again = ManuscriptReader.read(written, file: "a.md").article
      #expect(
        again.ignoringLayout == article.ignoringLayout,
        "seed \(seed)\n\(source.debugDescription)\n\(written.debugDescription)")
    }
  }
}
