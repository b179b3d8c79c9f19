import CLinux
import Glibc
import Manuscript

/// What the operating system refused: the operation's path and its reason.
public struct FileFault: Error, Sendable, Equatable {
  public var path: String
  /// The system's sentence for `errno`.
  public var reason: String
  /// Whether something was to be read there, and not written.
  public var isOfReading: Bool

  init(_ path: String, _ number: Int32 = errno, isOfReading: Bool = false) {
    self.path = path
    reason = String(cString: strerror(number))
    self.isOfReading = isOfReading
  }
}

/// Files and folders by POSIX calls, which cost a fraction of Foundation's over thousands of files.
enum Files {
  /// A thing in a folder.
  struct Entry: Equatable, Sendable {
    var name: String
    var kind: Kind

    enum Kind: Sendable {
      case file
      case folder
      /// Symbolic links, pipes, devices: never followed.
      case other
      /// What has a name in another encoding than UTF-8, by which it cannot be asked for.
      case nameless
    }
  }

  /// What is known of a file without reading it.
  struct Facts: Equatable, Sendable {
    var size: Int
    /// Nanoseconds since 1970.
    var modified: Int
    var inode: UInt
    var kind: Entry.Kind
  }

  /// Nanoseconds since 1970, by the clock of the files' times.
  static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
  }

  /// The day in universal time, or the one that SOURCE_DATE_EPOCH names (reproducible-builds.org).
  static var today: PartialDate {
    var seconds = time_t(now / 1_000_000_000)
    if let given = getenv("SOURCE_DATE_EPOCH"), let number = time_t(String(cString: given)) {
      seconds = number
    }
    var parts = tm()
    gmtime_r(&seconds, &parts)
    return PartialDate(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }

  /// A file that has more bytes is refused, for it would be held in memory as a whole.
  static let largest = 1 << 30

  /// The bytes of a file.
  ///
  /// - Parameter limit: how many it may have.
  static func read(_ path: String, limit: Int = largest) throws(FileFault) -> [UInt8] {
    // A pipe would wait for someone to write.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileFault(path, isOfReading: true) }
    defer { close(descriptor) }
    var facts = stat()
    guard fstat(descriptor, &facts) == 0 else { throw FileFault(path, isOfReading: true) }
    guard facts.st_mode & S_IFMT == S_IFREG else {
      let number = facts.st_mode & S_IFMT == S_IFDIR ? EISDIR : EINVAL
      throw FileFault(path, number, isOfReading: true)
    }
    guard facts.st_size <= limit else { throw FileFault(path, EFBIG, isOfReading: true) }
    // One byte more than the size, so that the end is seen without another round.
    var bytes = [UInt8](repeating: 0, count: Int(facts.st_size) + 1)
    var length = 0
    while true {
      if length == bytes.count {
        bytes.append(contentsOf: [UInt8](repeating: 0, count: max(65_536, bytes.count)))
      }
      let room = bytes.count - length
      let count = bytes.withUnsafeMutableBytes { buffer -> Int in
        guard let base = buffer.baseAddress else { return 0 }
        return Glibc.read(descriptor, base + length, room)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw FileFault(path, isOfReading: true)
      }
      if count == 0 { break }
      length += count
    }
    bytes.removeLast(bytes.count - length)
    return bytes
  }

  /// Makes a file that must not be there yet.
  static func create(_ path: String, _ bytes: [UInt8]) throws(FileFault) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw FileFault(path) }
    defer { close(descriptor) }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer -> Int in
        guard let base = buffer.baseAddress else { return 0 }
        return Glibc.write(descriptor, base + written, bytes.count - written)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw FileFault(path)
      }
      written += count
    }
  }

  /// Makes a second name of a file, or a copy where the file system has no room for one.
  static func link(_ old: String, _ new: String) throws(FileFault) {
    if Glibc.link(old, new) == 0 { return }
    // A file system without hard links, or a file with too many.
    guard [EPERM, EMLINK, ENOTSUP, EXDEV].contains(errno) else { throw FileFault(new) }
    try create(new, try read(old))
  }

  /// Writes a file in one step, with the folders above it: whoever reads it meets the old content or
  /// the new one.
  static func replace(_ path: String, _ bytes: [UInt8]) throws(FileFault) {
    if let parent = parent(of: path) { try makeFolders(parent) }
    let aside = path + ".daf-new"
    try removeTree(aside)
    try create(aside, bytes)
    guard rename(aside, path) == 0 else { throw FileFault(path) }
  }

  /// The facts of a path itself; a symbolic link is not followed. `nil` where there is nothing.
  static func facts(_ path: String) -> Facts? {
    var facts = stat()
    guard lstat(path, &facts) == 0 else { return nil }
    let kind: Entry.Kind =
      switch facts.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      default: .other
      }
    return Facts(
      size: Int(facts.st_size),
      modified: Int(facts.st_mtim.tv_sec) * 1_000_000_000 + Int(facts.st_mtim.tv_nsec),
      inode: UInt(facts.st_ino), kind: kind)
  }

  static func isFolder(_ path: String) -> Bool {
    var facts = stat()
    return stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
  }

  /// What is in a folder, in the order of the names' bytes, hidden things left out.
  static func list(_ folder: String) throws(FileFault) -> [Entry] {
    try listAll(folder).filter { !$0.name.hasPrefix(".") }
  }

  /// The same with what is hidden.
  static func listAll(_ folder: String) throws(FileFault) -> [Entry] {
    guard let stream = opendir(folder) else { throw FileFault(folder, isOfReading: true) }
    defer { closedir(stream) }
    var entries: [Entry] = []
    while let entry = readdir(stream) {
      let (name, isUTF8) = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        let name = bytes.prefix { $0 != 0 }
        return (
          String(decoding: name, as: UTF8.self), String(validating: name, as: UTF8.self) != nil
        )
      }
      if name == "." || name == ".." { continue }
      guard isUTF8 else {
        entries.append(Entry(name: name, kind: .nameless))
        continue
      }
      let kind: Entry.Kind =
        switch Int32(entry.pointee.d_type) {
        case Int32(DT_REG): .file
        case Int32(DT_DIR): .folder
        case Int32(DT_UNKNOWN): facts("\(folder)/\(name)")?.kind ?? .other
        default: .other
        }
      entries.append(Entry(name: name, kind: kind))
    }
    return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// Every file below a folder, as paths from it, in order; links and hidden things left out.
  static func tree(_ folder: String, depth: Int = 8) throws(FileFault) -> [String] {
    var paths: [String] = []
    for entry in try list(folder) {
      switch entry.kind {
      case .file: paths.append(entry.name)
      case .folder where depth > 0:
        paths += try tree("\(folder)/\(entry.name)", depth: depth - 1)
          .map { "\(entry.name)/\($0)" }
      default: continue
      }
    }
    return paths
  }

  /// Every file below a folder with what is hidden, as paths from it, in no order.
  static func treeAll(_ folder: String) throws(FileFault) -> [String] {
    var paths: [String] = []
    var folders = [""]
    while let relative = folders.popLast() {
      for entry in try listAll(relative.isEmpty ? folder : "\(folder)/\(relative)") {
        let path = relative.isEmpty ? entry.name : "\(relative)/\(entry.name)"
        if entry.kind == .folder { folders.append(path) } else { paths.append(path) }
      }
    }
    return paths
  }

  /// Makes a folder and those above it; one that is there already is no fault.
  static func makeFolders(_ path: String) throws(FileFault) {
    if mkdir(path, 0o755) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let parent = parent(of: path) else { throw FileFault(path) }
    try makeFolders(parent)
    if mkdir(path, 0o755) != 0, errno != EEXIST { throw FileFault(path) }
  }

  /// Removes a folder with all that is in it; nothing happens where there is none.
  static func removeTree(_ path: String) throws(FileFault) {
    guard let facts = facts(path) else { return }
    guard facts.kind == .folder else {
      if unlink(path) != 0, errno != ENOENT { throw FileFault(path) }
      return
    }
    // What was made without the right to change it would stay for good.
    if access(path, W_OK | X_OK | R_OK) != 0 { chmod(path, 0o700) }
    for entry in try listAll(path) { try removeTree("\(path)/\(entry.name)") }
    if rmdir(path) != 0, errno != ENOENT { throw FileFault(path) }
  }

  /// Removes a folder if there is nothing in it; whether there was not.
  static func removeEmpty(_ path: String) -> Bool { rmdir(path) == 0 }

  /// Gives a file another name in one step; one that has it is replaced.
  static func move(_ path: String, to other: String) throws(FileFault) {
    if rename(path, other) != 0 { throw FileFault(other) }
  }

  /// Waits until all that was written to the file system of a folder is on its medium, so that a
  /// loss of power does not take it away.
  static func synchronise(_ folder: String) throws(FileFault) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileFault(folder) }
    defer { close(descriptor) }
    if syncfs(descriptor) != 0, errno != ENOSYS { throw FileFault(folder) }
  }

  /// The absolute path without links and dots; `nil` where there is nothing.
  static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The path without its last component; `nil` where it has but one.
  static func parent(of path: String) -> String? {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash != path.startIndex else {
      return nil
    }
    return String(path[..<slash])
  }
}
