import Orthography

/// The words of a print and where they stand on its pages: by them a word of the article, or a line
/// that a decision names, leads to its place on the page.
public struct PaperPrint: Codable, Equatable, Sendable {
  /// A page as it is looked at.
  public struct Page: Codable, Equatable, Sendable {
    /// In points.
    public var width: Double
    public var height: Double
    /// The printed label, where the file gives one (`iv`, `133`).
    public var label: String?
  }

  /// An upright rectangle of a page, in points from the page's upper left corner.
  public struct Area: Codable, Equatable, Sendable {
    public var x: Double
    public var y: Double
    public var width: Double
    public var height: Double

    /// The smallest area that holds both.
    public func union(_ other: Area) -> Area {
      let (left, top) = (min(x, other.x), min(y, other.y))
      return Area(
        x: left, y: top, width: max(x + width, other.x + other.width) - left,
        height: max(y + height, other.y + other.height) - top)
    }
  }

  public struct Word: Codable, Equatable, Sendable {
    public var text: String
    /// From 1.
    public var page: Int
    /// The number by which decisions and doubts name its line.
    public var line: Int
    public var area: Area
  }

  public var pages: [Page]
  /// In the order of reading, page by page; running heads and notes stand where they are printed.
  public var words: [Word]

  /// Where lines stand: an area for each page on which they do, in order.
  ///
  /// - Parameter range: numbers of lines, as a decision's `range` gives them.
  public func areas(ofLines range: ClosedRange<Int>) -> [(page: Int, area: Area)] {
    areas(of: words.filter { range.contains($0.line) })
  }

  /// Where words stand: an area for each page on which they do, in order.
  public func areas(of words: [Word]) -> [(page: Int, area: Area)] {
    var areas: [Int: Area] = [:]
    for word in words { areas[word.page] = areas[word.page]?.union(word.area) ?? word.area }
    return areas.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Which words of the print an article's words are.
  ///
  /// Words are told by their letters and digits, so what an editor has corrected since is found by
  /// what stands around it. Sequences that occur once in both bind the two; between two bound words
  /// the same words in the same order belong together.
  ///
  /// - Parameter article: the article's words in any order of its parts, parted at spaces.
  /// - Returns: for each of them the place in `words`; `nil` for one that is not printed so.
  public func places(of article: [String]) -> [Int?] {
    PrintAlignment(article: article, print: words.map(\.text)).places
  }
}

/// The alignment of an article's words with those of its print.
struct PrintAlignment {
  private(set) var places: [Int?]
  private let article: [[Unicode.Scalar]]
  private let print: [[Unicode.Scalar]]

  init(article: [String], print: [String]) {
    func key(_ word: String) -> [Unicode.Scalar] { word.unicodeScalars.filter(\.isLetterOrDigit) }
    self.article = article.map(key)
    self.print = print.map(key)
    places = Array(repeating: nil, count: article.count)
    for length in [4, 2, 1] { bind(length) }
    grow()
    fill()
  }

  /// Binds sequences of so many words that occur once in both.
  private mutating func bind(_ length: Int) {
    func once(_ words: [[Unicode.Scalar]]) -> [[[Unicode.Scalar]]: Int] {
      var found: [[[Unicode.Scalar]]: Int] = [:]
      guard words.count >= length else { return found }
      for start in 0...(words.count - length) {
        let run = Array(words[start..<(start + length)])
        // A short word alone says little.
        guard run.contains(where: { $0.count > (length == 1 ? 3 : 1) }) else { continue }
        found[run] = found[run] == nil ? start : -1
      }
      return found
    }
    let (mine, theirs) = (once(article), once(print))
    for (run, place) in mine where place >= 0 {
      guard let other = theirs[run], other >= 0 else { continue }
      for offset in 0..<length where places[place + offset] == nil {
        places[place + offset] = other + offset
      }
    }
  }

  /// Binds the neighbours of bound words that are the same.
  private mutating func grow() {
    for index in article.indices.dropFirst() where places[index] == nil {
      if let before = places[index - 1], before + 1 < print.count,
        print[before + 1] == article[index]
      {
        places[index] = before + 1
      }
    }
    for index in article.indices.dropLast().reversed() where places[index] == nil {
      if let after = places[index + 1], after > 0, print[after - 1] == article[index] {
        places[index] = after - 1
      }
    }
  }

  /// Binds equal words that lie between two bound ones on both sides.
  private mutating func fill() {
    var index = 0
    while index < article.count {
      guard places[index] == nil else {
        index += 1
        continue
      }
      let end = article[index...].indices.first { places[$0] != nil } ?? article.count
      if index > 0, end < article.count, let before = places[index - 1], let after = places[end],
        before < after, after - before < 4 * (end - index) + 12
      {
        var from = before + 1
        for place in index..<end where !article[place].isEmpty {
          if let found = print[from..<after].firstIndex(of: article[place]) {
            places[place] = found
            from = found + 1
          }
        }
      }
      index = end
    }
  }
}
