/// What a server says of a file beside its bytes.
struct ServedHeaders: Hashable, Sendable {
  var mediaType: String
  /// How long copies may be kept (`Cache-Control`, RFC 9111).
  var caching: String
  /// `Content-Encoding` of packed copies.
  var packing: String?

  /// What is named by its content never changes; everything else is asked for anew, which costs a few
  /// bytes where it is as it was.
  static let forEver = "public, max-age=31536000, immutable"
  static let askedAnew = "public, no-cache"

  init(_ path: String) {
    let plain = Packing.plain(path)
    mediaType = MediaType.of(plain)
    caching = PublishPlan.isNamedByContent(plain) ? Self.forEver : Self.askedAnew
    if path.hasSuffix(".gz") { packing = "gzip" }
    if path.hasSuffix(".br") { packing = "br" }
  }
}
