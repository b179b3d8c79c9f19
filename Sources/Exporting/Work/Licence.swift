/// Licences by their SPDX names.
public enum Licence {
  /// The name as readers know it, and the address of its text where that is known.
  public static func parts(_ licence: String) -> (name: String, address: String?) {
    let upper = licence.uppercased()
    if upper == "CC0-1.0" {
      return ("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/")
    }
    let parts = upper.split(separator: "-")
    if parts.count >= 3, parts[0] == "CC", let version = parts.last, version.contains(".") {
      let terms = parts[1..<(parts.count - 1)]
      let known: Set<Substring> = ["BY", "NC", "SA", "ND"]
      if terms.first == "BY", terms.allSatisfy(known.contains) {
        let path = terms.joined(separator: "-").lowercased()
        return (
          "CC \(terms.joined(separator: "-")) \(version)",
          "https://creativecommons.org/licenses/\(path)/\(version)/"
        )
      }
    }
    let isAddress =
      licence.hasPrefix("https://")
      && licence.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F }
    return (licence, isAddress ? licence : nil)
  }
}
