import Manuscript

/// A place that holds a published site: how files come to it and go.
protocol TargetStore: Sendable {
  /// What stands at its root; nothing where there is no such place yet.
  func names() throws(PublishFault) -> [String]

  /// The bytes of a file that is there.
  func read(_ path: String) throws(PublishFault) -> [UInt8]

  /// Sends files, each in one step: a reader meets the old one or the new one.
  ///
  /// - Parameters:
  ///   - paths: from the site's folder, here and there.
  ///   - folder: where they lie here.
  func send(_ paths: [String], from folder: String) throws(PublishFault)

  /// Removes files; what is not there is no fault.
  func remove(_ paths: [String]) throws(PublishFault)
}

/// A folder of this computer, or one that is mounted on it.
struct FolderStore: TargetStore {
  let folder: String

  func names() throws(PublishFault) -> [String] {
    guard Files.facts(folder) != nil else { return [] }
    do throws(FileFault) {
      return try Files.listAll(folder).map(\.name)
    } catch {
      throw PublishFault(error)
    }
  }

  func read(_ path: String) throws(PublishFault) -> [UInt8] {
    do throws(FileFault) {
      return try Files.read("\(folder)/\(path)")
    } catch {
      throw PublishFault(error)
    }
  }

  func send(_ paths: [String], from source: String) throws(PublishFault) {
    do throws(FileFault) {
      for path in paths {
        try Files.replace("\(folder)/\(path)", try Files.read("\(source)/\(path)"))
      }
    } catch {
      throw PublishFault(error)
    }
  }

  func remove(_ paths: [String]) throws(PublishFault) {
    do throws(FileFault) {
      for path in paths {
        try Files.removeTree("\(folder)/\(path)")
        var path = path
        // Folders that are empty now go too.
        while let parent = Files.parent(of: path), Files.removeEmpty("\(folder)/\(parent)") {
          path = parent
        }
      }
    } catch {
      throw PublishFault(error)
    }
  }
}

/// Lists of paths for programs that take them from a file.
struct PathList {
  let file: String

  /// - Parameter scratch: the folder for the list.
  init(_ paths: [String], end: UInt8 = 0x0A, scratch: String) throws(PublishFault) {
    file = scratch + "/.paths"
    do throws(FileFault) {
      try Files.replace(file, paths.flatMap { Array($0.utf8) + [end] })
    } catch {
      throw PublishFault(error)
    }
  }
}

/// A program by which files come to a place.
struct TransferProgram: Sendable {
  let name: String
  /// What messages call the place.
  let place: String
  let scratch: String
  var environment: [String: String] = [:]

  /// A day is long enough for the first publish over a slow line.
  private static let limit = 86_400.0

  /// Runs it.
  ///
  /// - Parameter passing: statuses beside 0 that are no failure.
  func run(_ arguments: [String], passing: Set<Int32> = []) throws(PublishFault) -> Program.Ended {
    let ended: Program.Ended?
    do {
      ended = try Program.asUser(
        name, arguments, environment: environment, scratch: scratch, limit: Self.limit)
    } catch {
      throw PublishFault(.failedTransfer, place, ["program": name, "reason": "\(error)"])
    }
    guard let ended else { throw PublishFault(.missingProgram, place, ["program": name]) }
    guard ended.status == 0 || passing.contains(ended.status) else {
      let reason = ended.message.split(whereSeparator: \.isNewline).joined(separator: "; ")
      throw PublishFault(
        .failedTransfer, place,
        ["program": name, "reason": reason.isEmpty ? "status \(ended.status)" : reason])
    }
    return ended
  }
}
