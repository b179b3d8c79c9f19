import Testing

@testable import Preview

@Suite struct SitePathTests {
  @Test func readsNamesInAnyScript() {
    let path = SitePath(target: "/articles/%D7%9E%D7%99%D7%9D/index.html")
    #expect(path?.names == ["articles", "מים", "index.html"])
    #expect(path?.isFolder == false)
    #expect(SitePath(target: "/articles/مياه/")?.names == ["articles", "مياه"])
    #expect(SitePath(target: "/")?.names == [])
    #expect(SitePath(target: "/")?.isFolder == true)
    #expect(SitePath(target: "/a//b")?.names == ["a", "b"])
  }

  @Test(arguments: ["/articles/%D7%9E%D7%99%D7%9D/", "/a%20b%25c.html", "/"])
  func writesWhatItReads(target: String) {
    #expect(SitePath(target: target)?.target == target)
  }

  @Test(arguments: [
    "", "a", "http://127.0.0.1/a", "/..", "/../etc/passwd", "/a/../b", "/%2e%2e/b", "/%2E./b",
    "/a/%2e%2e%2fb", "/a%2Fb", "/a%5cb", "/a\\b", "/.git/config", "/a/.hidden", "/%2Edaf", "/./a",
    "/a%00.html", "/a%0d%0ab", "/a%7f", "/%", "/%4", "/%zz", "/%ff%fe", "/%c0%ae%c0%ae/a", "*",
  ])
  func refusesWhatNoSiteHas(target: String) {
    #expect(SitePath(target: target) == nil)
  }

  @Test func refusesWhatIsTooLong() {
    #expect(SitePath(target: "/" + String(repeating: "a", count: 5_000)) == nil)
  }
}
