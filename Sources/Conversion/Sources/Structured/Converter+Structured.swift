import Manuscript

extension Converter {
  /// Makes an article of a paper whose source says what its parts are.
  ///
  /// - Parameter language: the paper's language as a BCP 47 tag; `nil` to tell it by its letters.
  func convert(_ source: StructuredDocument, language: String?) -> Conversion {
    var document = source
    let language =
      language ?? (document.frontMatter ?? document.stated).map(\.language).flatMap {
        $0.isEmpty ? nil : $0
      }
      ?? TellLanguage.language(
        of: document.source.map { Array(Cleaning.clean($0.text).unicodeScalars) })
    let hasStyles = InferredHeadings.hasStyles(document.blocks)
    InferredHeadings.mark(&document.blocks)
    let front = StructuredFront(&document, language: language, hasHeadings: hasStyles)
    TypedLists.mark(&document.blocks)
    FigureCaptions.join(&document.blocks)
    var numbers: [Int: [Int]] = [:]
    for block in document.blocks + document.notes.flatMap(\.blocks) {
      if let first = block.numbers.first { numbers[first] = block.numbers }
    }
    var assembly = StructuredAssembly(document)
    let blocks = assembly.blocks(document.blocks)
    let notes = document.notes.filter { !front.notes.contains($0.label) }.map { note in
      Note(
        label: note.label, blocks: assembly.blocks(note.blocks),
        isMissing: note.blocks.allSatisfy { $0.isEmpty })
    }
    let removals = document.removals + front.removals
    let pieces =
      [
        Account.Piece(
          lines: front.numbers, text: FrontMatterText.text(of: front.frontMatter), mayRepeat: true)
      ] + Self.pieces(blocks + notes.flatMap(\.blocks), numbers)
    let account = Account(
      source: document.source.map {
        ($0.number, Array(Cleaning.clean($0.text).unicodeScalars))
      },
      pieces: pieces, removals: removals)
    var frontMatter = front.frontMatter
    frontMatter.doubts += ([.uncorrected] + front.doubts).map { $0.sentence(language: language) }
    var article = Article(
      frontMatter: frontMatter,
      blocks: blocks + UnplacedText.blocks(account.unplaced, language: language), notes: notes)
    article.notation = BodyNotation(emphasis: "_")
    let marks = document.noteMarks
    return Conversion(
      article: article, removals: removals, account: account, repairs: [],
      doubts: front.doubts.map { Conversion.DoubtAt(doubt: $0, line: front.numbers.first ?? 1) },
      missingNotes: notes.filter(\.isMissing).compactMap { Int($0.label) },
      orphanedNotes: notes.filter { !marks.contains($0.label) }.compactMap { Int($0.label) },
      decisions: Decisions())
  }

  /// What of the source stands in blocks, by the paragraphs that they were made of.
  private static func pieces(_ blocks: [Block], _ numbers: [Int: [Int]]) -> [Account.Piece] {
    blocks.flatMap { block -> [Account.Piece] in
      func piece(_ text: String) -> [Account.Piece] {
        let line = block.position.line
        return [Account.Piece(lines: numbers[line] ?? [line], text: Array(text.unicodeScalars))]
      }
      switch block.content {
      case .heading(_, let inlines), .paragraph(let inlines): return piece(inlines.plainText)
      case .quotation(let blocks): return pieces(blocks, numbers)
      case .list(let list): return list.items.flatMap { pieces($0.blocks, numbers) }
      case .figure(let figure): return piece(figure.caption.plainText)
      case .table(let table):
        return piece(([table.header] + table.rows).joined().map(\.plainText).joined(separator: " "))
      case .code(_, let text): return piece(text)
      case .thematicBreak, .pageBreak: return []
      }
    }
  }
}
