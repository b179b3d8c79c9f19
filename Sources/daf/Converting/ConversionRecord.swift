import Foundation

/// What a conversion leaves beside its article: the hashes of what it wrote and of what it read, a
/// line each. They tell an edit from none and one paper from another; they guard against no one.
struct ConversionRecord {
  static let fileName = ".converted"

  /// The hash of the article's file as it was written.
  var article: String
  /// The hash of the paper's file; `nil` in records that earlier versions left.
  var source: String?

  init(article: String, source: String?) {
    self.article = article
    self.source = source
  }

  /// Reads a record; `nil` where there is none.
  init?(contentsOf file: URL) {
    guard let data = RegularFile.contents(file.path) else { return nil }
    let lines = String(decoding: data, as: UTF8.self).split(separator: "\n")
    guard let first = lines.first else { return nil }
    // Earlier versions left out the zeros at a hash's start.
    article = String(repeating: "0", count: max(0, 16 - first.count)) + first
    source = lines.dropFirst().first.map(String.init)
  }

  func write(to file: URL) throws {
    let lines = [article] + (source.map { [$0] } ?? [])
    try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: file, options: .atomic)
  }
}
