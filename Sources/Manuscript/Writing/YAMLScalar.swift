/// Writes scalars of YAML so that any reader of YAML gets the same text back.
struct YAMLScalar {
  private let text: String

  /// The scalar as it stands after `key: `.
  ///
  /// - Parameters:
  ///   - style: the style that is wanted; another is taken where the text does not allow it.
  ///   - quoting: whether a text that could be plain is quoted (dates and pages, which some readers
  ///     would take for other things than text).
  ///   - indent: the spaces before the lines of a block scalar.
  static func write(_ text: String, style: YAMLStyle?, quoting: Bool, indent: Int) -> String {
    let scalar = YAMLScalar(text: text)
    switch style {
    case .plain where scalar.isPlainInForm && !scalar.isNull: return text
    case .singleQuoted where scalar.canBeSingleQuoted: return scalar.singleQuoted
    case .doubleQuoted where scalar.isOneLine: return scalar.doubleQuoted
    case .literal where scalar.canBeLiteral: return scalar.literal(indent: indent)
    case .folded where scalar.canBeFolded: return scalar.folded(indent: indent)
    default: break
    }
    if !scalar.isOneLine, scalar.canBeLiteral { return scalar.literal(indent: indent) }
    if scalar.canBePlain, !quoting { return text }
    if text.utf8.contains(0x22), scalar.canBeSingleQuoted { return scalar.singleQuoted }
    return scalar.doubleQuoted
  }

  // MARK: - What a text allows

  /// Only characters that may stand in YAML as they are.
  private var isPrintable: Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x0A, 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD,
        0x10000...0x10FFFF:
        true
      default: false
      }
    }
  }

  private var isOneLine: Bool { !text.utf8.contains(0x0A) }

  private var canBeSingleQuoted: Bool { isPrintable && isOneLine }

  private var canBePlain: Bool { isPlainInForm && !isOtherThanText }

  private var isNull: Bool { ["~", "null", "Null", "NULL"].contains(text) }

  private var isPlainInForm: Bool {
    guard isPrintable, isOneLine, let first = text.utf8.first, let last = text.utf8.last else {
      return false
    }
    guard first != 0x20, last != 0x20, last != 0x3A else { return false }
    if Self.indicators.contains(first) { return false }
    if first == 0x2D || first == 0x3F || first == 0x3A {
      guard let second = text.utf8.dropFirst().first, second != 0x20 else { return false }
      if text.hasPrefix("---") { return false }
    }
    if text.hasPrefix("...") { return false }
    return !text.contains(": ") && !text.contains(" #")
  }

  /// Characters that begin something else than a plain scalar.
  private static let indicators = Set(",[]{}#&*!|>'\"%@`".utf8)

  /// Whether a reader of YAML 1.1 or 1.2 would take the text for a number, a date, a truth value or
  /// nothing.
  private var isOtherThanText: Bool {
    let lowered = text.lowercased()
    if [
      "~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", "=", "<<", ".nan", ".inf",
      "-.inf", "+.inf",
    ].contains(lowered) {
      return true
    }
    guard let first = text.utf8.first,
      (0x30...0x39).contains(first) || [0x2B, 0x2D, 0x2E].contains(first)
    else { return false }
    return text.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
        || [0x2B, 0x2D, 0x2E, 0x5F, 0x3A, 0x54, 0x5A, 0x78, 0x6F, 0x20].contains(byte)
    }
  }

  /// A block scalar keeps its lines; a first line that begins with a space would be taken for
  /// indentation, empty lines at the end would go.
  private var canBeLiteral: Bool {
    guard isPrintable, let first = text.utf8.first, let last = text.utf8.last else { return false }
    return first != 0x20 && first != 0x0A && last != 0x0A && last != 0x20
  }

  /// Folding joins lines but for those that begin with a space.
  private var canBeFolded: Bool {
    canBeLiteral
      && text.split(separator: "\n", omittingEmptySubsequences: false).allSatisfy { line in
        line.utf8.first != 0x20 && line.utf8.last != 0x20
      }
  }

  // MARK: - Forms

  private var singleQuoted: String { "'" + text.replacing("'", with: "''") + "'" }

  private var doubleQuoted: String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: quoted += "\\\""
      case 0x5C: quoted += "\\\\"
      case 0x0A: quoted += "\\n"
      case 0x09: quoted += "\\t"
      case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD,
        0x10000...0x10FFFF:
        quoted.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      }
    }
    return quoted + "\""
  }

  private func literal(indent: Int) -> String {
    "|-" + lines(indent: indent, text.split(separator: "\n", omittingEmptySubsequences: false))
  }

  private func folded(indent: Int) -> String {
    // Of a run of line breaks the first is folded away.
    let doubled = text.replacing(/\n+/) { "\n" + $0.output }
    return ">-"
      + lines(indent: indent, doubled.split(separator: "\n", omittingEmptySubsequences: false))
  }

  private func lines(indent: Int, _ lines: [Substring]) -> String {
    let margin = "\n" + String(repeating: " ", count: indent)
    return lines.map { $0.isEmpty ? "\n" : margin + $0 }.joined()
  }
}
