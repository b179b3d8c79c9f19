/// The words that one text has in the place of another's: all between what is the same at both ends.
struct WordChange: Equatable {
  var was: String
  var now: String

  init?(_ before: String, _ after: String) {
    let (old, new) = (before.split(separator: " "), after.split(separator: " "))
    var head = 0
    while head < min(old.count, new.count), old[head] == new[head] { head += 1 }
    var end = 0
    while end < min(old.count, new.count) - head,
      old[old.count - 1 - end] == new[new.count - 1 - end]
    {
      end += 1
    }
    guard old.count + new.count > 2 * (head + end) else { return nil }
    was = old[head..<(old.count - end)].joined(separator: " ")
    now = new[head..<(new.count - end)].joined(separator: " ")
  }

  /// Whether the words that were wrong are such that elsewhere they mean the same: they hold signs
  /// that no sound text has beside one another. Words alone may be right elsewhere.
  var isTelling: Bool {
    was.count { $0.isLetter } > 3 && !Spots.all(in: was).isEmpty && Spots.all(in: now).isEmpty
  }
}
