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

/// What a preview wants built.
public struct BuildTask: Sendable {
  public var kind: Kind
  /// Tells, from any thread, whether the task is to be given up: the preview ends, or something is
  /// more urgent than the rest of a site.
  public var shouldStop: @Sendable () -> Bool

  public enum Kind: Equatable, Sendable {
    /// The site, of which nothing is there yet.
    case first
    /// What comes of files that changed.
    case changed(Set<String>)
    /// What an earlier build has left for later.
    case rest
  }
}
