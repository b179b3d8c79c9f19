import Glibc

/// Tells which of a publication's files have changed.
///
/// The kernel's events only say when and where to look; what has changed is told by files' stamps.
/// Whatever happens to a folder, and every lost event, makes us look at all of them, so that a
/// renamed folder or a file that was made right after its folder cannot leave the preview behind. Where the system lets us watch no (more) folders, we look every
/// second instead.
final class Watcher {
  private let roots: [String]
  private var inotify: Inotify?
  private var watches: [Int32: String] = [:]
  private var stamps = FileStamps()
  private var debounce = Debounce()
  private var hasWaitedForGone = false
  /// Whether every folder that holds a root is watched: else a root may come unheard.
  private var isBlind = false
  /// Files that an event named: their contents may have changed within one tick of the file system's
  /// clock, where their stamp is as it was.
  private var named: Set<String> = []
  /// Files that any event named.
  private var touched: Set<String> = []
  /// Whether something happened that files alone do not tell: to a folder, or unheard.
  private var mustLookEverywhere = true

  /// What `next` waited for.
  enum Change: Equatable {
    /// Files that came, went or changed, by their paths as the roots were given.
    case files(Set<String>)
    /// Nothing, for as long as the caller would wait.
    case nothing
    /// Something can be read from the descriptor that ends the waiting.
    case stopped
  }

  /// Whether the system refused to tell of changes, so that they are seen a second later.
  var isPolling: Bool { inotify == nil }

  /// What can be read from while there are events that `next` has not heard; -1 where there is none.
  var descriptor: Int32 { inotify?.descriptor ?? -1 }

  /// Whether something can be read from a descriptor now.
  static func isReadable(_ descriptor: Int32) -> Bool {
    var descriptors = [pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)]
    return poll(&descriptors, 1, 0) > 0
  }

  /// - Parameter roots: files, and folders that are watched with all below them; they need not be
  ///   there yet, and may go and come again.
  init(roots: [String], useInotify: Bool = true) {
    self.roots = roots
    inotify = useInotify ? Inotify() : nil
    stamps = look()
    mustLookEverywhere = false
  }

  deinit { inotify?.stop() }

  /// Waits for a change that has come to rest.
  ///
  /// - Parameters:
  ///   - milliseconds: how long to wait for one to begin.
  ///   - stop: a descriptor that ends the waiting when something can be read from it.
  func next(milliseconds: Int, stop: Int32) -> Change {
    let end = Self.now() + milliseconds
    while true {
      let now = Self.now()
      if let remaining = debounce.remaining(at: now) {
        if remaining == 0 {
          if let files = settle(at: now) { return .files(files) }
          continue
        }
        if wait(remaining, stop) { return .stopped }
      } else {
        guard now < end else { return .nothing }
        if wait(min(end - now, isBlind ? 1_000 : end - now), stop) { return .stopped }
        if isBlind, !debounce.isPending {
          // What nobody tells us of must be looked for.
          let fresh = look()
          if fresh != stamps { noteUnheard() }
        }
      }
      hear()
    }
  }

  /// Looks at the files after a change; `nil` where none has changed or the change goes on.
  private func settle(at now: Int) -> Set<String>? {
    let fresh = lookWhereSomethingHappened()
    // A program that saves by removing and making anew leaves no file for a moment.
    if fresh.lacksFile(of: stamps), !hasWaitedForGone {
      hasWaitedForGone = true
      debounce.hold(at: now)
      return nil
    }
    hasWaitedForGone = false
    debounce = Debounce()
    let changed = fresh.changes(since: stamps).union(named)
    (named, touched, mustLookEverywhere) = ([], [], false)
    stamps = fresh
    return changed.isEmpty ? nil : changed
  }

  /// Waits for events; whether it was told to stop.
  private func wait(_ milliseconds: Int, _ stop: Int32) -> Bool {
    var descriptors = [
      pollfd(fd: stop, events: Int16(POLLIN), revents: 0),
      pollfd(fd: inotify?.descriptor ?? -1, events: Int16(POLLIN), revents: 0),
    ]
    let ready = poll(&descriptors, nfds_t(descriptors.count), Int32(clamping: milliseconds))
    return ready > 0 && descriptors[0].revents != 0
  }

  /// Takes in what the kernel tells.
  private func hear() {
    guard let inotify else { return }
    for event in inotify.events() {
      guard let folder = watches[event.watch] else {
        // Events were lost, or the folder was known under a watch that is gone.
        if event.mask & UInt32(IN_Q_OVERFLOW) != 0 { noteUnheard() }
        continue
      }
      if event.mask & UInt32(IN_IGNORED) != 0 { watches[event.watch] = nil }
      let path = event.name.isEmpty ? folder : Self.path(event.name, in: folder)
      guard !FileStamps.isIgnored(event.name), concerns(path) || event.isOfFolderItself else {
        continue
      }
      debounce.note(path, at: Self.now())
      if event.isOfContents { named.insert(path) }
      if event.isOfFile { touched.insert(path) } else { mustLookEverywhere = true }
    }
  }

  private func noteUnheard() {
    mustLookEverywhere = true
    debounce.note("", at: Self.now())
  }

  private func lookWhereSomethingHappened() -> FileStamps {
    guard !mustLookEverywhere, !isBlind else { return look() }
    var fresh = stamps
    for path in touched {
      guard fresh.look(at: path, isRoot: roots.contains(path)) else { return look() }
    }
    return fresh
  }

  /// Whether a path is a root or below one; the folders that hold the roots are watched as well.
  private func concerns(_ path: String) -> Bool {
    roots.contains { path == $0 || path.hasPrefix($0 + "/") }
  }

  /// Looks at every file, and watches every folder from before it is read.
  private func look() -> FileStamps {
    var folders: [Int32: String] = [:]
    var isRefused = false
    func watch(_ folder: String) {
      guard let inotify, !isRefused else { return }
      switch inotify.watch(folder) {
      case .success(let watch): folders[watch] = folder
      case .failure(let failure): isRefused = failure.isLimit
      }
    }
    let holders = Set(roots.map(Self.holder))
    for holder in holders { watch(holder) }
    let fresh = FileStamps(of: roots, enter: watch)
    if isRefused {
      inotify?.stop()
      inotify = nil
      folders = [:]
    }
    for number in watches.keys where folders[number] == nil { inotify?.unwatch(number) }
    isBlind = inotify == nil || !holders.isSubset(of: folders.values)
    watches = folders
    return fresh
  }

  private static func path(_ name: String, in folder: String) -> String {
    switch folder {
    case ".": name
    case "/": "/" + name
    default: "\(folder)/\(name)"
    }
  }

  /// The folder that holds a path.
  private static func holder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Milliseconds of a clock that never goes back.
  static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int(time.tv_sec) * 1_000 + Int(time.tv_nsec) / 1_000_000
  }
}
