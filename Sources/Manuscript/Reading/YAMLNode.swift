/// A value of a YAML document, with its place in the file.
struct YAMLNode {
  indirect enum Content {
    case scalar(String, YAMLStyle)
    case sequence([YAMLNode])
    /// In the order of the file; keys are scalars and stand once each.
    case mapping([(key: YAMLNode, value: YAMLNode)])
  }

  var content: Content
  var position: SourcePosition

  /// The text of a scalar; `nil` for lists, mappings and YAML's null.
  var text: String? {
    guard case .scalar(let text, let style) = content else { return nil }
    return style == .plain && ["", "~", "null", "Null", "NULL"].contains(text) ? nil : text
  }

  var isNull: Bool {
    if case .scalar = content { text == nil } else { false }
  }
}

/// How a scalar is written.
enum YAMLStyle: Sendable {
  case plain
  case singleQuoted
  case doubleQuoted
  /// `|-`
  case literal
  /// `>-`
  case folded
}
