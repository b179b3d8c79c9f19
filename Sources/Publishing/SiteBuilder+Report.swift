import Manuscript

extension SiteBuilder {
  /// What came of a build.
  public struct Report: Sendable {
    public var findings: [Finding] = []
    /// A draft, which the site leaves out.
    public struct HeldBack: Sendable, Equatable {
      public var file: String
      /// Whether it is a conversion in which something is still doubtful.
      public var isDoubtful: Bool
    }
    /// The drafts that the site leaves out, articles first.
    public var heldBack: [HeldBack] = []
    public var articles = 0
    /// The site's files, by their paths in it.
    public var paths: [String] = []
    public var files: Int { paths.count }
    /// Those that are new or other than before, by their paths in the site.
    public var changedPaths: [String] = []
    public var changedFiles: Int { changedPaths.count }
    /// The articles' files by the paths of their pages: `articles/third-quay/`.
    public var sources: [String: String] = [:]
    /// The paths of those that are drafts.
    public var drafts: Set<String> = []
    /// Where the site is to stand on its host, with a slash at both ends.
    public var basePath = "/"
    /// The dictionary that the search index was made with; `nil` where there was none.
    public var searchDictionary: String?
    /// How much a check of the articles would tell, by weight; words are not looked up for it.
    public var checks: [Finding.Severity: Int] = [:]
    /// How many articles were analysed for the search index, and not taken from the cache.
    public var analysedArticles = 0
    /// Whether the site stands; else the old one stands as it was.
    public var isDone = false
    /// Whether parts of the site are as they were before: all but the pages of some articles, or the
    /// search index.
    public var isPartial = false
    /// Whether the build was given up, and the old site stands.
    var isStopped = false
  }
}

extension SiteBuilder.Report {
  /// Tells where the pages of a site come from.
  mutating func take(_ site: Site, _ folders: ArticleFolders) {
    (sources, drafts) = ([:], [])
    basePath = site.basePath
    for entry in site.catalogue.articles {
      sources[entry.path] = entry.file
      if entry.frontMatter.isDraft { drafts.insert(entry.path) }
    }
    for page in site.pages {
      sources[page.path] = page.source
      if page.isDraft { drafts.insert(page.path) }
    }
  }
}

extension BuildRecord {
  /// What a build tells that finds nothing to do.
  var standingReport: SiteBuilder.Report {
    var report = report
    report.isDone = true
    // What was moved away then is not moved now.
    report.findings.removeAll { $0.kind == .strayOutput }
    report.changedPaths = []
    report.analysedArticles = 0
    report.paths = outputs.filter { $0.value.kind == .file && $0.key != OutputFolder.mark }
      .map(\.key).sorted()
    return report
  }
}
