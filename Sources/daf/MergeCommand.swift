import Manuscript
import Publishing

/// `daf merge`: segments become a search index.
enum MergeCommand {
  static let subcommand = Subcommand(
    name: "merge", operands: "FOLDER...",
    summary: Wording(
      en: "put the segments of articles together into a search index",
      he: "צירוף מקטעים של מאמרים למפתח חיפוש", ar: "جمع مقاطع المقالات في فهرس بحث"),
    description: Wording(
      en: """
        Makes the search index of the segments that “daf analyse” left in some folders, the same as \
        “daf build” makes of their articles: put what is in the output's folder “search” into the \
        site's.
        """,
      he: """
        יוצרת את מפתח החיפוש מן המקטעים ש־daf analyse השאירה בתיקיות, זהה למפתח ש־daf build יוצרת \
        מן המאמרים שלהם: מה שבתיקייה search של הפלט נכנס לתיקייה search של האתר.
        """,
      ar: """
        يصنع فهرس البحث من المقاطع التي تركها daf analyse في مجلدات، وهو مطابق لما يصنعه daf build \
        من مقالاتها: ضع ما في المجلد search من الناتج في مجلد search للموقع.
        """),
    options: [
      Subcommand.Option(
        "output", .folder, en: "where to; only a folder that Daf made is replaced",
        he: "לאן; רק תיקייה שדף יצר מוחלפת", ar: "إلى أين؛ ولا يُستبدل إلا مجلد أنشأه «دف»")
    ], run: run)

  private static func run(_ arguments: Arguments) throws -> Int32 {
    guard let output = arguments["output"] else {
      throw Arguments.Fault(
        ArgumentWordings.wantsOption, ["command": "merge", "option": "--output FOLDER"])
    }
    guard !arguments.operands.isEmpty else {
      throw Arguments.Fault(ArgumentWordings.wantsSegments, ["command": "merge"])
    }
    let merged = SearchParts.merge(arguments.operands, into: output)
    for finding in merged.findings {
      Console.complain(FindingSentences.line(for: finding, language: Console.language))
    }
    guard merged.isDone else { return 2 }
    Console.say(
      CommandWordings.merged,
      ["output": output, "articles": "\(merged.articles)", "files": "\(merged.files)"])
    Console.say(searchDictionary: merged.dictionary)
    return 0
  }
}
