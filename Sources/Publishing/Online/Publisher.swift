import Glibc
import Manuscript

/// Publishes a site to a target, and takes a publish back.
public struct Publisher: Sendable {
  public let target: PublishTarget
  private let store: any TargetStore
  private let kept: KeptSites
  /// For what is made on the way.
  private let scratch: String

  /// What came of a publish.
  public struct Report: Sendable {
    /// By what the publish is known.
    public var name: String
    /// The paths in the order in which they were sent, and removed.
    public var sent: [String]
    public var removed: [String]
  }

  /// - Parameters:
  ///   - target: where to; a folder is one of the publication's unless it is an absolute path.
  ///   - folder: the publication's.
  ///   - own: the folders that the site is made from and made in.
  /// - Throws: `PublishFault` where the target is no place for a site.
  public init(
    _ target: PublishTarget, publication folder: String, own: [String]
  ) throws(PublishFault) {
    self.target = target
    let shelf = "\(folder)/.daf/published/\(Slug.make(of: target.name))"
    kept = KeptSites(folder: shelf)
    scratch = "\(shelf)/.scratch"
    switch target.place {
    case .folder(let path):
      let path = path.hasPrefix("/") ? path : "\(folder)/\(path)"
      guard !own.contains(where: { Self.overlap(path, $0) }) else {
        throw PublishFault(
          .wrongTarget, "publication.yaml",
          ["key": "publish.\(target.name).to", "value": target.to])
      }
      store = FolderStore(folder: path)
    case .host(let host, let folder):
      store = HostStore(host: host, folder: folder, scratch: scratch)
    case .store(let bucket, let folder):
      store = ObjectStore(target, bucket: bucket, folder: folder, scratch: scratch)
    case nil:
      throw PublishFault(
        .wrongTarget, "publication.yaml", ["key": "publish.\(target.name).to", "value": target.to])
    }
  }

  /// Whether one folder is the other or lies in it.
  private static func overlap(_ one: String, _ other: String) -> Bool {
    func whole(_ path: String) -> String {
      // What is not there yet is known by what it will lie in.
      var (existing, rest) = (path.hasPrefix("/") ? path : "./" + path, "")
      while Files.resolved(existing) == nil, let parent = Files.parent(of: existing) {
        rest = existing.dropFirst(parent.count) + rest
        existing = parent
      }
      return (Files.resolved(existing) ?? existing) + rest + "/"
    }
    return whole(one).hasPrefix(whole(other)) || whole(other).hasPrefix(whole(one))
  }

  /// The names of the publishes to this place that can be published again, the newest last.
  public var keptNames: [String] { isElsewhere ? [] : kept.names }

  /// The place as it is kept: what `to` says, and whose store it is.
  private var placeName: String {
    [target.endpoint, target.to].compactMap { $0 }.joined(separator: " ")
  }

  /// Whether what is kept was published to another place, which the target named then.
  private var isElsewhere: Bool { kept.place.map { $0 != placeName } ?? false }

  /// Publishes a site.
  ///
  /// - Parameters:
  ///   - site: its folder.
  ///   - isTrial: whether nothing is to be sent.
  ///   - isAmongOthers: whether it may stand among files that Daf did not publish.
  /// - Returns: what was sent, or would be.
  public func publish(
    _ site: String, isTrial: Bool = false, isAmongOthers: Bool = false
  ) throws(PublishFault) -> Report {
    try withScratch { () throws(PublishFault) in
      let before = try listed(isAmongOthers: isAmongOthers)
      let name = kept.newName()
      let names = Array((kept(of: before) + [name]).suffix(PublishedList.length))
      let plan = PublishPlan(from: before, to: try hashes(of: site), names: names)
      // What stands there already is known by the name that it has.
      let standing = plan.isEmpty ? before.names.last : nil
      if !isTrial, !plan.isEmpty {
        try keeping { () throws(FileFault) in try kept.keep(site, as: name) }
        try carryOut(plan, from: kept.path(of: name))
        try keeping { () throws(FileFault) in try kept.enter(names, of: placeName) }
      }
      return report(plan, standing ?? name)
    }
  }

  /// Publishes again what was published before.
  ///
  /// - Parameter wanted: its name; `nil` for the one before that which stands.
  /// - Throws: `PublishFault` where nothing is kept, or what is kept was published to another place.
  public func takeBack(to wanted: String?, isTrial: Bool = false) throws(PublishFault) -> Report {
    try withScratch { () throws(PublishFault) in
      let before = try listed(isAmongOthers: true)
      let all = kept(of: before)
      if all.isEmpty, !kept.names.isEmpty {
        throw PublishFault(
          .keptElsewhere, target.to,
          [
            "target": target.name, "known": kept.names.joined(separator: ", "),
            "place": kept.place ?? "",
          ])
      }
      let earlier = all.last == before.names.last ? all.dropLast() : all[...]
      guard let name = wanted ?? earlier.last, let place = all.firstIndex(of: name) else {
        throw PublishFault(
          .nothingKept, target.to,
          ["known": all.isEmpty ? "–" : all.joined(separator: ", ")])
      }
      let names = Array(all[...place])
      let plan = PublishPlan(
        from: before, to: try hashes(of: kept.path(of: name)), names: names)
      if !isTrial {
        if !plan.isEmpty { try carryOut(plan, from: kept.path(of: name)) }
        try keeping { () throws(FileFault) in try kept.enter(names, of: placeName) }
      }
      return report(plan, name)
    }
  }

  /// The names of what is kept of a place. A site that was moved has the list of its publishes with it.
  private func kept(of before: PublishedList) -> [String] {
    let all = kept.names
    return isElsewhere && !before.names.contains(where: all.contains) ? [] : all
  }

  private func report(_ plan: PublishPlan, _ name: String) -> Report {
    Report(name: name, sent: plan.steps.flatMap { $0 }, removed: plan.removals.flatMap { $0 })
  }

  // MARK: - Steps

  /// What the target holds by its own list.
  private func listed(isAmongOthers: Bool) throws(PublishFault) -> PublishedList {
    let names = try store.names()
    if names.contains(PublishedList.path),
      let list = PublishedList(try store.read(PublishedList.path))
    {
      return list
    }
    let others = names.filter { $0 != PublishedList.path }
    guard others.isEmpty || isAmongOthers else {
      let some = others.prefix(3).joined(separator: ", ") + (others.count > 3 ? ", …" : "")
      throw PublishFault(.foreignTarget, target.to, ["files": some])
    }
    return PublishedList()
  }

  /// The hashes of a site's files, and of the packed copies that the target wants beside them: a copy
  /// is another when its file is.
  private func hashes(of site: String) throws(PublishFault) -> [String: String] {
    do throws(FileFault) {
      var hashes: [String: String] = [:]
      for path in try Files.treeAll(site) where path != OutputFolder.mark {
        let bytes = try Files.read("\(site)/\(path)")
        let hash = "\(ContentHash.hexadecimal(of: bytes))-\(bytes.count)"
        hashes[path] = hash
        for packing in target.packings where Packing.isWorth(path) {
          hashes["\(path).\(packing)"] = "\(hash)-\(packing)"
        }
      }
      return hashes
    } catch {
      throw PublishFault(error)
    }
  }

  private func carryOut(_ plan: PublishPlan, from site: String) throws(PublishFault) {
    try send(plan.meanwhile)
    for paths in plan.steps {
      let packed = Set(paths.filter { Files.facts("\(site)/\($0)") == nil })
      let plain = paths.filter { !packed.contains($0) }
      if !plain.isEmpty { try store.send(plain, from: site) }
      try send(packed: packed.sorted(), of: site)
    }
    for paths in plan.removals { try store.remove(paths) }
    try send(plan.after)
  }

  private func send(_ list: PublishedList) throws(PublishFault) {
    try keeping { () throws(FileFault) in
      try Files.replace("\(scratch)/\(PublishedList.path)", list.bytes)
    }
    try store.send([PublishedList.path], from: scratch)
  }

  private func send(packed paths: [String], of site: String) throws(PublishFault) {
    guard !paths.isEmpty else { return }
    let folder = "\(scratch)/packed"
    try keeping { () throws(FileFault) in
      try Files.removeTree(folder)
      for path in paths {
        let plain = Packing.plain(path)
        let bytes = try Files.read("\(site)/\(plain)")
        let packing = Packing(rawValue: String(path.dropFirst(plain.count + 1)))
        guard let packed = packing?.pack(bytes) else { throw FileFault(path, ENOMEM) }
        try Files.replace("\(folder)/\(path)", packed)
      }
    }
    try store.send(paths, from: folder)
  }

  private func keeping(_ work: () throws(FileFault) -> Void) throws(PublishFault) {
    do throws(FileFault) { try work() } catch { throw PublishFault(error) }
  }

  private func withScratch(
    _ work: () throws(PublishFault) -> Report
  ) throws(PublishFault) -> Report {
    try keeping { () throws(FileFault) in
      try Files.removeTree(scratch)
      try Files.makeFolders(scratch)
    }
    defer { try? Files.removeTree(scratch) }
    return try work()
  }
}
