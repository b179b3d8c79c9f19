import Citations
import Manuscript

/// Everything that an editor would want to know about an article before it is published.
public enum ArticleCheck {
  /// What keeps front matter, or a part of it, from being read.
  private static let unread: Set<Finding.Kind> = [
    .missingFrontMatter, .unclosedFrontMatter, .yamlSyntax, .yamlQuote, .yamlKey, .yamlAlias,
    .controlCharacter,
  ]

  /// Findings that name a piece of an article's file without saying where it stands, with its place.
  ///
  /// - Parameter source: the article's file.
  public static func placed(_ findings: [Finding], in source: [UInt8]) -> [Finding] {
    guard findings.contains(where: { $0.position.line == 0 }) else { return findings }
    var locator = SourceLocator(source)
    return findings.map { finding in
      guard finding.position.line == 0, let value = finding.facts["value"] else { return finding }
      var placed = finding
      placed.position = locator.place(ofFile: value) ?? SourcePosition(line: 1)
      return placed
    }
  }

  /// What is found, by place; what the article's front matter silences is left out.
  ///
  /// - Parameters:
  ///   - source: the article's file.
  ///   - file: its name for the findings.
  public static func findings(
    in source: [UInt8], file: String, surroundings: Surroundings = Surroundings()
  ) -> [Finding] {
    let (article, read) = ManuscriptReader.read(source, file: file)
    let cited = LinkedArticle(article, file: file).findings
    return findings(
      in: article, told: read + cited, source: source, file: file, surroundings: surroundings)
  }

  /// The same of an article that was read already.
  ///
  /// - Parameter told: what its reading and its citations told.
  public static func findings(
    in article: Article, told: [Finding], source: [UInt8], file: String,
    surroundings: Surroundings = Surroundings()
  ) -> [Finding] {
    var checked = CheckedArticle(article, source: source, file: file, surroundings: surroundings)
    // Where the front matter could not be read, nothing is known to be missing from it.
    if !told.contains(where: { Self.unread.contains($0.kind) }) { checked.checkCatalogueFields() }
    checked.checkFrontMatter()
    checked.checkBody()
    checked.checkSamples()
    checked.checkNotes()
    checked.checkHeadings()
    checked.checkPages()
    checked.checkPictures()
    checked.checkLinks()
    checked.checkDoubts()
    checked.checkNumberedReferences()
    checked.checkSilentFaults(source)
    checked.checkEmphasis()
    checked.checkSigns()
    checked.checkBrackets()
    checked.checkLetters()
    checked.checkMixture()
    checked.checkWords()
    let silenced = Set(article.frontMatter.ignoredChecks)
    return (told + checked.findings)
      .filter { !silenced.contains($0.kind.rawValue) }
      .sorted { $0.position < $1.position }
  }
}
