import Glibc

/// The built site's folder, read by one request at a time.
///
/// A site that is exchanged for a newer one between two requests is no matter: the folder is opened
/// anew for each.
struct SiteFolder: Sendable {
  /// The folder; it need not be there yet.
  var path: String

  /// What stands at a path of the site.
  enum Entry {
    /// An open file, which the receiver closes.
    case file(descriptor: Int32, size: Int, name: String)
    /// A folder that was asked for without its slash.
    case folder
  }

  /// Opens what a request asks for; a folder's page is its `index.html`.
  ///
  /// Every step is taken from the folder before it and follows no symbolic link, so that nothing
  /// outside the site can be reached, whatever is changed at the same time.
  func open(_ sitePath: SitePath) -> Entry? {
    var names = sitePath.names
    if sitePath.isFolder { names.append("index.html") }
    guard let last = names.popLast() else { return nil }
    var folder = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    for name in names where folder >= 0 {
      let next = openat(folder, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
      close(folder)
      folder = next
    }
    guard folder >= 0 else { return nil }
    defer { close(folder) }
    // Without waiting: a pipe in the site must not hold the server.
    let descriptor = openat(folder, last, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    var facts = stat()
    guard fstat(descriptor, &facts) == 0 else {
      close(descriptor)
      return nil
    }
    switch facts.st_mode & S_IFMT {
    case S_IFREG: return .file(descriptor: descriptor, size: Int(facts.st_size), name: last)
    case S_IFDIR:
      close(descriptor)
      return .folder
    default:
      close(descriptor)
      return nil
    }
  }

  /// The whole of an open file, which is closed; `nil` where it cannot be read.
  static func contents(of descriptor: Int32, size: Int) -> [UInt8]? {
    defer { close(descriptor) }
    var whole = true
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size, let base = buffer.baseAddress {
        let got = read(descriptor, base + count, size - count)
        if got < 0, errno == EINTR { continue }
        whole = got >= 0
        if got <= 0 { break }
        count += got
      }
    }
    return whole ? bytes : nil
  }
}
