import Manuscript

/// Reads a paper that is Markdown already: what it says is taken as said.
enum MarkdownReader {
  /// - Throws: `SourceFault`.
  static func read(_ bytes: [UInt8]) throws(SourceFault) -> Article {
    let text: String
    do throws(TextReader.Fault) {
      text = try TextReader.decode(bytes).0
    } catch {
      throw SourceFault(error)
    }
    var article = ManuscriptReader.read(text, file: "").article
    takeTitle(&article)
    lowerHeadings(&article)
    if article.frontMatter.language.isEmpty {
      article.frontMatter.language = TellLanguage.language(
        of: article.passages.map { Array($0.text.unicodeScalars) })
    }
    return article
  }

  /// A title that stands in the text, as the one heading of the first level.
  private static func takeTitle(_ article: inout Article) {
    guard article.frontMatter.title.isEmpty else { return }
    let titles = article.blocks.indices.filter { level(article.blocks[$0]) == 1 }
    guard titles.count == 1, let first = titles.first,
      case .heading(_, let inlines) = article.blocks[first].content
    else { return }
    article.frontMatter.title = inlines.plainText
    article.blocks.remove(at: first)
  }

  /// The highest heading of a text is of level 2.
  private static func lowerHeadings(_ article: inout Article) {
    guard let highest = article.blocks.compactMap(level).min(), highest != 2 else { return }
    for index in article.blocks.indices {
      guard case .heading(let level, let inlines) = article.blocks[index].content else { continue }
      article.blocks[index].content = .heading(level: min(level + 2 - highest, 6), inlines)
    }
  }

  private static func level(_ block: Block) -> Int? {
    if case .heading(let level, _) = block.content { level } else { nil }
  }
}
