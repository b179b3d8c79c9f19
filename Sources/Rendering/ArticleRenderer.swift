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

  /// - Parameters:
  ///   - labels: English unless given.
  ///   - picture: unless given, every source inside the article's folder is taken to be there.
  public init(
    labels: ArticleLabels = ArticleLabels(),
    picture: (@Sendable (String) -> Picture?)? = nil
  ) {
    self.labels = labels
    self.picture = picture ?? { source in Picture(address: source) }
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
    var writer = ArticleWriter(linked.article, labels: labels, medium: medium, picture: picture)
    var rendered = writer.write()
    rendered.findings = linked.findings
    return rendered
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
