import Manuscript

/// What a build left: where the site is, and what was found wrong.
public struct BuiltSite: Sendable {
  /// The site's folder. Where nothing could be made it may not be there, or hold the site that was
  /// made before.
  public var folder: String
  public var findings: [Finding]
  /// What is other than after the build before.
  public var changes: Changes
  /// Whether parts of the site wait for another build, which is made when nothing is saved for a
  /// moment.
  public var isPartial = false
  /// The articles' files by the paths of their pages, from the site's root, without a slash at the
  /// beginning and with one at the end: `articles/third-quay/`.
  public var sources: [String: String]
  /// The paths of those among them that are drafts.
  public var drafts: Set<String>
  /// Where the site is to stand on its host, with a slash at both ends. The preview stands at `/`, and
  /// leads there from the addresses of the few pages that name the place.
  public var basePath = "/"

  /// The files of the site that a build changed.
  public enum Changes: Equatable, Sendable {
    /// Any of them may have changed, or be gone.
    case everything
    /// Those that are new or other, by their paths from the site's root.
    case files(Set<String>)
  }

  public init(
    folder: String, findings: [Finding] = [], changes: Changes = .everything,
    sources: [String: String] = [:], drafts: Set<String> = []
  ) {
    self.folder = folder
    self.findings = findings
    self.changes = changes
    self.sources = sources
    self.drafts = drafts
  }
}
