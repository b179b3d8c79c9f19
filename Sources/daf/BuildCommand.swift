import Foundation
import Manuscript
import Publishing

/// `daf build`: the publication becomes a site.
enum BuildCommand {
  static let subcommand = Subcommand(
    name: "build", summary: "make the site of a publication", run: run)

  static let usage = """
    daf build [FOLDER] [--output FOLDER] [--publication FILE] [--templates FOLDER]
              [--drafts] [--no-pdf] [--jobs NUMBER] [--shard NUMBER/COUNT] [--quiet]

    Makes the site of the publication in a folder (this one unless said): its Articles, its
    publication.yaml and, if it has them, its own Templates.

      --output FOLDER       where to (FOLDER/Output); only a folder that Daf made is replaced
      --publication FILE    settings, instead of FOLDER/publication.yaml
      --templates FOLDER    templates, instead of FOLDER/Templates; what is missing there is Daf's
      --drafts              show drafts, marked as such
      --no-pdf              make no PDFs, though publication.yaml wants them
      --jobs NUMBER         how many threads work at once (as many as there are processors)
      --shard NUMBER/COUNT  make one of so many parts, without the search (see docs/scale.md)
      --quiet               say nothing but faults
    """

  private static func run(_ list: [String]) -> Int32 {
    if list.contains("--help") {
      Console.print(usage)
      return 0
    }
    do {
      let arguments = try Arguments(
        list, options: ["output", "publication", "templates", "jobs", "shard"],
        flags: ["drafts", "no-pdf", "quiet"])
      let plan = try plan(arguments)
      let report = SiteBuilder.build(plan)
      return tell(report, plan, isQuiet: arguments.has("quiet"))
    } catch let fault as Arguments.Fault {
      Console.complain(fault.sentence)
    } catch {
      Console.complain("\(error)")
    }
    return 2
  }

  private static func plan(_ arguments: Arguments) throws -> SiteBuilder.Plan {
    guard arguments.operands.count < 2 else {
      throw Arguments.Fault(
        sentence: "daf build takes one folder, not \(arguments.operands.count).")
    }
    let place = PublicationPlace(arguments.operands.first ?? ".")
    var plan = SiteBuilder.Plan(
      articles: place.path("Articles"),
      templates: PublicationPlace.templateFolders(
        own: arguments["templates"] ?? place.path("Templates")),
      output: arguments["output"] ?? place.path("Output"))
    plan.publication = arguments["publication"] ?? place.existing("publication.yaml")
    plan.cache = place.path(".daf/cache")
    plan.showsDrafts = arguments.has("drafts")
    plan.makesPDF = !arguments.has("no-pdf")
    plan.threads = ProcessInfo.processInfo.activeProcessorCount
    if let jobs = arguments["jobs"] {
      guard let number = Int(jobs), (1...256).contains(number) else {
        throw Arguments.Fault(sentence: "--jobs wants a number from 1 to 256, not “\(jobs)”.")
      }
      plan.threads = number
    }
    if let text = arguments["shard"] {
      guard let shard = Shard(text) else {
        throw Arguments.Fault(sentence: "--shard wants a part such as 2/8, not “\(text)”.")
      }
      plan.shard = shard
      plan.makesSearchIndex = false
      // A part knows nothing of another build, and another nothing of it.
      plan.cache = nil
    }
    return plan
  }

  private static func tell(
    _ report: SiteBuilder.Report, _ plan: SiteBuilder.Plan, isQuiet: Bool
  ) -> Int32 {
    for finding in report.findings where finding.severity > .notice {
      Console.complain(FindingSentences.line(for: finding, language: Console.language))
    }
    let errors = report.findings.count { $0.severity == .error }
    guard report.isDone else { return 2 }
    if !isQuiet {
      let warnings = report.findings.count { $0.severity == .warning }
      Console.say(
        CommandWordings.built,
        [
          "output": plan.output, "articles": "\(report.articles)", "files": "\(report.files)",
          "changed": "\(report.changedFiles)", "errors": "\(errors)", "warnings": "\(warnings)",
        ])
      if !plan.makesSearchIndex {
        // It is made of segments.
      } else if let dictionary = report.searchDictionary {
        Console.say(CommandWordings.searchKnows, ["dictionary": dictionary])
      } else if !report.findings.contains(where: { $0.kind == .programFailed }) {
        Console.say(CommandWordings.searchByRules)
      }
      tellChecks(report.checks)
    }
    return errors > 0 ? 1 : 0
  }

  private static func tellChecks(_ checks: [Finding.Severity: Int]) {
    guard !checks.isEmpty else { return }
    Console.say(CommandWordings.checks, Console.counts { checks[$0] ?? 0 })
  }
}
