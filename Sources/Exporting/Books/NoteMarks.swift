import Markup

/// The marks of notes with letters and signs in a Word file.
///
/// pandoc numbers all notes. A mark of the author's own (ECMA-376, 17.11.14, `customMarkFollows`)
/// stands in the place of the number, and such notes are not counted.
enum NoteMarks {
  /// - Parameters:
  ///   - marks: for each note in the order of the text its mark, `nil` where it is counted.
  ///   - file: as pandoc made it; given back as it is where nothing is to be done.
  static func put(_ marks: [String?], into file: [UInt8]) -> [UInt8] {
    guard marks.contains(where: { $0 != nil }), let archive = try? Markup.ZipArchive(file),
      let text = try? archive.file("word/document.xml"),
      let notes = try? archive.file("word/footnotes.xml")
    else { return file }
    var document = String(decoding: text, as: UTF8.self)
    var footnotes = String(decoding: notes, as: UTF8.self)
    var rest = document.startIndex
    for mark in marks {
      let sign = "<w:footnoteReference w:id=\""
      guard let place = document[rest...].firstRange(of: sign) else { break }
      rest = place.upperBound
      guard let mark else { continue }
      let id = String(document[place.upperBound...].prefix { $0.isNumber })
      var escaped = XMLWriter(declared: false)
      escaped.text(mark)
      let shown = "<w:t>" + String(decoding: escaped.bytes, as: UTF8.self) + "</w:t>"
      guard let end = document[place.upperBound...].firstRange(of: "/>"),
        let note = footnotes.firstRange(of: "<w:footnote w:id=\"\(id)\">"),
        let number = footnotes[note.upperBound...].firstRange(of: "<w:footnoteRef />")
      else { continue }
      let offset = document.utf8.distance(from: document.startIndex, to: end.upperBound)
      document.replaceSubrange(
        place.lowerBound..<end.upperBound,
        with: "<w:footnoteReference w:customMarkFollows=\"1\" w:id=\"\(id)\" />" + shown)
      footnotes.replaceSubrange(number, with: shown)
      rest = document.utf8.index(document.startIndex, offsetBy: offset)
    }
    var result = ZipArchive()
    for name in archive.names {
      switch name {
      case "word/document.xml": result.add(name, Array(document.utf8))
      case "word/footnotes.xml": result.add(name, Array(footnotes.utf8))
      default:
        guard let content = try? archive.file(name) else { return file }
        result.add(name, content)
      }
    }
    return result.finished
  }
}
