/// A way in which a paper can have its notes: where they stand, and how they are counted.
struct NotePlan: Hashable {
  enum Place: String {
    /// At the foot of each page, to its end.
    case foot
    /// At the foot of each column: text may go on below them on the same page.
    case column
    /// All together after the text.
    case end
  }

  enum Counting: String {
    case through
    /// From one on each page.
    case anew
  }

  enum Labels: String {
    case numbers
    case signs
  }

  var place: Place
  var counting: Counting
  var labels: Labels

  var name: String { "\(place.rawValue)-\(counting.rawValue)-\(labels.rawValue)" }

  /// The plans that are weighed against one another; notes at the end are never counted anew.
  static let all: [NotePlan] = [
    NotePlan(place: .foot, counting: .through, labels: .numbers),
    NotePlan(place: .end, counting: .through, labels: .numbers),
    NotePlan(place: .column, counting: .through, labels: .numbers),
    NotePlan(place: .foot, counting: .anew, labels: .numbers),
    NotePlan(place: .column, counting: .anew, labels: .numbers),
    NotePlan(place: .foot, counting: .through, labels: .signs),
    NotePlan(place: .foot, counting: .anew, labels: .signs),
    NotePlan(place: .end, counting: .through, labels: .signs),
  ]

  /// The number of the first label.
  var first: Int { labels == .signs ? NoteSign.first : 1 }
}
