/// What a browser asks for.
struct Request: Sendable {
  /// `GET`, `HEAD`, …
  var method: String
  /// The path as it was sent: percent-encoded, without the query.
  var target: String
  /// Header fields by their names in small letters.
  var headers: [String: String]
  /// What was sent with a `POST`.
  var body: [UInt8]

  init(
    method: String = "GET", target: String, headers: [String: String] = [:], body: [UInt8] = []
  ) {
    self.method = method
    self.target = target
    self.headers = headers
    self.body = body
  }
}
