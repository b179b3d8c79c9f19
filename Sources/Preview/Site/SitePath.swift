/// A path inside the site, taken apart from a request's target.
package struct SitePath: Equatable, Sendable {
  /// The names from the site's folder on; none is empty, hidden, `.` or `..`.
  package var names: [String]
  /// Whether the target ended in a slash, as a folder's address does.
  var isFolder: Bool

  /// Reads a target such as `/articles/%D7%9E%D7%99%D7%9D/`.
  ///
  /// - Returns: `nil` for what no page of a site has: `..`, hidden names, bytes that are no UTF-8,
  ///   control characters, an encoded slash, an escape that is none.
  package init?(target: String) {
    let bytes = Array(target.utf8)
    guard bytes.first == UInt8(ascii: "/"), bytes.count <= 4096 else { return nil }
    var names: [String] = []
    for part in bytes.split(separator: UInt8(ascii: "/")) {
      guard let name = Self.decoded(part), !name.hasPrefix(".") else { return nil }
      names.append(name)
    }
    self.names = names
    isFolder = bytes.last == UInt8(ascii: "/")
  }

  /// The path as seen from a folder above it; `nil` where it is not below that folder, or that is
  /// the site's own.
  func below(_ folder: SitePath?) -> SitePath? {
    guard let folder, !folder.names.isEmpty, names.starts(with: folder.names) else { return nil }
    var path = self
    path.names.removeFirst(folder.names.count)
    if path.names.isEmpty { path.isFolder = true }
    return path
  }

  /// The target that leads here, percent-encoded.
  package var target: String {
    "/" + names.map(Self.encoded).joined(separator: "/") + (isFolder && !names.isEmpty ? "/" : "")
  }

  private static func decoded(_ part: ArraySlice<UInt8>) -> String? {
    var bytes: [UInt8] = []
    var rest = part
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit)
      else { return nil }
      bytes.append(high << 4 | low)
    }
    let isPlain = bytes.allSatisfy { byte in
      byte >= 0x20 && byte != 0x7F && byte != UInt8(ascii: "/") && byte != UInt8(ascii: "\\")
    }
    return isPlain ? String(validating: bytes, as: UTF8.self) : nil
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    Character(Unicode.Scalar(byte)).hexDigitValue.map(UInt8.init)
  }

  private static func encoded(_ name: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        bytes.append(byte)
      default:
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
