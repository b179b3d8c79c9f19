import Manuscript

@testable import Rendering

/// An article of paragraphs for a test.
func article(_ language: String, _ blocks: [Block], notes: [Note] = []) -> Article {
  Article(
    frontMatter: FrontMatter(title: "T", language: language), blocks: blocks, notes: notes)
}

/// The body of an article of one paragraph.
func body(_ language: String, _ inlines: [Inline]) -> String {
  html(ArticleRenderer().render(article(language, [Block(.paragraph(inlines))])).body)
}

/// A paragraph of text without its element.
func marked(_ language: String, _ text: String) -> String {
  html(ArticleRenderer.inline(text, language: language, surrounding: language))
}

func html(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
