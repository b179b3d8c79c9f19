import CMicrohttpd
import Glibc
import Synchronization

/// The connections to a server, so that those which bring nothing make room for others: a program
/// that opens many and sends a byte now and then does not shut the server.
///
/// Called on the server's thread, so that no socket is closed and its number another's meanwhile.
final class OpenConnections: Sendable {
  private struct Connection {
    var socket: Int32
    /// Counts what happened; the least has waited the longest.
    var moment: Int
    /// Whether a page listens for events: it waits by right.
    var isListening = false
    var isShut = false
  }
  private struct State {
    var moment = 0
    var open: [UInt: Connection] = [:]
  }
  private let state = Mutex(State())

  /// From so many on, each that opens takes the place of the one that has waited the longest.
  private let crowd: Int

  /// - Parameter limit: how many the server takes at once.
  init(limit: Int) { crowd = limit * 3 / 4 }

  func opened(_ connection: OpaquePointer) {
    let socket = daf_http_socket(connection)
    state.withLock { state in
      let waiting = state.open.filter { !$0.value.isListening && !$0.value.isShut }
      if state.open.count >= crowd,
        let (key, oldest) = waiting.min(by: { $0.value.moment < $1.value.moment })
      {
        state.open[key]?.isShut = true
        shutdown(oldest.socket, Int32(SHUT_RDWR))
      }
      state.moment += 1
      state.open[UInt(bitPattern: connection)] = Connection(socket: socket, moment: state.moment)
    }
  }

  /// A whole request came over a connection.
  func answered(_ connection: OpaquePointer, isListening: Bool) {
    state.withLock { state in
      state.moment += 1
      state.open[UInt(bitPattern: connection)]?.moment = state.moment
      state.open[UInt(bitPattern: connection)]?.isListening = isListening
    }
  }

  func closed(_ connection: OpaquePointer) {
    state.withLock { _ = $0.open.removeValue(forKey: UInt(bitPattern: connection)) }
  }
}
