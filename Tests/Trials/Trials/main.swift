import CTrials
import Checking
import Citations
import Exporting
import Foundation
import Manuscript
import Rendering
import Search

/// Trials of what reads the work of others; no part of the product.
///
///     daf-trial fuzz TARGET|all --count N | --seconds S  [--seed S] [--corpus FOLDER]   S of the processor
///     daf-trial run TARGET FILE      one input, which a crash has left
///     daf-trial grow FILE…           counts the instructions that each article costs (under callgrind)
let arguments = Array(CommandLine.arguments.dropFirst())

func option(_ name: String) -> String? {
  arguments.firstIndex(of: "--\(name)").flatMap {
    $0 + 1 < arguments.count ? arguments[$0 + 1] : nil
  }
}

/// Seconds of the processor that this process has had: what else a machine does takes no inputs away.
func processorSeconds() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }

func complain(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

/// The files of a folder's subfolder that has a target's name.
func corpus(of target: FuzzTarget) -> [[UInt8]] {
  let folder = (option("corpus") ?? "Tests/Trials/corpus") + "/" + target.name
  let names = (try? FileManager.default.contentsOfDirectory(atPath: folder).sorted()) ?? []
  return names.compactMap {
    FileManager.default.contents(atPath: "\(folder)/\($0)").map(Array.init)
  }
}

/// Runs inputs through a target; how many, or `nil` where one has shown a fault.
func fuzz(_ target: FuzzTarget, seconds: Double?, count: Int?, seed: UInt64) -> Int? {
  let inputs = corpus(of: target)
  daf_watch("crash-\(target.name)", 20)
  var mutator = Mutator(seed: seed, corpus: inputs, words: target.words, limit: target.limit)
  var done = 0
  let end = processorSeconds() + (seconds ?? .infinity)
  while count.map({ done < $0 }) ?? true, done % 16 != 0 || processorSeconds() < end {
    let input = done < inputs.count ? inputs[done] : mutator.input()
    input.withUnsafeBufferPointer { daf_input($0.baseAddress, $0.count) }
    if let fault = target.run(input) {
      try? Data(input).write(to: URL(filePath: "crash-\(target.name)"))
      complain("\(target.name): \(fault); the input is in crash-\(target.name)")
      return nil
    }
    done += 1
  }
  return done
}

switch arguments.first {
case "fuzz" where arguments.count > 1:
  let targets = FuzzTarget.all.filter { arguments[1] == "all" || $0.name == arguments[1] }
  var total = 0
  var hasFailed = targets.isEmpty
  let seconds = option("seconds").flatMap(Double.init).map { $0 / Double(max(1, targets.count)) }
  let count = option("count").flatMap(Int.init)
  for target in targets {
    let began = processorSeconds()
    guard
      let done = fuzz(
        target, seconds: seconds ?? (count == nil ? 1 : nil), count: count,
        seed: option("seed").flatMap(UInt64.init) ?? 1)
    else {
      hasFailed = true
      continue
    }
    print("\(target.name): \(done) inputs in \(Int(processorSeconds() - began)) s of the processor")
    total += done
  }
  print("\(total) inputs in all")
  exit(hasFailed ? 1 : 0)
case "run" where arguments.count > 2:
  guard let target = FuzzTarget.all.first(where: { $0.name == arguments[1] }),
    let input = FileManager.default.contents(atPath: arguments[2])
  else { exit(2) }
  print(target.run(Array(input)) ?? "no fault")
case "grow":
  for file in arguments.dropFirst() {
    guard let source = FileManager.default.contents(atPath: file).map(Array.init) else { exit(2) }
    daf_count_from_here()
    let (article, findings) = ManuscriptReader.read(source, file: file)
    let linked = LinkedArticle(article, file: file)
    _ = ArticleCheck.findings(in: article, told: findings, source: source, file: file)
    _ = ArticleRenderer().render(linked)
    _ = CitedSource.all(in: linked)
    _ = SearchSegment(SearchableArticle(article, slug: "a", url: "a/"))
    daf_count_to_here(file)
  }
default:
  complain("daf-trial fuzz TARGET|all, run TARGET FILE, grow FILE…")
  exit(2)
}
