import Dispatch
import Glibc

/// The user's wish to end (Ctrl-C, a closed terminal, `kill`), as a descriptor that can be read from
/// once there is one. The signals do not end the process any more.
final class Interruption {
  let descriptor: Int32
  private let sources: [any DispatchSourceSignal]

  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    descriptor = ends[0]
    let writing = ends[1]
    // A reader that goes away, of a page or of what is said, is no reason to end.
    signal(SIGPIPE, SIG_IGN)
    sources = [SIGINT, SIGTERM, SIGHUP].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { _ = write(writing, "!", 1) }
      source.resume()
      return source
    }
  }
}
