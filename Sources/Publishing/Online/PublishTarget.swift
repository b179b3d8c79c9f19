import Manuscript

/// A place to which a site is published: an entry of `publish` in `publication.yaml`.
public struct PublishTarget: Equatable, Sendable {
  /// The publisher's own name for it.
  public var name: String
  /// The place as the publisher writes it.
  public var to = ""
  /// The address of the store's interface; `nil` for Amazon's own.
  public var endpoint: String?
  /// The store's region; `nil` where its own configuration says it.
  public var region: String?
  /// The packed copies beside the files: `gz`, `br`.
  public var packings: [String] = []

  public init(name: String) { self.name = name }

  /// What kind of place it is.
  enum Place: Equatable, Sendable {
    case folder(String)
    /// By ssh: a host, with a user or not, and a folder on it.
    case host(String, folder: String)
    /// A store that speaks S3: a bucket, and a folder in it without slashes at its ends.
    case store(bucket: String, folder: String)
  }

  /// The place; `nil` where `to` is none. A colon before the first slash parts a host from its
  /// folder, as rsync and scp have it.
  var place: Place? {
    guard to.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }) else { return nil }
    if to.hasPrefix("s3://") {
      let parts = to.dropFirst("s3://".count).split(separator: "/")
      guard let bucket = parts.first, bucket.allSatisfy(Self.isOfBucket) else { return nil }
      return .store(
        bucket: String(bucket), folder: parts.dropFirst().joined(separator: "/"))
    }
    // Other schemes, and what a program would take for an option.
    guard !to.isEmpty, !to.contains("://"), !to.hasPrefix("-") else { return nil }
    let beforeSlash = to.prefix { $0 != "/" }
    guard let colon = beforeSlash.firstIndex(of: ":") else { return .folder(to) }
    let folder = to[to.index(after: colon)...]
    guard colon != to.startIndex, !folder.isEmpty else { return nil }
    return .host(String(to[..<colon]), folder: String(folder))
  }

  private static func isOfBucket(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "-._".contains(character))
  }
}

extension PublishTarget {
  /// The members of an entry.
  static let fields: [SettingField<PublishTarget>] = [
    SettingField(
      FieldKey(
        "to", .text, en: "A folder, user@host:folder (by ssh), or s3://bucket/folder.",
        he: "תיקייה, user@host:folder (דרך ssh) או s3://bucket/folder.",
        ar: "مجلد، أو user@host:folder (عبر ssh)، أو s3://bucket/folder.",
        example: "editor@www.example.org:/srv/www/journal", checks: [.wrongTarget])
    ) { node, path, reader, target in target.to = reader.text(node, path) ?? "" },
    .text(
      FieldKey(
        "endpoint", .text, en: "The address of an S3 store that is not Amazon's.",
        he: "כתובת של מאגר S3 שאינו של Amazon.", ar: "عنوان مخزن S3 من غير Amazon.",
        example: "https://objects.example.org"),
      \.endpoint),
    .text(
      FieldKey(
        "region", .text, en: "The region of an S3 store.", he: "האזור של מאגר S3.",
        ar: "منطقة مخزن S3.", example: "eu-central-1"),
      \.region),
    SettingField(
      FieldKey(
        "packed", .list(.word(packingNames)),
        en: "Packed copies beside the files, for servers that hand them out (nginx: gzip_static).",
        he: "עותקים דחוסים לצד הקבצים, לשרתים שמגישים אותם (nginx: gzip_static).",
        ar: "نسخ مضغوطة إلى جانب الملفات للخوادم التي تقدّمها (nginx: gzip_static).",
        example: "[gz]", checks: [.unknownValue])
    ) { node, path, reader, target in
      target.packings = reader.names(node, path, packingNames).filter(packingNames.contains)
    },
  ]

  private static let packingNames = Packing.allCases.map(\.rawValue)
}
