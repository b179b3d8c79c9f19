import Manuscript
import Orthography

/// Makes an article of a paper: a document in, annotated Markdown's tree out.
///
/// The way of a paper is `Pipeline`: the order of its lines is restored by what its extractor did to
/// them, notes and running heads are parted from the text, and the rest becomes paragraphs, headings,
/// lists and front matter. The same input gives the same article.
public struct Converter: Sendable {
  private let knowledge: Knowledge

  /// - Parameters:
  ///   - lexicon: the words of the papers' languages, as far as they are known.
  ///   - language: how those words follow one another, likewise.
  public init(lexicon: any Lexicon = EmptyLexicon(), language: LanguageData = LanguageData()) {
    knowledge = Knowledge(lexicon: lexicon, language: language)
  }

  /// The names of the passes, in order.
  public static var passNames: [String] { Pipeline.names }

  /// Converts a paper of which nothing is known but its letters.
  ///
  /// - Parameter language: the paper's language as a BCP 47 tag; `nil` to tell it by its letters.
  public func convert(_ source: [Page], language: String? = nil) -> Conversion {
    convert(Document(pages: source, language: language))
  }

  /// Converts a paper as its reader made it.
  public func convert(_ document: Document) -> Conversion {
    var document = document
    let decisions = Pipeline.run(&document, knowledge)
    return Conversion(document, decisions)
  }

  /// The document as a tree after a pass, or after the whole way.
  ///
  /// - Parameter pass: one of `passNames`.
  public func dump(_ document: Document, after pass: String? = nil) -> String {
    var document = document
    _ = Pipeline.run(&document, knowledge, after: pass)
    return DocumentDump.text(of: document)
  }

  /// The choices of a conversion, one a line, their parts parted by tabs: kind, first and last line,
  /// best reading, its score beside the next, the features that hold, the words.
  public func decisions(on document: Document) -> String {
    var document = document
    return Pipeline.run(&document, knowledge).listing
  }
}
