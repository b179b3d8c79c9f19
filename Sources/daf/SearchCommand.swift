import Foundation
import Manuscript
import Search

/// `daf search`: asks the index of a site what a reader would ask in the browser.
enum SearchCommand {
  static let subcommand = Subcommand(
    name: "search", operands: "QUERY",
    summary: Wording(
      en: "find articles of a site", he: "חיפוש מאמרים באתר", ar: "البحث عن مقالات في موقع"),
    description: Wording(
      en: """
        Answers a query by the search index of a built site, as its search page does: words in any \
        form, "phrases", -without, prefix*, author:NAME, year:2020-2024.
        """,
      he: """
        משיבה על שאילתה לפי מפתח החיפוש של אתר בנוי, כמו עמוד החיפוש שלו: מילים בכל צורה, \
        "צירופים", -בלי, תחילית*, author:NAME, year:2020-2024.
        """,
      ar: """
        يجيب عن استعلام بفهرس بحث موقع مبني كما تجيب صفحة بحثه: كلمات بأي صيغة، "عبارات"، -دون، \
        بادئة*، author:NAME، year:2020-2024.
        """),
    options: [
      Subcommand.Option(
        "site", .folder, en: "the site (Output)", he: "האתר (Output)", ar: "الموقع (Output)"),
      Subcommand.Option(
        "limit", .number, en: "give at most so many articles (10)",
        he: "לכל היותר כך וכך מאמרים (10)",
        ar: "هذا العدد من المقالات على الأكثر (10)"),
      Subcommand.Option("json", en: "print JSON", he: "להדפיס JSON", ar: "طباعة JSON"),
    ], run: run)

  private static func run(_ arguments: Arguments) throws -> Int32 {
    guard !arguments.operands.isEmpty else { throw Arguments.Fault(ArgumentWordings.wantsQuery) }
    let limit = try arguments.number("limit", in: 0...1_000_000) ?? 10
    let site = URL(fileURLWithPath: arguments["site"] ?? "Output", isDirectory: true)
    do {
      let engine = try SearchEngine { path in
        guard let data = RegularFile.contents(site.appendingPathComponent(path).path) else {
          throw IndexFault.missing(path)
        }
        return Array(data)
      }
      let answer = try engine.answer(arguments.operands.joined(separator: " "), limit: limit)
      Console.print(arguments.has("json") ? json(answer) : text(answer))
      return 0
    } catch let fault as IndexFault {
      let (wording, facts) = sentence(for: fault)
      Console.complain(wording(Console.language, facts))
      return 2
    }
  }

  private static func sentence(for fault: IndexFault) -> (Wording, [String: String]) {
    switch fault {
    case .missing(let path): (SearchWordings.missing, ["path": path])
    case .damaged(let path): (SearchWordings.damaged, ["path": path])
    case .version(let path, let version):
      (SearchWordings.version, ["path": path, "version": "\(version)"])
    }
  }

  private struct Output: Encodable {
    struct Passage: Encodable {
      var anchor: String
      var text: String
    }
    struct Result: Encodable {
      var article: String
      var url: String
      var title: String
      var score: Double
      var passages: [Passage]
    }
    var total: Int
    var results: [Result]
    var corrections: [String]
    var missing: [String]
  }

  private static func json(_ answer: SearchEngine.Answer) -> String {
    let output = Output(
      total: answer.total,
      results: answer.results.map { result in
        Output.Result(
          article: result.article.slug, url: result.article.url, title: result.article.title,
          score: Double(result.score) / 1000,
          passages: result.passages.map { Output.Passage(anchor: $0.anchor, text: $0.text) })
      }, corrections: answer.corrections, missing: answer.missing)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(output) else { return "{}" }
    return String(decoding: data, as: UTF8.self)
  }

  private static func text(_ answer: SearchEngine.Answer) -> String {
    var lines: [String] = []
    if !answer.corrections.isEmpty {
      lines.append(
        SearchWordings.takenAs(
          Console.language, ["words": answer.corrections.joined(separator: ", ")]))
    }
    if !answer.missing.isEmpty {
      lines.append(
        SearchWordings.nowhere(
          Console.language, ["words": answer.missing.joined(separator: ", ")]))
    }
    lines.append(SearchWordings.found(Console.language, ["number": "\(answer.total)"]))
    for result in answer.results {
      lines += ["", result.article.title, "  " + result.article.url]
      for passage in result.passages { lines.append("  #\(passage.anchor)  \(passage.text)") }
    }
    return lines.joined(separator: "\n")
  }
}
