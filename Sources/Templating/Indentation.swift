/// The white space at the start of lines, as blocks and their arguments have it.
///
/// An argument is written with the indentation of the place that it fills, not with its own: its own,
/// that of its first line, is taken off each line first (Mustache specification, "Block
/// reindentation").
enum Indentation {
  /// The white space before the first thing on the first line of nodes; `nil` where they do not
  /// begin with a line.
  static func intrinsic(of nodes: [Template.Node]) -> [UInt8]? {
    for node in nodes {
      switch node {
      case .text(let literal):
        guard let start = literal.lineStarts.first else {
          if literal.bytes.isEmpty { continue }
          return nil
        }
        return Array(literal.bytes[start...].prefix(while: TemplateLexer.isSpace))
      case .partial(_, let indentation, _), .parent(_, let indentation, _, _),
        .block(_, _, let indentation, startsLine: true):
        return indentation
      default: return nil
      }
    }
    return nil
  }

  /// The nodes without the indentation of their first line.
  static func removingIntrinsic(from nodes: [Template.Node]) -> [Template.Node] {
    guard let indentation = intrinsic(of: nodes), !indentation.isEmpty else { return nodes }
    return nodes.map { removing(indentation, from: $0) }
  }

  private static func removing(
    _ indentation: [UInt8], from node: Template.Node
  ) -> Template.Node {
    func shortened(_ own: [UInt8]) -> [UInt8] {
      own.starts(with: indentation) ? Array(own.dropFirst(indentation.count)) : own
    }
    func inside(_ nodes: [Template.Node]) -> [Template.Node] {
      nodes.map { removing(indentation, from: $0) }
    }
    switch node {
    case .text(let literal): return .text(removing(indentation, from: literal))
    case .variable: return node
    case .section(let key, let nodes): return .section(key, inside(nodes))
    case .inverted(let key, let nodes): return .inverted(key, inside(nodes))
    case .partial(let name, let own, let line):
      return .partial(name, indentation: shortened(own), line: line)
    case .parent(let name, let own, let arguments, let line):
      return .parent(name, indentation: shortened(own), arguments: arguments, line: line)
    case .block(let name, let nodes, let own, let startsLine):
      return .block(
        name, inside(nodes), indentation: shortened(own), startsLine: startsLine)
    }
  }

  private static func removing(
    _ indentation: [UInt8], from literal: Template.Literal
  ) -> Template.Literal {
    var result = Template.Literal(bytes: [], lineStarts: [])
    var position = 0
    for start in literal.lineStarts {
      result.bytes += literal.bytes[position..<start]
      result.lineStarts.append(result.bytes.count)
      let isIndented = literal.bytes[start...].starts(with: indentation)
      position = isIndented ? start + indentation.count : start
    }
    result.bytes += literal.bytes[position...]
    return result
  }
}
