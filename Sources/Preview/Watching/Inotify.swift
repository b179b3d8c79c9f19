import Glibc

/// The kernel's own word of what happens in folders (inotify(7)).
struct Inotify {
  let descriptor: Int32

  /// What happened in a watched folder, or to it.
  struct Event {
    /// The number that `watch` gave for the folder; -1 where events were lost.
    var watch: Int32
    var mask: UInt32
    /// The name in the folder; empty where it happened to the folder itself.
    var name: String

    /// Whether a file may have other contents than before, or have come or gone.
    var isOfContents: Bool { mask & Inotify.contents != 0 && mask & UInt32(IN_ISDIR) == 0 }

    /// Whether it happened to a file in the folder.
    var isOfFile: Bool { !name.isEmpty && mask & UInt32(IN_ISDIR) == 0 }

    /// Whether the watched folder was removed or moved away.
    var isOfFolderItself: Bool { mask & (UInt32(IN_DELETE_SELF) | UInt32(IN_MOVE_SELF)) != 0 }
  }

  private static let contents =
    UInt32(IN_CLOSE_WRITE) | UInt32(IN_CREATE) | UInt32(IN_DELETE) | UInt32(IN_MOVED_FROM)
    | UInt32(IN_MOVED_TO)

  private static let mask =
    contents | UInt32(IN_ATTRIB) | UInt32(IN_DELETE_SELF) | UInt32(IN_MOVE_SELF)
    | UInt32(IN_ONLYDIR)

  /// `nil` where the system lets nobody watch, or not this user any more.
  init?() {
    descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    guard descriptor >= 0 else { return nil }
  }

  /// Watches a folder; one that is watched already keeps its number.
  ///
  /// - Returns: the watch's number, or the system's error number.
  func watch(_ folder: String) -> Result<Int32, Failure> {
    let watch = inotify_add_watch(descriptor, folder, Self.mask)
    return watch >= 0 ? .success(watch) : .failure(Failure(number: errno))
  }

  struct Failure: Error {
    var number: Int32
    /// Whether the user may watch no more folders.
    var isLimit: Bool { number == ENOSPC || number == ENOMEM }
  }

  func unwatch(_ watch: Int32) { _ = inotify_rm_watch(descriptor, watch) }

  /// What has happened since the last call; it does not wait.
  func events() -> [Event] {
    var events: [Event] = []
    let head = MemoryLayout<inotify_event>.size
    withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 8) { buffer in
      guard let base = buffer.baseAddress else { return }
      while true {
        let count = read(descriptor, base, buffer.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return }
        var offset = 0
        while offset + head <= count {
          let event = (base + offset).loadUnaligned(as: inotify_event.self)
          let length = Int(event.len)
          guard offset + head + length <= count else { break }
          let name = UnsafeRawBufferPointer(start: base + offset + head, count: length)
          events.append(
            Event(
              watch: event.wd, mask: event.mask,
              name: String(decoding: name.prefix { $0 != 0 }, as: UTF8.self)))
          offset += head + length
        }
      }
    }
    return events
  }

  func stop() { close(descriptor) }
}
