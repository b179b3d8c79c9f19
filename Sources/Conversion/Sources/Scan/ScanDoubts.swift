import Manuscript

/// Marks what was read from a scan: all of it is doubtful until somebody has read it, and the words
/// of which the program was not sure are named.
enum ScanDoubts {
  static func mark(_ conversion: inout Conversion, _ reading: ScanReader.Reading) {
    let language = conversion.article.frontMatter.language
    let marker = Marker(unsure: Set(reading.unsure.values.flatMap { $0 }), language: language)
    conversion.article.frontMatter.doubts += marker.sentences(
      FrontMatterText.text(of: conversion.article.frontMatter).string)
    conversion.article.blocks = conversion.article.blocks.map(marker.marked)
    conversion.article.notes = conversion.article.notes.map { note in
      var note = note
      note.doubts += marker.sentences(note.blocks.map(\.ownText).joined(separator: " "))
      return note
    }
    let lines = reading.pages.flatMap(\.lines).filter { !$0.text.isEmpty }
    conversion.doubts += lines.map { DoubtAt(doubt: .scanned, line: $0.number) }
  }

  private typealias DoubtAt = Conversion.DoubtAt

  private struct Marker {
    let unsure: Set<String>
    let language: String

    /// The doubts of a text: that it was read by a machine, and its words that were hardly read.
    func sentences(_ text: String) -> [String] {
      let words = text.split(separator: " ").map(String.init).filter { unsure.contains($0) }
      let sentence = Doubt.scanned.sentence(language: language)
      guard !words.isEmpty else { return [sentence] }
      return ["\(sentence): \(words.prefix(8).joined(separator: " … "))"]
    }

    func marked(_ block: Block) -> Block {
      var block = block
      switch block.content {
      case .pageBreak, .thematicBreak: return block
      case .list(var list):
        for index in list.items.indices {
          list.items[index].blocks = list.items[index].blocks.map(marked)
        }
        block.content = .list(list)
      case .quotation(let blocks): block.content = .quotation(blocks.map(marked))
      default: block.doubts += sentences(block.ownText)
      }
      return block
    }
  }
}
