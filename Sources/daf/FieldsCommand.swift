import Foundation
import Publishing

/// `daf fields`: what may stand in an article's front matter and in publication.yaml.
enum FieldsCommand {
  static let subcommand = Subcommand(
    name: "fields", summary: "list the keys of articles and settings, or give their schema",
    run: run)

  static let usage = """
    daf fields [--lang he|ar|en]
    daf fields --schema article|publication

    Prints the reference of all keys as Markdown, or a JSON Schema by which an editor's program
    completes and checks them while they are typed.

      --lang TAG      the reference's language (the terminal's)
      --schema WHICH  of the front matter of articles, or of publication.yaml
    """

  private static func run(_ list: [String]) -> Int32 {
    if list.contains("--help") {
      Console.print(usage)
      return 0
    }
    do {
      let arguments = try Arguments(list, options: ["lang", "schema"])
      guard arguments.operands.isEmpty else {
        throw Arguments.Fault(sentence: "daf fields takes no folder.")
      }
      Console.print(String(decoding: try bytes(arguments), as: UTF8.self), terminator: "")
      return 0
    } catch let fault as Arguments.Fault {
      Console.complain(fault.sentence)
    } catch {
      Console.complain("\(error.localizedDescription)")
    }
    return 2
  }

  private static func bytes(_ arguments: Arguments) throws -> [UInt8] {
    switch arguments["schema"] {
    case nil: Array(FieldReference(language: arguments["lang"] ?? Console.language).text.utf8)
    case "article": FieldSchema.frontMatter
    case "publication": FieldSchema.settings
    case let other?:
      throw Arguments.Fault(sentence: "--schema wants article or publication, not “\(other)”.")
    }
  }
}
