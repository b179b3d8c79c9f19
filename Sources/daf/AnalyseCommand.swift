import Foundation
import Manuscript
import Publishing

/// `daf analyse`: articles become segments of the search index.
enum AnalyseCommand {
  static let subcommand = Subcommand(
    name: "analyse", operands: "FOLDER...",
    summary: Wording(
      en: "analyse articles for the search, one by one", he: "ניתוח מאמרים לחיפוש, אחד אחד",
      ar: "تحليل المقالات للبحث واحدًا واحدًا"),
    description: Wording(
      en: """
        Makes the segment of each article for the search index, as “daf build” does for itself, so \
        that other processes may do it. A FOLDER is an article's, with its article.md, or one of \
        such folders. Prints a line for each segment: its name, a tab, and the article's folder. \
        The name is that of all the segment depends on; a segment that is there already stays. \
        Drafts have none.
        """,
      he: """
        יוצרת לכל מאמר את המקטע שלו למפתח החיפוש, כפי ש־daf build עושה לעצמה, כדי שתהליכים אחרים \
        יוכלו לעשות זאת. FOLDER היא תיקייה של מאמר, ובה article.md, או תיקייה של תיקיות כאלה. לכל \
        מקטע מודפסת שורה: שמו, טאב, ותיקיית המאמר. השם נקבע לפי כל מה שהמקטע תלוי בו; מקטע שכבר \
        קיים נשאר. לטיוטות אין מקטעים.
        """,
      ar: """
        يصنع لكل مقال مقطعه لفهرس البحث كما يفعل daf build لنفسه، لكي تفعل ذلك عمليات أخرى. FOLDER \
        مجلد مقال فيه article.md أو مجلد لمجلدات كهذه. يُطبع لكل مقطع سطر: اسمه ثم علامة جدولة ثم \
        مجلد المقال. والاسم يتبع كل ما يتوقف عليه المقطع؛ ويبقى المقطع الموجود. وليس للمسودات مقاطع.
        """),
    options: [
      Subcommand.Option("output", .folder, en: "where to", he: "לאן", ar: "إلى أين"),
      Subcommand.Option(
        "jobs", .number, en: "how many work at once (as many as there are processors)",
        he: "כמה עובדים בבת אחת (כמספר המעבדים)", ar: "كم يعمل في آن واحد (بعدد المعالجات)"),
    ], run: run)

  private static func run(_ arguments: Arguments) throws -> Int32 {
    guard let output = arguments["output"] else {
      throw Arguments.Fault(
        ArgumentWordings.wantsOption, ["command": "analyse", "option": "--output FOLDER"])
    }
    let jobs =
      try arguments.number("jobs", in: 1...256) ?? ProcessInfo.processInfo.activeProcessorCount
    return analyse(try arguments.operands.flatMap(folders), to: output, jobs: jobs)
  }

  /// The articles' folders in a folder, or the folder itself.
  private static func folders(_ folder: String) throws -> [String] {
    let place = PublicationPlace(folder)
    if place.existing("article.md") != nil { return [folder] }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    return names.filter { $0 != "pages" && place.existing("\($0)/article.md") != nil }
      .map { place.path($0) }
  }

  private static func analyse(_ folders: [String], to output: String, jobs: Int) -> Int32 {
    let results = Parallel.map(folders.count, threads: jobs) { index in
      var (segment, findings) = SearchParts.analyse(folders[index])
      if let made = segment {
        do throws(FileFault) {
          try SearchParts.keep(made, in: output)
        } catch {
          findings.append(
            Finding(.unwritableFile, .error, file: error.path, facts: ["reason": error.reason]))
          segment = nil
        }
      }
      return (key: segment?.key, findings: findings)
    }
    for (folder, result) in zip(folders, results) {
      if let key = result.key { Console.print("\(key)\t\(folder)") }
      for finding in result.findings {
        Console.complain(FindingSentences.line(for: finding, language: Console.language))
      }
    }
    let findings = results.flatMap(\.findings)
    if findings.contains(where: { $0.kind == .unwritableFile }) { return 2 }
    return findings.isEmpty ? 0 : 1
  }
}
