import Manuscript

/// The width that follows from what a figure or table shows, where its editor chose none.
extension ObjectWidth {
  /// A picture is let out that has the pixels for it and is much wider than high: in the text's
  /// width its letters would be small.
  init(_ picture: Picture) {
    guard let width = picture.width, let height = picture.height, height > 0 else {
      self = .text
      return
    }
    let ratio = Double(width) / Double(height)
    switch (ratio, width) {
    case (2.4..., 1400...): self = .full
    case (1.6..., 1000...): self = .wide
    default: self = .text
    }
  }

  /// A table is let out that would have to break most of its cells in the text's width, which has
  /// about 70 letters.
  init(_ table: Table) {
    let rows = [table.header] + table.rows
    let columns = rows.map(\.count).max() ?? 0
    let letters = (0..<columns).reduce(0) { sum, column in
      let longest = rows.map { column < $0.count ? $0[column].plainText.count : 0 }.max() ?? 0
      return sum + min(longest, Self.longestLine) + Self.padding
    }
    switch letters {
    case 130...: self = .full
    case 90...: self = .wide
    default: self = .text
    }
  }

  /// Longer cells are broken into lines without harm.
  private static let longestLine = 24
  /// The space round a cell, in letters.
  private static let padding = 3

  /// The class that the page's style sheet knows it by; `nil` for the text's own width.
  var name: String? { self == .text ? nil : rawValue }
}
