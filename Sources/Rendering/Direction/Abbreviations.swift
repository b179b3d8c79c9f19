import Orthography

/// Full stops that belong to a Latin word rather than to the sentence round it, and words of
/// references.
enum Abbreviations {
  /// Whether the full stop at an index is an abbreviation's: after a single letter (initials,
  /// `U.S.`, `Ph.D.`), and after the short forms of scholarly references.
  static func isStop(_ reader: PieceReader, at stop: Int) -> Bool {
    let index = stop - 1
    guard reader.kind(index) == .latin else { return false }
    let letters = reader.text(index)
    let number = number(after: stop, reader)
    if letters.count == 1 {
      // An initial follows another full stop or a comma (U.S., Smith, J.), or stands before a name;
      // the letter of "vitamin C." follows a word and ends the sentence. A small letter before a
      // number is short for a word (c. 1200), a capital for a collection (K. 622).
      let before = reader.kind(index - 1) == .space ? index - 2 : index - 1
      if let number, reader.kind(before) != .punctuation {
        return letters.first.map { $0 >= 0x61 } ?? false || refers(number, reader)
      }
      if reader.kind(before) == .punctuation { return true }
      let isFirst =
        reader.kind(index - 1) == .space || reader.kind(index - 1) == nil
        || reader.kind(index - 1) == .opening
      return isFirst && reader.kind(stop + 1) == .space && reader.kind(stop + 2) == .latin
    }
    let folded = Array(letters.map { $0 | 0x20 })
    if letters.count <= 6, known.contains(folded) { return true }
    if reader.kind(stop + 1) == .space, reader.kind(stop + 2) == .opening, isLocator(letters) {
      // Eq. (5).
      return reader.kind(stop + 3) == .digits
    }
    guard let number else { return false }
    if books.contains(folded) || collections.contains(folded) || isShortened(letters) {
      return true
    }
    // Tac. Hist. 5.5, Vat. gr. 1209: any short word with its stop before a number that is no year and
    // counts nothing; a sentence seldom begins with digits.
    guard letters.count <= 6, !isAcronym(letters) else { return false }
    if letters.allSatisfy({ $0 >= 0x61 }), reader.sign(index - 2) == 0x2E { return true }
    return refers(number, reader)
  }

  /// Whether a number is one of a place in a work or a collection: no year, no share, no count.
  private static func refers(_ number: Int, _ reader: PieceReader) -> Bool {
    let hasParts =
      [0x2E, 0x3A].contains(reader.sign(number + 1)) && reader.kind(number + 2) == .digits
    let end = hasParts ? number + 3 : number + 1
    guard reader.kind(end) != .unit, hasParts || !isYear(reader.text(number)) else { return false }
    return !CountedWords.follow(reader, end, isWhole: !hasParts)
  }

  private static func isYear(_ digits: ArraySlice<UInt8>) -> Bool {
    digits.count == 4 && (digits.first == 0x31 || digits.starts(with: [0x32, 0x30]))
  }

  private static func isAcronym(_ letters: ArraySlice<UInt8>) -> Bool {
    letters.count >= 3 && letters.allSatisfy { $0 < 0x61 }
  }

  /// Whether a word has a capital and no vowel, as only short forms have: `Mk. 4`, `Pl. 7`.
  private static func isShortened(_ letters: ArraySlice<UInt8>) -> Bool {
    guard letters.count <= 4, let first = letters.first, first < 0x61 else { return false }
    return letters.dropFirst().allSatisfy { $0 >= 0x61 }
      && letters.allSatisfy { !"aeiouy".utf8.contains($0 | 0x20) }
  }

  private static func number(after stop: Int, _ reader: PieceReader) -> Int? {
    let next = reader.kind(stop + 1) == .space ? stop + 2 : stop + 1
    return reader.kind(next) == .digits ? next : nil
  }

  /// Whether a word is one that a number follows in a reference: `p`, `vol`.
  static func isLocator(_ letters: ArraySlice<UInt8>) -> Bool {
    letters.count <= 6 && locators.contains(Array(letters.map { $0 | 0x20 }))
  }

  /// Whether a word stands for a work named before.
  static func isIbidem(_ letters: [UInt8]) -> Bool {
    ["ibid", "cit", "idem", "loc"].contains(String(decoding: letters, as: UTF8.self).lowercased())
  }

  /// Whether a word is a book of which there are several by number: `1 Kings`.
  static func isNumberedBook(_ letters: [UInt8]) -> Bool {
    numbered.contains(Array(letters.map { $0 | 0x20 }))
  }

  /// Whether a word is a prefix, which with a hyphen stands for a whole word: `pre-`, `anti-`.
  static func isPrefix(_ letters: ArraySlice<UInt8>) -> Bool {
    letters.count <= 6 && prefixes.contains(Array(letters))
  }

  private static let prefixes = words(
    "anti auto bi bio co counter de dis eco ex extra geo hyper hypo inter intra macro mega meso meta"
      + " micro mid mini mono multi neo non over para poly post pre pro proto pseudo quasi re self semi"
      + " socio sub super supra trans tri ultra un under")

  private static func words(_ text: String) -> Set<[UInt8]> {
    Set(text.split(separator: " ").map { Array($0.utf8) })
  }

  /// Words for pages and volumes of the languages in Latin letters, and the short words for parts.
  private static let locators = words(
    "no nos ch chap fig figs fol fols f ff art sec par para n nn ed l ll v vv c ca nr abb isbn issn doi"
      + " eq tab table col cols cf r "
      + Languages.all.filter { $0.script == .latin }
      .flatMap { $0.reference.pages + $0.reference.volumes }
      .joined(separator: " ").lowercased())

  private static let known = words(
    "al ibid cit ed eds vol vols no nos pp ch chap fig figs trans etc vs cf dr mr mrs ms st inc ltd co"
      + " corp jr sr prof dept univ rev seq ff esp viz vulg syr targ approx ca bd hg hrsg nr art sec par fol fols jan"
      + " feb apr aug sept oct nov dec")

  /// Short names of the books of the Bible (The SBL Handbook of Style, 8.3).
  private static let books = words(
    "gen exod lev num deut josh judg sam kgs chr neh esth ps pss prov eccl qoh cant isa jer lam ezek"
      + " dan hos obad mic nah hab zeph hag zech mal matt rom cor gal eph phil col thess tim phlm heb jas"
      + " pet rev tob jdt wis sir bar macc")

  /// Short names of collections of manuscripts, finds and works, whose numbers may look like years.
  private static let collections = words(
    "add arc cat cod codd gr hebr heb hs hss inv lat mss op opp or ostr pap suppl")

  private static let numbered = words(
    "sam samuel kgs kings chr chronicles cor corinthians thess thessalonians tim timothy pet peter"
      + " john macc maccabees esd esdras")
}
