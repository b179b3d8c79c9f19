import Manuscript

/// What a build left: where the site is, and what was found wrong.
public struct BuiltSite: Sendable {
  /// The site's folder. Where nothing could be made it may not be there, or hold the site that was
  /// made before.
  public var folder: String
  public var findings: [Finding]
  /// Whether any file of the site is other than after the build before.
  public var hasChanged: Bool
  /// The articles' files by the paths of their pages, from the site's root, without a slash at the
  /// beginning and with one at the end: `articles/third-quay/`.
  public var sources: [String: String]
  /// The paths of those among them that are drafts.
  public var drafts: Set<String>

  public init(
    folder: String, findings: [Finding] = [], hasChanged: Bool = true,
    sources: [String: String] = [:], drafts: Set<String> = []
  ) {
    self.folder = folder
    self.findings = findings
    self.hasChanged = hasChanged
    self.sources = sources
    self.drafts = drafts
  }
}
