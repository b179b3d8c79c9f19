import Foundation
import Orthography

/// Letters with vowel signs that were put out on a line of their own above the line that has a gap
/// for them (pdftotext): `جُ` above `وقد معت`, `مً` above `عا ا`.
///
/// A typesetter draws such a letter and its sign higher than the line. Each is put where it makes a word
/// that is far more usual than the pieces around the gap; what fits nowhere stays where it stands.
struct StrayLetters {
  private let lexicon: any Lexicon

  init(lexicon: any Lexicon) { self.lexicon = lexicon }

  /// The lines of a page with stray letters in their words. A line that held nothing else is gone, its
  /// number with the line below.
  func restored(_ page: Page) -> Page {
    var lines = page.lines
    var index = 0
    while index < lines.count {
      guard let strays = strays(lines[index]) else {
        index += 1
        continue
      }
      // Several such lines may stand above the line that they belong to.
      var host = index + 1
      while host < lines.count, self.strays(lines[host]) != nil || isEmpty(lines[host]) {
        host += 1
      }
      guard host < lines.count else { break }
      var rest: [[Unicode.Scalar]] = []
      for word in strays {
        if let text = filled([Unicode.Scalar](lines[host].text), with: word) {
          lines[host].text = text.text
        } else {
          rest.append(word)
        }
      }
      if rest.isEmpty {
        lines[host].furtherNumbers += [lines[index].number] + lines[index].furtherNumbers
        lines.remove(at: index)
      } else {
        lines[index].text = Array(rest.joined(separator: [" "])).text
        index += 1
      }
    }
    return Page(lines: lines)
  }

  private func isEmpty(_ line: Line) -> Bool { line.text.unicodeScalars.allSatisfy { $0 == " " } }

  /// The words of a line that holds letters with signs, and at most a number beside them.
  private func strays(_ line: Line) -> [[Unicode.Scalar]]? {
    guard line.text.utf8.count < 40 else { return nil }
    let words = [Unicode.Scalar](line.text).split(separator: " ").map(Array.init)
    guard words.contains(where: isStray),
      words.allSatisfy({ isStray($0) || $0.allSatisfy { Kind($0) == .digit } })
    else { return nil }
    return words
  }

  private func isStray(_ word: [Unicode.Scalar]) -> Bool {
    let letters = word.count { Script($0) == .arabic && Kind($0) == .right }
    let signs = word.count { Kind($0) == .mark }
    return letters == 1 && signs > 0 && letters + signs == word.count
  }

  /// With which of the pieces on either side of a gap a letter makes a word.
  private static let ways: [(left: Bool, right: Bool)] = [
    (true, true), (false, true), (true, false),
  ]

  /// The line with a stray letter at the gap where it makes the most of a word.
  private func filled(
    _ line: [Unicode.Scalar], with stray: [Unicode.Scalar]
  ) -> [Unicode.Scalar]? {
    guard isStray(stray) else { return nil }
    let letter = stray.filter { Kind($0) == .right }
    let piece = letter + stray.filter { Kind($0) == .mark }
    var best: (text: [Unicode.Scalar], gain: Double)?
    for space in line.indices where line[space] == " " {
      let before = Array(line[..<space].reversed().prefix { isWord($0) }.reversed())
      let after = Array(line[(space + 1)...].prefix { isWord($0) })
      for way in Self.ways {
        let whole = (way.left ? before : []) + letter + (way.right ? after : [])
        guard frequency(whole) > 1e-8 else { continue }
        let words: [[Unicode.Scalar]] = [way.left ? [] : before, whole, way.right ? [] : after]
        let gain = usualness(words) - usualness([before, after])
        let least = way.left && way.right ? 4.0 : 1
        guard gain > best?.gain ?? least else { continue }
        var text = Array(line[..<space])
        if !way.left { text.append(" ") }
        text += piece
        if !way.right { text.append(" ") }
        text += line[(space + 1)...]
        best = (text, gain)
      }
    }
    return best?.text
  }

  private func isWord(_ scalar: Unicode.Scalar) -> Bool {
    Kind(scalar) == .mark || Kind(scalar) == .right
  }

  /// How usual words are side by side, in decimal orders of magnitude.
  private func usualness(_ words: [[Unicode.Scalar]]) -> Double {
    words.filter { !$0.isEmpty }.reduce(0) { $0 + log10(max(1e-9, frequency($1))) }
  }

  private func frequency(_ word: [Unicode.Scalar]) -> Double {
    let letters = SplitWords.letters(word)
    // A list's single letters come from abbreviations and misprints.
    if letters.count == 1, letters != ["و"] { return 1e-8 }
    return lexicon.frequency(of: letters.text) ?? 0
  }
}
