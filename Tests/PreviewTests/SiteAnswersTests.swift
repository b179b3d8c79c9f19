import Foundation
import Manuscript
import Testing

@testable import Preview

@Suite struct SiteAnswersTests {
  private let folder: Playground
  private let answers = SiteAnswers(session: "now", events: EventChannel())

  init() throws {
    folder = try Playground()
    try folder.write("secret.txt", "outside")
    try folder.write("site/index.html", "<!DOCTYPE html><html><body>Home</body></html>")
    try folder.write("site/404.html", "<p>Not here</p>")
    try folder.write("site/articles/מים/index.html", "<p>Water</p>")
    try folder.write("site/.daf", "the mark")
    try folder.write("site/feed.xml", "<feed/>")
    try folder.link("site/out.txt", to: "../secret.txt")
    try folder.link("site/up", to: "..")
    answers.take(
      BuiltSite(
        folder: folder("site"), sources: ["articles/מים/": "Articles/water & wells/article.md"],
        drafts: ["articles/מים/"]))
  }

  private func ask(_ target: String, host: String = "localhost:1") -> (status: Int, text: String) {
    let response = answers.answer(Request(target: target, headers: ["host": host]))
    switch response.body {
    case .bytes(let bytes): return (response.status, String(decoding: bytes, as: UTF8.self))
    case .file(let descriptor, let size):
      let bytes = SiteFolder.contents(of: descriptor, size: size) ?? []
      return (response.status, String(decoding: bytes, as: UTF8.self))
    case .events: return (response.status, "events")
    }
  }

  @Test func servesPagesWithTheScriptAndFilesAsTheyAre() throws {
    let home = ask("/")
    #expect(home.status == 200 && home.text.hasPrefix("<!DOCTYPE html><html><body>Home"))
    #expect(home.text.contains("src=\"/.daf/preview.js\" data-session=\"now\" data-version=\"1\""))
    #expect(!home.text.contains("data-draft"))
    #expect(ask("/feed.xml") == (200, "<feed/>"))
    let kept = try String(contentsOfFile: folder("site/index.html"), encoding: .utf8)
    #expect(!kept.contains("preview.js"))
  }

  @Test func tellsAPageWhereItComesFrom() {
    let page = ask("/articles/%D7%9E%D7%99%D7%9D/")
    #expect(page.status == 200)
    #expect(
      page.text.contains(
        "data-page=\"articles/מים/\" data-source=\"Articles/water &amp; wells/article.md\" data-draft>"
      ))
  }

  @Test func leadsToAFolderByItsSlash() {
    let response = answers.answer(
      Request(target: "/articles/%D7%9E%D7%99%D7%9D", headers: ["host": "localhost"]))
    #expect(response.status == 302)
    #expect(response.headers.first?.value == "/articles/%D7%9E%D7%99%D7%9D/")
  }

  @Test(arguments: [
    "/secret.txt", "/../secret.txt", "/%2e%2e/secret.txt", "/out.txt", "/up/secret.txt", "/.daf",
    "/.daf/", "/.daf/nothing", "/articles", "/articles/", "//etc/passwd", "/index.html/",
  ])
  func givesNothingFromOutsideOrHidden(target: String) {
    let answer = ask(target)
    #expect(answer.status == 404 || answer.status == 302)
    #expect(!answer.text.contains("outside") && !answer.text.contains("the mark"))
  }

  @Test func givesOtherHostsNothing() {
    let answer = ask("/", host: "attacker.example")
    #expect(answer.status == 403 && answer.text.isEmpty)
    #expect(ask("/.daf/events", host: "attacker.example").text.isEmpty)
  }

  @Test func showsTheSitesOwnPageWhereThereIsNone() {
    let answer = ask("/nowhere/")
    #expect(answer.status == 404 && answer.text.hasPrefix("<p>Not here</p>"))
    #expect(answer.text.contains("preview.js"))
  }

  @Test func leadsFromWhereTheSiteWillStand() {
    var site = BuiltSite(folder: folder("site"))
    site.basePath = "/leaves/"
    answers.take(site)
    func location(_ target: String) -> String? {
      let response = answers.answer(Request(target: target, headers: ["host": "localhost"]))
      return response.status == 302 ? response.headers.first?.value : nil
    }
    #expect(location("/leaves/articles/%D7%9E%D7%99%D7%9D/") == "/articles/%D7%9E%D7%99%D7%9D/")
    #expect(location("/leaves") == "/")
    #expect(location("/elsewhere/articles/") == nil)
    #expect(location("/leaves/leaves/") == "/leaves/")
    #expect(location("/nowhere/") == nil)
  }

  @Test func waitsForTheFirstSite() {
    let answers = SiteAnswers(session: "now", events: EventChannel())
    let response = answers.answer(Request(target: "/", headers: ["host": "localhost"]))
    guard case .bytes(let bytes) = response.body else { return }
    #expect(String(decoding: bytes, as: UTF8.self).contains("preview.js"))
  }

  @Test func countsOnlyBuildsThatChangedTheSite() {
    answers.take(BuiltSite(folder: folder("site"), changes: .files([])))
    #expect(ask("/").text.contains("data-version=\"1\""))
    answers.take(BuiltSite(folder: folder("site")))
    #expect(ask("/").text.contains("data-version=\"2\""))
  }
}
