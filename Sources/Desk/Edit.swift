/// A change of a sheet that can be taken back: what was taken out and what was put in.
public struct Edit: Codable, Equatable, Sendable {
  /// One after another; each counts its place in the sheet that those before it have left.
  public var splices: [Splice] = []
  /// The front matter before and after, where it changes.
  public var front: Change?
  /// What was done, for the list of steps: `kind`, `text`, `join`.
  public var name: String

  public struct Splice: Codable, Equatable, Sendable {
    public var at: Int
    public var removed: [Piece]
    public var inserted: [Piece]
  }

  public struct Change: Codable, Equatable, Sendable {
    public var before: String
    public var after: String
  }

  init(_ name: String) { self.name = name }

  /// The edit that takes this one back.
  public var inverse: Edit {
    var edit = Edit(name)
    edit.splices = splices.reversed().map {
      Splice(at: $0.at, removed: $0.inserted, inserted: $0.removed)
    }
    edit.front = front.map { Change(before: $0.after, after: $0.before) }
    return edit
  }

  var isEmpty: Bool { splices.allSatisfy { $0.removed == $0.inserted } && front == nil }
}

extension Sheet {
  /// Makes a change.
  ///
  /// - Returns: whether the sheet was the one that the change was made for; if not, it stays.
  mutating func apply(_ edit: Edit) -> Bool {
    var sheet = self
    for splice in edit.splices {
      let end = splice.at + splice.removed.count
      guard splice.at >= 0, end <= sheet.pieces.count,
        Array(sheet.pieces[splice.at..<end]) == splice.removed
      else { return false }
      sheet.pieces.replaceSubrange(splice.at..<end, with: splice.inserted)
    }
    if let change = edit.front {
      guard sheet.front == change.before else { return false }
      sheet.front = change.after
    }
    self = sheet
    return true
  }
}
