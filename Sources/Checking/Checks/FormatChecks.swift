import Manuscript

extension CheckedArticle {
  /// What Markdown passes over in silence: text that was meant as a heading, a list, a table.
  mutating func checkSilentFaults(_ source: [UInt8]) {
    for fault in SourceFaults.find(in: source, article: article) {
      let severity: Finding.Severity = fault.kind == .linesRunTogether ? .notice : .warning
      report(fault.kind, severity, at: fault.position, fault.facts)
    }
    let lines = source.split(separator: 0x0A, omittingEmptySubsequences: false)
    for block in article.blocks {
      guard case .code(nil, let text) = block.content else { continue }
      let line = block.position.line
      guard line > 0, line <= lines.count, let first = lines[line - 1].first,
        first == 0x20 || first == 0x09,
        !lines[line - 1].drop(while: { $0 <= 0x20 }).starts(with: [0x60, 0x60]),
        !lines[line - 1].drop(while: { $0 <= 0x20 }).starts(with: [0x7E, 0x7E])
      else { continue }
      let shown = String(text.prefix { $0 != "\n" }.prefix(30))
      report(.indentedText, .warning, at: block.position, ["text": shown])
    }
  }

  /// Signs of emphasis without their partners, which the page shows as they are.
  mutating func checkEmphasis() {
    for text in texts where text.look.hasStars {
      guard let stars = text.text.firstRange(of: "**") else { continue }
      // With what stands beside it: escaped stars are not found so in the source.
      let piece =
        text.text[..<stars.lowerBound].suffix(4) + "**" + text.text[stars.upperBound...].prefix(4)
      let place = place(of: String(piece), in: text)
      if place.column > 0 { report(.strayEmphasis, .warning, at: place) }
    }
  }

  /// References to figures and tables that no figure or table has the name of.
  mutating func checkNumberedReferences() {
    let known = article.numberedObjects
    for block in article.blocks + article.notes.flatMap(\.blocks) {
      var missing: [(String, SourcePosition)] = []
      block.walkInlines { inline, position in
        if case .numberedReference(let name) = inline, known[name] == nil {
          missing.append((name, position))
        }
      }
      for (name, position) in missing {
        report(.unknownReference, .warning, at: place(of: "@" + name, at: position), ["name": name])
      }
    }
  }
}
