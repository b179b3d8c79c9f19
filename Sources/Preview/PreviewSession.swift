import Glibc
import Manuscript

/// Builds, serves, watches, and builds again, until it is told to stop.
public struct PreviewSession {
  /// What is watched: files, and folders with all below them.
  public var watched: [String]
  /// The port to serve on.
  public var port: UInt16
  /// How many ports may be tried, from `port` upwards, while other programs have them.
  public var ports: UInt16
  /// What the desk works with; `nil` for a preview without one.
  public var desk: DeskHost?
  /// Makes the site.
  public var build: (BuildTask) -> BuiltSite
  /// How many milliseconds nothing must have been saved before the rest of the site is built.
  private static let rest = 2_000
  /// After how many milliseconds the pages are sent a sign of life.
  private static let heartbeat = 15_000
  /// Is told what happens.
  public var report: (PreviewEvent) -> Void

  public init(
    watched: [String], port: UInt16, ports: UInt16 = 1,
    desk: DeskHost? = nil, build: @escaping (BuildTask) -> BuiltSite,
    report: @escaping (PreviewEvent) -> Void
  ) {
    self.watched = watched
    self.port = port
    self.ports = ports
    self.desk = desk
    self.build = build
    self.report = report
  }

  /// Runs until something can be read from a descriptor.
  ///
  /// - Returns: whether it ran; if not, why was reported.
  public func run(until stop: Int32) -> Bool {
    let socket: LoopbackSocket
    do throws(LoopbackSocket.Refusal) {
      socket = try LoopbackSocket.first(from: port, of: ports)
    } catch {
      report(.refused(port: port, isTaken: error.isTaken, reason: error.reason))
      return false
    }
    let events = EventChannel()
    let desk = desk.map { DeskAnswers($0) }
    let answers = SiteAnswers(
      session: String(UInt64.random(in: 0...UInt64.max), radix: 36), events: events, desk: desk)
    guard let server = HTTPServer(socket, answer: { answers.answer($0) }) else {
      report(.refused(port: port, isTaken: false, reason: String(cString: strerror(ENOMEM))))
      return false
    }
    defer {
      events.close()
      desk?.close()
      server.stop()
    }
    report(.serving(port: socket.port, isOther: port != 0 && socket.port != port))

    // Watched from before the first build, so that no save falls between the two.
    let watcher = Watcher(roots: watched)
    var isPolling = false
    var task = BuildTask(kind: .first, shouldStop: { Watcher.isReadable(stop) })
    while true {
      let start = Watcher.now()
      let site = build(task)
      answers.take(site)
      report(
        .built(
          site, task.kind, milliseconds: Watcher.now() - start))
      if watcher.isPolling, !isPolling {
        isPolling = true
        report(.polling)
      }
      waiting: while true {
        let patience = site.isPartial ? Self.rest : Self.heartbeat
        switch watcher.next(milliseconds: patience, stop: stop) {
        case .files(let files):
          task = BuildTask(kind: .changed(files), shouldStop: { Watcher.isReadable(stop) })
          break waiting
        case .nothing where site.isPartial:
          let events = watcher.descriptor
          task = BuildTask(
            kind: .rest,
            shouldStop: { Watcher.isReadable(stop) || Watcher.isReadable(events) })
          break waiting
        case .nothing:
          events.beat()
          desk?.beat()
        case .stopped: return true
        }
      }
    }
  }
}

/// What happens while a preview runs, for the person at the terminal.
public enum PreviewEvent {
  /// Pages are served; whether on another port than was asked for.
  case serving(port: UInt16, isOther: Bool)
  /// The port cannot be had.
  case refused(port: UInt16, isTaken: Bool, reason: String)
  /// The site was built.
  case built(BuiltSite, BuildTask.Kind, milliseconds: Int)
  /// The system lets us watch no more folders: changes are seen a second later.
  case polling
}
