import Manuscript

/// Finds the articles and the editors' pages of a publication.
public struct ArticleFolders: Sendable {
  /// The folder Articles.
  let folder: String
  /// The same as the user knows it, for messages.
  let name: String

  /// - Parameters:
  ///   - folder: the folder Articles.
  ///   - name: the same as the user knows it.
  public init(folder: String, name: String) {
    self.folder = folder
    self.name = name
  }

  /// What the folder Articles holds.
  public struct Found: Sendable {
    /// The folders that hold an `article.md`, as paths from Articles, in order: of an article at its
    /// root, or in folders of the editors' own (years, volumes).
    public var articles: [String] = []
    /// The other folders.
    var others: [String] = []
    /// Files outside articles' folders that look as if they were meant for articles.
    public var lookalikes: [String] = []
    /// What has a name that is no UTF-8, its odd bytes shown as U+FFFD.
    public var nameless: [String] = []
  }

  /// Folders within folders are followed so far down.
  private static let depth = 6
  /// The folder that holds no articles: the editors' pages.
  private static let pages = "pages"

  /// A text that editors write has no more bytes: a book has a tenth of them.
  public static let largestText = 32 << 20

  /// Looks through the folder.
  public func find() throws(FileFault) -> Found {
    var found = Found()
    try find(in: "", Self.depth, &found)
    found.lookalikes += pageLookalikes()
    return found
  }

  /// Files that look like pages, in folders of `pages` from which none are taken.
  private func pageLookalikes() -> [String] {
    let entries = (try? Files.list("\(folder)/\(Self.pages)")) ?? []
    return entries.filter { $0.kind == .folder && $0.name != EditorsPage.newsFolder }
      .flatMap { entry in
        let path = "\(Self.pages)/\(entry.name)"
        let files = (try? Files.list("\(folder)/\(path)")) ?? []
        return files.filter { $0.kind == .file && Self.isLookalike($0.name) }
          .map { "\(path)/\($0.name)" }
      }
  }

  private func find(in parent: String, _ depth: Int, _ found: inout Found) throws(FileFault) {
    let prefix = parent.isEmpty ? "" : parent + "/"
    for entry in try Files.list("\(folder)/\(parent)") {
      let path = prefix + entry.name
      switch entry.kind {
      case .file where Self.isLookalike(entry.name): found.lookalikes.append(path)
      case .folder where path != Self.pages:
        if Files.facts("\(folder)/\(path)/article.md")?.kind == .file {
          found.articles.append(path)
        } else {
          found.others.append(path)
          if depth > 0 { try find(in: path, depth - 1, &found) }
        }
      case .nameless: found.nameless.append(path)
      default: continue
      }
    }
  }

  /// Whether a file that is no `article.md` looks as if it were meant for one.
  private static func isLookalike(_ file: String) -> Bool {
    let name = file.lowercased()
    if name.hasPrefix("readme") { return false }
    return name.hasSuffix(".md") || name.hasSuffix(".markdown")
      || ["article.txt", "article.docx", "article.md.txt"].contains(name)
  }

  /// The files of the editors' pages, those of news last: as paths from `pages`, in order.
  public func pages() -> [String] {
    ["", EditorsPage.newsFolder + "/"].flatMap { prefix in
      let entries = (try? Files.list("\(folder)/\(Self.pages)/\(prefix)")) ?? []
      return entries.filter { $0.kind == .file && $0.name.hasSuffix(".md") }
        .map { prefix + $0.name }
    }
  }

  /// Reads an article's front matter.
  func entry(_ name: String) -> (entry: ArticleEntry?, findings: [Finding]) {
    let file = "\(self.name)/\(name)/article.md"
    let source: [UInt8]
    do throws(FileFault) {
      source = try Files.read("\(folder)/\(name)/article.md", limit: Self.largestText)
    } catch {
      return (nil, [.unreadable(file, error)])
    }
    var (frontMatter, findings) = ManuscriptReader.readFrontMatter(source, file: file)
    // What lists and neighbours never show need not stay in memory for every article.
    frontMatter.acknowledgements = nil
    frontMatter.notation = FrontMatterNotation()
    let ownName = name.split(separator: "/").last.map(String.init) ?? name
    let wanted = frontMatter.slug ?? ownName
    var slug = wanted
    if !Slug.isAddress(slug) {
      slug = Slug.make(of: slug)
      findings.append(
        Finding(.wrongSlug, .warning, file: file, facts: ["value": wanted, "address": slug]))
    }
    return (
      ArticleEntry(
        folder: name, file: file, frontMatter: frontMatter, slug: slug,
        isDoubtful: !frontMatter.doubts.isEmpty || Self.hasDoubt(source)), findings
    )
  }

  /// Whether a text has a comment `<!-- check: … -->`. Lists show that without reading the text, unless
  /// it has code, in which such a comment is an example.
  private static func hasDoubt(_ source: [UInt8]) -> Bool {
    guard hasComment(source) else { return false }
    let isCodeFree = !source.contains(0x60) && source.firstRange(of: Array("~~~".utf8)) == nil
    if isCodeFree, source.firstRange(of: Array("\n    ".utf8)) == nil, !source.contains(0x09) {
      return true
    }
    let article = ManuscriptReader.read(source, file: "").article
    return article.doubtCount > article.frontMatter.doubts.count
  }

  private static func hasComment(_ source: [UInt8]) -> Bool {
    let (opening, word) = (Array("<!--".utf8), Array("check:".utf8))
    var place = 0
    while let start = source[place...].firstIndex(of: opening[0]) {
      place = start + 1
      guard source[start...].starts(with: opening) else { continue }
      let comment = source[(start + opening.count)...].drop { $0 == 0x20 || $0 == 0x0A }
      if comment.starts(with: word) { return true }
    }
    return false
  }
}

extension Finding {
  static func unreadable(_ file: String, _ fault: FileFault) -> Finding {
    Finding(.unreadableFile, .error, file: file, facts: ["reason": fault.reason])
  }

  /// What hindered the writing of a site: that something could not be written, or not be read.
  static func unwritable(_ fault: FileFault) -> Finding {
    fault.isOfReading
      ? unreadable(fault.path, fault)
      : Finding(.unwritableFile, .error, file: fault.path, facts: ["reason": fault.reason])
  }
}
