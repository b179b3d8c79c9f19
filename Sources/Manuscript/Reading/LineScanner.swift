/// Looks at the bytes of a line: what stands where, as far as it must be known before cmark sees it.
struct LineScanner {
  let source: UnsafeBufferPointer<UInt8>

  /// A label `[^…]` that starts at an index: its text and the index of its closing bracket.
  func label(at start: Int, to end: Int) -> (text: String, end: Int)? {
    guard start + 3 < end, source[start] == 0x5B, source[start + 1] == 0x5E else { return nil }
    var index = start + 2
    while index < end, index - start < 200 {
      switch source[index] {
      case 0x5D:
        return index > start + 2 ? (text(start + 2, index), index) : nil
      case 0x00...0x20, 0x5B, 0x7C, 0x60, 0x3C, 0x3E, 0x5C: return nil
      case Sentinel.lead where Sentinel.starts(source, at: index): return nil
      default: index += 1
      }
    }
    return nil
  }

  func text(_ start: Int, _ end: Int) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: source[start..<end]), as: UTF8.self)
  }

  func has(_ prefix: StaticString, at start: Int, to end: Int) -> Bool {
    let count = prefix.utf8CodeUnitCount
    guard start + count <= end else { return false }
    for index in 0..<count where source[start + index] != prefix.utf8Start[index] { return false }
    return true
  }

  func find(_ bytes: [UInt8], from start: Int, to end: Int) -> Int? {
    var index = start
    while index + bytes.count <= end {
      if source[index] == bytes[0], source[index + 1] == bytes[1], source[index + 2] == bytes[2] {
        return index
      }
      index += 1
    }
    return nil
  }

  /// The index after a line's spaces and the marks of quotations and lists, and of notes if wanted.
  func afterContainers(from start: Int, to end: Int, takesLabel: Bool = false) -> Int {
    afterContainers(from: start, to: end, takesLabel: takesLabel, limit: .max).index
  }

  /// The same behind no more than so many marks; whether there are more.
  func afterContainers(
    from start: Int, to end: Int, takesLabel: Bool, limit: Int
  ) -> (index: Int, isMore: Bool) {
    var index = start
    var marks = 0
    while true {
      while index < end, source[index] == 0x20 || source[index] == 0x09 { index += 1 }
      guard let next = afterContainer(at: index, to: end, takesLabel: takesLabel) else {
        return (index, false)
      }
      if marks == limit { return (index, true) }
      marks += 1
      index = next
    }
  }

  /// The index after the mark of a quotation, an item or a note; `nil` where there is none.
  private func afterContainer(at index: Int, to end: Int, takesLabel: Bool) -> Int? {
    guard index < end else { return nil }
    if source[index] == 0x3E { return index + 1 }
    if takesLabel, let label = label(at: index, to: end), label.end + 1 < end,
      source[label.end + 1] == 0x3A
    {
      return label.end + 2
    }
    var after = index
    if source[index] == 0x2D || source[index] == 0x2B || source[index] == 0x2A {
      after += 1
    } else {
      while after < end, after - index < 9, (0x30...0x39).contains(source[after]) { after += 1 }
      guard after > index, after < end, source[after] == 0x2E || source[after] == 0x29 else {
        return nil
      }
      after += 1
    }
    return after < end && (source[after] == 0x20 || source[after] == 0x09) ? after : nil
  }

  // MARK: - Direction marks

  /// LRM, RLM, ALM, the embeddings, overrides and isolates, and the byte order mark.
  func isDirectionMark(at index: Int) -> Bool {
    switch (source[index], source[index + 1], source[index + 2]) {
    case (0xE2, 0x80, 0x8E...0x8F), (0xE2, 0x80, 0xAA...0xAE), (0xE2, 0x81, 0xA6...0xA9),
      (0xEF, 0xBB, 0xBF), (0xD8, 0x9C, _):
      true
    default: false
    }
  }

  /// Whether a sign that opens a block stands at an index.
  func opensBlock(at index: Int, to end: Int) -> Bool {
    guard index < end else { return false }
    switch source[index] {
    case 0x23:
      let after = source[index..<end].first { $0 != 0x23 }
      return after == nil || after == 0x20
    case 0x3E, 0x7C: return true
    case 0x60, 0x7E: return CodeFence(scanner: self, lineStart: index, from: index, to: end) != nil
    case 0x3C: return has("<!--", at: index, to: end)
    case 0x5B:
      guard let label = label(at: index, to: end), label.end + 1 < end else { return false }
      return source[label.end + 1] == 0x3A
    default: return afterContainers(from: index, to: end) > index
    }
  }
}
