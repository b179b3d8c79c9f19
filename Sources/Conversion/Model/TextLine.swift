/// A line on its way from page to paragraph.
struct TextLine {
  /// The line's number in the source.
  var number: Int
  /// The line with its spaces, before repair.
  var raw: Scalars
  /// The line after repair, without spaces at its ends.
  var text: Scalars = []
  /// How many empty lines stand before it, and after it, in the source.
  var blanksBefore = 0
  var blanksAfter = 0
  /// Whether a printed page begins with it.
  var startsPage = false
  /// How its page was ordered in the source.
  var family = OrderFamily.logical
  /// Whether its order is the source's own, or that of its page was restored as a whole, so that
  /// nothing in it is out of place.
  var isOrdered = false
  /// Whether its program parts a printed line at raised signs and puts out the pieces from left to
  /// right, and whether it is such a piece by the space at its head.
  var isPiece = false
  var isTail = false
  /// What repair was not sure of.
  var doubt: Doubt?
  var repairs: [LineRepair.Kind] = []
  /// The numbers of lines that were pieces of it, or nothing but a mark which now stands in it.
  var absorbed: [Int] = []
  /// The numbers of all source lines that it holds something of.
  var sourceNumbers: [Int] { [number] + absorbed }
  /// The numbers of the notes whose marks it is known to hold.
  var marks: [Int] = []
  /// Whether a list item begins with it, whose number has been taken away.
  var beginsItem = false
  /// Where it stands on its page, and the size of its letters in points, if the source knows.
  var box: Box?
  var fontSize: Double?
  /// What is known of it beside its words.
  var labels: [Label] = []
  /// Whether it holds a table, its cells and rows parted by markers.
  var isTable = false
  /// Whether it goes on with the item of the line before.
  var continuesItem = false

  init(number: Int, raw: Scalars) {
    self.number = number
    self.raw = raw
    width = raw.split(whereSeparator: \.isSpacing).reduce(-1) { $0 + $1.count + 1 }
    leadingSpaces = raw.prefix { $0.isSpacing }.count
    trailingSpaces = raw.reversed().prefix { $0.isSpacing }.count
    goesOn = trailingSpaces == 1
  }

  /// The number of letters, signs and single spaces: how much of the column it filled.
  let width: Int
  let leadingSpaces: Int
  let trailingSpaces: Int
  /// Whether it ends with one space, as a line does that goes on in the next.
  let goesOn: Bool

  var isRightToLeft: Bool { raw.hasRightToLeftLetter }

  /// The lines that hold something. Where a page began with one that does not, it begins with the
  /// next.
  static func withoutEmpty(_ lines: [TextLine]) -> [TextLine] {
    var startsPage = false
    var kept: [TextLine] = []
    for var line in lines {
      startsPage = startsPage || line.startsPage
      guard !line.raw.trimmed.isEmpty else { continue }
      line.startsPage = startsPage
      startsPage = false
      kept.append(line)
    }
    return kept
  }

  /// Whether its words are parted by tabs.
  var isTabbed: Bool {
    let tabs = raw.lazy.filter { $0 == "\t" }.count
    return tabs > 1 && tabs * 2 >= raw.lazy.filter(\.isSpacing).count
  }

  /// Whether it was stretched to fill the column: it has wide gaps.
  var isStretched: Bool { repairs.contains(.turnedSegments) }

  /// Whether its order was changed, so that its ends tell nothing about its spaces.
  var isMoved: Bool { repairs.contains(.movedRun) }
}

extension TextLine {
  /// The line with other letters, in the same place.
  func replacing(raw: Scalars) -> TextLine {
    var line = TextLine(number: number, raw: raw)
    line.blanksBefore = blanksBefore
    line.blanksAfter = blanksAfter
    line.startsPage = startsPage
    line.family = family
    line.isOrdered = isOrdered
    line.box = box
    line.fontSize = fontSize
    line.labels = labels
    line.isPiece = isPiece
    line.isTail = isTail
    line.doubt = doubt
    line.absorbed = absorbed
    line.marks = marks
    line.beginsItem = beginsItem
    line.continuesItem = continuesItem
    return line
  }
}

/// Signs at the end of a text.
enum Ending {
  /// Whether a sentence ends with the text, whatever note marks, quotation marks and brackets stand
  /// behind its full stop.
  static func endsSentence(_ text: Scalars) -> Bool {
    var index = text.count - 1
    var digits = 0
    while index >= 0, text[index].isDigit, digits < 3 {
      index -= 1
      digits += 1
    }
    if digits > 0, index >= 0, text[index].isSpacing || text[index].isLetter || text[index].isDash {
      return false
    }
    while index >= 0,
      text[index].isSpacing || text[index].isQuotationMark || text[index].isPairedBracket
    {
      index -= 1
    }
    guard index >= 0 else { return false }
    switch text[index] {
    case ".", "!", "?", ":", "؟", "…": return true
    default: return false
    }
  }

  /// Whether a word is parted at the text's end by a hyphen, a maqaf or a dash.
  static func endsWithHyphen(_ text: Scalars) -> Bool {
    guard let last = text.last, last.isDash, text.count > 1 else { return false }
    let before = text[text.count - 2]
    return before.isLetterOrDigit || before.isQuotationMark
  }
}
