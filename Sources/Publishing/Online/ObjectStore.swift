import Foundation

/// A store that speaks S3, by rclone. Keys and secrets are those that Amazon's programs use: of the
/// environment (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY) or of `~/.aws`.
struct ObjectStore: TargetStore {
  /// `daf:bucket/folder`.
  let there: String
  let rclone: TransferProgram

  init(_ target: PublishTarget, bucket: String, folder: String, scratch: String) {
    there = "\(Self.remote):\(bucket)" + (folder.isEmpty ? "" : "/" + folder)
    var settings = ["TYPE": "s3", "ENV_AUTH": "true", "NO_CHECK_BUCKET": "true"]
    settings["PROVIDER"] = target.endpoint == nil ? "AWS" : "Other"
    settings["ENDPOINT"] = target.endpoint
    settings["REGION"] = target.region
    let prefix = "RCLONE_CONFIG_\(Self.remote.uppercased())_"
    var environment = Dictionary(
      uniqueKeysWithValues: settings.map { (prefix + $0.key, $0.value) })
    // rclone fails where certificates are named as Amazon's programs have it; it has its own way.
    if let bundle = ProcessInfo.processInfo.environment[Self.certificates], !bundle.isEmpty {
      environment[Self.certificates] = ""
      environment["RCLONE_CA_CERT"] = bundle
    }
    rclone = TransferProgram(
      name: "rclone", place: target.to, scratch: scratch, environment: environment)
  }

  private static let certificates = "AWS_CA_BUNDLE"

  private static let remote = "daf"
  /// The user's own file of stores is not needed, and is not read.
  private static let always = ["--config=", "--retries=3", "--low-level-retries=3"]

  /// Status 3: there is no such folder; a store has none before it has a file.
  private static let absent: Int32 = 3

  func names() throws(PublishFault) -> [String] {
    let ended = try rclone.run(Self.always + ["lsf", there], passing: [Self.absent])
    return String(decoding: ended.output, as: UTF8.self).split(separator: "\n").map {
      String($0.hasSuffix("/") ? $0.dropLast() : $0)
    }
  }

  func read(_ path: String) throws(PublishFault) -> [UInt8] {
    try rclone.run(Self.always + ["cat", "\(there)/\(path)"]).output
  }

  /// A store says of a file what was said when it was sent: files of one media type and one time in
  /// caches go together.
  func send(_ paths: [String], from source: String) throws(PublishFault) {
    for (headers, paths) in Dictionary(grouping: paths, by: ServedHeaders.init)
      .sorted(by: { $0.key.mediaType < $1.key.mediaType })
    {
      let list = try PathList(paths, scratch: rclone.scratch)
      var said = ["Content-Type: \(headers.mediaType)", "Cache-Control: \(headers.caching)"]
      if let packing = headers.packing { said.append("Content-Encoding: \(packing)") }
      _ = try rclone.run(
        Self.always + [
          "copy", "--files-from-raw=\(list.file)", "--no-traverse", "--no-check-dest",
          "--ignore-times", source, there,
        ] + said.flatMap { ["--header-upload", $0] })
    }
  }

  func remove(_ paths: [String]) throws(PublishFault) {
    let list = try PathList(paths, scratch: rclone.scratch)
    _ = try rclone.run(
      Self.always + ["delete", "--files-from-raw=\(list.file)", "--no-traverse", there],
      passing: [Self.absent])
  }
}
