import Conversion
import Foundation
import Manuscript

/// `daf dump`: a paper on its way, as a tree.
enum DumpCommand {
  static let subcommand = Subcommand(
    name: "dump", summary: "Show what a step of a conversion makes of a paper: daf dump PAPER.txt",
    run: run)

  static let usage = """
    daf dump FILE [--after PASS] [--decisions] [--words] [--lang TAG]

    Prints a paper as a tree, as it stands after a pass of its conversion: its pages, lines,
    paragraphs, blocks and notes, and what was removed. Nothing is written.
    --after PASS   stops after this pass; without it, the whole conversion is shown.
    --decisions    shows the choices instead, one a line, with what spoke for them.
    --words        shows the words of a PDF instead, one a line: its page, the number of its line,
                   where it stands (left, top, width, height, in points), and the word.
    --lang TAG     the paper's language (he, ar, en), where its letters do not tell it.

    The passes, in order:

    """

  /// - Parameter arguments: those after `dump`.
  static func run(_ arguments: [String]) -> Int32 {
    let taken: Arguments
    do {
      taken = try Arguments(
        arguments, options: ["after", "lang"], flags: ["decisions", "words", "help"])
    } catch {
      Console.complain((error as? Arguments.Fault)?.sentence ?? "\(error)")
      return 2
    }
    let help = usage + Converter.passNames.map { "  \($0)\n" }.joined()
    if taken.has("help") {
      Console.print(help, terminator: "")
      return 0
    }
    guard let paper = taken.operands.first, taken.operands.count == 1 else {
      Console.complain(help)
      return 2
    }
    let pass = taken["after"]
    if let pass, !Converter.passNames.contains(pass) {
      Console.complain("There is no pass “\(pass)”. “daf dump --help” lists them.")
      return 2
    }
    guard let data = FileManager.default.contents(atPath: paper) else {
      Console.complain("\(paper) could not be read: no such file, or no right to read it.")
      return 2
    }
    if taken.has("words") { return printWords(of: paper, data) }
    guard let reading = try? TextReader.read(Array(data)) else {
      Console.complain("\(paper) is no text: give a text file.")
      return 2
    }
    let document = Document(pages: reading.pages, language: taken["lang"])
    let converter = Converter(lexicon: InstalledLexicon.load())
    Console.print(
      taken.has("decisions")
        ? converter.decisions(on: document) : converter.dump(document, after: pass),
      terminator: "")
    return 0
  }

  private static func printWords(of paper: String, _ data: Data) -> Int32 {
    switch PaperProcess.print(paper, data) {
    case .success(let found):
      for word in found.words {
        let area = word.area
        let numbers = [area.x, area.y, area.width, area.height].map { String(format: "%.1f", $0) }
        Console.print(
          "\(word.page)\t\(word.line)\t\(numbers.joined(separator: "\t"))\t\(word.text)")
      }
      return 0
    case .failure(let failure):
      Console.complain(FindingSentences.line(for: failure.finding, language: Console.language))
      return 2
    }
  }
}
