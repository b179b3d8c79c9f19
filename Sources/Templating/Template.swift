/// A template as it was compiled: what to write, in order.
struct Template: Sendable {
  var name: String
  var nodes: [Node]

  /// A piece of a template.
  indirect enum Node: Sendable {
    case text(Literal)
    case variable(Key, isRaw: Bool)
    case section(Key, [Node])
    case inverted(Key, [Node])
    /// `{{>name}}`; the indentation is that of a tag that stands alone on its line.
    case partial(String, indentation: [UInt8], line: Int)
    /// `{{<name}}…{{/name}}` with the blocks that it fills.
    case parent(String, indentation: [UInt8], arguments: [String: [Node]], line: Int)
    /// `{{$name}}…{{/name}}` where a template that inherits may put something else; the indentation
    /// is given to each line of that.
    case block(String, [Node], indentation: [UInt8], startsLine: Bool)
  }

  /// Text of the template itself.
  struct Literal: Sendable {
    var bytes: [UInt8]
    /// The offsets in `bytes` at which a line of the template begins that has something on it: here
    /// goes the indentation of a partial or block that the line stands in.
    var lineStarts: [Int]
  }

  /// A name as written, `person.name`, taken apart at its dots; empty for `.`.
  struct Key: Sendable {
    var path: [String]
    var line: Int
    /// The key as written, for messages.
    var written: String { path.isEmpty ? "." : path.joined(separator: ".") }
  }
}
