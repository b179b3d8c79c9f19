/// How the values of a front matter were written, so that they can be written so again.
///
/// It says nothing about the article: two front matters that differ in it only are equal.
public struct FrontMatterNotation: Equatable, Sendable {
  /// The styles of scalars that are not plain, by path: `translations.en.author.0.name`.
  var styles: [String: YAMLStyle]

  public init() { styles = [:] }

  init(styles: [String: YAMLStyle]) { self.styles = styles }

  public static func == (left: FrontMatterNotation, right: FrontMatterNotation) -> Bool { true }
}
