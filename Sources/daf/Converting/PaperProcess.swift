import CLinux
import Conversion
import Foundation
import Manuscript

/// Converts a paper whose format is more than plain text in a process of its own, which may take so
/// much time and memory and no more, and whose end is not this one's.
///
/// The process is this program again, started with `PaperProcess.name`: it gets the paper and the
/// options through files in a folder of its own, and leaves its answer there. It reads nothing else,
/// speaks to no network and starts no program.
enum PaperProcess {
  /// The subcommand; it stands in no help.
  static let name = ".paper"

  /// Seconds of processor time, and bytes of address space.
  static let processorLimit = 30
  static let memoryLimit = 1 << 30

  /// What the process answers.
  enum Answer: Codable {
    case converted(PaperConversion)
    case fault(Finding.Kind.RawValue, [String: String])
  }

  private struct Task: Codable {
    var name: String
    var options: PaperConversion.Options
  }

  /// Converts a paper in a process of its own.
  ///
  /// - Returns: the conversion, or what hindered it.
  static func convert(
    _ name: String, _ data: Data, _ options: PaperConversion.Options
  ) -> Result<PaperConversion, PaperFinding> {
    func failed(_ kind: Finding.Kind, _ facts: [String: String] = [:]) -> Result<
      PaperConversion, PaperFinding
    > {
      .failure(PaperFinding(Finding(kind, .error, file: name, facts: facts)))
    }
    guard let folder = TemporaryFolder(), let program = Bundle.main.executableURL else {
      return failed(.paperStopped)
    }
    defer { folder.remove() }
    do {
      try data.write(to: URL(fileURLWithPath: "\(folder.path)/paper"))
      try JSONEncoder().encode(Task(name: name, options: options))
        .write(to: URL(fileURLWithPath: "\(folder.path)/task"))
      let process = Process()
      process.executableURL = program
      process.arguments = [Self.name, folder.path]
      process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
      process.environment = ["LC_ALL": "C.UTF-8"]
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      let ended = DispatchSemaphore(value: 0)
      process.terminationHandler = { _ in ended.signal() }
      try process.run()
      // A process that waits takes no processor time; this machine may have other work.
      if ended.wait(timeout: .now() + .seconds(processorLimit * 6)) == .timedOut {
        kill(process.processIdentifier, SIGKILL)
        ended.wait()
        return failed(.paperTooSlow, ["seconds": String(processorLimit)])
      }
      guard process.terminationReason == .exit, process.terminationStatus == 0 else {
        let isTime = [SIGXCPU, SIGKILL].contains(process.terminationStatus)
        return process.terminationReason == .uncaughtSignal && isTime
          ? failed(.paperTooSlow, ["seconds": String(processorLimit)]) : failed(.paperStopped)
      }
      let answer = try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/answer"))
      switch try JSONDecoder().decode(Answer.self, from: answer) {
      case .converted(let conversion): return .success(conversion)
      case .fault(let kind, let facts):
        return failed(Finding.Kind(rawValue: kind) ?? .paperStopped, facts)
      }
    } catch {
      return failed(.paperStopped)
    }
  }

  /// The process's own side.
  ///
  /// - Parameter arguments: the folder.
  static func run(_ arguments: [String]) -> Int32 {
    guard let folder = arguments.first else { return 2 }
    _ = daf_limit(daf_limit_cpu, UInt(processorLimit))
    _ = daf_limit(daf_limit_memory, UInt(memoryLimit))
    _ = daf_limit(daf_limit_file, UInt(memoryLimit / 2))
    _ = daf_limit(daf_limit_core, 0)
    _ = daf_no_new_rights()
    do {
      let task = try JSONDecoder().decode(
        Task.self, from: Data(contentsOf: URL(fileURLWithPath: "\(folder)/task")))
      let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/paper")))
      let answer: Answer
      do throws(SourceFault) {
        answer = .converted(
          try PaperConversion(
            of: task.name, bytes, as: PaperFormat.recognise(bytes), task.options,
            lexicon: InstalledLexicon.load()))
      } catch {
        let finding = error.finding(file: task.name)
        answer = .fault(finding.kind.rawValue, finding.facts)
      }
      try JSONEncoder().encode(answer).write(to: URL(fileURLWithPath: "\(folder)/answer"))
      return 0
    } catch {
      return 2
    }
  }
}

/// A finding that hindered a conversion.
struct PaperFinding: Error {
  var finding: Finding

  init(_ finding: Finding) { self.finding = finding }
}
