/// A piece of a block's text.
///
/// Only what is seldom is indirect: most of an article is text, and a box for each piece of it would
/// cost more than the piece.
public enum Inline: Equatable, Sendable {
  case text(String)
  case code(String)
  case emphasis([Inline])
  case strong([Inline])
  case strikethrough([Inline])
  indirect case link(Link)
  /// A picture inside a line; one that stands alone is `Block.Content.figure`.
  indirect case image(Figure)
  /// `[^label]`.
  case noteReference(String)
  /// `<!-- page 133 -->` in mid-text: the number of the page that begins, if it is known.
  case pageBreak(String?)
  /// A line's end inside a paragraph, where a page may break the line or not.
  case softBreak
  /// A line's end that must be kept.
  case lineBreak
  /// `<span lang="en">…</span>`: a passage that an editor marked as of another language.
  indirect case span(language: String, [Inline])
  /// A formula, `$…$` or, where it is displayed, `$$…$$`: TeX without the signs.
  case math(String, isDisplayed: Bool)
  /// `@fig-map`: the number of the figure or table with that name, which leads to it.
  case numberedReference(String)
  /// A passage that leads to another place of the article. The reader never makes one: the module
  /// Citations finds them, and the writer writes their content alone.
  indirect case crossReference(CrossReference)
}

/// A citation that leads to the work it means: an entry of the bibliography, or an earlier note.
public struct CrossReference: Equatable, Sendable {
  /// The identifier of this place, to which the work leads back; unique in the article.
  public var id: String
  /// The anchor of the bibliography entry or of the note.
  public var target: String
  public var content: [Inline]

  public init(id: String, target: String, content: [Inline]) {
    self.id = id
    self.target = target
    self.content = content
  }
}

/// A link; an autolink where its text is its address.
public struct Link: Equatable, Sendable {
  public var destination: String
  public var title: String?
  public var content: [Inline]
  /// Whether it is written `<https://…>`.
  public var isAutolink: Bool

  public init(
    destination: String, title: String? = nil, content: [Inline], isAutolink: Bool = false
  ) {
    self.destination = destination
    self.title = title
    self.content = content
    self.isAutolink = isAutolink
  }
}

extension Sequence where Element == Inline {
  /// The text that a reader reads, without note marks and page marks; breaks are spaces.
  public var plainText: String {
    var text = ""
    appendPlainText(to: &text)
    return text
  }

  fileprivate func appendPlainText(to text: inout String) {
    for inline in self { inline.appendPlainText(to: &text) }
  }
}

extension Inline {
  fileprivate func appendPlainText(to text: inout String) {
    switch self {
    case .text(let string), .code(let string), .math(let string, _): text += string
    case .numberedReference(let name): text += "@" + name
    case .emphasis(let content), .strong(let content), .strikethrough(let content),
      .span(_, let content):
      content.appendPlainText(to: &text)
    case .link(let link): link.content.appendPlainText(to: &text)
    case .crossReference(let reference): reference.content.appendPlainText(to: &text)
    case .image(let figure): figure.caption.appendPlainText(to: &text)
    case .softBreak, .lineBreak: text += " "
    case .noteReference, .pageBreak: break
    }
  }
}
