import Conversion
import Foundation
import Manuscript

/// `daf convert`: papers become articles in annotated Markdown.
enum ConvertCommand {
  static let subcommand = Subcommand(
    name: "convert", summary: "Make articles of papers that are text files", run: run)

  static func run(_ arguments: [String]) -> Int32 {
    let parsed: Arguments
    do {
      parsed = try Arguments(arguments, options: ["output", "lang"])
    } catch {
      Console.complain((error as? Arguments.Fault)?.sentence ?? "\(error)")
      return 2
    }
    guard let path = parsed.operands.first, let output = parsed["output"] else {
      Console.complain("daf convert PAPER.txt --output article.md")
      return 2
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      Console.complain("\(path) cannot be read.")
      return 2
    }
    do {
      let reading = try TextReader.read(Array(data))
      let restored = LineOrder(lexicon: InstalledLexicon.load()).restore(reading.pages)
      let conversion = Converter().convert(restored.pages, language: parsed["lang"])
      try Data(ManuscriptWriter.write(conversion.article).utf8).write(
        to: URL(fileURLWithPath: output))
      return 0
    } catch {
      Console.complain("\(path): \(error)")
      return 2
    }
  }
}
