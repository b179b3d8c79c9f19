import Desk
import Foundation
import Manuscript
import Publishing
import Synchronization

/// Answers the desk's page. Everything but the page and its parts wants the token that the page was
/// given, and the page's own origin: no other site's page can read or write an article.
final class DeskAnswers: Sendable {
  static let path = SiteAnswers.reserved + "desk/"

  private let store: DeskStore
  private let events = EventChannel()
  private let token: String
  /// The paths of the articles' pages by their files.
  private let pages = Mutex<[String: String]>([:])

  /// How many seconds a page that says nothing counts as one that shows an article.
  private static let patience = 25

  init(_ host: DeskHost) {
    store = DeskStore(host)
    var random = SystemRandomNumberGenerator()
    token = (0..<4).map { _ in String(random.next() as UInt64, radix: 36) }.joined()
  }

  /// Ends the connections of the pages.
  func close() {
    events.close()
    store.close()
  }

  /// Sends the pages a sign of life.
  func beat() { events.beat() }

  /// What a build has made: where the articles' pages are, and that their files may have changed.
  func take(_ site: BuiltSite) {
    pages.withLock { pages in
      pages = Dictionary(site.sources.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }
    for (article, revision) in store.takeUpEdits() { announce(article, revision) }
  }

  private func announce(_ article: String, _ revision: Int) {
    struct News: Encodable {
      var article: String
      var revision: Int
    }
    guard let data = try? JSONEncoder().encode(News(article: article, revision: revision)) else {
      return
    }
    events.publish(String(decoding: data, as: UTF8.self))
  }

  /// - Returns: `nil` for what is not the desk's.
  func answer(_ request: Request) -> Response? {
    if request.target == Self.path.dropLast() {
      return Response(302, headers: [("Location", Self.path)])
    }
    guard request.target.hasPrefix(Self.path) else { return nil }
    let name = request.target.dropFirst(Self.path.count)
    if request.method != "POST" { return part(String(name)) }
    guard isOwn(request) else { return .refusal }
    if name == "paper" { return takePaper(request) }
    if name == "picture" { return takePicture(request) }
    guard let asked = try? JSONDecoder().decode(Asked.self, from: Data(request.body)) else {
      return Response(400)
    }
    return answer(String(name), asked)
  }

  /// What a page asks: as much of it as its question needs.
  private struct Asked: Decodable {
    var article: String?
    /// The page's own name.
    var desk: String?
    var action: Action?
    var piece: Int?
    var job: Int?
    var revision: Int?
    var page: Int?
  }

  // MARK: - The page

  private func part(_ name: String) -> Response {
    func answer(_ type: String, _ bytes: [UInt8]) -> Response {
      Response(200, headers: [("Content-Type", type)], body: .bytes(bytes))
    }
    switch name {
    case "":
      let page = String(decoding: PackageResources.desk_html, as: UTF8.self)
      var response = Response.page(200, Array(page.replacing("{{token}}", with: token).utf8))
      response.headers.append(
        (
          "Content-Security-Policy",
          "default-src 'self'; img-src 'self' data: blob:; base-uri 'none'; frame-ancestors 'none'"
        ))
      response.headers.append(("Referrer-Policy", "no-referrer"))
      return response
    case "desk.css": return answer(MediaType.style, PackageResources.desk_css)
    case "desk.js": return answer(MediaType.script, PackageResources.desk_js)
    case "deskwords.js": return answer(MediaType.script, PackageResources.deskwords_js)
    case "desktext.js": return answer(MediaType.script, PackageResources.desktext_js)
    case "deskpanels.js": return answer(MediaType.script, PackageResources.deskpanels_js)
    case "deskstate.js": return answer(MediaType.script, PackageResources.deskstate_js)
    case "deskprint.js": return answer(MediaType.script, PackageResources.deskprint_js)
    case "deskcommands.js": return answer(MediaType.script, PackageResources.deskcommands_js)
    case "events":
      return Response(
        200, headers: [("Content-Type", MediaType.events)], body: .events(events))
    default: return picture(name)
    }
  }

  /// The picture of a printed page, `page/ARTICLE/NUMBER`.
  private func picture(_ name: String) -> Response {
    let parts = name.split(separator: "/")
    guard parts.count == 3, parts[0] == "page", let page = Int(parts[2]),
      let article = String(parts[1]).removingPercentEncoding,
      case .made(let bytes) = store.picture(of: article, page: page)
    else { return Response(404) }
    return Response(200, headers: [("Content-Type", "image/png")], body: .bytes(bytes))
  }

  /// Whether a request comes from a page that this server gave.
  private func isOwn(_ request: Request) -> Bool {
    guard request.headers["x-daf-token"] == token else { return false }
    if let origin = request.headers["origin"], let host = request.headers["host"] {
      guard origin == "http://\(host)" else { return false }
    }
    return [nil, "same-origin"].contains(request.headers["sec-fetch-site"])
  }

  // MARK: - Questions

  private func answer(_ name: String, _ asked: Asked) -> Response {
    switch name {
    case "list": return DeskViews.json(store.list())
    case "print":
      switch store.print(of: asked.article ?? "") {
      case .underWay: return Response(202)
      case .absent: return Response(404)
      case .made(let json):
        return Response(200, headers: [("Content-Type", MediaType.json)], body: .bytes(json))
      }
    case "page":
      switch store.picture(of: asked.article ?? "", page: asked.page ?? 0) {
      case .underWay: return Response(202)
      case .absent: return Response(404)
      case .made: return DeskViews.json(["ready": true])
      }
    case "job":
      guard let job = asked.job.flatMap(store.job) else { return Response(404) }
      return DeskViews.json(job)
    case "open":
      return with(asked) { article in
        _ = article.takeUpEdits()
        return DeskViews.json(self.paper(article, self.present(asked, article)))
      }
    case "presence":
      return with(asked) { article in
        DeskViews.json(
          ["others": self.present(asked, article), "revision": article.revision])
      }
    case "readings":
      return with(asked) { article in
        guard let piece = article.session.sheet.pieces.first(where: { $0.id == asked.piece })
        else { return Response(404) }
        return DeskViews.json(
          Readings(article.session, piece, choice: asked.action?.choice).all
            .map { DeskViews.ReadingView($0, of: piece) })
      }
    case "file":
      return with(asked) { DeskViews.json(["text": $0.session.sheet.text]) }
    case "act":
      guard let action = asked.action else { return Response(400) }
      return with(asked) { self.perform(action, asked, $0) }
    default: return Response(404)
    }
  }

  private func with(_ asked: Asked, _ body: (OpenArticle) -> Response) -> Response {
    guard let name = asked.article else { return Response(400) }
    switch store.with(name, body) {
    case .absent: return Response(404)
    case .reading: return Response(202)
    case .open(let response): return response
    }
  }

  private func perform(_ action: Action, _ asked: Asked, _ article: OpenArticle) -> Response {
    if article.isElsewhere { return refused("elsewhere") }
    // A page that has missed a step is told, and shows it before it takes one of its own.
    article.takeUpEdits()
    if let revision = asked.revision, revision != article.revision { return refused("missed") }
    do throws(DeskSession.Fault) {
      let edit = try article.perform(action)
      if edit != nil { announce(article.folder.name, article.revision) }
      return DeskViews.json(DeskViews.Step(edit, of: article))
    } catch {
      return refused(error.rawValue)
    }
  }

  private func refused(_ reason: String) -> Response {
    var response = DeskViews.json(["fault": reason])
    response.status = 409
    return response
  }

  /// Notes that a page shows an article; how many others do.
  private func present(_ asked: Asked, _ article: OpenArticle) -> Int {
    let now = Watcher.now() / 1000
    article.desks = article.desks.filter { now - $0.value < Self.patience }
    if let desk = asked.desk { article.desks[desk] = now }
    return article.desks.count { $0.key != asked.desk }
  }

  private func paper(_ article: OpenArticle, _ others: Int) -> DeskViews.Paper {
    let session = article.session
    let name = article.folder.name
    let page = pages.withLock { pages in
      pages.first { $0.key.hasSuffix("/\(name)/article.md") }?.value
    }
    return DeskViews.Paper(
      article: name, page: page, revision: article.revision, front: session.sheet.front,
      fields: FrontText(session.sheet.front).fields,
      guesses: FrontText(session.sheet.front).guesses,
      pieces: session.sheet.pieces.map { DeskViews.PieceView($0, in: session) },
      source: session.draft.source, frontLines: session.draft.frontLines,
      canUndo: session.canUndo, canRedo: session.canRedo, others: others,
      isElsewhere: article.isElsewhere)
  }

  private func takePaper(_ request: Request) -> Response {
    guard !request.body.isEmpty,
      let name = request.headers["x-daf-name"]?.removingPercentEncoding
    else { return Response(400) }
    return DeskViews.json(
      store.take(DeskHost.Paper(name: name, bytes: request.body)))
  }

  private func takePicture(_ request: Request) -> Response {
    guard !request.body.isEmpty,
      let name = request.headers["x-daf-name"]?.removingPercentEncoding,
      let article = request.headers["x-daf-article"]?.removingPercentEncoding,
      let file = store.take(picture: request.body, named: name, into: article)
    else { return Response(400) }
    return DeskViews.json(["name": file])
  }
}
