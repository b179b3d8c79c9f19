import CMicrohttpd
import Glibc

/// A small HTTP server on a thread of libmicrohttpd's: GET, HEAD and POST, one answer for each request.
final class HTTPServer {
  private let daemon: OpaquePointer
  private let answering: Unmanaged<Answering>

  /// How many connections may be open at once, and for how many seconds without a word.
  private static let limits = (connections: UInt32(256), idleSeconds: UInt32(60))
  /// How many bytes a request may bring.
  private static let bodyLimit = 256 << 20

  /// What a request has brought so far.
  private final class Upload {
    var bytes: [UInt8] = []
    var isTooLarge = false

    func take(_ data: UnsafePointer<CChar>, _ size: Int) {
      guard !isTooLarge, bytes.count + size <= HTTPServer.bodyLimit else {
        isTooLarge = true
        bytes = []
        return
      }
      UnsafeRawPointer(data).withMemoryRebound(to: UInt8.self, capacity: size) {
        bytes += UnsafeBufferPointer(start: $0, count: size)
      }
    }
  }

  private final class Answering: Sendable {
    let answer: @Sendable (Request) -> Response
    let connections = OpenConnections(limit: Int(HTTPServer.limits.connections))

    init(_ answer: @escaping @Sendable (Request) -> Response) { self.answer = answer }
  }

  /// Serves a socket; `nil` where the system has no thread or no memory for it.
  ///
  /// - Parameter answer: called on the server's thread, which waits for it.
  init?(_ socket: LoopbackSocket, answer: @escaping @Sendable (Request) -> Response) {
    answering = .passRetained(Answering(answer))
    let daemon = daf_http_start(
      socket.descriptor, Self.limits.connections, Self.limits.idleSeconds,
      { context, connection, target, method, _, data, uploadSize, seen in
        guard let context, let connection, let target, let method, let seen else { return .NO }
        // The first call is for the headers alone; an answer to it would close the connection.
        guard let opened = seen.pointee else {
          seen.pointee = Unmanaged.passRetained(Upload()).toOpaque()
          return .YES
        }
        let upload = Unmanaged<Upload>.fromOpaque(opened).takeUnretainedValue()
        if let uploadSize, uploadSize.pointee > 0 {
          if let data { upload.take(data, uploadSize.pointee) }
          uploadSize.pointee = 0
          return .YES
        }
        let answering = Unmanaged<Answering>.fromOpaque(context).takeUnretainedValue()
        if upload.isTooLarge {
          answering.connections.answered(connection, isListening: false)
          return HTTPServer.send(Response(413), to: connection)
        }
        let request = Request(
          method: String(cString: method), target: String(cString: target),
          headers: HTTPServer.headers(of: connection), body: upload.bytes)
        let response = HTTPServer.answer(request, by: answering)
        if case .events = response.body {
          answering.connections.answered(connection, isListening: true)
        } else {
          answering.connections.answered(connection, isListening: false)
        }
        return HTTPServer.send(response, to: connection)
      },
      answering.toOpaque(),
      { _, _, seen, _ in
        guard let opened = seen?.pointee else { return }
        Unmanaged<Upload>.fromOpaque(opened).release()
        seen?.pointee = nil
      },
      { context, connection, _, moment in
        guard let context, let connection else { return }
        let connections = Unmanaged<Answering>.fromOpaque(context).takeUnretainedValue().connections
        if moment == .CONNECTION_NOTIFY_STARTED {
          connections.opened(connection)
        } else {
          connections.closed(connection)
        }
      })
    guard let daemon else {
      answering.release()
      close(socket.descriptor)
      return nil
    }
    self.daemon = daemon
  }

  /// Stops serving; every `EventChannel` must have been closed.
  func stop() {
    MHD_stop_daemon(daemon)
    answering.release()
  }

  private static func answer(_ request: Request, by answering: Answering) -> Response {
    guard ["GET", "HEAD", "POST"].contains(request.method) else {
      return Response(405, headers: [("Allow", "GET, HEAD, POST")])
    }
    return answering.answer(request)
  }

  private static func headers(of connection: OpaquePointer) -> [String: String] {
    [
      "Host", "Origin", "Sec-Fetch-Site", "Sec-Fetch-Mode", "Sec-Fetch-Dest", "X-Daf-Token",
      "X-Daf-Name", "X-Daf-Article",
    ].reduce(into: [:]) { headers, name in
      if let value = MHD_lookup_connection_value(connection, .HEADER_KIND, name) {
        headers[name.lowercased()] = String(cString: value)
      }
    }
  }

  private static func send(_ answer: Response, to connection: OpaquePointer) -> MHD_Result {
    let response: OpaquePointer? =
      switch answer.body {
      case .bytes(let bytes):
        bytes.withUnsafeBytes { buffer in
          MHD_create_response_from_buffer(
            buffer.count, UnsafeMutableRawPointer(mutating: buffer.baseAddress),
            .RESPMEM_MUST_COPY)
        }
      case .file(let descriptor, let size): MHD_create_response_from_fd(size, descriptor)
      case .events(let channel): channel.response(for: connection)
      }
    guard let response else {
      if case .file(let descriptor, _) = answer.body { close(descriptor) }
      return .NO
    }
    defer { MHD_destroy_response(response) }
    for (name, value) in answer.headers + everywhere {
      MHD_add_response_header(response, name, value)
    }
    return MHD_queue_response(connection, UInt32(answer.status), response)
  }

  /// What every answer says: keep nothing, for it changes with the next save; and be no part of
  /// another site's page.
  private static let everywhere = [
    (name: "Cache-Control", value: "no-store"),
    (name: "X-Content-Type-Options", value: "nosniff"),
    (name: "Cross-Origin-Resource-Policy", value: "same-origin"),
    (name: "X-Frame-Options", value: "SAMEORIGIN"),
  ]
}
