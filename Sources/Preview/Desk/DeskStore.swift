import Desk
import Foundation
import Manuscript

/// The articles that are on the desk, and the papers that are on their way there.
///
/// Safe between threads: what changes is touched under the lock alone, the articles among it.
final class DeskStore: @unchecked Sendable {
  private let host: DeskHost
  private let lock = NSLock()
  private var state = State()
  /// Conversions take turns: each may take all the memory that one is allowed.
  private let queue = DispatchQueue(label: "desk")
  private let pageQueue = DispatchQueue(label: "desk-pages")

  private struct State {
    var articles: [String: OpenArticle] = [:]
    /// Articles whose paper is being read once more, to know its lines.
    var reading: Set<String> = []
    var jobs: [Int: Job] = [:]
    /// What was asked for of papers' pages, by its name; `nil` while it is made.
    var made: [String: [UInt8]?] = [:]
    /// The names of pictures, the latest last.
    var pictures: [String] = []
    var nextJob = 1
  }

  /// A paper on its way to an article.
  struct Job: Encodable, Sendable {
    var id: Int
    var name: String
    /// `waiting`, `reading`, `done`, `failed`.
    var state: String
    var done = 0
    var all = 0
    /// The folder of the article that was made.
    var article: String?
    /// Why none was, by language.
    var sentences: [String: String] = [:]
  }

  init(_ host: DeskHost) { self.host = host }

  /// What became of the wish to open an article.
  enum Opening<Result> {
    case absent
    /// Its paper is being read.
    case reading
    case open(Result)
  }

  /// Does something with an article that is on the desk, or takes it there.
  func with<Result>(
    _ name: String, _ body: (OpenArticle) throws -> Result
  ) rethrows -> Opening<Result> {
    guard let folder = ArticleFolder(articles: host.articles, name: name) else { return .absent }
    return try lock.withLock {
      if let article = state.articles[name] { return .open(try body(article)) }
      if state.reading.contains(name) { return .reading }
      guard folder.read("article.md") != nil else { return .absent }
      if let draft = keptDraft(folder) {
        guard let article = OpenArticle(folder, draft: draft) else { return .absent }
        state.articles[name] = article
        return .open(try body(article))
      }
      state.reading.insert(name)
      read(folder)
      return .reading
    }
  }

  private static let draftFile = "draft.json"

  private func keptDraft(_ folder: ArticleFolder) -> Draft? {
    folder.read(Self.draftFile, own: true).flatMap {
      try? JSONDecoder().decode(Draft.self, from: Data($0))
    }
  }

  /// Reads an article's paper for what its conversion knows, and keeps that.
  private func read(_ folder: ArticleFolder) {
    queue.async { [self] in
      let written = folder.read("article.md").map { String(decoding: $0, as: UTF8.self) }
      let draft = host.draft(folder.name) ?? Draft(written: written ?? "")
      let isKept = (try? JSONEncoder().encode(draft)).map {
        folder.write(Array($0), to: Self.draftFile, own: true)
      }
      lock.withLock {
        // Where nothing can be kept the article is still opened, for reading.
        if isKept != true { state.articles[folder.name] = OpenArticle(folder, draft: draft) }
        _ = state.reading.remove(folder.name)
      }
    }
  }

  /// Lets go of every article, so that another program may have it.
  func close() { lock.withLock { state.articles = [:] } }

  /// Takes up what was written into files beside the desk.
  ///
  /// - Returns: the articles that changed, with their revisions.
  func takeUpEdits() -> [String: Int] {
    lock.withLock {
      var changed: [String: Int] = [:]
      for (name, article) in state.articles where article.takeUpEdits() {
        changed[name] = article.revision
      }
      return changed
    }
  }

  // MARK: - Pages

  /// What a paper's pages show, made where it is not there yet.
  enum Making {
    case underWay
    case absent
    case made([UInt8])
  }

  /// How many pages' pictures are kept in memory.
  private static let pictureLimit = 40

  /// The printed words of an article's paper, as JSON.
  func print(of article: String) -> Making {
    made("\(article)/print") { [host] in host.print(article) }
  }

  /// The picture of a page of an article's paper.
  func picture(of article: String, page: Int) -> Making {
    let name = "\(article)/\(page)"
    lock.withLock {
      state.pictures.removeAll { $0 == name }
      state.pictures.append(name)
      if state.pictures.count > Self.pictureLimit {
        state.made.removeValue(forKey: state.pictures.removeFirst())
      }
    }
    return made(name) { [host] in host.picture(article, page) }
  }

  private func made(_ name: String, _ make: @escaping @Sendable () -> [UInt8]?) -> Making {
    let article = name.split(separator: "/").first.map(String.init) ?? ""
    guard ArticleFolder(articles: host.articles, name: article) != nil else { return .absent }
    let isNew = lock.withLock {
      if state.made[name] != nil { return false }
      state.made[name] = .some(nil)
      return true
    }
    if isNew {
      pageQueue.async { [self] in
        let bytes = make() ?? []
        lock.withLock { state.made[name] = .some(bytes) }
      }
      return .underWay
    }
    guard let bytes = lock.withLock({ state.made[name] ?? nil }) else { return .underWay }
    return bytes.isEmpty ? .absent : .made(bytes)
  }

  // MARK: - Papers

  /// Puts a paper on its way; gives the number by which it is asked for.
  func take(_ paper: DeskHost.Paper) -> Job {
    let job = lock.withLock {
      let job = Job(id: state.nextJob, name: paper.name, state: "waiting")
      state.jobs[job.id] = job
      state.nextJob += 1
      return job
    }
    queue.async { [self] in
      change(job.id) { $0.state = "reading" }
      let made = host.convert(paper) { progress in
        self.change(job.id) { ($0.done, $0.all) = (progress.done, progress.all) }
      }
      if case .success(let made) = made { keep(made) }
      change(job.id) { job in
        switch made {
        case .success(let made): (job.state, job.article) = ("done", made.article)
        case .failure(let refusal):
          job.state = "failed"
          for language in PreviewState.languages {
            job.sentences[language] = FindingSentences.sentence(
              for: refusal.finding, language: language)
          }
        }
      }
    }
    return job
  }

  private func keep(_ made: DeskHost.Made) {
    guard let draft = made.draft, let bytes = try? JSONEncoder().encode(draft) else { return }
    _ = ArticleFolder(articles: host.articles, name: made.article)?
      .write(Array(bytes), to: Self.draftFile, own: true)
  }

  func job(_ id: Int) -> Job? { lock.withLock { state.jobs[id] } }

  private func change(_ id: Int, _ body: (inout Job) -> Void) {
    lock.withLock {
      guard var job = state.jobs[id] else { return }
      body(&job)
      state.jobs[id] = job
    }
  }

  /// Puts a picture into an article's folder, under a name that is free.
  ///
  /// - Returns: the name; `nil` where it cannot be written, or is no picture by its ending.
  func take(picture bytes: [UInt8], named name: String, into article: String) -> String? {
    let file = name.split(separator: "/").last.map(String.init) ?? ""
    let (stem, ending) =
      file.lastIndex(of: ".").map {
        (String(file[..<$0]), file[$0...].lowercased())
      } ?? (file, "")
    guard Self.pictures.contains(ending),
      let folder = ArticleFolder(articles: host.articles, name: article)
    else { return nil }
    let tidy = stem.map { $0.isLetter || $0.isNumber || $0 == "_" ? $0 : "-" }
    let base = String(tidy).isEmpty ? "picture" : String(tidy)
    var free = base + ending
    var number = 2
    while let there = folder.read(free) {
      if there == bytes { return free }
      free = "\(base)-\(number)\(ending)"
      number += 1
    }
    return folder.write(bytes, to: free) ? free : nil
  }

  private static let pictures: Set<String> = [
    ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg",
  ]

  // MARK: - The list

  struct Listed: Encodable {
    var article: String
    var title: String
    var language: String
    var isDraft: Bool
    /// How many places are marked to be checked.
    var doubts: Int
  }

  /// The publication's articles, by the names of their folders.
  func list() -> [Listed] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: host.articles)) ?? []
    return names.sorted().compactMap { name in
      guard let folder = ArticleFolder(articles: host.articles, name: name),
        let bytes = folder.read("article.md")
      else { return nil }
      let front = ManuscriptReader.readFrontMatter(bytes, file: "").frontMatter
      let text = String(decoding: bytes, as: UTF8.self)
      return Listed(
        article: name, title: front.title, language: front.language, isDraft: front.isDraft,
        doubts: text.matches(of: #/<!--\s*check:/#).count)
    }
  }
}
