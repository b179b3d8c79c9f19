/// How wide a figure or table stands on a page that has room beside its text.
public enum ObjectWidth: String, CaseIterable, Sendable {
  /// As wide as the text.
  case text
  /// Into the margin.
  case wide
  /// Over the whole margin.
  case full
}

/// What stands in braces behind a picture or a table's caption, as Pandoc writes attributes:
/// `{#fig-map .wide}`.
public struct ObjectAttributes: Equatable, Sendable {
  /// The name by which the text refers to the figure or table; one that has a name is numbered.
  public var name: String?

  /// The width that the editor chose; `nil` where it follows from what is shown.
  public var width: ObjectWidth?

  public init(name: String? = nil, width: ObjectWidth? = nil) {
    self.name = name
    self.width = width
  }

  /// As it is written; empty where nothing is said.
  var source: String {
    let parts = [name.map { "#\($0)" }, width.map { ".\($0.rawValue)" }].compactMap { $0 }
    return parts.isEmpty ? "" : "{\(parts.joined(separator: " "))}"
  }
}

extension LineSigns {
  /// The attributes that stand in braces at an index, each at most once, and the index behind them.
  static func attributes<Bytes: RandomAccessCollection>(
    in bytes: Bytes, at start: Int, to end: Int
  ) -> (attributes: ObjectAttributes, end: Int)? where Bytes.Element == UInt8, Bytes.Index == Int {
    guard start < end, bytes[start] == 0x7B else { return nil }
    var attributes = ObjectAttributes()
    var index = start + 1
    while index < end, bytes[index] != 0x7D {
      switch bytes[index] {
      case 0x20 where index > start + 1:
        index += 1
        continue
      case 0x23 where attributes.name == nil:
        guard let name = named(bytes, index + 1, end) else { return nil }
        attributes.name = String(decoding: bytes[name], as: UTF8.self)
        index = name.upperBound
      case 0x2E where attributes.width == nil:
        let word = bytes[(index + 1)..<end].prefix { (0x61...0x7A).contains($0) }
        guard let width = ObjectWidth(rawValue: String(decoding: word, as: UTF8.self)) else {
          return nil
        }
        attributes.width = width
        index = word.endIndex
      default: return nil
      }
      guard index < end, bytes[index] == 0x20 || bytes[index] == 0x7D else { return nil }
    }
    guard index < end, attributes != ObjectAttributes() else { return nil }
    return (attributes, index + 1)
  }
}
