import Manuscript

/// Where an article's cross-references stand.
///
/// They are gathered from the tree that is written, so that no way back leads to a place that the
/// page does not have.
struct CitingPlaces: Visitor {
  private var places: [String: [String]] = [:]

  /// For each anchor that is cited, the identifiers of the places that cite it, body before notes.
  static func find(in article: Article) -> [String: [String]] {
    var places = CitingPlaces()
    article.accept(&places)
    return places.places
  }

  mutating func visit(_ inline: Inline) -> Descent {
    switch inline {
    case .crossReference(let reference):
      places[reference.target, default: []].append(reference.id)
      return .past
    // What a picture is called is an attribute, in which nothing leads anywhere.
    case .image: return .past
    default: return .inside
    }
  }
}
