import Foundation
import Search

/// `daf search`: asks the index of a site what a reader would ask in the browser.
enum SearchCommand {
  static let subcommand = Subcommand(
    name: "search", summary: "Find articles of a site: daf search QUERY [--site DIR] [--json]",
    run: run)

  static let usage = """
    daf search QUERY [--site DIR] [--limit N] [--json]

    Answers a query by the search index of a built site (DIR, Output unless said), as its search
    page does: words in any form, "phrases", -without, prefix*, author:NAME, year:2020-2024.
    --limit N  gives at most N articles (10).
    --json     prints JSON.
    """

  /// - Parameter arguments: those after `search`.
  static func run(_ arguments: [String]) -> Int32 {
    do {
      let (arguments, query) = try queryApart(arguments)
      let taken = try Arguments(
        arguments, options: ["site", "limit"], flags: ["json", "help"])
      if taken.has("help") {
        Console.print(usage)
        return 0
      }
      let words = taken.operands + query
      guard !words.isEmpty else {
        Console.complain(usage)
        return 2
      }
      guard let limit = Int(taken["limit"] ?? "10"), limit >= 0 else {
        throw Arguments.Fault(sentence: "--limit wants a number.")
      }
      let site = URL(fileURLWithPath: taken["site"] ?? "Output", isDirectory: true)
      let engine = try SearchEngine { path in
        guard let data = RegularFile.contents(site.appendingPathComponent(path).path) else {
          throw IndexFault.missing(path)
        }
        return Array(data)
      }
      let answer = try engine.answer(words.joined(separator: " "), limit: limit)
      Console.print(taken.has("json") ? json(answer) : text(answer))
      return 0
    } catch let fault as Arguments.Fault {
      Console.complain(fault.sentence)
    } catch let fault as IndexFault {
      Console.complain(sentence(for: fault))
    } catch {
      Console.complain("The search could not be done: \(error).")
    }
    return 2
  }

  /// A query may begin with a hyphen (`-without`), which is no option: what has one hyphen is a word.
  private static func queryApart(_ arguments: [String]) throws -> ([String], [String]) {
    (arguments.filter { !isExclusion($0) }, arguments.filter(isExclusion))
  }

  private static func isExclusion(_ argument: String) -> Bool {
    argument.hasPrefix("-") && !argument.hasPrefix("--")
  }

  private static func sentence(for fault: IndexFault) -> String {
    switch fault {
    case .missing(let path):
      "There is no \(path) in the site: build it with “daf build”, or say where it is with --site."
    case .damaged(let path):
      "\(path) is damaged: build the site anew with “daf build”."
    case .version(let path, let version):
      "\(path) is of format \(version), which this Daf does not read: build the site anew."
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
      lines.append("Taken as: " + answer.corrections.joined(separator: ", "))
    }
    if !answer.missing.isEmpty {
      lines.append("Nowhere: " + answer.missing.joined(separator: ", "))
    }
    lines.append(answer.total == 1 ? "1 article" : "\(answer.total) articles")
    for result in answer.results {
      lines += ["", result.article.title, "  " + result.article.url]
      for passage in result.passages { lines.append("  #\(passage.anchor)  \(passage.text)") }
    }
    return lines.joined(separator: "\n")
  }
}
