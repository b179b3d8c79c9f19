extension BlockBuilder {
  /// What a comment stands for that `BodyPreparation` put in the place of a fence or a formula.
  func part(hiddenIn html: UnsafeBufferPointer<UInt8>, _ position: SourcePosition) -> Part? {
    var start = 0
    while start < html.count, html[start] == 0x20 { start += 1 }
    let open = Array("<!--".utf8)
    guard html[start...].starts(with: open),
      let (number, end) = Sentinel.number(in: html, at: start + open.count), number < pieces.count,
      html[end...].starts(with: Array("-->".utf8))
    else { return nil }
    switch pieces[number].kind {
    case .fence(let fence): return .fence(fence, position)
    case .formula(let tex, _): return .block(Block(.math(tex), position: position))
    default: return nil
    }
  }

  /// The parts, with a box for what stands between two fences.
  mutating func boxed(_ parts: [Part]) -> [Part] {
    guard parts.contains(where: { if case .fence = $0 { true } else { false } }) else {
      return parts
    }
    var open: [(kind: String, position: SourcePosition, parts: [Part])] = [("", .none, [])]
    func close(_ box: (kind: String, position: SourcePosition, parts: [Part])) -> Part {
      .block(
        Block(.box(Box(kind: box.kind, blocks: joined(box.parts))), position: box.position))
    }
    for part in parts {
      switch part {
      case .fence(.opens(let kind), let position):
        if open.count <= Self.depthLimit {
          open.append((kind, position, []))
        } else {
          report(.nestedTooDeep, position)
        }
      case .fence(.closes, let position):
        guard open.count > 1, let box = open.popLast() else {
          report(.strayBoxEnd, position)
          continue
        }
        open[open.count - 1].parts.append(close(box))
      default: open[open.count - 1].parts.append(part)
      }
    }
    while open.count > 1, let box = open.popLast() {
      report(.unclosedBox, box.position)
      open[open.count - 1].parts.append(close(box))
    }
    return open[0].parts
  }

  /// Puts `: …` where it belongs: into the table above it as its caption, or under the line above it
  /// as a definition; else it is a paragraph that begins with a colon.
  static func append(
    colon inlines: [Inline], _ doubts: [String], _ position: SourcePosition,
    to blocks: inout [Block]
  ) {
    let last = blocks.count - 1
    switch blocks.last?.content {
    case .table(var table)? where table.caption.isEmpty && table.attributes == ObjectAttributes():
      var inlines = inlines
      table.attributes = BlockSign.takeAttributes(&inlines)
      table.caption = BlockSign.settled(inlines)
      blocks[last].content = .table(table)
    case .definitions(var definitions)?:
      definitions[definitions.count - 1].meanings.append(BlockSign.settled(inlines))
      blocks[last].content = .definitions(definitions)
    case .paragraph(let term)? where !term.isEmpty && !term.contains(where: \.isBreak):
      let definition = Definition(
        term: term, meanings: [BlockSign.settled(inlines)], position: blocks[last].position)
      let moved = blocks.removeLast().doubts
      if case .definitions(let earlier)? = blocks.last?.content {
        blocks[last - 1].content = .definitions(earlier + [definition])
        blocks[last - 1].doubts += moved
      } else {
        blocks.append(
          Block(.definitions([definition]), doubts: moved, position: definition.position))
      }
    default:
      var text = BlockSign.settled([BlockSign.colon.inline] + inlines)
      InlineBuilder.trim(&text)
      blocks.append(Block(.paragraph(text), position: position))
    }
    blocks[blocks.count - 1].doubts += doubts
  }
}

extension Inline {
  fileprivate var isBreak: Bool {
    switch self {
    case .softBreak, .lineBreak: true
    default: false
    }
  }
}
