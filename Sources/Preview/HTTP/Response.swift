import Publishing

/// What the server answers.
struct Response: Sendable {
  var status: Int
  var headers: [(name: String, value: String)]
  var body: Body

  enum Body: Sendable {
    case bytes([UInt8])
    /// An open file, which the server closes, and its size in bytes.
    case file(descriptor: Int32, size: Int)
    /// Messages that are sent as they come, until the reader goes away.
    case events(EventChannel)
  }

  init(_ status: Int, headers: [(name: String, value: String)] = [], body: Body = .bytes([])) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// An answer with nothing in it, for what is nobody's business.
  static let refusal = Response(403)

  static func page(_ status: Int, _ html: [UInt8]) -> Response {
    Response(
      status, headers: [("Content-Type", MediaType.html)], body: .bytes(html))
  }
}
