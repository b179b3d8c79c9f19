import Manuscript

/// What the editors say of a volume, in `Articles/volumes/NUMBER.yaml`.
public struct VolumeNote: Sendable {
  /// The picture of its cover, in the same folder; Daf draws one unless given.
  public var cover: String?
  public var editors: [String] = []
  /// When it appeared; the newest article's date unless said.
  public var date: PartialDate?
  public var introduction = LocalizedText()

  /// The cover's file, where it was taken: its name and its bytes.
  var coverFile: PictureTaker.File?

  /// The keys of the file.
  public static var keys: [FieldKey] { fields.map(\.key) }

  static let fields: [SettingField<VolumeNote>] = [
    .text(
      FieldKey(
        "cover", .text,
        en: "The picture of its cover, in Articles/volumes; three parts wide, four high.",
        he: "תמונת השער, מתוך Articles/volumes; ביחס של שלושה לרוחב על ארבעה לגובה.",
        ar: "صورة الغلاف من Articles/volumes، بنسبة ثلاثة عرضًا إلى أربعة ارتفاعًا.",
        example: "7.jpg", checks: [.missingFile, .refusedFile]),
      \.cover),
    SettingField(
      FieldKey(
        "editors", .list(.text), en: "Who edited it.", he: "עורכי הכרך.", ar: "محررو المجلد.",
        example: "[Dana Levi]")
    ) { node, path, reader, note in note.editors = reader.texts(node, path) },
    SettingField(
      FieldKey(
        "date", .date, en: "When it appeared; as its newest article unless said.",
        he: "מועד הופעתו; כמאמר החדש שבו אם לא נאמר אחרת.",
        ar: "تاريخ صدوره، وهو تاريخ أحدث مقالاته ما لم يُذكر غيره.", example: "2026-05",
        checks: [.wrongDate])
    ) { node, path, reader, note in note.date = reader.date(node, path) },
    .localized(
      FieldKey(
        "introduction", .localized, en: "What stands above its contents.",
        he: "מה שעומד מעל תוכן העניינים שלו.", ar: "ما يتقدم فهرسه.",
        example: "Papers of the spring meeting."),
      \.introduction),
  ]

  /// The folder of the files, in Articles.
  static let folder = "volumes"
}

extension SiteBuilder {
  /// What the editors say of the volumes, by the volumes' addresses.
  mutating func readVolumes(of catalogue: Catalogue) -> [String: VolumeNote] {
    let (folder, name) = (
      "\(plan.articles)/\(VolumeNote.folder)", "\(plan.articlesName)/\(VolumeNote.folder)"
    )
    recordFile(folder)
    guard let entries = try? Files.list(folder) else { return [:] }
    var notes: [String: VolumeNote] = [:]
    for entry in entries where entry.kind == .file {
      recordFile("\(folder)/\(entry.name)")
      guard entry.name.hasSuffix(".yaml") else { continue }
      let file = "\(name)/\(entry.name)"
      let number = String(entry.name.dropLast(".yaml".count))
      guard catalogue.volumes.contains(where: { $0.slug == Slug.make(of: number) }) else {
        fail(Finding(.unknownVolume, .warning, file: file, facts: ["value": number]))
        continue
      }
      do throws(FileFault) {
        var (note, findings) = PublicationReader.readVolume(
          try Files.read("\(folder)/\(entry.name)", limit: ArticleFolders.largestText), file: file)
        report.findings += findings
        if let cover = note.cover {
          let pictures = PictureTaker(files: ArticleFiles(folder: folder), file: file)
          if pictures.take(cover) != nil { note.coverFile = pictures.takeFile(cover) }
          report.findings += pictures.result.findings
        }
        notes[Slug.make(of: number)] = note
      } catch {
        fail(.unreadable(file, error))
      }
    }
    return notes
  }
}
