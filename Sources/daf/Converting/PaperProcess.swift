import CLinux
import Conversion
import Foundation
import Manuscript
import Publishing

/// Reads a paper whose format is more than plain text in a process of its own, which may take so much
/// time and memory and no more, and whose end is not this one's.
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
    case printed(PaperPrint)
    case fault(Finding.Kind.RawValue, [String: String])
  }

  private struct Task: Codable {
    var name: String
    /// How an article is to be made of it; `nil` to find its words on its pages.
    var options: PaperConversion.Options?
  }

  /// Converts a paper in a process of its own.
  ///
  /// - Returns: the conversion, or what hindered it.
  static func convert(
    _ name: String, _ data: Data, _ options: PaperConversion.Options
  ) -> Result<PaperConversion, PaperFinding> {
    answer(Task(name: name, options: options), on: data).flatMap { answer in
      if case .converted(let conversion) = answer { return .success(conversion) }
      return .failure(PaperFinding(Finding(.paperStopped, .error, file: name)))
    }
  }

  /// Finds the words of a PDF on its pages, in a process of its own.
  static func print(_ name: String, _ data: Data) -> Result<PaperPrint, PaperFinding> {
    answer(Task(name: name), on: data).flatMap { answer in
      if case .printed(let print) = answer { return .success(print) }
      return .failure(PaperFinding(Finding(.paperStopped, .error, file: name)))
    }
  }

  private static func answer(_ task: Task, on data: Data) -> Result<Answer, PaperFinding> {
    func failed(_ kind: Finding.Kind, _ facts: [String: String] = [:]) -> Result<
      Answer, PaperFinding
    > {
      .failure(PaperFinding(Finding(kind, .error, file: task.name, facts: facts)))
    }
    guard let folder = TemporaryFolder(), let program = Bundle.main.executableURL else {
      return failed(.paperStopped)
    }
    defer { folder.remove() }
    do {
      try data.write(to: URL(fileURLWithPath: "\(folder.path)/paper"))
      try JSONEncoder().encode(task)
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
      case .fault(let kind, let facts):
        return failed(Finding.Kind(rawValue: kind) ?? .paperStopped, facts)
      case let made: return .success(made)
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
        if let options = task.options {
          answer = .converted(
            try PaperConversion(
              of: task.name, bytes, as: PaperFormat.recognise(bytes), options,
              lexicon: InstalledLexicon.load()))
        } else {
          answer = .printed(try PaperPrint(bytes))
        }
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
