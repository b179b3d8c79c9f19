/// A value of a YAML document, with its place in the file.
public struct YAMLNode: Sendable {
  /// What a value is.
  public indirect enum Content: Sendable {
    case scalar(String, YAMLStyle)
    case sequence([YAMLNode])
    /// In the order of the file; keys are scalars and stand once each.
    case mapping([(key: YAMLNode, value: YAMLNode)])
  }

  public var content: Content
  public var position: SourcePosition

  /// The text of a scalar; `nil` for lists, mappings and YAML's null.
  public var text: String? {
    guard case .scalar(let text, let style) = content else { return nil }
    return style == .plain && ["", "~", "null", "Null", "NULL"].contains(text) ? nil : text
  }

  /// Whether the value is YAML's null.
  public var isNull: Bool {
    if case .scalar = content { text == nil } else { false }
  }
}

/// How a scalar is written.
public enum YAMLStyle: Sendable {
  case plain
  case singleQuoted
  case doubleQuoted
  /// `|-`
  case literal
  /// `>-`
  case folded
}
