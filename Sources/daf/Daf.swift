import Foundation

/// The command: `daf SUBCOMMAND …`.
///
/// Exit status: 0 done, 1 faults in the content, 2 could not be done.
@main
enum Daf {
  static func main() {
    Console.holdDescriptors()
    exit(Console.status(run(Array(CommandLine.arguments.dropFirst()))))
  }

  /// Takes the arguments and gives the exit status.
  private static func run(_ arguments: [String]) -> Int32 {
    guard let name = arguments.first, !["help", "--help", "-h"].contains(name) else {
      Console.print(usage)
      return arguments.isEmpty ? 2 : 0
    }
    if name == PaperProcess.name { return PaperProcess.run(Array(arguments.dropFirst())) }
    guard let subcommand = subcommands.first(where: { $0.name == name }) else {
      Console.complain("There is no subcommand “\(name)”. “daf --help” lists them.")
      return 2
    }
    return subcommand.run(Array(arguments.dropFirst()))
  }

  /// Every subcommand, in the order in which the help lists them.
  static let subcommands: [Subcommand] = [
    InitCommand.subcommand,
    NewCommand.subcommand,
    ConvertCommand.subcommand,
    DumpCommand.subcommand,
    CheckCommand.subcommand,
    BuildCommand.subcommand,
    ServeCommand.subcommand,
    SearchCommand.subcommand,
    AnalyseCommand.subcommand,
    MergeCommand.subcommand,
    FieldsCommand.subcommand,
  ]

  static var usage: String {
    let width = subcommands.map(\.name.count).max() ?? 0
    let lines = subcommands.map { subcommand in
      "  daf " + subcommand.name
        + String(repeating: " ", count: width - subcommand.name.count + 2) + subcommand.summary
    }
    return
      (["Daf publishes scholarly articles in Hebrew and Arabic.", ""] + lines + [
        "", "“daf SUBCOMMAND --help” tells more about one.",
      ]).joined(separator: "\n")
  }
}

/// One of the things that the command does.
struct Subcommand: Sendable {
  var name: String
  /// One line for `daf --help`.
  var summary: String
  /// Takes the arguments after the subcommand's name and gives the exit status.
  var run: @Sendable ([String]) -> Int32
}
