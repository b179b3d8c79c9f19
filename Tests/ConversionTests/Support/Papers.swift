import Foundation
import Manuscript

@testable import Conversion

/// Papers and helpers that several suites use.
enum Papers {
  /// A paper's lines as one page.
  static func pages(_ text: String) throws -> [Page] {
    try TextReader.read(Array(text.utf8)).pages
  }

  static func convert(_ text: String) throws -> Conversion {
    Converter().convert(try pages(text))
  }

  /// The text of the blocks of an article, each with a letter for its kind: `h`, `p`, `q`, `i` for
  /// an item, `f`.
  static func outline(_ text: String) throws -> [String] {
    outline(try convert(text).article.blocks)
  }

  static func outline(_ blocks: [Block]) -> [String] {
    blocks.flatMap { block -> [String] in
      switch block.content {
      case .heading(_, let inlines): ["h " + marked(inlines)]
      case .paragraph(let inlines): ["p " + marked(inlines)]
      case .quotation(let blocks): outline(blocks).map { "q " + $0.dropFirst(2) }
      case .list(let list):
        list.items.map { item in "i " + outline(item.blocks).map { $0.dropFirst(2) }.joined() }
      case .figure(let figure): ["f " + marked(figure.caption)]
      case .pageBreak(let number): ["| \(number ?? "")"]
      case .table, .code, .verse, .definitions, .box, .math, .thematicBreak: ["?"]
      }
    }
  }

  /// The text with note references and page breaks shown.
  static func marked(_ inlines: [Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .noteReference(let label): "[^\(label)]"
      case .pageBreak(let number): "|\(number ?? "")|"
      default: [inline].plainText
      }
    }.joined()
  }

  /// The text files of papers that are not part of the repository, if they are there.
  static func outside(_ folder: String) -> [URL] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let path = root.deletingLastPathComponent().appendingPathComponent("shared/\(folder)")
    let files =
      (try? FileManager.default.contentsOfDirectory(at: path, includingPropertiesForKeys: nil))
      ?? []
    return files.filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }
  }
}

/// A generator of random numbers that gives the same numbers for the same seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

/// What is lost between a source and the article's file, counted anew without the converter's own
/// account.
enum Loss {
  static func letters(_ source: [Page], _ conversion: Conversion) -> String {
    var article = conversion.article
    article.frontMatter.doubts = []
    var text = ManuscriptWriter.write(article)
    text.replace(/<!-- check:.*?-->/, with: "")
    var there = counts(text)
    for removal in conversion.removals { there.merge(counts(removal.text)) { $0 + $1 } }
    var lost = ""
    for line in source.flatMap(\.lines) {
      for scalar in Cleaning.clean(line.text).unicodeScalars where scalar.isLetterOrDigit {
        let key = key(scalar)
        if let left = there[key], left > 0 {
          there[key] = left - 1
        } else {
          lost.unicodeScalars.append(scalar)
        }
      }
    }
    return lost
  }

  private static func counts(_ text: String) -> [Unicode.Scalar: Int] {
    var counts: [Unicode.Scalar: Int] = [:]
    for scalar in text.unicodeScalars where scalar.isLetterOrDigit {
      counts[key(scalar), default: 0] += 1
    }
    return counts
  }

  private static func key(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard let value = scalar.digitValue else { return scalar }
    return Unicode.Scalar(UInt8(0x30 + value))
  }
}
