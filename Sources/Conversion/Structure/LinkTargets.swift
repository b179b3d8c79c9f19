import Manuscript

/// The targets of hyperlinks that a source lists at a page's foot: lines that are an address each,
/// before the next page.
struct LinkTargets {
  /// The lines without them.
  private(set) var lines: [TextLine] = []
  /// The addresses of each page that has some, by the page's index from 0.
  private(set) var addresses: [(page: Int, addresses: [String])] = []
  /// The numbers of the lines that were taken.
  private(set) var sourceLines: [Int] = []

  init(lines source: [TextLine]) {
    var page = 0
    var index = 0
    var pagesOpen = false
    while index < source.count {
      var line = source[index]
      if line.startsPage { page += 1 }
      if pagesOpen, !line.startsPage, line.leadingSpaces > 0 {
        // A list of targets ends its page.
        line.startsPage = true
        page += 1
      }
      pagesOpen = false
      var end = index
      while end < source.count, Self.isAddress(source[end]), end == index || !source[end].startsPage
      {
        end += 1
      }
      if end > index, line.blanksBefore > 0,
        end == source.count || source[end].leadingSpaces > 0 || source[end].startsPage
      {
        let found = source[index..<end].map { $0.raw.trimmed.string }
        addresses.append((page, found))
        sourceLines += source[index..<end].map(\.number)
        index = end
        pagesOpen = true
        continue
      }
      lines.append(line)
      index += 1
    }
  }

  /// The addresses, for the account.
  var pieces: [Account.Piece] {
    zip(sourceLines, addresses.flatMap(\.addresses)).map {
      Account.Piece(lines: [$0], text: Array($1.unicodeScalars))
    }
  }

  private static func isAddress(_ line: TextLine) -> Bool {
    let text = line.raw.trimmed
    guard text.count > 10, !text.contains(where: \.isSpacing),
      let (_, length) = InlineText.address(text, at: 0)
    else { return false }
    return length == text.count
  }

  /// The lists as the article holds them.
  func lists(pageNumbers: [Int]) -> [LinkList] {
    addresses.map { item in
      let number = item.page < pageNumbers.count ? pageNumbers[item.page] : item.page + 1
      return LinkList(page: String(number), addresses: item.addresses)
    }
  }
}
