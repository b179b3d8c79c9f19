import Citations
import Manuscript
import Orthography

/// Makes an article's HTML.
///
/// A renderer is a plain value without effects: it may be used from any number of threads.
public struct ArticleRenderer: Sendable {
  /// The words that the renderer itself puts into the page, in the article's language.
  public var labels: ArticleLabels

  /// Where a picture of the article stands on the site; `nil` where there is no such picture, and
  /// the page shows a frame in its place. It is asked with the source as the article writes it.
  public var picture: @Sendable (String) -> Picture?

  /// Where the HTML is read; a page of the site unless said.
  public var medium = Medium.page

  /// The MathML of a formula, well-formed, by its TeX and whether it is displayed; `nil` where there
  /// is none, and the page shows the TeX.
  public var mathematics: @Sendable (String, Bool) -> [UInt8]?

  /// - Parameters:
  ///   - labels: English unless given.
  ///   - picture: unless given, every source inside the article's folder is taken to be there.
  ///   - mathematics: unless given, formulas are shown as TeX.
  public init(
    labels: ArticleLabels = ArticleLabels(),
    picture: (@Sendable (String) -> Picture?)? = nil,
    mathematics: @escaping @Sendable (String, Bool) -> [UInt8]? = { _, _ in nil }
  ) {
    self.labels = labels
    self.picture = picture ?? { source in Picture(address: source) }
    self.mathematics = mathematics
  }

  /// Renders an article, its citations led to the works they mean (`LinkedArticle`).
  ///
  /// - Parameters:
  ///   - article: with its anchors assigned.
  ///   - file: the name by which findings call the article's file.
  public func render(_ article: Article, file: String = "") -> RenderedArticle {
    render(LinkedArticle(article, file: file))
  }

  /// Renders an article whose citations are led to the works they mean.
  public func render(_ linked: LinkedArticle) -> RenderedArticle {
    var writer = ArticleWriter(
      linked.article, labels: labels, medium: medium, picture: picture, mathematics: mathematics)
    var rendered = writer.write()
    rendered.findings = linked.findings
    return rendered
  }

  /// Paragraphs of a language that stand in no article, each as `<p>`; their direction that of the
  /// language or, where they turn out to be of another, marked.
  public static func paragraphs(of texts: [[Inline]], language: String) -> [[UInt8]] {
    let renderer = ArticleRenderer()
    var writer = ArticleWriter(
      Article(frontMatter: FrontMatter(title: "", language: language), blocks: []),
      labels: renderer.labels, medium: renderer.medium, picture: renderer.picture,
      mathematics: renderer.mathematics)
    return texts.map { text in
      var html = HTMLBuffer()
      writer.write([Block(.paragraph(text))], in: writer.base, into: &html)
      return html.bytes
    }
  }

  /// Plain text of a language as inline HTML, runs of the other direction isolated.
  ///
  /// - Parameter surrounding: the language of what stands round it; where the text turns out to be
  ///   of another, it is put into a `<span>` that says so.
  public static func inline(_ text: String, language: String, surrounding: String? = nil)
    -> [UInt8]
  {
    var html = HTMLBuffer()
    let outer = Setting(language: surrounding ?? language)
    let prepared = Prepared(LaidOut(text), in: Setting(language: language))
    let setting = prepared.setting
    if setting != outer {
      html.markup("<span")
      html.setting(setting, in: outer)
      html.markup(">")
    }
    ArticleWriter.write(plain: prepared, into: &html)
    if setting != outer { html.markup("</span>") }
    return html.bytes
  }

  /// Plain text, its paragraphs separated by empty lines, as `<p>` elements.
  public static func paragraphs(_ text: String, language: String, surrounding: String? = nil)
    -> [UInt8]
  {
    var html = HTMLBuffer()
    let outer = Setting(language: surrounding ?? language)
    let own = Setting(language: language)
    for paragraph in ArticleWriter.paragraphs(of: text) {
      let prepared = Prepared(LaidOut(paragraph), in: own)
      html.markup("<p")
      html.setting(prepared.setting, in: outer)
      html.markup(">")
      ArticleWriter.write(plain: prepared, into: &html)
      html.markup("</p>\n")
    }
    return html.bytes
  }
}
