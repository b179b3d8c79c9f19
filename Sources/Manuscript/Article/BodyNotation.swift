/// How a body was written where the format leaves a choice, so that it can be written so again.
///
/// It says nothing about the article: two articles that differ in it only are equal.
public struct BodyNotation: Equatable, Sendable {
  /// The sign of emphasis: `*` or `_`.
  public var emphasis: Character

  public init(emphasis: Character = "*") { self.emphasis = emphasis }

  public static func == (left: BodyNotation, right: BodyNotation) -> Bool { true }

  /// The sign that more words of a body begin with.
  init(ofBody bytes: [UInt8]) {
    var stars = 0
    var underscores = 0
    for index in bytes.indices where bytes[index] == 0x2A || bytes[index] == 0x5F {
      let sign = bytes[index]
      let before = index > 0 ? bytes[index - 1] : 0x20
      let after = index + 1 < bytes.count ? bytes[index + 1] : 0x20
      guard before != sign, after != sign, after != 0x20, after != 0x0A else { continue }
      if sign == 0x2A { stars += 1 } else if before < 0x30 { underscores += 1 }
    }
    self.init(emphasis: underscores > stars / 2 ? "_" : "*")
  }
}
