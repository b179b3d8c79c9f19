import Manuscript
import Markup
import Orthography

/// Texts that another system keeps as pieces of HTML.
enum ImportedText {
  /// The element that holds a piece of HTML.
  static func element(_ html: String) -> MarkupElement {
    let page = "<html><body><div>\(html)</div></body></html>"
    let root = try? MarkupReader.html(Array(page.utf8), encoding: "UTF-8")
    return root?.descendants("body").first ?? MarkupElement(name: "body")
  }

  /// The words on one line.
  static func line(_ html: String) -> String {
    paragraphs(html)?.replacing("\n\n", with: " ") ?? ""
  }

  /// The words, paragraphs parted by an empty line; `nil` where there are none.
  static func paragraphs(_ html: String) -> String? {
    let document = PageReader.fragment(element(html), pictures: [:])
    let texts = document.blocks.map(\.text).filter { !$0.isEmpty }
    return texts.isEmpty ? nil : texts.joined(separator: "\n\n")
  }

  /// The subtag of a language in the tag of a locale: `he` of `he_IL`.
  static func language(_ locale: String) -> String {
    String(locale.prefix { $0 != "_" && $0 != "-" && $0 != "@" }).lowercased()
  }

  /// Makes an article of a body in HTML.
  ///
  /// - Parameters:
  ///   - front: what is known of it; where it names no language the letters tell it.
  ///   - pictures: the names of the pictures' files by their addresses in the body.
  static func article(
    _ body: MarkupElement, _ front: FrontMatter, pictures: [String: String] = [:]
  ) -> Article {
    article(PageReader.fragment(body, pictures: pictures), front)
  }

  /// Makes an article of a whole page or of a JATS file.
  ///
  /// - Throws: `SourceFault`.
  static func article(
    ofFile bytes: [UInt8], _ front: FrontMatter
  ) throws(SourceFault) -> Article {
    var document =
      switch PaperFormat.recognise(bytes) {
      case .jats: try JATSReader.read(bytes)
      case .html: try PageReader.read(bytes)
      case let other: throw .unreadable(other)
      }
    // What the page shows above its text is in the record.
    let known = Set(
      ([front.title, front.subtitle ?? "", front.abstract ?? ""] + front.authors.map(\.name)
        + [front.authors.map(\.name).joined()]).map(Article.letters))
    while let first = document.blocks.first, !first.isEmpty,
      known.contains(Article.letters(first.text))
    {
      document.removals += first.numbers.map {
        Removal(line: $0, text: first.text, reason: .surroundings)
      }
      document.blocks.removeFirst()
    }
    for index in document.blocks.indices where document.blocks[index].kind == .title {
      document.blocks[index].kind = .heading(level: 1)
    }
    return article(document, front)
  }

  private static func article(_ source: StructuredDocument, _ front: FrontMatter) -> Article {
    var document = source
    document.frontMatter = front
    let conversion = Converter().convert(document, language: nil)
    var article = conversion.article
    // Nothing was read from print here that an editor would have to correct.
    article.frontMatter.doubts = front.doubts
    return article
  }

  /// The language that a text's letters tell where they are not those of the language that was said.
  static func language(said: String?, of text: String) -> String {
    let said = said.flatMap { $0.isEmpty ? nil : $0 }
    let scalars = Array(text.unicodeScalars)
    guard scalars.contains(where: \.isLetterOrDigit) else { return said ?? "en" }
    let told = TellLanguage.language(of: [scalars])
    guard let said, Languages.script(of: said) == Languages.script(of: told) else { return told }
    return said
  }
}
