import Manuscript
import Search

/// What a build leaves for the next.
extension SiteBuilder {
  mutating func recordFile(_ path: String) {
    record.inputs[path] = .some(Files.facts(path))
  }

  /// Enters a folder with all that is in it.
  mutating func recordTree(_ folder: String) throws(FileFault) {
    recordFile(folder)
    for path in try Files.treeAll(folder) {
      var path = "\(folder)/\(path)"
      while path != folder, record.inputs[path] == nil {
        recordFile(path)
        guard let parent = Files.parent(of: path) else { break }
        path = parent
      }
    }
  }

  /// Moves away what lies in the site's folder and was made by no build, and tells where to, before
  /// the folder is replaced.
  mutating func sweep(_ output: OutputFolder) throws(FileFault) {
    // The record of this very build's kind was read when it began.
    guard Files.isFolder(output.path), let cache, let made = last?.outputs ?? cache.lastOutputs,
      let own = Files.parent(of: cache.folder)
    else { return }
    for path in try Files.treeAll(output.path).sorted()
    where made[path] == nil && !output.has(path)
      // The parts of indexes of before are on no list.
      && !path.hasPrefix("\(IndexFile.folder)/")
    {
      let place = "\(own)/removed/\(path)"
      report.findings.append(
        Finding(
          .strayOutput, .warning, file: "\(plan.output)/\(path)", facts: ["place": place]))
      if let parent = Files.parent(of: place) { try Files.makeFolders(parent) }
      try Files.removeTree(place)
      try Files.link("\(output.path)/\(path)", place)
      try Files.removeTree("\(output.path)/\(path)")
    }
  }

  /// - Parameter isWhole: whether every program that was asked has done its work.
  mutating func keepRecord(
    _ written: SiteWriter.Written, _ output: String, isWhole: Bool
  ) {
    record.units = written.units
    if !plan.makesSearchIndex { record.units["search"] = last?.units["search"] }
    record.report = report
    for (path, facts) in written.lookups { record.inputs[path] = facts }
    var paths = Set(written.paths)
    paths.insert(OutputFolder.mark)
    for path in written.paths {
      var path = path
      while let parent = Files.parent(of: path), paths.insert(parent).inserted { path = parent }
    }
    paths.insert("")
    let all = paths.sorted()
    let facts = Parallel.map(all.count, threads: plan.threads) {
      Files.facts("\(output)/\(all[$0])")
    }
    for (path, facts) in zip(all, facts) { record.outputs[path] = facts }
    // A dictionary that is there and did not answer may answer the next time.
    let hasFailed =
      plan.makesSearchIndex && report.searchDictionary == nil
      && plan.dictionary.map { Files.facts($0) != nil } ?? false
    if hasFailed { record.units["search"] = nil }
    if !isWhole { record.units = [:] }
    if isWhole, !hasFailed { cache?.put(record) }
  }
}
