import Manuscript

/// Finds the articles and the editors' pages of a publication.
struct ArticleFolders: Sendable {
  /// The folder Articles.
  let folder: String
  /// The same as the user knows it, for messages.
  let name: String

  /// The folders that hold an `article.md`, by name.
  ///
  /// - Parameter other: told of the folders that hold none.
  func articles(other: (String) -> Void = { _ in }) throws(FileFault) -> [String] {
    try Files.list(folder).filter { entry in
      guard entry.kind == .folder, entry.name != "pages" else { return false }
      let isArticle = Files.facts("\(folder)/\(entry.name)/article.md")?.kind == .file
      if !isArticle { other(entry.name) }
      return isArticle
    }.map(\.name)
  }

  /// The files of the editors' pages, by name.
  func pages() -> [String] {
    let entries = (try? Files.list("\(folder)/pages")) ?? []
    return entries.filter { $0.kind == .file && $0.name.hasSuffix(".md") }.map(\.name)
  }

  /// Reads an article's front matter.
  func entry(_ name: String) -> (entry: ArticleEntry?, findings: [Finding]) {
    let file = "\(self.name)/\(name)/article.md"
    let source: [UInt8]
    do throws(FileFault) {
      source = try Files.read("\(folder)/\(name)/article.md")
    } catch {
      return (nil, [.unreadable(file, error)])
    }
    var (frontMatter, findings) = ManuscriptReader.readFrontMatter(source, file: file)
    // What lists and neighbours never show need not stay in memory for every article.
    frontMatter.acknowledgements = nil
    frontMatter.notation = FrontMatterNotation()
    let wanted = frontMatter.slug ?? name
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

  /// Whether a text has a comment `<!-- check: … -->`. Lists show that without reading the text.
  private static func hasDoubt(_ source: [UInt8]) -> Bool {
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
