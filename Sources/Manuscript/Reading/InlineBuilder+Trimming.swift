extension InlineBuilder {
  /// Takes away the spaces at a block's ends, which removed comments leave.
  static func trim(_ inlines: inout [Inline]) {
    while let last = inlines.last {
      switch last {
      case .text(let text):
        let kept = text.utf8.reversed().drop { $0 == 0x20 || $0 == 0x09 }.count
        if kept == text.utf8.count { return trimStart(&inlines) }
        inlines.removeLast()
        let rest = String(decoding: text.utf8.prefix(kept), as: UTF8.self)
        if kept > 0 { inlines.append(.text(rest)) }
      case .softBreak, .lineBreak: inlines.removeLast()
      default: return trimStart(&inlines)
      }
    }
  }

  private static func trimStart(_ inlines: inout [Inline]) {
    while let first = inlines.first {
      switch first {
      case .text(let text):
        let rest = text.utf8.drop { $0 == 0x20 || $0 == 0x09 }
        if rest.count == text.utf8.count { return }
        inlines.removeFirst()
        if !rest.isEmpty { inlines.insert(.text(String(decoding: rest, as: UTF8.self)), at: 0) }
      case .softBreak, .lineBreak: inlines.removeFirst()
      default: return
      }
    }
  }
}
