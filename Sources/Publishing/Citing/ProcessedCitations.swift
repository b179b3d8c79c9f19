import Exporting
import Foundation
import Manuscript
import Orthography

/// What a citation processor made of works: pandoc's document as JSON, in which each work is cited in
/// a paragraph and has an entry in the list of references.
struct ProcessedCitations {
  private var texts: [Int: [Inline]] = [:]
  private let language: String

  /// - Parameter isNote: whether the notes are wanted, and not the entries.
  init(_ bytes: [UInt8], isNote: Bool, language: String) {
    self.language = language
    guard
      let document = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any],
      let blocks = document["blocks"] as? [[String: Any]]
    else { return }
    if isNote {
      for (place, block) in blocks.enumerated() where block["t"] as? String == "Para" {
        if let note = Self.note(in: block["c"]) { texts[place] = inlines(ofBlocks: note) }
      }
      return
    }
    for block in blocks where Self.identifier(of: block) == "refs" {
      for entry in (block["c"] as? [Any])?.last as? [[String: Any]] ?? [] {
        guard let name = Self.identifier(of: entry), name.hasPrefix("ref-w"),
          let place = Int(name.dropFirst(5)),
          let content = (entry["c"] as? [Any])?.last as? [[String: Any]]
        else { continue }
        texts[place] = inlines(ofBlocks: content)
      }
    }
  }

  /// The citation of a work, by its place among those that were asked for.
  subscript(place: Int) -> [Inline]? { texts[place] }

  private static func identifier(of block: [String: Any]) -> String? {
    guard block["t"] as? String == "Div", let content = block["c"] as? [Any],
      let attributes = content.first as? [Any]
    else { return nil }
    return attributes.first as? String
  }

  /// The blocks of the first note inside an element.
  private static func note(in content: Any?) -> [[String: Any]]? {
    if let element = content as? [String: Any] {
      if element["t"] as? String == "Note" { return element["c"] as? [[String: Any]] }
      return note(in: element["c"])
    }
    for inner in content as? [Any] ?? [] {
      if let found = note(in: inner) { return found }
    }
    return nil
  }

  private func inlines(ofBlocks blocks: [[String: Any]]) -> [Inline] {
    let words = blocks.flatMap { inlines($0["c"] as? [[String: Any]] ?? []) }
    // Words came one by one; what is corrected reaches over several.
    var joined: [Inline] = []
    for inline in words {
      if case .text(let text) = inline, case .text(let before)? = joined.last {
        joined[joined.count - 1] = .text(before + text)
      } else {
        joined.append(inline)
      }
    }
    return joined.map { inline in
      guard case .text(let text) = inline else { return inline }
      return .text(CitationStyle.corrected(text, language: language))
    }
  }

  private func inlines(_ elements: [[String: Any]]) -> [Inline] {
    elements.flatMap { element -> [Inline] in
      let content = element["c"]
      func inside(_ place: Int) -> [Inline] {
        let parts = content as? [Any] ?? []
        return parts.indices.contains(place)
          ? inlines(parts[place] as? [[String: Any]] ?? []) : []
      }
      switch element["t"] as? String {
      case "Str": return [.text(content as? String ?? "")]
      case "Space", "SoftBreak", "LineBreak": return [.text(" ")]
      case "Emph": return [.emphasis(inlines(content as? [[String: Any]] ?? []))]
      case "Strong": return [.strong(inlines(content as? [[String: Any]] ?? []))]
      case "Quoted":
        let marks = quotes((content as? [Any])?.first)
        return [.text(marks.open)] + inside(1) + [.text(marks.close)]
      case "Link":
        let target = ((content as? [Any])?.last as? [Any])?.first as? String ?? ""
        let text = inside(1)
        return [
          .link(
            Link(
              destination: target, content: text, isAutolink: text.plainText == target))
        ]
      case "Span": return inside(1)
      case "SmallCaps", "Superscript", "Subscript", "Underline", "Strikeout":
        return inlines(content as? [[String: Any]] ?? [])
      default: return []
      }
    }
  }

  private func quotes(_ kind: Any?) -> (open: String, close: String) {
    let isDouble = (kind as? [String: Any])?["t"] as? String != "SingleQuote"
    let marks = (Languages.language(language) ?? Languages.english).quotation
    return isDouble ? (marks.open, marks.close) : (marks.innerOpen, marks.innerClose)
  }
}
