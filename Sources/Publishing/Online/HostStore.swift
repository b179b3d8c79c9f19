/// A folder on another computer, by ssh and rsync.
struct HostStore: TargetStore {
  let host: String
  let folder: String
  let rsync: TransferProgram

  init(host: String, folder: String, scratch: String) {
    self.host = host
    self.folder = folder
    rsync = TransferProgram(name: "rsync", place: "\(host):\(folder)", scratch: scratch)
  }

  private var there: String { "\(host):\(folder)/" }

  /// Arguments are protected, so that no shell at the other end reads names.
  private static let always = ["--protect-args", "--timeout=120", "--8-bit-output"]

  /// Status 23: something could not be transferred; among others, that the folder is not there.
  private static let partial: Int32 = 23

  func names() throws(PublishFault) -> [String] {
    let ended = try rsync.run(
      Self.always + ["--list-only", there], passing: [Self.partial])
    if ended.status == Self.partial {
      guard ended.message.contains("No such file or directory") else {
        throw PublishFault(
          .failedTransfer, rsync.place, ["program": "rsync", "reason": ended.message])
      }
      return []
    }
    // Mode, size, date, time and name.
    return String(decoding: ended.output, as: UTF8.self).split(separator: "\n").compactMap {
      let parts = $0.split(separator: " ", maxSplits: 4, omittingEmptySubsequences: true)
      return parts.count == 5 && parts[4] != "." ? String(parts[4]) : nil
    }
  }

  func read(_ path: String) throws(PublishFault) -> [UInt8] {
    let copy = rsync.scratch + "/.received"
    do throws(FileFault) { try Files.removeTree(copy) } catch { throw PublishFault(error) }
    _ = try rsync.run(Self.always + [there + path, copy])
    do throws(FileFault) { return try Files.read(copy) } catch { throw PublishFault(error) }
  }

  func send(_ paths: [String], from source: String) throws(PublishFault) {
    let list = try PathList(paths, end: 0, scratch: rsync.scratch)
    // Each file is exchanged whole, and those of a step together at its end.
    _ = try rsync.run(
      Self.always + [
        "--from0", "--files-from=\(list.file)", "--ignore-times", "--delay-updates",
        "--chmod=D755,F644", "--perms", source + "/", there,
      ])
  }

  func remove(_ paths: [String]) throws(PublishFault) {
    let nothing = rsync.scratch + "/.nothing"
    do throws(FileFault) {
      try Files.makeFolders(nothing)
      // What is missing here is removed there; the folders above it must not be missing.
      for folder in Set(paths.compactMap(Files.parent)) {
        try Files.makeFolders("\(nothing)/\(folder)")
      }
    } catch {
      throw PublishFault(error)
    }
    let list = try PathList(paths, end: 0, scratch: rsync.scratch)
    _ = try rsync.run(
      Self.always + [
        "--from0", "--files-from=\(list.file)", "--delete-missing-args", nothing + "/", there,
      ])
  }
}
