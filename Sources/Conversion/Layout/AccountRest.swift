extension Account {
  /// The letters and digits of a line that are not among those of what was made of it.
  static func rest(of line: Scalars, without made: Scalars) -> Scalars {
    var letters = Marker.removed(from: line).filter(\.isLetterOrDigit)
    for scalar in made where scalar.isLetterOrDigit {
      if let place = letters.firstIndex(of: scalar) { letters.remove(at: place) }
    }
    return letters
  }
}
