import Checking
import Manuscript
import Templating

/// What a build leaves for the next one: what it read, what it made of it, and how the site's files
/// were when it ended.
///
/// The site is the same without it, byte for byte. Whatever does not fit (another version of Daf,
/// another plan, a file that has changed, damage) is made anew.
struct BuildRecord: Sendable {
  /// A part of the site that is made on its own, with all that came of it.
  struct Unit: Sendable {
    /// All that it depends on beside the files in `lookups`.
    var key: UInt64 = 0
    /// Whether it was made with what the search needs of it.
    var hasSearch = true
    /// What was looked for in the article's folder, the article's file first; `nil` for what was
    /// not there.
    var lookups: [Lookup] = []
    var outcome = SiteWriter.Outcome()

    /// Of all that was read in the article's folder.
    var contentKey: UInt64 {
      var key = BuildKey()
      for lookup in lookups {
        key.add(lookup.path)
        key.add(lookup.content ?? 0)
      }
      return key.value
    }
  }

  /// A file that was looked for.
  struct Lookup: Sendable, Equatable {
    /// From the article's folder.
    var path: String
    var facts: Files.Facts?
    /// Of its content; `nil` where it was not read.
    var content: UInt64?

    init(path: String, facts: Files.Facts?, content: UInt64? = nil) {
      self.path = path
      self.facts = facts
      self.content = content
    }

    init(path: String, facts: Files.Facts?, bytes: [UInt8]) {
      self.init(path: path, facts: facts, content: Self.key(of: bytes))
    }

    static func key(of bytes: [UInt8]) -> UInt64 {
      var key = BuildKey()
      key.add(bytes)
      return key.value
    }
  }

  /// An article's front matter, as its file was.
  struct Front: Sendable {
    var facts: Files.Facts
    var entry: ArticleEntry
    var findings: [Finding]
  }

  /// The plan, and the program that made it.
  var identity: UInt64 = 0
  /// When the build began, in nanoseconds since 1970: a file that was changed about then may have
  /// changed again without another time.
  var began = 0
  /// The publication's own files and folders, by path.
  var inputs: [String: Files.Facts?] = [:]
  /// By the articles' folders.
  var fronts: [String: Front] = [:]
  var units: [String: Unit] = [:]
  /// The site's files and folders, by path in the site.
  var outputs: [String: Files.Facts] = [:]
  /// What the build told, without the paths.
  var report = SiteBuilder.Report()

  /// Times of file systems may be this coarse (FAT counts in steps of 2 s).
  static let coarsestTime = 2_000_000_000

  /// Whether a file is as it was when the build of this record read it.
  func isUnchanged(_ now: Files.Facts?, since then: Files.Facts?) -> Bool {
    guard let now, let then else { return now == nil && then == nil }
    return now == then && (now.kind != .file || now.modified < began - Self.coarsestTime)
  }

  /// A lookup with today's facts, where it would find the same: by size and time first, and by its
  /// content where these are others.
  func current(_ then: Lookup, in folder: String) -> Lookup? {
    let path = "\(folder)/\(then.path)"
    let now = Files.facts(path)
    if isUnchanged(now, since: then.facts) { return then }
    guard let now, let facts = then.facts, now.kind == facts.kind else { return nil }
    // Of a folder on the way only that it is one counts.
    if now.kind == .folder { return then }
    guard let content = then.content, now.kind == .file, now.size == facts.size,
      let bytes = try? Files.read(path), Lookup.key(of: bytes) == content
    else { return nil }
    return Lookup(path: then.path, facts: now, content: content)
  }

  /// Whether nothing has changed since: neither what the site was made from nor the site.
  ///
  /// - Parameters:
  ///   - articles: the folder Articles.
  ///   - output: the site's folder.
  func stands(articles: String, output: String) -> Bool {
    for (path, facts) in inputs where !isUnchanged(Files.facts(path), since: facts) {
      return false
    }
    for (name, front) in fronts {
      guard let unit = units["article \(name)"] else {
        let now = Files.facts("\(articles)/\(name)/article.md")
        guard isUnchanged(now, since: front.facts) else { return false }
        continue
      }
      for lookup in unit.lookups where current(lookup, in: "\(articles)/\(name)") == nil {
        return false
      }
    }
    return outputs.allSatisfy { Files.facts("\(output)/\($0.key)") == $0.value }
  }
}

// MARK: - Bytes

extension BuildRecord {
  /// Raised with every change of the form.
  private static let form = "daf build record 3"

  var bytes: [UInt8] {
    var writer = RecordWriter()
    writer.text(Self.form)
    writer.key(identity)
    writer.number(began)
    writer.report(report)
    writer.list(inputs.sorted { $0.key < $1.key }) { writer, input in
      writer.text(input.key)
      writer.facts(input.value)
    }
    writer.list(outputs.sorted { $0.key < $1.key }) { writer, output in
      writer.text(output.key)
      writer.facts(output.value)
    }
    writer.list(fronts.sorted { $0.key < $1.key }) { writer, front in
      writer.text(front.key)
      writer.facts(front.value.facts)
      writer.entry(front.value.entry)
      writer.list(front.value.findings) { $0.finding($1) }
    }
    writer.list(units.sorted { $0.key < $1.key }) { writer, unit in
      writer.text(unit.key)
      writer.key(unit.value.key)
      writer.flag(unit.value.hasSearch)
      writer.list(unit.value.lookups) { writer, lookup in
        writer.text(lookup.path)
        writer.facts(lookup.facts)
        writer.optional(lookup.content) { $0.key($1) }
      }
      writer.outcome(unit.value.outcome)
    }
    var end = BuildKey()
    end.add(writer.bytes)
    writer.key(end.value)
    return writer.bytes
  }

  /// The record of a build with the same identity, or of any; `nil` for any other bytes.
  init?(_ bytes: [UInt8], identity wanted: UInt64?) {
    guard bytes.count > 8 else { return nil }
    var end = BuildKey()
    end.add(Array(bytes.dropLast(8)))
    var reader = RecordReader(bytes)
    var check = RecordReader(Array(bytes.suffix(8)))
    do throws(RecordReader.Damage) {
      guard try check.key() == end.value, try reader.text() == Self.form,
        case let identity = try reader.key(), wanted == nil || wanted == identity
      else { return nil }
      self.identity = identity
      began = try reader.number()
      report = try reader.report()
      let inputs = try reader.list { (reader) throws(RecordReader.Damage) in
        (try reader.text(), try reader.factsOrNone())
      }
      self.inputs = Dictionary(inputs) { first, _ in first }
      let outputs = try reader.list { (reader) throws(RecordReader.Damage) in
        (try reader.text(), try reader.facts())
      }
      self.outputs = Dictionary(outputs) { first, _ in first }
      let fronts = try reader.list { (reader) throws(RecordReader.Damage) in
        let folder = try reader.text()
        let (facts, entry) = (try reader.facts(), try reader.entry())
        return (folder, Front(facts: facts, entry: entry, findings: try reader.findings()))
      }
      self.fronts = Dictionary(fronts) { first, _ in first }
      let units = try reader.list { (reader) throws(RecordReader.Damage) in
        let name = try reader.text()
        var unit = Unit(key: try reader.key(), hasSearch: try reader.flag())
        unit.lookups = try reader.list { (reader) throws(RecordReader.Damage) in
          let (path, facts) = (try reader.text(), try reader.factsOrNone())
          let content = try reader.optional { (reader) throws(RecordReader.Damage) in
            try reader.key()
          }
          return Lookup(path: path, facts: facts, content: content)
        }
        unit.outcome = try reader.outcome()
        return (name, unit)
      }
      self.units = Dictionary(units) { first, _ in first }
    } catch {
      return nil
    }
  }
}

extension RecordWriter {
  fileprivate mutating func facts(_ facts: Files.Facts?) {
    optional(facts) { writer, facts in
      writer.number(facts.size)
      writer.number(facts.modified)
      writer.key(UInt64(facts.inode))
      writer.number(facts.kind == .file ? 0 : facts.kind == .folder ? 1 : 2)
    }
  }

  fileprivate mutating func finding(_ finding: Finding) {
    text(finding.kind.rawValue)
    text(finding.severity.rawValue)
    text(finding.file)
    number(finding.position.line)
    number(finding.position.column)
    list(finding.facts.sorted { $0.key < $1.key }) { writer, fact in
      writer.text(fact.key)
      writer.text(fact.value)
    }
  }

  fileprivate mutating func checks(_ checks: [Finding.Severity: Int]) {
    list(checks.sorted { $0.key < $1.key }) { writer, check in
      writer.text(check.key.rawValue)
      writer.number(check.value)
    }
  }

  fileprivate mutating func report(_ report: SiteBuilder.Report) {
    list(report.findings) { $0.finding($1) }
    number(report.articles)
    text(report.basePath)
    text(orNone: report.searchDictionary)
    checks(report.checks)
    list(report.sources.sorted { $0.key < $1.key }) { writer, source in
      writer.text(source.key)
      writer.text(source.value)
    }
    texts(report.drafts.sorted())
    list(report.heldBack) { writer, article in
      writer.text(article.file)
      writer.flag(article.isDoubtful)
    }
  }

  /// Only unknown keys of templates are kept of their faults: others stop the build.
  fileprivate mutating func outcome(_ outcome: SiteWriter.Outcome) {
    list(outcome.findings) { $0.finding($1) }
    texts(outcome.paths)
    checks(outcome.checks)
    list(outcome.links) { writer, link in
      writer.text(link.destination)
      writer.number(link.position.line)
      writer.number(link.position.column)
    }
    text(orNone: outcome.keptName)
    text(orNone: outcome.searchDictionary)
    let faults = outcome.unknownKeys.sorted {
      ($0.template, $0.line, $0.key) < ($1.template, $1.line, $1.key)
    }
    list(faults) { writer, fault in
      writer.text(fault.template)
      writer.number(fault.line)
      writer.text(fault.key)
    }
  }
}

extension RecordReader {
  fileprivate mutating func factsOrNone() throws(Damage) -> Files.Facts? {
    try optional { (reader) throws(Damage) in
      let (size, modified, inode) = (try reader.number(), try reader.number(), try reader.key())
      let kinds: [Files.Entry.Kind] = [.file, .folder, .other]
      let kind = try reader.number()
      guard kinds.indices.contains(kind) else { throw Damage() }
      return Files.Facts(size: size, modified: modified, inode: UInt(inode), kind: kinds[kind])
    }
  }

  fileprivate mutating func facts() throws(Damage) -> Files.Facts {
    guard let facts = try factsOrNone() else { throw Damage() }
    return facts
  }

  private mutating func severity() throws(Damage) -> Finding.Severity {
    guard let severity = Finding.Severity(rawValue: try text()) else { throw Damage() }
    return severity
  }

  fileprivate mutating func findings() throws(Damage) -> [Finding] {
    try list { (reader) throws(Damage) in
      guard let kind = Finding.Kind(rawValue: try reader.text()) else { throw Damage() }
      let (severity, file) = (try reader.severity(), try reader.text())
      let position = SourcePosition(line: try reader.number(), column: try reader.number())
      let facts = try reader.list { (reader) throws(Damage) in
        (try reader.text(), try reader.text())
      }
      return Finding(
        kind, severity, file: file, position: position,
        facts: Dictionary(facts) { first, _ in first })
    }
  }

  private mutating func checks() throws(Damage) -> [Finding.Severity: Int] {
    let checks = try list { (reader) throws(Damage) in
      (try reader.severity(), try reader.number())
    }
    return Dictionary(checks) { first, _ in first }
  }

  fileprivate mutating func report() throws(Damage) -> SiteBuilder.Report {
    var report = SiteBuilder.Report()
    report.findings = try findings()
    report.articles = try number()
    report.basePath = try text()
    report.searchDictionary = try textOrNone()
    report.checks = try checks()
    let sources = try list { (reader) throws(Damage) in (try reader.text(), try reader.text()) }
    report.sources = Dictionary(sources) { first, _ in first }
    report.drafts = Set(try texts())
    report.heldBack = try list { (reader) throws(Damage) in
      .init(file: try reader.text(), isDoubtful: try reader.flag())
    }
    return report
  }

  fileprivate mutating func outcome() throws(Damage) -> SiteWriter.Outcome {
    var outcome = SiteWriter.Outcome()
    outcome.findings = try findings()
    outcome.paths = try texts()
    outcome.checks = try checks()
    outcome.links = try list { (reader) throws(Damage) in
      let destination = try reader.text()
      let position = SourcePosition(line: try reader.number(), column: try reader.number())
      guard let link = NeighbourLink(destination, at: position) else { throw Damage() }
      return link
    }
    outcome.keptName = try textOrNone()
    outcome.searchDictionary = try textOrNone()
    let faults = try list { (reader) throws(Damage) in
      TemplateFault(
        template: try reader.text(), line: try reader.number(), key: try reader.text(),
        kind: .unknownKey)
    }
    outcome.unknownKeys = Set(faults)
    return outcome
  }
}
