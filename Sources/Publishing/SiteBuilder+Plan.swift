import Exporting
import Search

extension SiteBuilder {
  /// What to build, and where to.
  public struct Plan: Sendable {
    /// The folder of articles, and what the user calls it.
    public var articles: String
    public var articlesName: String
    /// Folders of templates; a file in a later one takes the place of its like in an earlier one.
    public var templates: [String]
    /// `publication.yaml`; `nil` where there is none.
    public var publication: String?
    /// The folder of the publication's own files for the site's root; `nil` for none.
    public var statics: String?
    /// The site's folder.
    public var output: String
    /// How many threads work at once; at least 1.
    public var threads = 1
    /// Whether drafts are shown, marked as such.
    public var showsDrafts = false
    /// The program hspell, which the search index asks for the readings of Hebrew words where it is
    /// installed; `nil` for rules alone.
    public var dictionary: String? = "/usr/bin/hspell"
    /// Asks that program; a preview that builds again and again asks for each word once.
    var readings: @Sendable (_ words: [String: String], _ dictionary: String) -> WordReadings = {
      HspellProgram.readings(of: $0, path: $1)
    }

    /// Other programs, for exports that cannot be made without them.
    var tools = Program.tools
    /// Whether other programs are asked for what they make of articles (PDF, DOCX, citations).
    public var runsPrograms = true
    /// Whether PDFs are made, where the publication wants them.
    public var makesPDF = true

    /// The part of the site that is built.
    public var shard: Shard = .whole

    /// A folder to keep in, for the next build, what took long to work out; the site is the same
    /// without it. `nil` for none.
    public var cache: String?
    /// Whether the site must survive a loss of power, as one that others read must.
    var isDurable = true
    /// Whether the search index is made; if not, that of the site before is kept.
    public var makesSearchIndex = true
    /// Asked between two pages, from any thread: whether the build is to be given up.
    var shouldStop: @Sendable () -> Bool = { false }

    public init(articles: String, templates: [String], output: String) {
      self.articles = articles
      articlesName = articles
      self.templates = templates
      self.output = output
    }
  }
}

extension SiteBuilder.Plan {
  /// Changes with everything that a site depends on beside the publication's own files: the program
  /// itself, what it was asked for, and the programs that it asks.
  var identity: UInt64 {
    var key = BuildKey()
    key.add(Files.facts(Files.resolved("/proc/self/exe") ?? ""))
    for folder in [articles] + templates {
      key.add(folder)
      key.add(orNone: Files.resolved(folder))
    }
    // The first build of a site finds no folder there that could be followed.
    key.add(output)
    key.add(orNone: Files.resolved("."))
    key.add(articlesName)
    key.add(orNone: publication)
    key.add(orNone: statics)
    key.add(showsDrafts)
    key.add(makesPDF)
    key.add(runsPrograms)
    key.add(orNone: dictionary)
    key.add(dictionary.flatMap { Files.resolved($0) }.flatMap { Files.facts($0) })
    for program in Exporters.all.flatMap(\.programs) + [PictureCutter.program] {
      key.add(program)
      key.add(Program.find(program).flatMap { Files.facts($0) })
    }
    return key.value
  }

  /// Whether a site that another plan has made is one of this plan's.
  func isLike(_ other: Self) -> Bool {
    (articles, articlesName, templates, publication, output, showsDrafts)
      == (
        other.articles, other.articlesName, other.templates, other.publication, other.output,
        other.showsDrafts
      )
  }
}
