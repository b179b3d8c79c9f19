/// Puts right the sections of text (`<![CDATA[…]]>`) of an export in which a text holds the end of a
/// section itself: a script that was pasted, or an example. Some writers of exports keep it as it
/// stands, and the file is no XML then.
enum BrokenSections {
  private static let (opening, closing) = (Array("<![CDATA[".utf8), Array("]]>".utf8))

  /// The same export with every section whole: a section that fills an element goes on up to the
  /// closing mark behind which this element's end stands, or another section. `nil` where nothing is
  /// to be put right.
  static func whole(_ bytes: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    var copied = 0
    var place = 0
    while let start = find(opening, in: bytes, from: place) {
      place = start + opening.count
      guard let name = element(before: start, in: bytes) else { continue }
      var end = find(closing, in: bytes, from: place)
      while let close = end {
        let after = close + closing.count
        let isEnd =
          bytes[after...].starts(with: opening)
          || bytes[after...].drop { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
            .starts(with: Array("</".utf8) + name)
        if isEnd {
          place = after
          break
        }
        result += bytes[copied..<close]
        result += "]]]]><![CDATA[>".utf8
        copied = after
        end = find(closing, in: bytes, from: close + 1)
      }
      if end == nil { return nil }
    }
    return copied == 0 ? nil : result + bytes[copied...]
  }

  private static func find(_ mark: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    bytes[start...].firstRange(of: mark)?.lowerBound
  }

  /// The name of the element whose opening tag ends directly before a place.
  private static func element(before place: Int, in bytes: [UInt8]) -> ArraySlice<UInt8>? {
    let before = bytes[..<place]
    guard before.last == UInt8(ascii: ">"), let open = before.lastIndex(of: UInt8(ascii: "<"))
    else { return nil }
    let name = before[(open + 1)...].prefix { $0 != 0x20 && $0 != UInt8(ascii: ">") }
    guard let first = name.first, first != UInt8(ascii: "/"), first != UInt8(ascii: "!") else {
      return nil
    }
    return name
  }
}
