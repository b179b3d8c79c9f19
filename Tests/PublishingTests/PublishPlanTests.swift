import Testing

@testable import Publishing

@Suite struct PublishPlanTests {
  private func list(_ files: [String: String], _ names: [String]) -> PublishedList {
    var list = PublishedList()
    list.names = names
    for (path, hash) in files { list.files[path] = .init(hash: hash) }
    return list
  }

  @Test func everythingThatAPageLeadsToIsThereBeforeIt() {
    let before = list(
      [
        "index.html": "1", "a/index.html": "1", "assets/1/x.css": "1", "feed.xml": "1",
        "search/index.bin": "1", "gone/index.html": "1", "gone/p.svg": "1",
      ], ["one"])
    let site = [
      "index.html": "2", "a/index.html": "1", "assets/2/x.css": "2", "feed.xml": "2",
      "search/index.bin": "2", "search/t-0123456789abcdef-0.bin": "2", "new/index.html": "2",
      "new/p.svg": "2",
    ]
    let plan = PublishPlan(from: before, to: site, names: ["one", "two"])
    #expect(
      plan.steps == [
        ["assets/2/x.css", "search/t-0123456789abcdef-0.bin"], ["new/p.svg"], ["new/index.html"],
        ["index.html"], ["feed.xml", "search/index.bin"],
      ])
    #expect(plan.removals == [["gone/index.html"], ["gone/p.svg"]])
    #expect(plan.meanwhile.files["new/p.svg"] == .init(hash: nil))
    #expect(plan.after.files["assets/1/x.css"] == .init(hash: "1", left: "two"))
  }

  @Test func whatIsNamedByItsContentStaysForTwoMorePublishes() {
    var now = list(["assets/1/x.css": "1"], ["one"])
    var names = ["one"]
    for (name, isThere) in [("two", true), ("three", true), ("four", true), ("five", false)] {
      names = Array((names + [name]).suffix(PublishedList.length))
      now =
        PublishPlan(from: now, to: ["index.html": name], names: names).after
      #expect((now.files["assets/1/x.css"] != nil) == isThere, "\(name)")
    }
  }

  @Test func aSiteThatStandsIsNotSent() {
    let site = ["index.html": "1", "a/b.png": "1"]
    #expect(PublishPlan(from: list(site, ["one"]), to: site, names: ["one", "two"]).isEmpty)
  }

  @Test func theListIsReadAsItWasWritten() {
    var list = list(["a b/ג.html": "12-3"], ["one", "two"])
    list.files["x"] = .init(hash: nil, left: "one")
    #expect(PublishedList(list.bytes) == list)
    #expect(PublishedList(Array("something else\n".utf8)) == nil)
    #expect(PublishedList(Array("daf published 1\none\n1 - ../x\n".utf8)) == nil)
    #expect(PublishedList(list.bytes.dropLast()) == nil)
  }

  @Test(
    arguments: [
      ("/srv/www", .folder("/srv/www")), ("../live", .folder("../live")),
      ("me@host:/srv/a b", .host("me@host", folder: "/srv/a b")),
      ("host:site", .host("host", folder: "site")), ("./a:b", .folder("./a:b")),
      ("s3://bucket/a/b/", .store(bucket: "bucket", folder: "a/b")),
      ("s3://bucket", .store(bucket: "bucket", folder: "")), ("s3://", nil), ("", nil),
      ("https://a.example", nil), ("-e x:y", nil), (":x", nil), ("host:", nil), ("a\nb", nil),
    ] as [(String, PublishTarget.Place?)])
  func aPlaceIsKnownByItsForm(text: String, place: PublishTarget.Place?) {
    var target = PublishTarget(name: "live")
    target.to = text
    #expect(target.place == place)
  }
}
