import Testing

@testable import Publishing

@Suite struct SitemapTests {
  private func entries(_ count: Int) -> [Sitemap.Entry] {
    (0..<count).map { Sitemap.Entry(path: "a/\($0)/", alternates: []) }
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test func oneFileHoldsFiftyThousandAddresses() {
    let url = "https://example.org/"
    #expect(Sitemap.files(entries(50_000), url: url).map(\.path) == ["sitemap.xml"])
    let files = Sitemap.files(entries(50_001), url: url)
    #expect(files.map(\.path) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"])
    #expect(text(files[0].bytes).contains("<loc>https://example.org/sitemap-2.xml</loc>"))
    #expect(text(files[2].bytes).contains("<loc>https://example.org/a/50000/</loc>"))
  }

  @Test func noFileIsLargerThanItMayBe() {
    let files = Sitemap.files(entries(100), url: "https://example.org/", mostBytes: 2_000)
    #expect(files.count > 3)
    #expect(files.dropFirst().allSatisfy { $0.bytes.count <= 2_000 })
    let addresses = files.dropFirst().map { text($0.bytes).ranges(of: "<url>").count }
    #expect(addresses.reduce(0, +) == 100)
  }
}
