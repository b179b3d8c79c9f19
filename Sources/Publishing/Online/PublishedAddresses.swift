import Manuscript

/// The addresses at which articles and editors' pages were published, in a list that is kept with the
/// articles: others link to them, so one that is gone is a fault.
public struct PublishedAddresses: Sendable {
  /// The list's file.
  let file: String

  /// - Parameter articles: the folder Articles.
  public init(articles: String) { file = "\(articles)/\(Self.name)" }

  static let name = "addresses.txt"

  private static let head = """
    # Addresses at which pages were published, one a line. “daf publish” adds new ones; “daf check”
    # tells when one is gone. Keep this file with the articles.
    """

  /// The addresses with the numbers of their lines.
  var entries: [(path: String, line: Int)] {
    let text = String(decoding: (try? Files.read(file)) ?? [], as: UTF8.self)
    return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .compactMap { index, line in
        let line = line.trimmingPrefix(while: \.isWhitespace)
        return line.isEmpty || line.hasPrefix("#") ? nil : (String(line), index + 1)
      }
  }

  /// Adds the addresses of a site that was published.
  public func add(_ report: SiteBuilder.Report) throws(PublishFault) {
    let known = entries.map(\.path)
    let all = Set(known).union(report.sources.keys.filter { !report.drafts.contains($0) })
    guard all.count > known.count else { return }
    let lines = [Self.head] + all.sorted()
    do throws(FileFault) {
      try Files.replace(file, Array((lines.joined(separator: "\n") + "\n").utf8))
    } catch {
      throw PublishFault(error)
    }
  }

  /// The addresses that a site has no more.
  ///
  /// - Parameter name: what the user calls the folder Articles.
  func gone(from site: Site, name: String) -> [Finding] {
    let there = Set(
      site.catalogue.articles.map(\.path) + site.pages.map(\.path)
        + site.olderAddresses.map(\.path))
    return entries.filter { !there.contains($0.path) }.map { path, line in
      Finding(
        .goneAddress, .warning, file: "\(name)/\(Self.name)",
        position: SourcePosition(line: line, column: 1), facts: ["value": path])
    }
  }
}
