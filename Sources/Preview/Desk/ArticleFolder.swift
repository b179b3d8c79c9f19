import Foundation
import Glibc

/// An article's folder as the desk reads and writes it: every file is reached from the folder
/// Articles without following a link, and is exchanged in one step.
struct ArticleFolder: Sendable {
  /// The folder Articles.
  let articles: String
  /// The article's own folder in it.
  let name: String

  /// The desk's own files in an article's folder.
  static let own = ".desk"
  /// How many earlier states of an article are kept.
  static let states = 20

  /// - Returns: `nil` for what is no name of a folder in Articles.
  init?(articles: String, name: String) {
    guard !name.isEmpty, name.utf8.count <= 255, !name.hasPrefix("."), name != "pages",
      !name.utf8.contains(where: { $0 == 0x2F || $0 == 0 })
    else { return nil }
    self.articles = articles
    self.name = name
    let descriptor = descriptor(own: false)
    guard descriptor >= 0 else { return nil }
    close(descriptor)
  }

  /// Opens the article's folder, or the desk's own in it, which is made where it is missing.
  private func descriptor(own: Bool) -> Int32 {
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC
    let root = Glibc.open(articles, flags)
    guard root >= 0 else { return -1 }
    defer { close(root) }
    let folder = openat(root, name, flags | O_NOFOLLOW)
    guard folder >= 0, own else { return folder }
    defer { close(folder) }
    _ = mkdirat(folder, Self.own, 0o755)
    return openat(folder, Self.own, flags | O_NOFOLLOW)
  }

  /// A file's bytes; `nil` where it is not there.
  func read(_ file: String, own: Bool = false) -> [UInt8]? {
    let folder = descriptor(own: own)
    guard folder >= 0 else { return nil }
    defer { close(folder) }
    let descriptor = openat(folder, file, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    var facts = stat()
    guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      return nil
    }
    return SiteFolder.contents(of: descriptor, size: Int(facts.st_size))
  }

  /// Puts a file in the place of another in one step.
  ///
  /// - Parameter isKept: whether the file that stood there is kept among the earlier states.
  /// - Returns: whether it could be written.
  func write(_ bytes: [UInt8], to file: String, own: Bool = false, isKept: Bool = false) -> Bool {
    let folder = descriptor(own: own)
    guard folder >= 0 else { return false }
    defer { close(folder) }
    let fresh = ".\(file).\(getpid()).new"
    let descriptor = openat(
      folder, fresh, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard descriptor >= 0 else { return false }
    let isWhole = Self.write(bytes, to: descriptor) && fsync(descriptor) == 0
    close(descriptor)
    guard isWhole else {
      unlinkat(folder, fresh, 0)
      return false
    }
    if isKept { keep(file, in: folder) }
    return renameat(folder, fresh, folder, file) == 0
  }

  /// Opens a file of the desk's own for adding to it.
  func openForAdding(_ file: String) -> Int32 {
    let folder = descriptor(own: true)
    guard folder >= 0 else { return -1 }
    defer { close(folder) }
    return openat(
      folder, file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o644)
  }

  /// Gives a file of the desk's own another name; what had that name is gone.
  func rename(_ file: String, to other: String) {
    let folder = descriptor(own: true)
    guard folder >= 0 else { return }
    renameat(folder, file, folder, other)
    close(folder)
  }

  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var sent = 0
      while sent < buffer.count, let base = buffer.baseAddress {
        let count = Glibc.write(descriptor, base + sent, buffer.count - sent)
        if count < 0, errno == EINTR { continue }
        if count <= 0 { return false }
        sent += count
      }
      return true
    }
  }

  /// Keeps a file as the newest of its earlier states, and lets go of the oldest.
  private func keep(_ file: String, in folder: Int32) {
    let own = descriptor(own: true)
    guard own >= 0 else { return }
    defer { close(own) }
    let path = "\(articles)/\(name)/\(Self.own)"
    let kept = ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [])
      .filter { $0.hasPrefix("state-") }.sorted()
    let last = kept.last.flatMap { Int($0.dropFirst(6).prefix(8)) } ?? 0
    let number = String(last + 1)
    let name = "state-" + String(repeating: "0", count: max(0, 8 - number.count)) + number + ".md"
    linkat(folder, file, own, name, 0)
    for old in kept.dropLast(Self.states - 1) { unlinkat(own, old, 0) }
  }
}
