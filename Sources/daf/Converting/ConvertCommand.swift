import Conversion
import Foundation
import Manuscript
import Orthography
import Publishing

/// `daf convert`: papers become articles in annotated Markdown.
enum ConvertCommand {
  static let subcommand = Subcommand(
    name: "convert", operands: "FILE|FOLDER...",
    summary: Wording(
      en: "make articles of papers: PDF, Word, web pages, texts",
      he: "יצירת מאמרים ממאמרים מודפסים: PDF, ‏Word, דפי אינטרנט, טקסטים",
      ar: "صنع مقالات من بحوث: PDF وWord وصفحات ويب ونصوص"),
    description: Wording(
      en: """
        Makes an article in annotated Markdown of each paper: a PDF, a Word file (DOCX), a web page, \
        JATS, Markdown, or a text that was taken out of a paper. A file is known by its content; of a \
        folder, every file that has the ending of one of these is taken. What is not certain is marked \
        in the article by <!-- check: ... -->.
        """,
      he: """
        יוצרת מאמר ב־Markdown מוער מכל מאמר מודפס: PDF, קובץ Word‏ (DOCX), דף אינטרנט, JATS, ‏Markdown \
        או טקסט שהוצא ממאמר. קובץ מוכר לפי תוכנו; מתיקייה נלקח כל קובץ שיש לו סיומת של אחד מאלה. מה \
        שאינו ודאי מסומן במאמר: <!-- check: ... -->.
        """,
      ar: """
        يصنع من كل بحث مقالًا بصيغة Markdown مع حواشٍ: من PDF أو ملف Word‏ (DOCX) أو صفحة ويب أو JATS \
        أو Markdown أو نص أُخذ من بحث. يُعرف الملف بمحتواه؛ ومن المجلد يؤخذ كل ملف له امتداد واحد من \
        هذه. وما ليس مؤكدًا يُعلَّم في المقال: <!-- check: ... -->.
        """),
    options: [
      Subcommand.Option(
        "output", .text("FILE.md|FOLDER"),
        en: """
          FILE.md: write the article there (for one paper); FOLDER: write FOLDER/ADDRESS/article.md, \
          beside a copy of the paper (Articles)
          """,
        he: """
          FILE.md: לכתוב את המאמר לשם (למאמר אחד); FOLDER: לכתוב את FOLDER/ADDRESS/article.md, לצד \
          עותק של המקור (Articles)
          """,
        ar: """
          FILE.md: كتابة المقال هناك (لبحث واحد)؛ FOLDER: كتابة FOLDER/ADDRESS/article.md بجانب نسخة \
          من البحث (Articles)
          """),
      Subcommand.Option(
        "slug", .text("ADDRESS"),
        en: """
          the article's address (for one paper); the file's name unless given. An article of the same \
          paper that was renamed since is found by itself.
          """,
        he: """
          כתובת המאמר (למאמר אחד); שם הקובץ אם לא נאמר אחרת. מאמר של אותו מקור ששמו שונה מאז נמצא מעצמו.
          """,
        ar: """
          عنوان المقال على الشبكة (لبحث واحد)؛ وهو اسم الملف ما لم يُذكر غيره. ومقال البحث نفسه الذي \
          تغيّر اسمه يُعثر عليه تلقائيًا.
          """),
      Subcommand.Option(
        "lang", .text("TAG"),
        en: "the papers' language (he, ar, en), where their letters do not tell it",
        he: "שפת המאמרים (he, ar, en), אם אותיותיהם אינן מגלות אותה",
        ar: "لغة البحوث (he أو ar أو en) حيث لا تدل عليها حروفها"),
      Subcommand.Option(
        "report", .file, en: "write what was repaired, left out and must be checked, as Markdown",
        he: "לכתוב מה תוקן, מה הושמט ומה יש לבדוק, כ־Markdown",
        ar: "كتابة ما أُصلح وما حُذف وما ينبغي فحصه بصيغة Markdown"),
      Subcommand.Option(
        "with", .file,
        en: """
          another file of the same paper (a PDF beside a Word file, another extraction): where the two \
          differ is marked in the article
          """,
        he:
          "קובץ אחר של אותו מאמר (PDF לצד Word, חילוץ אחר): מקומות שבהם השניים נבדלים מסומנים במאמר",
        ar: "ملف آخر للبحث نفسه (PDF إلى جانب Word أو استخراج آخر): تُعلَّم في المقال مواضع اختلافهما"),
      Subcommand.Option(
        "force",
        en: """
          convert anew although the article was edited since, or is another paper's; what stood there \
          is kept beside it
          """,
        he: "להמיר מחדש אף שהמאמר נערך מאז או שייך למקור אחר; מה שהיה שם נשמר לצדו",
        ar: "التحويل من جديد وإن حُرِّر المقال بعده أو كان لبحث آخر؛ ويُحفظ ما كان هناك بجانبه"),
    ], run: run)

  private static func run(_ taken: Arguments) throws -> Int32 {
    guard !taken.operands.isEmpty else {
      throw Arguments.Fault(ArgumentWordings.wantsFile, ["command": "convert"])
    }

    let papers = taken.operands.flatMap(Self.papers)
    if let fault = fault(in: taken, papers: papers) {
      Console.complain(fault)
      return 2
    }
    let lexicon = InstalledLexicon.load()
    var status: Int32 = 0
    var reports: [String] = []
    // A batch is held in memory at once.
    for start in stride(from: 0, to: papers.count, by: batch) {
      let some = Array(papers[start..<min(papers.count, start + batch)])
      for (paper, made) in zip(some, conversions(of: some, with: lexicon, taken)) {
        let result = convert(paper, made, with: lexicon, taken)
        status = max(status, result.status)
        if let report = result.report { reports.append(report) }
      }
    }
    guard !reports.isEmpty else { return status }
    guard let path = taken["report"] else {
      Console.say(ConvertWordings.reportShows)
      return status
    }
    // The name may be that of an article which was written just now.
    if let fault = faultOfReport(path) {
      Console.complain(fault)
      return 2
    }
    do {
      try Data(reports.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: path))
      Console.say(ConvertWordings.reportIs, ["report": path])
    } catch {
      complain(ConvertWordings.unwritable, ["file": path, "reason": reason(error)])
      return 2
    }
    return status
  }

  /// What is wrong with the arguments as a whole, before anything is read or written.
  private static func fault(in taken: Arguments, papers: [String]) -> String? {
    let language = Console.language
    let facts = ["papers": String(papers.count)]
    if papers.isEmpty { return ConvertWordings.noPaper(language) }
    if papers.count != 1, taken["output"]?.hasSuffix(".md") == true {
      return ConvertWordings.oneFile(language, facts)
    }
    if papers.count != 1, taken["with"] != nil {
      return ConvertWordings.withOne(language, facts)
    }
    if let address = taken["slug"] {
      if papers.count != 1 { return ConvertWordings.oneAddress(language, facts) }
      if !Slug.isAddress(address) {
        return ConvertWordings.noAddress(
          language, ["address": address, "proposal": Slug.make(of: address)])
      }
    }
    return taken["report"].flatMap(faultOfReport)
  }

  /// What hinders a report from being written: a file of that name that is no report.
  private static func faultOfReport(_ path: String) -> String? {
    guard let there = RegularFile.contents(path), !there.isEmpty,
      !there.starts(with: ConversionReport.mark.utf8)
    else { return nil }
    return ConvertWordings.reportTaken(Console.language, ["report": path])
  }

  private static let batch = 4 * ProcessInfo.processInfo.activeProcessorCount

  /// The papers converted, as many at once as the machine has processors, without a word to the user;
  /// `nil` for one that cannot be read, or whose article was edited since.
  private static func conversions(
    of papers: [String], with lexicon: any Lexicon, _ taken: Arguments
  ) -> [Result<PaperConversion, PaperFinding>?] {
    let basic = PaperConversion.Options(language: taken["lang"], reader: Console.language)
    let (output, address, isForced) = (taken["output"], taken["slug"], taken.has("force"))
    let threads = ProcessInfo.processInfo.activeProcessorCount
    return Parallel.map(papers.count, threads: threads) { index in
      guard let data = RegularFile.contents(papers[index]) else { return nil }
      let target = ConvertedArticle(
        path: papers[index], paper: data, output: output, address: address)
      guard isForced || target.obstacle != .edited else { return nil }
      var options = basic
      options.wantsDraft = target.isInPublication
      return reading(papers[index], data, options).conversion(lexicon)
    }
  }

  private static func reading(
    _ paper: String, _ data: Data, _ options: PaperConversion.Options
  ) -> PaperReading {
    PaperReading(name: paper, data: data, options: options, tell: tell, progress: tellPage)
  }

  /// Writes a paper's article and says what became of it.
  ///
  /// - Parameter made: the paper converted; `nil` to convert it now, if nothing stands in the way.
  private static func convert(
    _ paper: String, _ made: Result<PaperConversion, PaperFinding>?, with lexicon: any Lexicon,
    _ taken: Arguments
  ) -> (status: Int32, report: String?) {
    func fault(_ kind: Finding.Kind, _ facts: [String: String] = [:]) -> (Int32, String?) {
      tell(Finding(kind, .error, file: paper, facts: facts))
      return (2, nil)
    }
    guard let data = RegularFile.contents(paper) else {
      return fault(
        .unreadableFile, ["reason": RegularFile.refusal])
    }
    let target = ConvertedArticle(
      path: paper, paper: data, output: taken["output"], address: taken["slug"])
    let decided = taken.has("force") ? nil : DecidedArticle(target.article)
    let obstacle = decided == nil ? target.obstacle : nil
    if obstacle == .edited, !taken.has("force") {
      return fault(.articleEdited, ["article": target.article.relativePath])
    }
    var options = PaperConversion.Options(language: taken["lang"], reader: Console.language)
    options.wantsDraft = target.isInPublication
    var conversion: PaperConversion
    switch made ?? reading(paper, data, options).conversion(lexicon) {
    case .success(let made): conversion = made
    case .failure(let failure):
      tell(failure.finding)
      return (2, nil)
    }
    if let encoding = conversion.legacyEncoding {
      tell(
        Finding(.paperLegacyEncoding, .notice, file: paper, facts: ["encoding": encoding]))
    }
    if obstacle == .otherPaper, !taken.has("force") {
      return fault(
        .articleOfOtherPaper,
        [
          "article": target.article.relativePath,
          "option": target.optionForFreePlace(title: conversion.title),
        ])
    }
    if let other = taken["with"] {
      guard let data = RegularFile.contents(other) else {
        tell(
          Finding(
            .unreadableFile, .error, file: other,
            facts: ["reason": RegularFile.refusal]))
        return (2, nil)
      }
      switch reading(other, data, options).conversion(lexicon) {
      case .success(let second):
        let number = conversion.compare(with: second, name: other)
        Console.say(ConvertWordings.compared, ["number": String(number), "other": other])
      case .failure(let failure):
        tell(failure.finding)
        return (2, nil)
      }
    }
    if conversion.isDoubtful, target.isInPublication, !target.publishesDoubtful {
      conversion.makeDraft()
    }
    let choices = decided?.apply(to: &conversion)
    do {
      try target.write(conversion, isDecided: decided != nil)
      try decided?.keep(conversion)
    } catch {
      complain(
        ConvertWordings.unwritable,
        ["file": target.article.relativePath, "reason": reason(error)])
      return (2, nil)
    }
    Console.print("\(paper) → \(target.article.relativePath): \(conversion.summary)")
    if let choices {
      Console.say(
        ConvertWordings.choicesKept,
        ["kept": String(choices.kept), "asked": String(choices.asked)])
    }
    if conversion.isDoubtful, decided == nil, target.isInPublication, !target.publishesDoubtful {
      Console.say(ConvertWordings.isDraft, ["article": target.article.relativePath])
    }
    if obstacle != nil {
      Console.say(ConvertWordings.earlierKept, ["article": target.article.relativePath])
    }
    return (conversion.isLossy ? 1 : 0, conversion.report)
  }

  @Sendable private static func tellPage(_ paper: String, _ read: Int, _ pages: Int) {
    Console.complain(
      ConvertWordings.pagesRead(
        Console.language, ["file": paper, "read": String(read), "pages": String(pages)]))
  }

  @Sendable private static func tell(_ finding: Finding) {
    Console.complain(FindingSentences.line(for: finding, language: Console.language))
  }

  /// The papers that an operand names: itself, or every file in a folder that may be one by its
  /// ending, articles that Daf made not among them.
  private static func papers(_ operand: String) -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: operand, isDirectory: &isFolder),
      isFolder.boolValue
    else { return [operand] }
    let names = FileManager.default.enumerator(atPath: operand)?.compactMap { $0 as? String } ?? []
    let papers = names.filter { name in
      let file = URL(fileURLWithPath: name)
      return endings.contains(file.pathExtension.lowercased())
        && !file.lastPathComponent.hasPrefix(".") && file.lastPathComponent != "article.md"
    }
    return papers.sorted().map { operand.hasSuffix("/") ? operand + $0 : operand + "/" + $0 }
  }

  private static let endings: Set<String> = [
    "txt", "pdf", "docx", "odt", "doc", "rtf", "html", "htm", "xml", "md",
  ]

  private static func complain(_ wording: Wording, _ facts: [String: String]) {
    Console.complain(wording(Console.language, facts))
  }

  private static func reason(_ error: any Error) -> String {
    (error as NSError).localizedDescription
  }
}
