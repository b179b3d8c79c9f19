import Checking
import Foundation
import Manuscript
import Orthography
import Publishing

/// `daf check`: tells an editor what to look at before publishing.
enum CheckCommand {
  static let subcommand = Subcommand(
    name: "check", operands: "[PATH...]", furtherUses: ["--explain KIND"],
    summary: Wording(
      en: "tell what is wrong or doubtful in articles", he: "בדיקה: מה שגוי או מסופק במאמרים",
      ar: "ذكر ما هو خطأ أو مشكوك فيه في المقالات"),
    description: Wording(
      en: """
        Looks through articles: a publication's folder (this one unless said) with its settings and \
        templates, an article's folder, or a file. Each finding has its place, its weight, what is \
        wrong, what to do, and its kind.

        A kind is silenced for an article by its front matter: check: {ignore: [KIND]}
        """,
      he: """
        בודקת מאמרים: תיקייה של פרסום (זו הנוכחית, אם לא נאמר אחרת) עם הגדרותיו ותבניותיו, תיקייה של \
        מאמר, או קובץ. לכל ממצא מקום, חומרה, מה שגוי, מה לעשות, וסוג.

        סוג מושתק במאמר אחד בשדות שבראשו: check: {ignore: [KIND]}
        """,
      ar: """
        يفحص المقالات: مجلد منشور (هذا المجلد ما لم يُذكر غيره) مع إعداداته وقوالبه، أو مجلد مقال، أو \
        ملفًا. لكل ما يُذكر موضع ووزن وبيان الخطأ وما العمل ونوع.

        يُسكت نوع في مقال بحقوله الأولى: check: {ignore: [KIND]}
        """),
    options: [
      Subcommand.Option(
        "fix", en: "correct what is certain, in the file, and report what was done",
        he: "לתקן בקובץ את מה שוודאי, ולומר מה נעשה",
        ar: "تصحيح ما هو مؤكد في الملف وذكر ما صُنع"),
      Subcommand.Option(
        "json",
        en: "print a list of {\"kind\", \"severity\", \"file\", \"line\", \"column\", \"message\"}",
        he: "להדפיס רשימה של {\"kind\", \"severity\", \"file\", \"line\", \"column\", \"message\"}",
        ar: "طباعة قائمة من {\"kind\", \"severity\", \"file\", \"line\", \"column\", \"message\"}"),
      Subcommand.Option(
        "quiet", en: "leave notices out", he: "בלי ממצאים לידיעה", ar: "دون ما يُذكر للعلم"),
      Console.languageOption,
      Subcommand.Option(
        "explain", .text("KIND"), en: "tell what a kind of finding means",
        he: "הסבר על סוג של ממצא", ar: "شرح نوع مما يُذكر"),
    ], run: run)

  private static func run(_ arguments: Arguments) throws -> Int32 {
    let language = try Console.language(arguments["lang"])
    if let kind = arguments["explain"] { return explain(kind, language: language) }
    let paths = arguments.operands.isEmpty ? ["."] : arguments.operands
    let files = try ArticlePaths.files(of: paths)
    let unwritten =
      arguments.has("fix") ? mend(files, language: arguments.has("json") ? nil : language) : []
    let all = unwritten + paths.flatMap(survey) + findings(in: files)
    let shown = arguments.has("quiet") ? all.filter { $0.severity > .notice } : all
    if arguments.has("json") {
      Console.print(try json(shown, language: language))
    } else {
      tell(shown, files: files.count, language: language)
    }
    if all.contains(where: { [.unreadableFile, .unwritableFile].contains($0.kind) }) { return 2 }
    return all.contains { $0.severity == .error } ? 1 : 0
  }

  // MARK: - Checking

  /// What is wrong with a publication as a whole; of an article's folder or a file there is nothing
  /// to tell.
  private static func survey(_ path: String) -> [Finding] {
    let place = PublicationPlace(path)
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue,
      place.existing("article.md") == nil
    else { return [] }
    var plan = place.plan()
    if place.existing("Articles") == nil { (plan.articles, plan.articlesName) = (path, path) }
    plan.showsDrafts = true
    let findings = SiteBuilder.survey(plan)
    // In a folder that is no publication each file stands for itself.
    return place.existing("Articles") == nil
      ? findings.filter { $0.kind != .looksLikeArticle } : findings
  }

  private static func findings(in files: [ArticlePaths.File]) -> [Finding] {
    let read = files.map { file in
      let data = RegularFile.contents(file.url.path, limit: ArticleFolders.largestText)
      return (file, data.map { [UInt8]($0) })
    }
    let neighbours = Neighbourhood(read)
    let lexicon = InstalledLexicon.load()
    var findings: [Finding] = []
    for (file, source) in read {
      guard let source else {
        findings.append(
          Finding(
            .unreadableFile, .error, file: file.name,
            facts: ["reason": "it is not there, may not be read, or has more than 32 MB"]))
        continue
      }
      let folder = file.url.deletingLastPathComponent()
      let slug = neighbours.slugs[file.name]
      var surroundings = Surroundings(
        file: { Surroundings.FileState(of: $0, inFolder: folder.path) },
        anchors: { neighbours.anchors(of: $0, for: slug) }, slug: slug, lexicon: lexicon)
      surroundings.isPage = file.isPage
      findings += ArticleCheck.findings(
        in: source, file: file.name, surroundings: surroundings)
    }
    return findings
  }

  /// Mends each file; one that cannot be written does not keep the others from it.
  ///
  /// - Parameter language: that of the account of what was mended; `nil` gives none.
  private static func mend(_ files: [ArticlePaths.File], language: String?) -> [Finding] {
    var unwritten: [Finding] = []
    for file in files {
      guard
        let data = RegularFile.contents(file.url.path, limit: ArticleFolders.largestText)
      else { continue }
      let mended = Mending.mend([UInt8](data))
      guard !mended.changes.isEmpty else { continue }
      do {
        try Data(mended.source).write(to: file.url, options: .atomic)
      } catch {
        unwritten.append(
          Finding(
            .unwritableFile, .error, file: file.name,
            facts: ["reason": error.localizedDescription]))
        continue
      }
      guard let language else { continue }
      for line in account(of: mended.changes, language: language) {
        Console.print("\(file.name):\(line)")
      }
    }
    return unwritten
  }

  /// A line for each kind that was mended in a line of the file, in order: a paragraph is one line
  /// and may hold hundreds of letters in shapes for print.
  private static func account(of changes: [Mending.Change], language: String) -> [String] {
    let (mended, deleted) =
      switch language {
      case "he": ("תוקן", "נמחק")
      case "ar": ("أُصلح", "حُذف")
      default: ("mended", "deleted")
      }
    func shown(_ parts: [String]) -> String {
      let text = parts.joined().replacing(" ", with: "␣")
      return text.count > 40 ? text.prefix(40) + "…" : text
    }
    var groups: [[Mending.Change]] = []
    var places: [String: Int] = [:]
    for change in changes {
      let key = "\(change.line) \(change.kind)"
      if let place = places[key] {
        groups[place].append(change)
      } else {
        places[key] = groups.count
        groups.append([change])
      }
    }
    return groups.compactMap { group in
      guard let first = group.first else { return nil }
      let before = shown(group.map(\.before))
      let after = shown(group.map(\.after))
      let what = after.isEmpty ? "\(deleted): \(before)" : "\(mended): \(before) → \(after)"
      let times = group.count > 1 ? " (\(group.count))" : ""
      return "\(first.line): \(what)\(times) [\(first.kind.rawValue)]"
    }
  }

  // MARK: - Telling

  private static func tell(_ findings: [Finding], files: Int, language: String) {
    // The weightiest last, where the eye is when the terminal stops.
    let ordered = findings.sorted {
      ($0.severity, $0.file, $0.position) < ($1.severity, $1.file, $1.position)
    }
    for finding in ordered {
      Console.print(FindingSentences.line(for: finding, language: language))
    }
    var facts = Console.counts { severity in findings.count { $0.severity == severity } }
    facts["files"] = "\(files)"
    Console.print(CommandWordings.checked(language, facts))
  }

  private struct Entry: Encodable {
    var kind: String
    var severity: String
    var file: String
    /// From 1; both are left out of what concerns a file as a whole, and the column is 0 where a
    /// line does.
    var line: Int?
    var column: Int?
    var message: String
  }

  private static func json(_ findings: [Finding], language: String) throws -> String {
    let entries = findings.map { finding in
      Entry(
        kind: finding.kind.rawValue, severity: finding.severity.rawValue, file: finding.file,
        line: finding.position.line > 0 ? finding.position.line : nil,
        column: finding.position.line > 0 ? finding.position.column : nil,
        message: FindingSentences.sentence(for: finding, language: language))
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(entries), as: UTF8.self)
  }

  private static func explain(_ name: String, language: String) -> Int32 {
    guard let kind = Finding.Kind(rawValue: name) else {
      let known = Finding.Kind.allCases.map(\.rawValue).sorted().joined(separator: "\n  ")
      let sentence = ArgumentWordings.noKind(language, ["value": name])
      Console.complain("\(sentence)\n  \(known)")
      return 2
    }
    Console.print(FindingExplanations.explanation(of: kind, language: language))
    return 0
  }
}
