import PDF

/// Pictures of a paper as figures among its blocks.
struct PrintedFigures {
  private let document: PDFDocument

  init(_ document: PDFDocument) { self.document = document }

  private static let words = [
    "איור", "תרשים", "תמונה", "צילום", "מפה", "גרף", "الشكل", "شكل", "صورة", "الصورة", "خريطة",
    "رسم", "figure", "fig.", "image", "map", "photo", "illustration",
  ]

  static func isCaption(_ block: PrintedBlock) -> Bool {
    guard block.isText, block.lines.count <= 5 else { return false }
    let head = block.text.prefix(14).string.lowercased()
    return words.contains { head.hasPrefix($0) }
  }

  /// Whether a block is a caption by its own words: `Figure 3: …`.
  static func isNumberedCaption(_ block: PrintedBlock) -> Bool {
    guard isCaption(block), !block.isHeading, block.text.count < 400 else { return false }
    let words = block.plain.words.prefix(2)
    guard words.count == 2, let last = words.last?.last, last == ":" || last == "." else {
      return false
    }
    return words[1].contains(where: \.isDigit)
  }

  /// The blocks with the pictures where they stand; one that repeats from page to page, fills a page
  /// or is small is no figure.
  func placed(among blocks: [PrintedBlock]) -> [PrintedBlock] {
    var result = blocks
    var pages: [Int: Set<Int>] = [:]
    for (number, page) in document.pages.enumerated() {
      for picture in page.pictures {
        if let index = picture.picture { pages[index, default: []].insert(number) }
      }
    }
    for (number, page) in document.pages.enumerated() {
      for placed in page.pictures.sorted(by: { $0.box.y0 < $1.box.y0 }) {
        guard let index = placed.picture, pages[index]?.count == 1, placed.box.width > 60,
          placed.box.height > 40,
          placed.box.width * placed.box.height < 0.8 * page.width * page.height
        else { continue }
        let figure = PrintedBlock(kind: .picture(index), lines: [], page: number)
        let before = result.lastIndex { block in
          block.page < number
            || block.page == number && (block.lines.first.map { $0.y < placed.box.y0 + 4 } ?? true)
        }
        var place = (before ?? -1) + 1
        // A caption above its picture stands behind it in the article.
        if place > 0, Self.isCaption(result[place - 1]), result[place - 1].page == number,
          !(place < result.count && Self.isCaption(result[place]))
        {
          place -= 1
        }
        result.insert(figure, at: place)
      }
    }
    return result
  }
}
