import Markup

/// The parts of a DOCX file, as elements with the prefixes that the standard itself uses (`w:`, `r:`,
/// `m:` …), whichever a file declares, in its transitional form and in its strict one.
struct WordPackage {
  let archive: ZipArchive
  let document: MarkupElement
  /// The folder of the main part: `word/`.
  private let folder: String
  /// The path of the main part.
  private let mainPart: String

  /// - Throws: `SourceFault` for what is no Word file, is damaged or too large.
  init(_ bytes: [UInt8]) throws(SourceFault) {
    let archive: ZipArchive
    do throws(ZipArchive.Fault) {
      archive = try ZipArchive(bytes)
    } catch {
      throw SourceFault(error)
    }
    let relations = try Self.part("_rels/.rels", in: archive)
    let main =
      relations?.all("Relationship").first { $0["Type"]?.hasSuffix("/officeDocument") == true }?[
        "Target"] ?? "word/document.xml"
    let mainPart = Self.resolved(main, from: "")
    let slash = mainPart.lastIndex(of: "/")
    self.archive = archive
    self.mainPart = mainPart
    folder = slash.map { String(mainPart[...$0]) } ?? ""
    guard let document = try Self.part(mainPart, in: archive) else {
      throw .damaged("word/document.xml")
    }
    self.document = document
  }

  /// A part beside the main one: `styles.xml`; `nil` where there is none.
  func part(_ name: String) throws(SourceFault) -> MarkupElement? {
    try Self.part(folder + name, in: archive)
  }

  /// The relations of a part: by their identifiers, where they lead.
  func relations(of name: String? = nil) throws(SourceFault) -> [String: WordRelation] {
    let path = name.map { folder + $0 } ?? mainPart
    let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    let file = "\(path[..<slash])_rels/\(path[slash...]).rels"
    var relations: [String: WordRelation] = [:]
    for relation in try Self.part(file, in: archive)?.all("Relationship") ?? [] {
      guard let id = relation["Id"], let target = relation["Target"] else { continue }
      let isOutside = relation["TargetMode"] == "External"
      relations[id] = WordRelation(
        target: isOutside ? target : Self.resolved(target, from: folder), isOutside: isOutside,
        kind: relation["Type"]?.split(separator: "/").last.map(String.init) ?? "")
    }
    return relations
  }

  /// A part by its whole path.
  func part(at path: String) throws(SourceFault) -> MarkupElement? {
    try Self.part(path, in: archive)
  }

  /// A file's bytes by its whole path.
  func file(at path: String) -> [UInt8]? { try? archive.file(path) }

  /// The bytes that a part of XML may have: the text of a very long book has a tenth of them.
  private static let partLimit = 64 << 20

  private static func part(
    _ path: String, in archive: ZipArchive
  ) throws(SourceFault) -> MarkupElement? {
    let bytes: [UInt8]?
    do throws(ZipArchive.Fault) {
      bytes = try archive.file(path, limit: partLimit)
    } catch {
      throw SourceFault(error)
    }
    guard let bytes else { return nil }
    do throws(MarkupReader.Fault) {
      return try MarkupReader.xml(bytes, prefixes: prefixes)
    } catch {
      throw SourceFault(error, part: path)
    }
  }

  /// A path as the archive has it, without `..` and without a slash at its start.
  private static func resolved(_ target: String, from folder: String) -> String {
    var parts = target.hasPrefix("/") ? [] : folder.split(separator: "/").map(String.init)
    for part in target.split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }

  private static let prefixes: [String: String] = {
    let transitional = "http://schemas.openxmlformats.org/"
    let strict = "http://purl.oclc.org/ooxml/"
    var prefixes = [
      transitional + "markup-compatibility/2006": "mc",
      transitional + "package/2006/relationships": "",
      "http://schemas.microsoft.com/office/word/2010/wordprocessingShape": "wps",
      "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup": "wpg",
      "urn:schemas-microsoft-com:vml": "v",
      "urn:schemas-microsoft-com:office:office": "o",
      "http://purl.org/dc/elements/1.1/": "dc",
    ]
    for (path, prefix) in [
      ("wordprocessingml", "w"), ("officeDocument/relationships", "r"),
      ("officeDocument/math", "m"),
      ("drawingml/main", "a"), ("drawingml/wordprocessingDrawing", "wp"),
      ("drawingml/chart", "c"), ("drawingml/diagram", "dgm"), ("drawingml/picture", "pic"),
    ] {
      let parts = path.split(separator: "/")
      let year = parts.count == 1 ? "\(parts[0])/2006/main" : "\(parts[0])/2006/\(parts[1])"
      prefixes[transitional + year] = prefix
      prefixes[strict + path] = prefix
    }
    prefixes[strict + "wordprocessingml/main"] = "w"
    return prefixes
  }()
}

/// Where a part leads.
struct WordRelation {
  /// A path in the archive, or an address.
  var target: String
  var isOutside: Bool
  /// The last word of the relation's type: `image`, `hyperlink`, `header`.
  var kind: String
}
