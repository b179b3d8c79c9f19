import Foundation
import Search

/// Asks the program hspell, where it is installed, for the readings of a publication's words.
///
/// It is a program of its own under another licence: it is run, never linked, and its words do not
/// enter the site.
public enum HspellProgram {
  /// The readings of some words; `.none` where the program is not installed, none and a `failure`
  /// where it fails or takes longer than the limit.
  ///
  /// - Parameters:
  ///   - words: by folded form the words as they are written (`wordsForDictionary`).
  ///   - path: the program.
  ///   - limit: seconds.
  public static func readings(
    of words: [String: String], path: String = "/usr/bin/hspell", limit: TimeInterval = 120
  ) -> WordReadings {
    let name: String
    switch version(path) {
    case .success(let version): name = version
    case .failure(let failure): return failure.readings
    }
    let input = HspellReadings.input(words: words.sorted { $0.key < $1.key }.map(\.value))
    switch Program.output(of: path, ["-l"], input: input, limit: limit) {
    case .made(let output):
      return WordReadings(source: name, readings: HspellReadings.readings(output: output))
    case .missing: return .none
    case .failed(let reason): return WordReadings(source: nil, readings: [:], failure: reason)
    }
  }

  /// Why the program did not tell its version: it is not installed, or why it failed.
  struct Silence: Error {
    var reason: String?

    var readings: WordReadings { WordReadings(source: nil, readings: [:], failure: reason) }
  }

  /// What tells the program from every other and from its other versions.
  struct Identity: Sendable {
    let path: String
    /// The name and version that it tells.
    let version: String
    let text: String
  }

  static func identity(_ path: String) -> Result<Identity, Silence> {
    version(path).flatMap { version in
      guard let program = Files.resolved(path).flatMap(Files.facts) else {
        return .failure(Silence())
      }
      return .success(
        Identity(
          path: path, version: version, text: "\(version) \(program.size) \(program.modified)"))
    }
  }

  /// The name and version that the program tells.
  static func version(_ path: String) -> Result<String, Silence> {
    switch Program.output(of: path, ["-V"], input: [], limit: 10) {
    case .made(let output):
      .success(String(decoding: output.prefix { $0 != 0x0A }.filter { $0 < 0x80 }, as: UTF8.self))
    case .missing: .failure(Silence())
    case .failed(let reason): .failure(Silence(reason: reason))
    }
  }
}
