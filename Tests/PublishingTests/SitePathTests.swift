import Testing

@testable import Publishing

@Suite struct SitePathTests {
  @Test(arguments: ["index.html", "articles/מים/index.html", "a/b/c.png", ".daf", "..a/b", "a/..."])
  func pathsInsideASite(path: String) {
    #expect(SitePath.isSafe(path))
  }

  @Test(arguments: [
    "", "/", "/a", "a/", "a//b", "../a", "a/../b", "a/..", ".", "a/./b", "a\0b", "a\nb",
    String(repeating: "ל", count: 200), String(repeating: "a/", count: 2000) + "a",
    String(repeating: "a/", count: 64) + "a",
  ])
  func pathsThatLeadOutOrAreNone(path: String) {
    #expect(!SitePath.isSafe(path))
    #expect(throws: FileFault.self) { try DiscardingSink().write([], to: path) }
    #expect(throws: FileFault.self) {
      try StandingSite(path: "/nonexistent").write([], to: path)
    }
  }

  @Test func aPathIsGivenOnce() throws {
    var ledger = PathLedger()
    ledger.claim(folder: "articles/a", for: "a.md")
    try ledger.claim("articles/a/index.html", for: "a.md")
    try ledger.claim("feed.xml", for: "Daf")
    try ledger.claim("about/index.html", for: "about.md")
    for path in [
      "feed.xml", "feed.xml/index.html", "about", "about/index.html/x",
      "articles/a/older/index.html",
      "articles", "articles/a",
    ] {
      #expect(throws: PathLedger.Refusal.self, "\(path)") { try ledger.claim(path, for: "other") }
    }
    try ledger.claim("articles/b/index.html", for: "other")
    try ledger.claim("about/us/index.html", for: "other")
  }
}
