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
    guard let output = run(path, ["-V"], input: [], limit: 10) else { return nil }
    return String(decoding: output.prefix { $0 != 0x0A }.filter { $0 < 0x80 }, as: UTF8.self)
  }

  /// What tells the program from every other and from its other versions.
  struct Identity: Sendable {
    let path: String
    /// The name and version that it tells.
    let version: String
    let text: String

    /// - Returns: `nil` where the program is not installed or fails.
    init?(_ path: String) {
      guard let version = HspellProgram.version(path),
        let program = Files.resolved(path).flatMap(Files.facts)
      else { return nil }
      self.path = path
      self.version = version
      text = "\(version) \(program.size) \(program.modified)"
    }
  }

  private static func run(
    _ path: String, _ arguments: [String], input: [UInt8], limit: TimeInterval
  ) -> [UInt8]? {
    if case .made(let output) = Program.output(of: path, arguments, input: input, limit: limit) {
      return output
    }
    return nil
  }
}
