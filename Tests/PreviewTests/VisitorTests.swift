import Testing

@testable import Preview

@Suite struct VisitorTests {
  private func isWelcome(_ headers: [String: String]) -> Bool {
    Visitor.isWelcome(Request(target: "/", headers: headers))
  }

  @Test(arguments: [
    "localhost", "localhost:4000", "LocalHost:4000", "127.0.0.1", "127.0.0.1:80", "[::1]:4000",
  ])
  func knowsTheLoopbackAddress(host: String) {
    #expect(isWelcome(["host": host]))
  }

  @Test(arguments: [
    "", ":4000", "attacker.example", "attacker.example:4000", "localhost.attacker.example",
    "127.0.0.1.attacker.example", "127.0.0.1:4000.attacker.example", "0.0.0.0:4000", "127.0.0.2",
    "localhost:", "localhost:4000:1", "localhost@attacker.example", "[::1", "[::1]attacker",
    "2130706433", "localhost.",
  ])
  func refusesEveryOtherName(host: String) {
    #expect(!isWelcome(["host": host]))
  }

  @Test func refusesARequestWithoutAName() {
    #expect(!isWelcome([:]))
  }

  @Test func refusesWhatAnotherSiteAsksFor() {
    func from(_ site: String, mode: String, destination: String) -> Bool {
      isWelcome([
        "host": "localhost:4000", "sec-fetch-site": site, "sec-fetch-mode": mode,
        "sec-fetch-dest": destination,
      ])
    }
    #expect(from("same-origin", mode: "no-cors", destination: "script"))
    #expect(from("none", mode: "navigate", destination: "document"))
    #expect(from("cross-site", mode: "navigate", destination: "document"))
    #expect(!from("cross-site", mode: "navigate", destination: "iframe"))
    #expect(!from("cross-site", mode: "no-cors", destination: "script"))
    #expect(!from("same-site", mode: "cors", destination: "empty"))
  }
}
