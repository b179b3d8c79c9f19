import Glibc

/// A socket that listens on the loopback address of this machine and on no other.
struct LoopbackSocket: Sendable {
  var descriptor: Int32
  var port: UInt16

  /// Why a port cannot be listened on.
  struct Refusal: Error, Equatable {
    var port: UInt16
    /// Whether another program has the port.
    var isTaken: Bool
    /// The system's sentence.
    var reason: String
  }

  /// Listens on a port; 0 takes any that is free.
  ///
  /// - Throws: `Refusal`.
  init(port: UInt16) throws(Refusal) {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { throw Self.refusal(port) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    // So that the port can be had again directly after the server was stopped.
    var yes: Int32 = 1
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = INADDR_LOOPBACK.bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isListening = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(descriptor, address, length) == 0 && listen(descriptor, 64) == 0
          && getsockname(descriptor, address, &length) == 0
      }
    }
    guard isListening else {
      let refusal = Self.refusal(port)
      close(descriptor)
      throw refusal
    }
    self.descriptor = descriptor
    self.port = UInt16(bigEndian: address.sin_port)
  }

  /// Listens on a port, or on the next of those above it that no other program has.
  ///
  /// - Throws: `Refusal` of the first port, where none of them can be had.
  static func first(from port: UInt16, of count: UInt16) throws(Refusal) -> LoopbackSocket {
    let first: Refusal
    do { return try LoopbackSocket(port: port) } catch { first = error }
    for next in 1..<max(count, 1) where first.isTaken && port <= UInt16.max - next {
      if let socket = try? LoopbackSocket(port: port + next) { return socket }
    }
    throw first
  }

  private static func refusal(_ port: UInt16) -> Refusal {
    let number = errno
    return Refusal(
      port: port, isTaken: number == EADDRINUSE, reason: String(cString: strerror(number)))
  }
}
