import Manuscript

/// The report on a conversion, for the editor who corrects the article: Markdown.
public struct ConversionReport {
  private let conversion: Conversion
  private let language: String

  /// - Parameter language: that of the editor: `he`, `ar` or `en`.
  public init(_ conversion: Conversion, language: String) {
    self.conversion = conversion
    self.language = language
  }

  /// The first line of every report, by which a file is known to be one.
  public static let mark = "<!-- daf convert: report -->"

  /// The whole report on the paper.
  ///
  /// - Parameters:
  ///   - name: the paper's file, as the user knows it.
  ///   - source: the source's lines by number, shown beside doubts.
  public func markdown(name: String, source: [Int: String]) -> String {
    let parts =
      [Self.mark, "", "# \(name)", "", summary, ""] + account(conversion.account)
      + removals(conversion.removals)
      + repairs(conversion.repairs) + doubts(conversion.doubts, source: source) + notes()
    return parts.joined(separator: "\n")
  }

  /// One line for the terminal.
  public var summary: String {
    func part(_ wording: Wording, _ number: Int) -> String {
      wording(language, ["number": String(number)])
    }
    let account = conversion.account
    var parts = [
      part(ReportWordings.letters, account.total),
      part(ReportWordings.mendedLines, Set(conversion.repairs.map(\.line)).count),
      part(ReportWordings.places, Set(conversion.doubts.map(\.line)).count),
    ]
    if !conversion.missingNotes.isEmpty {
      parts.append(part(ReportWordings.lostNotes, conversion.missingNotes.count))
    }
    if !conversion.orphanedNotes.isEmpty {
      parts.append(part(ReportWordings.unmarkedNotes, conversion.orphanedNotes.count))
    }
    let leftOut = Removal.Reason.allCases.filter { $0.isLeftOut && account.removed[$0] ?? 0 > 0 }
    if !leftOut.isEmpty {
      let number = leftOut.reduce(0) { $0 + (account.removed[$1] ?? 0) }
      let what = leftOut.map { $0.wording(language) }.joined(
        separator: ReportWordings.comma(language))
      parts.append(
        ReportWordings.leftOutInAll(language, ["number": String(number), "what": what]))
    }
    if account.unplacedCount > 0 {
      parts.append(part(ReportWordings.unplaced, account.unplacedCount))
    } else {
      parts.append(
        (leftOut.isEmpty ? ReportWordings.nothingLost : ReportWordings.nothingElseLost)(language))
    }
    return parts.joined(separator: ReportWordings.separator(language)) + "."
  }

  private func account(_ account: Account) -> [String] {
    var lines = [heading(ReportWordings.accountHeading), "", "| | |", "|---|---:|"]
    lines.append("| \(ReportWordings.inSource(language)) | \(account.total) |")
    lines.append("| \(ReportWordings.inArticle(language)) | \(account.kept) |")
    for reason in Removal.Reason.allCases {
      guard let number = account.removed[reason] else { continue }
      let what = ReportWordings.leftOut(language, ["what": reason.wording(language)])
      lines.append("| \(what) | \(number) |")
    }
    lines.append("| \(ReportWordings.withoutPlace(language)) | \(account.unplacedCount) |")
    lines.append("")
    lines += account.unplaced.map { item($0.line, code($0.text)) }
    return account.unplaced.isEmpty ? lines : lines + [""]
  }

  /// What was left out, by its words: each text once, with the lines where it stood.
  private func removals(_ removals: [Removal]) -> [String] {
    guard !removals.isEmpty else { return [] }
    var lines = [heading(ReportWordings.leftOutHeading), ""]
    for reason in Removal.Reason.allCases {
      var texts: [String] = []
      var places: [String: [Int]] = [:]
      for removal in removals where removal.reason == reason {
        if places[removal.text] == nil { texts.append(removal.text) }
        places[removal.text, default: []].append(removal.line)
      }
      guard !texts.isEmpty else { continue }
      lines += ["### \(reason.wording(language))", ""]
      for text in texts {
        let numbers = (places[text] ?? []).filter { $0 > 0 }.map(String.init)
        lines.append(item(numbers, whole(text)))
      }
      lines.append("")
    }
    return lines
  }

  private func repairs(_ repairs: [RepairRecord]) -> [String] {
    guard !repairs.isEmpty else { return [] }
    var lines = [heading(ReportWordings.mendedHeading), ""]
    let kinds = Dictionary(grouping: repairs, by: \.kind)
    for kind in kinds.keys.sorted() {
      guard let records = kinds[kind] else { continue }
      lines += ["### \(kind): \(records.count)", ""]
      for record in records.prefix(3) {
        let facts = ["before": code(record.before), "after": code(record.after)]
        lines.append(item(record.line, ReportWordings.became(language, facts)))
      }
      lines.append("")
    }
    return lines
  }

  private func doubts(_ doubts: [Conversion.DoubtAt], source: [Int: String]) -> [String] {
    guard !doubts.isEmpty else { return [] }
    return [heading(ReportWordings.doubtsHeading), ""]
      + doubts.map { doubt in
        let sentence = doubt.doubt.sentence(language: language)
        return item(doubt.line, "\(sentence): \(code(source[doubt.line] ?? ""))")
      } + [""]
  }

  private func notes() -> [String] {
    let (missing, orphaned) = (conversion.missingNotes, conversion.orphanedNotes)
    guard !missing.isEmpty || !orphaned.isEmpty else { return [] }
    func labels(_ wording: Wording, _ labels: [Int]) -> [String] {
      guard !labels.isEmpty else { return [] }
      let listed = labels.map(String.init).joined(separator: ", ")
      return ["- " + wording(language, ["labels": listed])]
    }
    return [heading(ReportWordings.notesHeading), ""] + labels(ReportWordings.lostLabels, missing)
      + labels(ReportWordings.unmarkedLabels, orphaned) + [""]
  }

  private func heading(_ wording: Wording) -> String { "## \(wording(language))" }

  private func item(_ line: Int, _ what: String) -> String {
    item(line > 0 ? [String(line)] : [], what)
  }

  /// What stood on some lines; a source without lines has none to name.
  private func item(_ lines: [String], _ what: String) -> String {
    guard !lines.isEmpty else { return "- " + what }
    let listed = lines.joined(separator: ReportWordings.comma(language))
    return "- " + ReportWordings.line(language, ["line": listed, "what": what])
  }

  /// A line of the source as code, cut to a length that can be read.
  private func code(_ text: String) -> String { whole(String(text.prefix(160))) }

  /// A text as code, in full.
  private func whole(_ text: String) -> String {
    let line = text.replacing("`", with: "'")
    return line.isEmpty ? ReportWordings.empty(language) : "`\(line)`"
  }
}
