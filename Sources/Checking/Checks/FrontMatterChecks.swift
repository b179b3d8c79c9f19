import Manuscript

extension CheckedArticle {
  /// The language's tag, and identifiers with a check digit.
  mutating func checkFrontMatter() {
    let front = article.frontMatter
    let languages = [front.language] + front.translations.map(\.language)
    for tag in languages where !LanguageTags.isKnown(tag) {
      report(.unknownLanguage, .warning, at: place(ofValue: tag), ["value": tag])
    }
    for author in front.authors + front.translations.flatMap(\.authors) {
      if let orcid = author.orcid, !CheckDigits.isORCID(orcid) { reportIdentifier("orcid", orcid) }
      if let email = author.email, !Self.isAddress(email) { reportIdentifier("email", email) }
    }
    if let issn = front.citation?.issn, !CheckDigits.isISSN(issn) { reportIdentifier("issn", issn) }
    if let isbn = front.citation?.isbn, !CheckDigits.isISBN(isbn) { reportIdentifier("isbn", isbn) }
    if let doi = front.citation?.doi, !Self.isDOI(doi) { reportIdentifier("doi", doi) }
    // Whoever has so many has seen enough; each is looked for in the source.
    let unknown = front.ignoredChecks.filter { Finding.Kind(rawValue: $0) == nil }
    for kind in unknown.prefix(50) {
      report(.unknownCheck, .warning, at: place(ofValue: kind), ["value": kind])
    }
  }

  /// What catalogues cannot do without; a page of the editors' is in none.
  mutating func checkCatalogueFields() {
    guard !surroundings.isPage else { return }
    let front = article.frontMatter
    if front.authors.isEmpty { report(.missingAuthor, .notice, at: SourcePosition(line: 1)) }
    if front.date == nil { report(.missingDate, .notice, at: SourcePosition(line: 1)) }
  }

  private mutating func reportIdentifier(_ key: String, _ value: String) {
    report(
      .wrongIdentifier, .warning, at: place(ofValue: value), ["key": key, "value": value])
  }

  private mutating func place(ofValue value: String) -> SourcePosition {
    place(of: value, at: SourcePosition(line: 1))
  }

  private static func isAddress(_ email: String) -> Bool {
    let parts = email.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".")
      && !email.contains(where: \.isWhitespace)
  }

  /// `10.` with four digits or more, a slash and something after it, bare or as an address.
  private static func isDOI(_ text: String) -> Bool {
    var name = text[...]
    for prefix in ["https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "doi:"]
    where name.lowercased().hasPrefix(prefix) {
      name = name.dropFirst(prefix.count)
      break
    }
    guard name.hasPrefix("10."), let slash = name.firstIndex(of: "/") else { return false }
    let registrant = name[name.index(name.startIndex, offsetBy: 3)..<slash]
    return registrant.count >= 4 && registrant.allSatisfy { $0.isNumber || $0 == "." }
      && name.index(after: slash) < name.endIndex && !name.contains(where: \.isWhitespace)
  }
}

/// Identifiers that carry a check digit.
enum CheckDigits {
  /// ISO 7064 MOD 11-2 over the 16 characters of an ORCID iD.
  static func isORCID(_ text: String) -> Bool {
    let characters = text.split(separator: "/").last.map { Array($0.utf8) } ?? []
    let digits = characters.filter { $0 != 0x2D }
    guard digits.count == 16, let last = digits.last else { return false }
    var total = 0
    for digit in digits.dropLast() {
      guard let value = value(digit) else { return false }
      total = (total + value) * 2
    }
    return (12 - total % 11) % 11 == (last == 0x58 ? 10 : value(last) ?? -1)
  }

  /// ISO 3297: the weights 8 to 2, modulo 11.
  static func isISSN(_ text: String) -> Bool {
    let digits = text.utf8.filter { $0 != 0x2D }
    guard digits.count == 8 else { return false }
    return isMultiple(of: 11, digits, weights: Array((1...8).reversed()))
  }

  /// ISO 2108: ten digits modulo 11, or thirteen modulo 10.
  static func isISBN(_ text: String) -> Bool {
    let digits = text.utf8.filter { $0 != 0x2D && $0 != 0x20 }
    switch digits.count {
    case 10: return isMultiple(of: 11, digits, weights: Array((1...10).reversed()))
    case 13: return isMultiple(of: 10, digits, weights: (0..<13).map { $0 % 2 == 0 ? 1 : 3 })
    default: return false
    }
  }

  /// Whether the weighted digits are a multiple of a number; an X at the end is ten.
  private static func isMultiple(of number: Int, _ digits: [UInt8], weights: [Int]) -> Bool {
    var sum = 0
    for (index, digit) in digits.enumerated() {
      let isTen = index == digits.count - 1 && number == 11 && digit | 0x20 == 0x78
      guard let value = isTen ? 10 : value(digit) else { return false }
      sum += value * weights[index]
    }
    return sum % number == 0
  }

  private static func value(_ digit: UInt8) -> Int? {
    (0x30...0x39).contains(digit) ? Int(digit) - 0x30 : nil
  }
}

/// Tags of languages (BCP 47).
enum LanguageTags {
  /// Whether a tag is well formed and begins with a language that ISO 639-1 knows; of the
  /// languages with three letters every one is taken, they are thousands.
  static func isKnown(_ tag: String) -> Bool {
    guard LanguageTag.isWellFormed(tag) else { return false }
    let language = tag.prefix { $0 != "-" }.lowercased()
    return language.utf8.count == 3 || twoLetters.contains(language)
  }

  private static let twoLetters = Set(
    """
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da \
    de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz \
    ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln \
    lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi \
    pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti \
    tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
    """.split(separator: " ").map(String.init))
}
