/// What a template is given under a name.
public enum TemplateValue: Sendable, Equatable {
  /// Plain text; escaped where it is put into a page.
  case text(String)
  /// Finished HTML as UTF-8, made by the renderer; put into a page as it is.
  case markup([UInt8])
  case number(Int)
  case flag(Bool)
  case list([TemplateValue])
  case object([String: TemplateValue])
  /// A key that is known but has no value here. It renders as nothing, as a key that does not exist
  /// does, but is never reported as misspelled.
  case none

  /// Whether a section over the value is rendered: not for nothing, `false`, `0`, and empty text,
  /// markup and lists.
  public var isTruthy: Bool {
    switch self {
    case .none: false
    case .flag(let flag): flag
    case .number(let number): number != 0
    case .text(let text): !text.isEmpty
    case .markup(let bytes): !bytes.isEmpty
    case .list(let values): !values.isEmpty
    case .object: true
    }
  }

  /// Text, or `none` where there is no text.
  public static func text(orNone text: String?) -> TemplateValue {
    text.map { .text($0) } ?? .none
  }
}
