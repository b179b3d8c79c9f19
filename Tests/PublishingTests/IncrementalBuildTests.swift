import Foundation
import Synchronization
import Testing

@testable import Publishing

/// A publication that is edited at random and built with what earlier builds left; each site must
/// be the one that a fresh build makes.
@Suite final class IncrementalBuildTests {
  private let folder = FileManager.default.temporaryDirectory.path + "/daf-\(UUID().uuidString)"
  private let templates: String
  private var random: SeededRandom

  init() throws {
    templates =
      URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().path + "/Templates"
    random = SeededRandom(seed: 41)
    try write("publication.yaml", "name: כתב עת\nurl: https://example.org/\nexports: [txt]\n")
    try write("Templates/README.md", "")
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private func plan(_ output: String, cache: String?, threads: Int) -> SiteBuilder.Plan {
    var plan = SiteBuilder.Plan(
      articles: "\(folder)/Articles", templates: [templates, "\(folder)/Templates"],
      output: "\(folder)/\(output)")
    plan.publication = "\(folder)/publication.yaml"
    plan.cache = cache.map { "\(folder)/\($0)" }
    plan.dictionary = nil
    plan.threads = threads
    return plan
  }

  private func write(_ path: String, _ text: String) throws {
    let file = URL(filePath: "\(folder)/\(path)")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  private func remove(_ path: String) {
    try? FileManager.default.removeItem(atPath: "\(folder)/\(path)")
  }

  private func writeArticle(_ number: Int) throws {
    func pick(_ list: [String]) -> String { list[Int(random.next() % UInt64(list.count))] }
    let front = [
      "title: \(pick(["ים", "הר", "نهر", "Sea"])) \(random.next() % 3)",
      "lang: \(pick(["he", "ar", "en"]))",
      "author: [\(pick(["נגה ים", "دانا نور", "Ada Levi"]))]",
      "date: \(2000 + random.next() % 4)",
      "keywords: [\(pick(["מים", "נמל", "ماء"])), \(pick(["a", "b", "c"]))]",
      pick(["", "citation: {volume: \(random.next() % 3), page: \(number)}"]),
      pick(["", "series: סדרה", "related: [a1]", "translation-of: a2", "image: p.png"]),
      pick(["", "", "draft: true", "aliases: [old\(number)]"]),
    ].filter { !$0.isEmpty }.joined(separator: "\n")
    let body = pick(["פסקה[^1].\n\n[^1]: הערה.", "![א](p.png)", "## סעיף\n\nטקסט (Levi, 2001)"])
    try write("Articles/a\(number)/article.md", "---\n\(front)\n---\n\n\(body)\n")
  }

  /// Changes something.
  private func edit() throws {
    let number = Int(random.next() % 6)
    switch random.next() % 12 {
    case 0: remove("Articles/a\(number)")
    case 1: try write("Articles/a\(number)/p.png", "picture \(random.next() % 3)")
    case 2: remove("Articles/a\(number)/p.png")
    case 3: try write("Articles/pages/about.md", "---\ntitle: א\nlang: he\n---\n\n![](p.png)\n")
    case 4: remove("Articles/pages/about.md")
    case 5:
      let line = random.next() % 2 == 0 ? "exports: [txt]\n" : "articles-per-page: 2\n"
      try write("publication.yaml", "name: כתב עת\nurl: https://example.org/\n\(line)")
    case 6: try write("Templates/partials/footer.mustache", "<footer>\(random.next() % 2)</footer>")
    case 7: remove("Templates/partials")
    default: try writeArticle(number)
    }
  }

  private func site(_ output: String) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for path in try Files.treeAll("\(folder)/\(output)") {
      files[path] = try Files.read("\(folder)/\(output)/\(path)")
    }
    return files
  }

  @Test func aBuildAfterEditsIsAFreshOne() throws {
    for number in 0..<6 { try writeArticle(number) }
    for step in 0..<40 {
      let threads = 1 + Int(random.next() % 3)
      let report = SiteBuilder.build(plan("Output", cache: "cache", threads: threads))
      #expect(report.isDone)
      let fresh = SiteBuilder.build(plan("Fresh-\(step)", cache: nil, threads: 4 - threads))
      #expect(fresh.isDone)
      #expect(Set(report.findings.map(\.kind)) == Set(fresh.findings.map(\.kind)))
      #expect(report.checks == fresh.checks)
      let (kept, wanted) = (try site("Output"), try site("Fresh-\(step)"))
      let wrong = wanted.filter { kept[$0.key] != $0.value }.map(\.key).sorted()
      #expect(wrong.isEmpty, "step \(step)")
      // The index of the site before stays beside the new one.
      let more = Set(kept.keys).subtracting(wanted.keys).filter { !$0.hasPrefix("search/") }
      #expect(more.isEmpty, "step \(step)")
      remove("Fresh-\(step)")
      if step % 4 == 3 { remove("cache/record") }
      for _ in 0..<(1 + random.next() % 3) { try edit() }
    }
  }

  @Test func aBuildWithoutAChangeWritesNothing() throws {
    for number in 0..<3 { try writeArticle(number) }
    var plan = plan("Output", cache: "cache", threads: 2)
    // The question is put before each part of the site that is made.
    let made = Mutex(0)
    plan.shouldStop = {
      made.withLock { $0 += 1 }
      return false
    }
    #expect(SiteBuilder.build(plan).changedFiles > 0)
    #expect(made.withLock { $0 } > 30)
    let before = Files.facts("\(folder)/Output")
    // What was written just now could still change within the same moment of a coarse clock.
    let old = Date(timeIntervalSinceNow: -60)
    for path in try Files.treeAll("\(folder)/Articles") {
      try FileManager.default.setAttributes(
        [.modificationDate: old], ofItemAtPath: "\(folder)/Articles/\(path)")
    }
    for _ in 0..<3 {
      made.withLock { $0 = 0 }
      let report = SiteBuilder.build(plan)
      #expect(report.isDone && report.changedFiles == 0 && report.files > 30)
      #expect(Files.facts("\(folder)/Output") == before)
      // Pages at older addresses are few and made each time that anything is looked at.
      #expect(made.withLock { $0 } <= 1)
    }
    // Times alone do not make an article anew, nor does a damaged record harm.
    try Data("damage".utf8).write(to: URL(filePath: "\(folder)/cache/record"))
    let report = SiteBuilder.build(plan)
    #expect(report.isDone && report.changedFiles == 0)
    #expect(Files.facts("\(folder)/Output") == before)
  }

  @Test func aBuildThatIsStoppedAtAnyMomentLeavesTheSiteAsItWas() throws {
    for number in 0..<3 { try writeArticle(number) }
    var plan = plan("Output", cache: "cache", threads: 2)
    #expect(SiteBuilder.build(plan).isDone)
    let before = try site("Output")
    try write("Articles/a1/article.md", "---\ntitle: אחר\nlang: he\n---\n\nמילים אחרות.\n")
    var stops = 0
    while true {
      let asked = Mutex(0)
      let limit = stops * 5
      plan.shouldStop = {
        asked.withLock { asked in
          asked += 1
          return asked > limit
        }
      }
      guard SiteBuilder.build(plan).isStopped else { break }
      #expect(try site("Output") == before, "stopped after \(limit)")
      stops += 1
    }
    #expect(stops > 3)
    let fresh = self.plan("Fresh", cache: nil, threads: 1)
    #expect(SiteBuilder.build(fresh).isDone)
    let (kept, wanted) = (try site("Output"), try site("Fresh"))
    #expect(wanted.allSatisfy { kept[$0.key] == $0.value })
  }

  @Test func aFileOfTheSiteThatWasTamperedWithIsMadeAnew() throws {
    for number in 0..<3 { try writeArticle(number) }
    let plan = plan("Output", cache: "cache", threads: 2)
    #expect(SiteBuilder.build(plan).isDone)
    let before = try site("Output")
    try write("Output/articles/index.html", "foreign")
    try write("Output/index.html", "tampered")
    remove("Output/years")
    #expect(SiteBuilder.build(plan).isDone)
    #expect(try site("Output") == before)
  }
}

/// The same numbers each time (SplitMix64).
private struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
