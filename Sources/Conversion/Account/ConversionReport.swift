/// The report on a conversion, for the editor who corrects the article: Markdown.
public enum ConversionReport {
  /// The report on one paper.
  ///
  /// - Parameters:
  ///   - name: the paper's file, as the user knows it.
  ///   - source: the source's lines by number, shown beside doubts.
  public static func markdown(
    for conversion: Conversion, name: String, source: [Int: String]
  ) -> String {
    var parts = ["# \(name)", "", summary(of: conversion), ""]
    parts += account(conversion.account)
    parts += repairs(conversion.repairs)
    parts += doubts(conversion.doubts, source: source)
    if !conversion.missingNotes.isEmpty || !conversion.orphanedNotes.isEmpty {
      parts += ["## Notes", ""]
      if !conversion.missingNotes.isEmpty {
        parts.append("- marked in the text, their own text lost: \(list(conversion.missingNotes))")
      }
      if !conversion.orphanedNotes.isEmpty {
        parts.append("- without a mark in the text: \(list(conversion.orphanedNotes))")
      }
      parts.append("")
    }
    return parts.joined(separator: "\n")
  }

  /// One line for the terminal.
  public static func summary(of conversion: Conversion) -> String {
    let account = conversion.account
    let places = Set(conversion.doubts.map(\.line)).count
    var parts = [
      "\(count(account.total, "letter or digit", "letters and digits"))",
      "\(count(Set(conversion.repairs.map(\.line)).count, "line", "lines")) mended",
      "\(count(places, "place", "places")) to check",
    ]
    if !conversion.missingNotes.isEmpty {
      parts.append("\(count(conversion.missingNotes.count, "note", "notes")) lost in the source")
    }
    if !conversion.orphanedNotes.isEmpty {
      parts.append("\(count(conversion.orphanedNotes.count, "note", "notes")) without a mark")
    }
    parts.append(
      account.unplacedCount == 0
        ? "nothing lost" : "\(account.unplacedCount) found no place (at the article's end)")
    return parts.joined(separator: ", ") + "."
  }

  private static func account(_ account: Account) -> [String] {
    var lines = ["## What became of every letter and digit", "", "| | |", "|---|---:|"]
    lines.append("| in the source | \(account.total) |")
    lines.append("| in the article | \(account.kept) |")
    for reason in Removal.Reason.allCases {
      if let number = account.removed[reason] {
        lines.append("| left out: \(reason.rawValue) | \(number) |")
      }
    }
    lines.append("| without a place | \(account.unplacedCount) |")
    lines.append("")
    lines += account.unplaced.map { "- line \($0.line): \(code($0.text))" }
    return account.unplaced.isEmpty ? lines : lines + [""]
  }

  private static func repairs(_ repairs: [RepairRecord]) -> [String] {
    guard !repairs.isEmpty else { return [] }
    var lines = ["## What was mended", ""]
    let kinds = Dictionary(grouping: repairs, by: \.kind)
    for kind in kinds.keys.sorted() {
      guard let records = kinds[kind] else { continue }
      lines += ["### \(kind): \(records.count)", ""]
      for record in records.prefix(3) {
        lines.append("- line \(record.line): \(code(record.before)) became \(code(record.after))")
      }
      lines.append("")
    }
    return lines
  }

  private static func doubts(_ doubts: [Conversion.DoubtAt], source: [Int: String]) -> [String] {
    guard !doubts.isEmpty else { return [] }
    return ["## What to check", ""]
      + doubts.map { doubt in
        "- line \(doubt.line): \(doubt.doubt.sentence(language: "en")): \(code(source[doubt.line] ?? ""))"
      } + [""]
  }

  private static func list(_ labels: [Int]) -> String {
    labels.map(String.init).joined(separator: ", ")
  }

  private static func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(number) \(number == 1 ? one : many)"
  }

  /// A line of the source as code, cut to a length that can be read.
  private static func code(_ text: String) -> String {
    let line = text.prefix(160).replacing("`", with: "'")
    return line.isEmpty ? "(empty)" : "`\(line)`"
  }
}
