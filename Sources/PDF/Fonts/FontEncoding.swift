/// The encoding of a simple font (ISO 32000-2, 9.6.5): a predefined one and what differs from it.
struct FontEncoding {
  /// `nil` where the font's own encoding is meant.
  private(set) var base: SimpleEncoding?
  /// Glyph names by code.
  private(set) var names: [Int: String] = [:]

  init(_ object: PDFObject?, objects: ObjectStore) {
    if let name = objects.name(object) {
      base = SimpleEncoding(rawValue: name)
      return
    }
    guard let entries = objects.dictionary(object) else { return }
    base = objects.name(entries["BaseEncoding"]).flatMap(SimpleEncoding.init)
    var code = 0
    for item in objects.array(entries["Differences"]) ?? [] {
      let item = objects.resolve(item)
      if let number = item.integer {
        code = number
      } else if let name = item.name {
        names[code] = name
        code += 1
      }
    }
  }
}

/// The widths of a font's glyphs, in thousandths of an em (of a Type 3 font in its own units).
enum FontWidths {
  static func simple(_ dictionary: [String: PDFObject], objects: ObjectStore) -> [UInt32: Double] {
    let first = objects.integer(dictionary["FirstChar"]) ?? 0
    var widths: [UInt32: Double] = [:]
    for (index, item) in (objects.array(dictionary["Widths"]) ?? []).prefix(256).enumerated() {
      if let code = UInt32(exactly: first + index), let width = objects.number(item) {
        widths[code] = width
      }
    }
    return widths
  }

  /// The `W` array of a CID font (9.7.4.3).
  static func composite(_ items: [PDFObject], objects: ObjectStore) -> [UInt32: Double] {
    var widths: [UInt32: Double] = [:]
    var index = 0
    while index + 1 < items.count {
      guard let first = objects.integer(items[index]).flatMap({ UInt32(exactly: $0) }) else {
        break
      }
      if let list = objects.array(items[index + 1]) {
        for (place, item) in list.prefix(1 << 16).enumerated() {
          widths[first &+ UInt32(place)] = objects.number(item)
        }
        index += 2
      } else {
        guard index + 2 < items.count,
          let last = objects.integer(items[index + 1]).flatMap({ UInt32(exactly: $0) }),
          let width = objects.number(items[index + 2]), last >= first
        else { break }
        for cid in first...min(last, first &+ 0xFFFF) { widths[cid] = width }
        index += 3
      }
    }
    return widths
  }
}
