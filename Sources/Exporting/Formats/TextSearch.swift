/// Pieces of text found by their bytes. Swift's own functions of these names go from character to
/// character and take a hundred times as long, which counts over the entries of bibliographies.
extension String {
  /// Where a piece stands, from front to back, without overlaps.
  func ranges(of piece: String) -> [Range<Index>] {
    offsets(of: piece, most: .max).map { range(at: $0, piece) }
  }

  /// Where a piece stands first.
  func range(of piece: String) -> Range<Index>? {
    offsets(of: piece, most: 1).first.map { range(at: $0, piece) }
  }

  /// The text with another in the place of a piece, wherever it stands.
  func replacing(_ piece: String, with other: String) -> String {
    let places = ranges(of: piece)
    if places.isEmpty { return self }
    var result = ""
    var end = startIndex
    for place in places {
      result += self[end..<place.lowerBound]
      result += other
      end = place.upperBound
    }
    return result + self[end...]
  }

  private func range(at offset: Int, _ piece: String) -> Range<Index> {
    let start = utf8.index(startIndex, offsetBy: offset)
    return start..<utf8.index(start, offsetBy: piece.utf8.count)
  }

  /// - Parameter most: how many places are wanted.
  private func offsets(of piece: String, most: Int) -> [Int] {
    var (text, piece) = (self, piece)
    return text.withUTF8 { text in piece.withUTF8 { Self.offsets(of: $0, in: text, most: most) } }
  }

  private static func offsets(
    of piece: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, most: Int
  ) -> [Int] {
    guard let first = piece.first, piece.count <= text.count else { return [] }
    var found: [Int] = []
    var index = 0
    search: while index <= text.count - piece.count, found.count < most {
      guard text[index] == first else {
        index += 1
        continue
      }
      for place in 1..<piece.count where text[index + place] != piece[place] {
        index += 1
        continue search
      }
      found.append(index)
      index += piece.count
    }
    return found
  }
}
