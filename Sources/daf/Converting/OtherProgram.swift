import Foundation

/// Another program, asked as a process of its own: with a time limit, in a folder of its own, and
/// with all that it started when its time is over.
enum OtherProgram {
  /// How a program ended.
  enum End: Equatable {
    case done
    case absent
    case failed
    case tooSlow
  }

  /// The path of an installed program; `nil` where there is none of that name.
  static func path(_ name: String) -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(
      separator: ":")
    return folders.map { "\($0)/\(name)" }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
  }

  /// Runs a program and waits for its end.
  ///
  /// - Parameters:
  ///   - folder: where it is started, and its home.
  ///   - limit: seconds.
  static func run(
    _ name: String, _ arguments: [String], in folder: String, limit: Int
  ) -> End {
    guard let path = path(name) else { return .absent }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = [
      "HOME": folder, "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "OMP_THREAD_LIMIT": "1",
    ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    do { try process.run() } catch { return .failed }
    if ended.wait(timeout: .now() + .seconds(limit)) == .timedOut {
      // A script's own children are in its group.
      kill(-process.processIdentifier, SIGKILL)
      kill(process.processIdentifier, SIGKILL)
      return .tooSlow
    }
    return process.terminationReason == .exit && process.terminationStatus == 0 ? .done : .failed
  }
}
