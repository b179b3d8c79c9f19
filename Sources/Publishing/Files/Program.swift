import Exporting
import Foundation

/// Runs other programs, each in an empty folder of its own and with a time limit.
enum Program {
  /// Runs a program that an exporter asks for, looked for in `PATH`.
  static let tools = ExportTools { request in
    guard let path = find(request.program) else { return .missing }
    let limit = TimeInterval(request.seconds)
    return run(path, request.arguments, files: request.files, limit: limit) {
      try [UInt8](Data(contentsOf: $0.appendingPathComponent(request.result)))
    }
  }

  /// Runs a program and gives its standard output.
  ///
  /// Input and output go through files, for a pipe's buffer is small and both sides would wait.
  ///
  /// - Parameter limit: seconds.
  static func output(
    of path: String, _ arguments: [String], input: [UInt8], limit: TimeInterval
  ) -> ExportTools.Outcome {
    guard FileManager.default.isExecutableFile(atPath: path) else { return .missing }
    return run(path, arguments, files: [(inputName, input)], limit: limit) {
      try [UInt8](Data(contentsOf: $0.appendingPathComponent(outputName)))
    }
  }

  /// Runs a program by its name, looked for in `PATH`, and gives its standard output.
  ///
  /// - Parameter limit: seconds.
  static func output(
    named name: String, _ arguments: [String], input: [UInt8] = [], limit: TimeInterval
  ) -> ExportTools.Outcome {
    guard let path = find(name) else { return .missing }
    return output(of: path, arguments, input: input, limit: limit)
  }

  private static let inputName = ".input"
  private static let outputName = ".output"
  private static let errorName = ".error"
  /// Of what a failed program says so many bytes are told.
  private static let longestMessage = 400

  static func find(_ program: String) -> String? {
    guard !program.contains("/") else { return nil }
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(separator: ":")
    return folders.map { "\($0)/\(program)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  private static func run(
    _ path: String, _ arguments: [String], files: [(name: String, bytes: [UInt8])],
    limit: TimeInterval, result: (URL) throws -> [UInt8]
  ) -> ExportTools.Outcome {
    guard let own = TemporaryFolder() else {
      return .failed("no temporary folder can be made: \(FileFault("").reason)")
    }
    defer { own.remove() }
    let folder = URL(fileURLWithPath: own.path)
    do {
      func file(_ name: String) -> URL { folder.appendingPathComponent(name) }
      for name in [inputName, outputName, errorName] { try Data().write(to: file(name)) }
      for (name, bytes) in files where !name.contains("/") { try Data(bytes).write(to: file(name)) }
      let process = Process()
      process.executableURL = URL(fileURLWithPath: path)
      process.arguments = arguments
      // A user's own settings (in the home or the current folder) would change the site.
      process.currentDirectoryURL = folder
      process.environment = [
        "HOME": folder.path, "PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8",
        "SOURCE_DATE_EPOCH": "0",
      ]
      process.standardInput = try FileHandle(forReadingFrom: file(inputName))
      process.standardOutput = try FileHandle(forWritingTo: file(outputName))
      process.standardError = try FileHandle(forWritingTo: file(errorName))
      guard try ends(process, within: limit) else {
        return .failed("no answer within \(Int(limit)) s")
      }
      let status = process.terminationStatus
      guard process.terminationReason == .exit else {
        return .failed("it ended by signal \(status)")
      }
      guard status == 0 else {
        let said = try Data(contentsOf: file(errorName)).prefix(longestMessage)
        let words = String(decoding: said, as: UTF8.self)
        return .failed(words.allSatisfy(\.isWhitespace) ? "it ended with status \(status)" : words)
      }
      return .made(try result(folder))
    } catch {
      return .failed(error.localizedDescription)
    }
  }

  /// Starts a process and waits for its end; whether it ended in time.
  private static func ends(_ process: Process, within limit: TimeInterval) throws -> Bool {
    // Foundation keeps them open beyond the process's end, until a site has no descriptors left.
    defer {
      for handle in [process.standardInput, process.standardOutput, process.standardError] {
        guard let handle = handle as? FileHandle, handle !== FileHandle.nullDevice else { continue }
        try? handle.close()
      }
    }
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    try process.run()
    if ended.wait(timeout: .now() + limit) == .success { return true }
    // With all that it has started.
    kill(-process.processIdentifier, SIGKILL)
    kill(process.processIdentifier, SIGKILL)
    return false
  }

  // MARK: - As the user

  /// How a program ended that was run as the user would run it.
  struct Ended: Sendable {
    var status: Int32
    var output: [UInt8]
    /// The first bytes of what it complained of.
    var message: String
  }

  /// Runs a program with the user's own settings, keys and folder, for what only they may do.
  ///
  /// - Parameters:
  ///   - environment: what is added to theirs.
  ///   - scratch: a folder for its output.
  ///   - limit: seconds.
  /// - Returns: how it ended; `nil` where it is not installed.
  static func asUser(
    _ name: String, _ arguments: [String], environment: [String: String] = [:],
    scratch: String, limit: TimeInterval
  ) throws -> Ended? {
    guard let path = find(name) else { return nil }
    let files = [outputName, errorName].map { URL(fileURLWithPath: scratch + "/" + $0) }
    for file in files { try Data().write(to: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: files[0])
    process.standardError = try FileHandle(forWritingTo: files[1])
    guard try ends(process, within: limit) else {
      return Ended(status: -1, output: [], message: "no end within \(Int(limit)) s")
    }
    let said = try Data(contentsOf: files[1]).prefix(longestMessage)
    return Ended(
      status: process.terminationStatus, output: try [UInt8](Data(contentsOf: files[0])),
      message: String(decoding: said, as: UTF8.self))
  }
}
