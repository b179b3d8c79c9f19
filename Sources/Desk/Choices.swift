/// What an editor decided about a paper: for each place of the source what the conversion made of it
/// and what was made of that. It is kept beside the article, and converting again keeps it.
public struct Choices: Equatable, Sendable {
  /// The hash of the article's file as the desk left it; another hash says that it was edited since.
  public var article = ""
  public var places: [Place] = []
  public var fields: [Field] = []

  /// A choice about some lines of the source.
  public struct Place: Equatable, Sendable {
    /// The numbers of the first line and the last.
    public var first: Int
    public var last: Int
    /// A hash of their words, by which they are known when their numbers or their letters change.
    public var hash: String
    /// The texts of the pieces as they were converted, and as they were decided; the same where the
    /// editor found them right.
    public var was: [String]
    public var now: [String]
  }

  /// A key of front matter, its lines as they were converted and as they were decided.
  public struct Field: Equatable, Sendable {
    public var key: String
    public var was: String
    public var now: String
  }

  public init() {}

  /// What has been decided about a draft, by what the article says now.
  public init(_ session: DeskSession) {
    let draft = session.draft
    let lines = SourceLines(draft.source)
    var groups = LineGroups()
    for piece in draft.base.pieces + session.sheet.pieces { groups.join(piece.lines) }
    groups.join(moves(session, groups))
    let was = Self.grouped(draft.base.pieces, groups)
    let now = Self.grouped(session.sheet.pieces, groups)
    for group in was.order {
      let (old, new) = (was.pieces[group] ?? [], now.pieces[group] ?? [])
      let texts = old.map { Piece.withoutChecks($0.text) }
      let decided = new.map { Piece.withoutChecks($0.text) }
      let isLooked = new.contains(where: \.isSettled) && !old.allSatisfy(\.isSettled)
      guard texts != decided || isLooked,
        let first = groups.lines(group).first, let last = groups.lines(group).last
      else { continue }
      places.append(
        Place(
          first: first, last: last, hash: lines.hash(first, last), was: texts, now: decided))
    }
    let (before, after) = (FrontLines(draft.base.front), FrontLines(session.sheet.front))
    for key in Set(before.keys + after.keys).sorted() where !["draft", "check"].contains(key) {
      let (one, other) = (before[key] ?? "", after[key] ?? "")
      if one != other { fields.append(Field(key: key, was: one, now: other)) }
    }
  }

  /// Pieces by the group of lines that they belong to; one without lines goes with that before it.
  private static func grouped(
    _ pieces: [Piece], _ groups: LineGroups
  ) -> (order: [Int], pieces: [Int: [Piece]]) {
    var order: [Int] = []
    var found: [Int: [Piece]] = [:]
    var current: Int?
    for piece in pieces where !piece.isPageBreak || !piece.lines.isEmpty {
      if let line = piece.lines.first { current = groups.root(line) }
      guard let group = current else { continue }
      if found[group] == nil { order.append(group) }
      found[group, default: []].append(piece)
    }
    return (order, found)
  }
}

/// The lines between which pieces have changed places: what moved and what it moved past is one choice.
private func moves(_ session: DeskSession, _ groups: LineGroups) -> [Int] {
  var rank: [Int: Int] = [:]
  for (index, piece) in session.draft.base.pieces.enumerated() {
    guard let line = piece.lines.first else { continue }
    if rank[groups.root(line)] == nil { rank[groups.root(line)] = index }
  }
  // A note's definition stands by its number, wherever its lines are.
  let body = session.sheet.pieces.filter { piece in
    if case .note = piece.kind { false } else { !piece.lines.isEmpty }
  }
  var joined: [Int] = []
  for (one, other) in zip(body, body.dropFirst()) {
    guard let first = one.lines.first, let second = other.lines.first,
      let before = rank[groups.root(first)], let after = rank[groups.root(second)], before > after
    else { continue }
    joined += one.lines + other.lines
  }
  return joined
}

/// Lines that pieces hold together (union-find).
struct LineGroups {
  private var parents: [Int: Int] = [:]

  func root(_ line: Int) -> Int {
    var line = line
    while let parent = parents[line], parent != line { line = parent }
    return line
  }

  mutating func join(_ lines: [Int]) {
    guard let first = lines.first else { return }
    for line in lines {
      if parents[line] == nil { parents[line] = line }
      let (one, other) = (root(first), root(line))
      if one != other { parents[max(one, other)] = min(one, other) }
    }
  }

  /// The lines of a group, in order.
  func lines(_ group: Int) -> [Int] { parents.keys.filter { root($0) == group }.sorted() }
}

/// The source's lines by their numbers.
struct SourceLines {
  private var texts: [Int: String]
  private let order: [Int]

  init(_ lines: [Draft.Line]) {
    texts = Dictionary(lines.map { ($0.number, $0.text) }, uniquingKeysWith: { first, _ in first })
    order = lines.map(\.number).sorted()
  }

  /// A hash of the letters and digits of some lines (FNV-1a, 64 bits): spaces and signs may differ.
  func hash(_ first: Int, _ last: Int) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for number in first...max(first, last) {
      for scalar in (texts[number] ?? "").unicodeScalars
      where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        for byte in String(scalar).utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      }
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// Where lines with a hash stand, as near as can be to where they stood.
  func place(of hash: String, near first: Int, count: Int) -> ClosedRange<Int>? {
    if self.hash(first, first + count - 1) == hash { return first...(first + count - 1) }
    return order.sorted { abs($0 - first) < abs($1 - first) }
      .first { self.hash($0, $0 + count - 1) == hash }.map { $0...($0 + count - 1) }
  }
}

/// Front matter by its keys, each with its lines.
struct FrontLines {
  private(set) var keys: [String] = []
  private var texts: [String: String] = [:]

  init(_ front: String) {
    for line in front.split(separator: "\n") where line != "---" && line != "..." {
      if let first = line.first, first != " ", first != "-", first != "#",
        let colon = line.firstIndex(of: ":")
      {
        keys.append(String(line[..<colon]))
      }
      if let key = keys.last { texts[key, default: ""] += line + "\n" }
    }
  }

  subscript(key: String) -> String? { texts[key] }
}
