import Foundation
import Testing

@testable import Publishing

/// Builds a publication of three articles with a cache and a dictionary that notes what it is asked.
@Suite final class BuildCacheTests {
  private let folder = FileManager.default.temporaryDirectory.path + "/daf-\(UUID().uuidString)"
  private let plan: SiteBuilder.Plan

  init() throws {
    let templates =
      URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().path + "/Templates"
    var plan = SiteBuilder.Plan(
      articles: "\(folder)/Articles", templates: [templates], output: "\(folder)/Output")
    plan.cache = "\(folder)/.daf/cache"
    plan.dictionary = "\(folder)/dictionary"
    plan.threads = 2
    self.plan = plan
    try write("dictionary", Self.dictionary(version: "1"))
    for slug in ["one", "two", "three"] { try write(slug: slug, "סחר \(slug)") }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private static func dictionary(version: String) -> String {
    """
    #!/bin/sh
    if [ "$1" = -V ]; then echo "Test \(version)"; exit; fi
    while read -r word; do
      echo "$word" >> "$(dirname "$0")/asked"
      printf '\\356\\351: %s\\n\\t%s(\\362,\\346)\\n' "$word" "$word"
    done
    """
  }

  private func write(_ path: String, _ text: String) throws {
    let file = URL(filePath: "\(folder)/\(path)")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
  }

  private func write(slug: String, _ text: String) throws {
    try write("Articles/\(slug)/article.md", "---\ntitle: כותרת\nlang: he\n---\n\n\(text)\n")
  }

  /// Builds; tells how many articles were analysed and how many words asked.
  private func build(_ plan: SiteBuilder.Plan) -> (analysed: Int, asked: Int) {
    let asked = "\(folder)/asked"
    try? FileManager.default.removeItem(atPath: asked)
    let report = SiteBuilder.build(plan)
    #expect(report.isDone && report.searchDictionary != nil)
    let lines = (try? Files.read(asked))?.count { $0 == 0x0A }
    return (report.analysedArticles, lines ?? 0)
  }

  private func site(_ output: String) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for path in try Files.tree(output) { files[path] = try Files.read("\(output)/\(path)") }
    return files
  }

  @Test func anUnchangedArticleIsNotAnalysedAgain() throws {
    let first = build(plan)
    #expect(first == (3, 2))
    #expect(build(plan) == (0, 0))
    try write(slug: "two", "סחר two ונמלים")
    #expect(build(plan) == (1, 1))
    try FileManager.default.removeItem(atPath: "\(folder)/Articles/two")
    #expect(build(plan) == (0, 0))
    let kept = try Files.list("\(folder)/.daf/cache").filter { $0.name.hasPrefix("article-") }
    #expect(kept.count == 2)
  }

  @Test func theSiteIsTheSameWithAndWithoutTheCache() throws {
    _ = build(plan)
    try write(slug: "two", "סחר two ונמלים")
    var cached = plan
    cached.output = "\(folder)/cached"
    #expect(build(cached).analysed == 1)
    var plain = plan
    plain.cache = nil
    plain.output = "\(folder)/plain"
    #expect(build(plain).analysed == 3)
    #expect(try site(cached.output) == site(plain.output))
  }

  @Test func damagedFilesAreWorkedOutAnew() throws {
    let first = build(plan)
    let before = try site(plan.output)
    for entry in try Files.list("\(folder)/.daf/cache") {
      let path = "\(folder)/.daf/cache/\(entry.name)"
      var bytes = try Files.read(path)
      bytes[bytes.count / 2] ^= 0xFF
      try Data(bytes).write(to: URL(filePath: path))
    }
    #expect(build(plan) == first)
    #expect(try site(plan.output) == before)
    #expect(build(plan) == (0, 0))
  }

  @Test func anotherDictionaryIsAskedAnew() throws {
    let first = build(plan)
    try write("dictionary", Self.dictionary(version: "2"))
    #expect(build(plan) == (0, first.asked))
  }

  @Test func aCacheThatCannotBeWrittenIsDoneWithout() throws {
    try write(".daf", "a file in its way")
    let first = build(plan)
    #expect(build(plan) == first)
  }
}
