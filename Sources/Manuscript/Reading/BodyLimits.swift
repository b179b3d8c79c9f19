/// What a body may ask of a reader (docs/limits.md). Markdown lets a few bytes stand for many, or for
/// work that grows with their square; beyond these limits the signs are text, no word is lost, and a
/// finding says so.
struct BodyLimits {
  /// Quotations and lists that begin in one line, in one another.
  static let containers = 100
  /// Pictures (`![`) in one paragraph: cmark looks through all that are open at every bracket.
  static let pictures = 100
  /// How many times its length a body may grow by references (`[a]`) to definitions (`[a]: …`).
  static let growth = 20
  /// A shorter body may grow as this one.
  private static let shortest = 10_000

  /// The places of definitions whose references would make too much of the body: where their
  /// brackets open. The brackets that could be references are counted once; to how many of them a
  /// definition answers is not looked up.
  let refusedDefinitions: Set<Int>

  init(_ source: UnsafeBufferPointer<UInt8>, _ scanner: LineScanner) {
    var brackets = 0
    /// Where each definition's bracket opens, and how many bytes stand for a reference to it; `nil`
    /// as long as it goes on.
    var definitions: [(place: Int, start: Int, weight: Int?)] = []
    var lineStart = 0
    /// A title may go on over lines, up to an empty one or the next definition.
    func close(at end: Int) {
      guard let last = definitions.indices.last, definitions[last].weight == nil else { return }
      definitions[last].weight = end - definitions[last].start
    }
    for index in 0...source.count {
      guard index == source.count || source[index] == 0x0A || source[index] == 0x0D else {
        if source[index] == 0x5B { brackets += 1 }
        continue
      }
      let content = scanner.afterContainers(from: lineStart, to: index)
      if content == index {
        close(at: lineStart)
      } else if source[content] == 0x5B, content + 1 < index, source[content + 1] != 0x5E,
        let bracket = Self.bracket(in: source, content..<index), bracket + 1 < index,
        source[bracket + 1] == 0x3A
      {
        close(at: lineStart)
        if let weight = Self.weight(in: source, (bracket + 2)..<index) {
          definitions.append((content, bracket, weight))
        }
      }
      lineStart = index + 1
    }
    close(at: source.count)
    guard !definitions.isEmpty else {
      refusedDefinitions = []
      return
    }
    let room = Self.growth * max(source.count, Self.shortest)
    refusedDefinitions = Set(
      definitions.compactMap { ($0.weight ?? 0) * brackets > room ? $0.place : nil })
  }

  /// How many bytes the address behind a label has; the inner `nil` where more belongs to it, a title
  /// or the lines below; `nil` where the line is none of a definition.
  private static func weight(
    in source: UnsafeBufferPointer<UInt8>, _ rest: Range<Int>
  ) -> Int?? {
    func isSpace(_ index: Int) -> Bool { source[index] == 0x20 || source[index] == 0x09 }
    guard let start = rest.first(where: { !isSpace($0) }) else { return .some(nil) }
    let end = (start..<rest.upperBound).first(where: isSpace) ?? rest.upperBound
    guard let title = (end..<rest.upperBound).first(where: { !isSpace($0) }) else {
      return end - start
    }
    return [0x22, 0x27, 0x28].contains(source[title]) ? .some(nil) : .none
  }

  /// The bracket that closes a definition's label.
  private static func bracket(
    in source: UnsafeBufferPointer<UInt8>, _ line: Range<Int>
  ) -> Int? {
    var index = line.lowerBound + 1
    while index < line.upperBound {
      switch source[index] {
      case 0x5C: index += 2
      case 0x5D: return index
      case 0x5B: return nil
      default: index += 1
      }
    }
    return nil
  }
}
