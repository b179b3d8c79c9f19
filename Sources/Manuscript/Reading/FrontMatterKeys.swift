/// What an unknown name of front matter or settings was probably meant to be.
public enum FrontMatterKeys {
  /// Names that other programs use for ours.
  private static let synonyms = [
    "language": "lang", "locale": "lang", "tags": "keywords", "categories": "keywords",
    "summary": "abstract", "description": "abstract", "funding": "acknowledgements",
    "thanks": "acknowledgements", "journal": "container-title", "number": "issue",
    "pages": "page", "firstpage": "page", "permalink": "slug", "address": "slug",
    "rights": "licence", "copyright": "licence", "weight": "order", "institution": "affiliation",
    "bio": "note", "lastmod": "updated", "surname": "family", "link": "url",
    "place":
      "publisher-place",
  ]

  /// The known name that is nearest to an unknown one: a synonym, or one that at most a third of
  /// its letters part from it.
  public static func nearest(to name: String, among known: [String]) -> String? {
    let lowered = name.lowercased().replacing("_", with: "-")
    if let synonym = synonyms[lowered], known.contains(synonym) { return synonym }
    guard lowered.utf8.count <= 40 else { return nil }
    let ranked = known.map { (name: $0, distance: distance(lowered, $0)) }
    guard let best = ranked.min(by: { $0.distance < $1.distance }),
      best.distance <= max(1, best.name.utf8.count / 3)
    else { return nil }
    return best.name
  }

  /// The number of letters to put in, take out, change or swap with their neighbour (optimal string
  /// alignment).
  static func distance(_ left: String, _ right: String) -> Int {
    let left = Array(left.unicodeScalars)
    let right = Array(right.unicodeScalars)
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for i in 0..<left.count {
      var row = [i + 1]
      for j in 0..<right.count {
        var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (left[i] == right[j] ? 0 : 1))
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          best = min(best, beforeLast[j - 1] + 1)
        }
        row.append(best)
      }
      beforeLast = last
      last = row
    }
    return last[right.count]
  }
}
