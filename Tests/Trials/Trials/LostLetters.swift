import Conversion
import Manuscript

/// The letters and digits of a paper that are neither in the file of its article nor removed by name:
/// counted here anew, for the converter's own account may be wrong as well.
enum LostLetters {
  static func of(_ pages: [Page], in conversion: Conversion) -> String {
    var article = conversion.article
    article.frontMatter.doubts = []
    var kept: [Unicode.Scalar: Int] = [:]
    for text in [own(ManuscriptWriter.write(article))] + conversion.removals.map(\.text) {
      for scalar in text.unicodeScalars { kept[key(scalar), default: 0] += 1 }
    }
    var lost = ""
    for line in pages.flatMap(\.lines) {
      for scalar in Cleaning.clean(line.text).unicodeScalars where isCounted(scalar) {
        kept[key(scalar), default: 0] -= 1
        if kept[key(scalar), default: 0] < 0 { lost.unicodeScalars.append(scalar) }
      }
    }
    return lost
  }

  /// A file without the converter's remarks.
  private static func own(_ file: String) -> String {
    var own = ""
    var rest = file[...]
    while let remark = rest.firstRange(of: "<!-- check:") {
      own += rest[..<remark.lowerBound]
      let end = rest[remark.upperBound...].firstRange(of: "-->")?.upperBound
      rest = rest[(end ?? rest.endIndex)...]
    }
    return own + rest
  }

  private static func isCounted(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal
  }

  /// Digits of all scripts count by their value, as the article writes labels in European ones.
  private static func key(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    scalar.properties.numericType == .decimal
      ? Unicode.Scalar(UInt8(0x30 + (scalar.properties.numericValue ?? 0))) : scalar
  }
}
