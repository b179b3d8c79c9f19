import Manuscript

/// How a publication looks, as its `theme:` in `publication.yaml` says; what it leaves out has a
/// default.
public struct Theme: Equatable, Sendable {
  /// The colour of links and covers, as `#rrggbb`. Daf derives from it the shades that can be read
  /// on light and on dark paper.
  public var accent: String?
  /// A picture that stands before the publication's name: a file beside `publication.yaml`.
  public var logo: String?
  /// A sentence that opens the home page, instead of the publication's description.
  public var hero = LocalizedText()
  /// The families of the site's letters.
  public var fonts = Fonts()
  /// How covers are drawn.
  public var covers = CoverStyle.leaves

  public init() {}

  /// The families of fonts, by what they are for. A family that is not installed where the site is
  /// built is left out, and the reader's own letters are used.
  public struct Fonts: Equatable, Sendable {
    public var latin = "Linux Libertine O"
    public var hebrew = "Frank Ruehl CLM"
    public var arabic = "Noto Naskh Arabic"
    /// Menus, dates and other small print, in Latin, Hebrew and Arabic letters; a script without a
    /// family of its own takes that of the text.
    public var interface = ["Noto Sans", "Noto Sans Hebrew"]
    /// Whether fonts come with the site; if not, each reader sees it in letters of her own.
    public var areShipped = true

    public init() {}
  }

  /// What is drawn on a cover below its title.
  public enum CoverStyle: String, CaseIterable, Sendable {
    case leaves, bands, grid
  }
}
