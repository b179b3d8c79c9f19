import Conversion
import Foundation
import Manuscript

/// `daf dump`: a paper on its way, as a tree.
enum DumpCommand {
  static let subcommand = Subcommand(
    name: "dump", operands: "FILE",
    summary: Wording(
      en: "show what a step of a conversion makes of a paper",
      he: "הצגת מה ששלב בהמרה עושה במאמר", ar: "عرض ما تصنعه مرحلة من التحويل ببحث"),
    description: Wording(
      en: """
        Prints a paper as a tree, as it stands after a pass of its conversion: its pages, lines, \
        paragraphs, blocks and notes, and what was removed. Nothing is written.
        """,
      he: """
        מדפיסה מאמר כעץ, כפי שהוא אחרי שלב בהמרה: עמודיו, שורותיו, פסקאותיו, חלקיו והערותיו, ומה \
        שהוסר. דבר אינו נכתב.
        """,
      ar: """
        يطبع بحثًا في صورة شجرة كما هو بعد مرحلة من تحويله: صفحاته وسطوره وفقراته وأجزاؤه وحواشيه، وما \
        حُذف منه. لا يُكتب شيء.
        """),
    options: [
      Subcommand.Option(
        "after", .text("PASS"),
        en: "stop after this pass; without it, the whole conversion is shown",
        he: "לעצור אחרי השלב הזה; בלעדיו מוצגת ההמרה כולה",
        ar: "التوقف بعد هذه المرحلة؛ ومن دونه يُعرض التحويل كله"),
      Subcommand.Option(
        "decisions", en: "show the choices instead, one a line, with what spoke for them",
        he: "להציג במקום זאת את ההכרעות, אחת בשורה, עם מה שתמך בהן",
        ar: "عرض الاختيارات بدل ذلك، واحدًا في كل سطر مع ما يؤيده"),
      Subcommand.Option(
        "words",
        en: """
          show the words of a PDF instead, one a line: page, number of the line, place (left, top, \
          width, height, in points), word
          """,
        he: """
          להציג במקום זאת את המילים של PDF, אחת בשורה: עמוד, מספר השורה, מקום (שמאל, ראש, רוחב, גובה, \
          בנקודות), מילה
          """,
        ar: """
          عرض كلمات ملف PDF بدل ذلك، واحدة في كل سطر: الصفحة ورقم السطر والموضع (اليسار والأعلى والعرض \
          والارتفاع بالنقاط) والكلمة
          """),
      Subcommand.Option(
        "lang", .text("TAG"),
        en: "the paper's language (he, ar, en), where its letters do not tell it",
        he: "שפת המאמר (he, ar, en), אם אותיותיו אינן מגלות אותה",
        ar: "لغة البحث (he أو ar أو en) حيث لا تدل عليها حروفه"),
    ],
    closing: Wording(
      en: "The passes, in order:\n\n" + passes, he: "השלבים, לפי הסדר:\n\n" + passes,
      ar: "المراحل بترتيبها:\n\n" + passes), run: run)

  private static let passes = Converter.passNames.map { "  \($0)" }.joined(separator: "\n")

  private static func run(_ arguments: Arguments) throws -> Int32 {
    guard let paper = arguments.operands.first, arguments.operands.count == 1 else {
      throw Arguments.Fault(ArgumentWordings.wantsFile, ["command": "dump"])
    }
    let pass = arguments["after"]
    if let pass, !Converter.passNames.contains(pass) {
      throw Arguments.Fault(ArgumentWordings.noPass, ["value": pass])
    }
    guard let data = RegularFile.contents(paper) else {
      throw Arguments.Fault(ArgumentWordings.noPath, ["value": paper])
    }
    if arguments.has("words") { return printWords(of: paper, data) }
    guard let reading = try? TextReader.read(Array(data)) else {
      throw Arguments.Fault(ArgumentWordings.noText, ["value": paper])
    }
    let document = Document(pages: reading.pages, language: arguments["lang"])
    let converter = Converter(lexicon: InstalledLexicon.load())
    Console.print(
      arguments.has("decisions")
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
