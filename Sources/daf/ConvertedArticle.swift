import Foundation

/// The files of a converted article: the article, a copy of the paper, and the hash by which it is
/// known whether an editor has changed the article since.
struct ConvertedArticle {
  let article: URL
  private let hash: URL
  private let paperCopy: URL?

  /// - Parameters:
  ///   - paper: the paper's path.
  ///   - output: what `--output` names: a file that ends in `.md`, a folder, or nothing for
  ///     `Articles`.
  init(paper: String, output: String?) {
    let source = URL(fileURLWithPath: paper)
    if let output, output.hasSuffix(".md") {
      article = URL(fileURLWithPath: output)
      paperCopy = nil
      hash = article.deletingLastPathComponent().appendingPathComponent(
        ".\(article.lastPathComponent).converted")
    } else {
      let folder = URL(fileURLWithPath: output ?? "Articles", isDirectory: true)
        .appendingPathComponent(source.deletingPathExtension().lastPathComponent, isDirectory: true)
      article = folder.appendingPathComponent("article.md")
      paperCopy = folder.appendingPathComponent(source.lastPathComponent)
      hash = folder.appendingPathComponent(".converted")
    }
  }

  /// Whether there is an article that is not as a conversion left it.
  var isEdited: Bool {
    guard let text = FileManager.default.contents(atPath: article.path), !text.isEmpty else {
      return false
    }
    guard let known = FileManager.default.contents(atPath: hash.path) else { return true }
    return String(decoding: known, as: UTF8.self) != Self.hash(of: text)
  }

  /// Writes the article, the paper's copy and the hash; an edited article is kept beside the new
  /// one.
  func write(_ text: String, paper: Data) throws {
    let data = Data(text.utf8)
    try FileManager.default.createDirectory(
      at: article.deletingLastPathComponent(), withIntermediateDirectories: true)
    if isEdited { try FileManager.default.moveItem(at: article, to: freeName()) }
    try data.write(to: article, options: .atomic)
    if let paperCopy { try paper.write(to: paperCopy, options: .atomic) }
    try Data(Self.hash(of: data).utf8).write(to: hash, options: .atomic)
  }

  /// `article.edited-1.md`, with the first number that is free.
  private func freeName() -> URL {
    let base = article.deletingPathExtension()
    var number = 1
    while true {
      let name = base.appendingPathExtension("edited-\(number)").appendingPathExtension("md")
      if !FileManager.default.fileExists(atPath: name.path) { return name }
      number += 1
    }
  }

  /// FNV-1a over 64 bits, in hexadecimal: it tells an edit from none; it guards against no one.
  private static func hash(of data: Data) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in data { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return String(hash, radix: 16)
  }
}
