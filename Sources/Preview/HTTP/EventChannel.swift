import CMicrohttpd
import Synchronization

/// Server-sent events (HTML Standard, 9.2): every page that listens is told the newest message.
///
/// Only the newest is kept: a page that missed some needs none of them. A page that listens costs
/// no thread; its connection is suspended until there is something to say.
final class EventChannel: Sendable {
  private let state = Mutex(State())

  private struct State {
    var message: [UInt8] = []
    /// Counts the messages; 0 before the first.
    var number = 0
    var beats = 0
    var isClosed = false
    var nextListener = 0
    var listeners: [Int: Listener] = [:]
  }

  /// What is known of one page's connection.
  private struct Listener {
    /// The library's connection, as a number so that it may pass between threads.
    var connection: UInt
    var heard = 0
    var beats: Int
    /// What is still to be sent of a message.
    var rest: ArraySlice<UInt8> = []
    var isSuspended = false
  }

  /// How many pages listen.
  var listenerCount: Int { state.withLock { $0.listeners.count } }

  /// Tells every page, and those that come later, a message of one line.
  func publish(_ message: String) {
    state.withLock { state in
      state.message = Array("data: \(message)\n\n".utf8)
      state.number += 1
      Self.wake(&state)
    }
  }

  /// Sends every page a sign of life, by which connections are found whose page has gone away.
  func beat() {
    state.withLock { state in
      state.beats += 1
      Self.wake(&state)
    }
  }

  /// Ends every connection, which must be done before the server is stopped.
  func close() {
    state.withLock { state in
      state.isClosed = true
      Self.wake(&state)
    }
  }

  private static func wake(_ state: inout State) {
    for (id, listener) in state.listeners where listener.isSuspended {
      state.listeners[id]?.isSuspended = false
      MHD_resume_connection(OpaquePointer(bitPattern: listener.connection))
    }
  }

  /// The library's response that reads from this channel for a connection.
  func response(for connection: OpaquePointer) -> OpaquePointer? {
    let id = state.withLock { state in
      state.nextListener += 1
      state.listeners[state.nextListener] = Listener(
        connection: UInt(bitPattern: connection), beats: state.beats)
      return state.nextListener
    }
    let ear = Unmanaged.passRetained(Ear(channel: self, id: id))
    let response = MHD_create_response_from_callback(
      UInt64.max, 4096,
      { context, _, buffer, size in
        guard let context, let buffer else { return ssize_t(MHD_CONTENT_READER_END_WITH_ERROR) }
        let ear = Unmanaged<Ear>.fromOpaque(context).takeUnretainedValue()
        return ear.channel.read(
          for: ear.id, into: UnsafeMutableRawBufferPointer(start: buffer, count: size))
      },
      ear.toOpaque(),
      { context in
        guard let context else { return }
        let ear = Unmanaged<Ear>.fromOpaque(context).takeRetainedValue()
        ear.channel.leave(ear.id)
      })
    if response == nil {
      ear.release()
      leave(id)
    }
    return response
  }

  /// What the library hands back when it wants more for a connection.
  private final class Ear: Sendable {
    let channel: EventChannel
    let id: Int

    init(channel: EventChannel, id: Int) {
      self.channel = channel
      self.id = id
    }
  }

  private func leave(_ id: Int) {
    state.withLock { _ = $0.listeners.removeValue(forKey: id) }
  }

  /// Puts what a page has not heard yet into a buffer, or suspends its connection.
  private func read(for id: Int, into buffer: UnsafeMutableRawBufferPointer) -> ssize_t {
    let end = ssize_t(MHD_CONTENT_READER_END_OF_STREAM)
    return state.withLock { state in
      guard var listener = state.listeners[id] else { return end }
      if listener.rest.isEmpty {
        if state.isClosed { return end }
        if listener.heard < state.number {
          listener.rest = state.message[...]
          listener.heard = state.number
        } else if listener.beats < state.beats {
          listener.rest = Array(":\n\n".utf8)[...]
        } else {
          listener.isSuspended = true
          state.listeners[id] = listener
          MHD_suspend_connection(OpaquePointer(bitPattern: listener.connection))
          return 0
        }
        listener.beats = state.beats
      }
      let count = min(buffer.count, listener.rest.count)
      buffer.copyBytes(from: listener.rest.prefix(count))
      listener.rest = listener.rest.dropFirst(count)
      state.listeners[id] = listener
      return count
    }
  }
}
