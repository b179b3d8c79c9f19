import Foundation
import Manuscript

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
    guard let name = arguments.first, !["--help", "-h"].contains(name) else {
      Console.print(CommandHelp(language: Console.language).overview)
      return arguments.isEmpty ? 2 : 0
    }
    if name == PaperProcess.name { return PaperProcess.run(Array(arguments.dropFirst())) }
    if ["--version", "version"].contains(name) {
      Console.print("daf \(Version.current)")
      return 0
    }
    guard let subcommand = CommandTable.subcommand(name) else {
      Console.complain(ArgumentWordings.noSubcommand(Console.language, ["value": name]))
      return 2
    }
    return run(subcommand, Array(arguments.dropFirst()))
  }

  private static func run(_ subcommand: Subcommand, _ list: [String]) -> Int32 {
    do {
      let arguments = try Arguments(list, of: subcommand)
      guard !arguments.has("help") else {
        Console.print(CommandHelp(language: Console.language).text(of: subcommand))
        return 0
      }
      return try subcommand.run(arguments)
    } catch let fault as Arguments.Fault {
      Console.complain(fault.sentence)
    } catch {
      Console.complain(error.localizedDescription)
    }
    return 2
  }
}
