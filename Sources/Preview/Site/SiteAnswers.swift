import Glibc
import Publishing
import Synchronization

/// Answers requests: the site's files, and beside them what the pages of a preview need.
///
/// What is added to a page is added to the answer; the files stay as they were built.
final class SiteAnswers: Sendable {
  /// Where the preview's own things are; a site has no hidden names, so nothing of it is covered.
  static let reserved = "/.daf/"

  private let events: EventChannel
  private let desk: DeskAnswers?
  private let current: Mutex<Current>

  private struct Current {
    var state: PreviewState
    var site: BuiltSite?
  }

  init(session: String, events: EventChannel, desk: DeskAnswers? = nil) {
    self.events = events
    self.desk = desk
    current = Mutex(Current(state: PreviewState(session: session)))
  }

  /// From now on answers from what a build has made, and tells the pages.
  func take(_ site: BuiltSite) {
    let message = current.withLock { current in
      current.state.take(current.site == nil ? .everything : site.changes)
      current.state.take(site.findings)
      current.site = site
      return current.state.message
    }
    desk?.take(site)
    events.publish(message)
  }

  func answer(_ request: Request) -> Response {
    guard Visitor.isWelcome(request) else { return .refusal }
    if let desk, let answer = desk.answer(request) { return answer }
    guard request.method != "POST" else {
      return Response(405, headers: [("Allow", "GET, HEAD")])
    }
    switch request.target {
    case Self.reserved + "events":
      return Response(
        200, headers: [("Content-Type", MediaType.events)], body: .events(events))
    case Self.reserved + "preview.js":
      return Response(
        200, headers: [("Content-Type", MediaType.script)],
        body: .bytes(PackageResources.preview_js))
    case Self.reserved + "preview.css":
      return Response(
        200, headers: [("Content-Type", MediaType.style)],
        body: .bytes(PackageResources.preview_css))
    default: return page(request)
    }
  }

  private func page(_ request: Request) -> Response {
    // The number is taken before the file is opened: a page may then be newer than it says, and is
    // loaded once more, but never older.
    let (state, site) = current.withLock { ($0.state, $0.site) }
    guard let path = SitePath(target: request.target) else { return Response(404) }
    guard let site else { return waiting(state) }
    let folder = SiteFolder(path: site.folder)
    // Once more, for the folder may have been exchanged for a newer one between two steps.
    switch folder.open(path) ?? folder.open(path) {
    case .folder:
      var folder = path
      folder.isFolder = true
      return Response(302, headers: [("Location", folder.target)])
    case .file(let descriptor, let size, let name):
      let type = MediaType.of(name)
      if type == MediaType.html { return html(200, descriptor, size, path, state, site) }
      return Response(
        200, headers: [("Content-Type", type)], body: .file(descriptor: descriptor, size: size))
    case nil:
      if let inside = path.below(SitePath(target: site.basePath)) {
        return Response(302, headers: [("Location", inside.target)])
      }
      let missing = SitePath(target: "/404.html").flatMap(folder.open)
      if case .file(let descriptor, let size, _)? = missing {
        return html(404, descriptor, size, path, state, site)
      }
      return waiting(state)
    }
  }

  private func html(
    _ status: Int, _ descriptor: Int32, _ size: Int, _ path: SitePath, _ state: PreviewState,
    _ site: BuiltSite
  ) -> Response {
    guard let page = SiteFolder.contents(of: descriptor, size: size) else { return Response(500) }
    // A page that stands for what is not there is old with every change: it may be there now.
    let names = path.isFolder ? path.names[...] : path.names.dropLast()
    let folder = status == 200 ? names.map { $0 + "/" }.joined() : nil
    return .page(status, page + script(state, folder, site))
  }

  /// The element that makes a page part of the preview. It stands behind the page's end: a parser of
  /// HTML puts it into the body (HTML Standard, “after after body”), whatever the page looks like.
  ///
  /// - Parameter folder: the page's folder in the site.
  private func script(_ state: PreviewState, _ folder: String?, _ site: BuiltSite?) -> [UInt8] {
    var element = "<script src=\"\(Self.reserved)preview.js\" data-session=\"\(state.session)\""
    element += " data-version=\"\(state.version)\""
    if let folder {
      element += " data-page=\"\(Self.escaped(folder))\""
      if let source = site?.sources[folder] {
        element += " data-source=\"\(Self.escaped(source))\""
      }
      if site?.drafts.contains(folder) == true { element += " data-draft" }
    }
    return Array((element + "></script>\n").utf8)
  }

  /// A page for when there is none yet.
  private func waiting(_ state: PreviewState) -> Response {
    let page = """
      <!DOCTYPE html>
      <html lang="en" dir="ltr">
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <title>daf serve</title>
      </head>
      <body>
        <h1>There is no page here yet.</h1>
        <p>It appears by itself as soon as it can be made.</p>
        <p lang="he" dir="rtl">אין כאן עמוד עדיין. הוא יופיע מעצמו כשאפשר יהיה להכין אותו.</p>
        <p lang="ar" dir="rtl">لا توجد صفحة هنا بعد. ستظهر من تلقاء نفسها حين يمكن إعدادها.</p>
      </body>
      </html>

      """
    return .page(404, Array(page.utf8) + script(state, nil, nil))
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("\"", with: "&quot;").replacing("<", with: "&lt;")
  }
}
