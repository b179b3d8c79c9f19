import Foundation
import Search

/// Asks the program hspell, where it is installed, for the readings of a publication's words.
///
/// It is a program of its own under another licence: it is run, never linked, and its words do not
/// enter the site.
public enum HspellProgram {
  /// The readings of some words; `.none` where the program is not installed, fails, or takes longer
  /// than the limit.
  ///
  /// - Parameters:
  ///   - words: by folded form the words as they are written (`wordsForDictionary`).
  ///   - path: the program.
  ///   - limit: seconds.
  public static func readings(
    of words: [String: String], path: String = "/usr/bin/hspell", limit: TimeInterval = 120
  ) -> WordReadings {
    guard let version = version(path),
      let output = run(
        path, ["-l"],
        input: HspellReadings.input(words: words.sorted { $0.key < $1.key }.map(\.value)),
        limit: limit)
    else { return .none }
    return WordReadings(source: version, readings: HspellReadings.readings(output: output))
  }

  /// The name and version that the program tells; `nil` where it is not installed or fails.
  static func version(_ path: String) -> String? {
    guard FileManager.default.isExecutableFile(atPath: path),
      let output = run(path, ["-V"], input: [], limit: 10)
    else { return nil }
    return String(decoding: output.prefix { $0 != 0x0A }.filter { $0 < 0x80 }, as: UTF8.self)
  }

  /// A program's standard output; `nil` where it fails or takes too long. Input and output go
  /// through files, for a pipe's buffer is small and both sides would wait.
  private static func run(
    _ path: String, _ arguments: [String], input: [UInt8], limit: TimeInterval
  ) -> [UInt8]? {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("daf-\(UUID().uuidString)")
    let (inputFile, outputFile) = (
      folder.appendingPathComponent("input"), folder.appendingPathComponent("output")
    )
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(input).write(to: inputFile)
      try Data().write(to: outputFile)
      let process = Process()
      process.executableURL = URL(fileURLWithPath: path)
      process.arguments = arguments
      // A user's own list of words (in the home or the current folder) would change the site.
      process.currentDirectoryURL = folder
      process.environment = ["HOME": folder.path]
      process.standardInput = try FileHandle(forReadingFrom: inputFile)
      process.standardOutput = try FileHandle(forWritingTo: outputFile)
      process.standardError = FileHandle.nullDevice
      let ended = DispatchSemaphore(value: 0)
      process.terminationHandler = { _ in ended.signal() }
      try process.run()
      guard ended.wait(timeout: .now() + limit) == .success else {
        process.terminate()
        return nil
      }
      guard process.terminationStatus == 0 else { return nil }
      return Array(try Data(contentsOf: outputFile))
    } catch {
      return nil
    }
  }
}
