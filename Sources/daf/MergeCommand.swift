import Manuscript
import Publishing

/// `daf merge`: segments become a search index.
enum MergeCommand {
  static let subcommand = Subcommand(
    name: "merge", summary: "put the segments of articles together into a search index", run: run)

  static let usage = """
    daf merge FOLDER... --output FOLDER

    Makes the search index of the segments that “daf analyse” left in some folders, the same as “daf
    build” makes of their articles: put what is in the output's folder “search” into the site's.

      --output FOLDER  where to; only a folder that Daf made is replaced
    """

  private static func run(_ list: [String]) -> Int32 {
    if list.contains("--help") {
      Console.print(usage)
      return 0
    }
    do {
      let arguments = try Arguments(list, options: ["output"])
      guard let output = arguments["output"], !arguments.operands.isEmpty else {
        throw Arguments.Fault(sentence: "daf merge wants folders of segments and --output FOLDER.")
      }
      let merged = SearchParts.merge(arguments.operands, into: output)
      for finding in merged.findings {
        Console.complain(FindingSentences.line(for: finding, language: Console.language))
      }
      guard merged.isDone else { return 2 }
      Console.say(
        CommandWordings.merged,
        ["output": output, "articles": "\(merged.articles)", "files": "\(merged.files)"])
      if let dictionary = merged.dictionary {
        Console.say(CommandWordings.searchKnows, ["dictionary": dictionary])
      } else {
        Console.say(CommandWordings.searchByRules)
      }
      return 0
    } catch let fault as Arguments.Fault {
      Console.complain(fault.sentence)
    } catch {
      Console.complain("\(error)")
    }
    return 2
  }
}
