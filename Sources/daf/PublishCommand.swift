import Foundation
import Manuscript
import Publishing

/// `daf publish`: the site goes to its readers.
enum PublishCommand {
  static let subcommand = Subcommand(
    name: "publish", summary: "build the site and put it online", run: run)

  static let usage = """
    daf publish [TARGET] [--folder FOLDER] [--dry-run] [--among]
    daf publish [TARGET] --back | --back-to NAME | --kept

    Builds the site of the publication in a folder (this one unless said) and puts it where TARGET of
    “publish” in publication.yaml says, the first unless named: a folder, user@host:folder (by ssh,
    with rsync), or s3://bucket/folder (with rclone). Only what changed is sent, in an order in which
    readers always find whole pages. Nothing is sent of a site with errors.

      --folder FOLDER   the publication's folder
      --dry-run         tell what would be sent and removed, and do nothing
      --among           publish among files that Daf did not publish: those of the same names are
                        replaced, the others stay
      --back            take the last publish back: what stood before it is published again
      --back-to NAME    publish again what was published under a name
      --kept            list the names that can be published again (the last three)

    Exit status: 0 done, 1 errors in the content, 2 it could not be done.
    """

  private static func run(_ list: [String]) -> Int32 {
    if list.contains("--help") {
      print(usage)
      return 0
    }
    do {
      let arguments = try Arguments(
        list, options: ["folder", "back-to"], flags: ["dry-run", "among", "back", "kept"])
      guard arguments.operands.count < 2 else {
        throw Arguments.Fault(
          sentence: "daf publish takes one target, not \(arguments.operands.count).")
      }
      return try run(arguments, PublicationPlace(arguments["folder"] ?? "."))
    } catch let fault as Arguments.Fault {
      Console.complain(fault.sentence)
    } catch let fault as PublishFault {
      complain(fault.finding)
    } catch {
      Console.complain("\(error)")
    }
    return 2
  }

  private static func run(_ arguments: Arguments, _ place: PublicationPlace) throws -> Int32 {
    let plan = place.plan()
    guard let target = target(arguments.operands.first, plan) else { return 2 }
    let publisher = try Publisher(
      target, publication: place.folder,
      own: [plan.articles, plan.output, place.path(".daf")] + plan.templates
        + [plan.statics].compactMap { $0 })
    if arguments.has("kept") {
      for name in publisher.keptNames { print(name) }
      return 0
    }
    let isTrial = arguments.has("dry-run")
    if arguments.has("back") || arguments["back-to"] != nil {
      tell(try publisher.takeBack(to: arguments["back-to"], isTrial: isTrial), target, isTrial)
      return 0
    }
    let built = SiteBuilder.build(plan)
    let status = BuildCommand.tell(built, plan, isQuiet: true)
    guard status == 0 else {
      if built.isDone { Console.complain(CommandWordings.notPublished(Console.language)) }
      return status
    }
    let report = try publisher.publish(
      plan.output, isTrial: isTrial, isAmongOthers: arguments.has("among"))
    tell(report, target, isTrial)
    if !isTrial { try PublishedAddresses(articles: plan.articles).add(built) }
    return 0
  }

  /// The target that is meant; `nil` where there is none, which is said.
  private static func target(_ name: String?, _ plan: SiteBuilder.Plan) -> PublishTarget? {
    let file = plan.publication ?? "publication.yaml"
    let source = (try? [UInt8](Data(contentsOf: URL(filePath: file)))) ?? []
    let (publication, findings) = PublicationReader.read(source, file: file)
    let wrong = findings.filter { $0.severity == .error }
    for finding in wrong { complain(finding) }
    guard wrong.isEmpty else { return nil }
    let targets = publication.targets
    guard let first = targets.first else {
      complain(Finding(.missingTarget, .error, file: file))
      return nil
    }
    guard let name else { return first }
    guard let target = targets.first(where: { $0.name == name }) else {
      let known = targets.map(\.name).joined(separator: ", ")
      complain(
        Finding(.unknownTarget, .error, file: file, facts: ["value": name, "known": known]))
      return nil
    }
    return target
  }

  private static func complain(_ finding: Finding) {
    Console.complain(FindingSentences.line(for: finding, language: Console.language))
  }

  private static func tell(_ report: Publisher.Report, _ target: PublishTarget, _ isTrial: Bool) {
    if isTrial {
      for path in report.sent { print("+ \(path)") }
      for path in report.removed { print("- \(path)") }
    }
    let facts = [
      "target": target.name, "place": target.to, "name": report.name,
      "sent": "\(report.sent.count)", "removed": "\(report.removed.count)",
    ]
    let isSame = report.sent.isEmpty && report.removed.isEmpty
    Console.say(
      isSame
        ? CommandWordings.nothingToPublish
        : isTrial ? CommandWordings.wouldPublish : CommandWordings.published, facts)
  }
}
