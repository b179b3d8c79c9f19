import Exporting
import Manuscript
import Synchronization

/// Programs that are asked only for what they have not made before: what they make of the same files
/// is kept beside the search's analyses (`BuildCache`).
final class KeptOutputs: Sendable {
  private let cache: BuildCache?
  private let program: ExportTools
  private let used = Mutex<Set<String>>([])
  /// By program the first thing that went wrong with it.
  private let failed = Mutex<[String: String]>([:])

  init(_ plan: SiteBuilder.Plan) {
    cache = plan.cache.map { BuildCache(folder: $0) }
    program = plan.runsPrograms ? plan.tools : ExportTools()
  }

  /// What went wrong with programs that are installed: their outputs are missing in the site.
  var failures: [Finding] {
    failed.withLock { $0 }.sorted { $0.key < $1.key }.map { program, reason in
      Finding(.programFailed, .error, file: program, facts: ["reason": reason])
    }
  }

  /// Runs programs and keeps nothing.
  var unkept: ExportTools { ExportTools { self.run($0) } }

  private func run(_ request: ExportTools.Request) -> ExportTools.Outcome {
    let outcome = program.run(request)
    if case .failed(let reason) = outcome {
      let line = reason.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
      failed.withLock { failed in
        if failed[request.program] == nil { failed[request.program] = line }
      }
    }
    return outcome
  }

  var tools: ExportTools {
    ExportTools { request in
      guard let cache = self.cache else { return self.run(request) }
      let name = Self.name(of: request)
      self.used.withLock { _ = $0.insert(name) }
      if let kept = cache.output(name) { return .made(kept) }
      let outcome = self.run(request)
      if case .made(let bytes) = outcome { cache.keep(output: bytes, name) }
      return outcome
    }
  }

  /// Removes what this build did not use.
  func clear() {
    let used = used.withLock { $0 }
    cache?.keepOnlyOutputs(used)
  }

  /// Tells requests apart by everything that the program is given.
  private static func name(of request: ExportTools.Request) -> String {
    var hash = ContentHash()
    var length = 0
    func add(_ bytes: some Collection<UInt8>) {
      hash.add(bytes)
      hash.add([0])
      length += bytes.count
    }
    for word in [request.program, request.result] + request.arguments { add(word.utf8) }
    for file in request.files {
      add(file.name.utf8)
      add(file.bytes)
    }
    return "\(hash.hexadecimal)-\(length)"
  }
}
