/// The usual lengths of fields, against which an article's are held.
struct FieldNorms: Sendable {
  private var sums = [Int](repeating: 0, count: SearchableArticle.Field.allCases.count)
  private var counts = [Int](repeating: 0, count: SearchableArticle.Field.allCases.count)

  /// Takes an article in.
  ///
  /// - Parameter lengths: the number of words in each field, by the field's raw value.
  mutating func add(_ lengths: [Int]) {
    for (field, length) in lengths.enumerated() where length > 0 {
      sums[field] += length
      counts[field] += 1
    }
  }

  /// What one occurrence in each field weighs in an article with some lengths of fields.
  func weights(_ lengths: [Int]) -> [Double] {
    SearchableArticle.Field.allCases.map { field in
      let place = Int(field.rawValue)
      let (weight, effect) = SearchWeights.field(field)
      let usual = counts[place] > 0 ? Double(sums[place]) / Double(counts[place]) : 1
      return weight / (1 - effect + effect * Double(lengths[place]) / max(1, usual))
    }
  }
}
