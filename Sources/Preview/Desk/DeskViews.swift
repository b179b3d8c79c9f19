import Desk
import Foundation
import Publishing

/// What the desk's page is told, as JSON.
enum DeskViews {
  struct Paper: Encodable {
    var article: String
    var page: String?
    var revision: Int
    var front: String
    /// The front matter's fields by their keys, and what the conversion guessed of them.
    var fields: [String: String]
    var guesses: [String]
    var pieces: [PieceView]
    var source: [Draft.Line]
    var frontLines: [Int]
    var canUndo: Bool
    var canRedo: Bool
    var others: Int
    var isElsewhere: Bool
  }

  struct PieceView: Encodable {
    var id: Int
    var kind: String
    var level: Int?
    var mark: String?
    var text: String
    var lines: [Int]
    var weight: Double
    var settled: Bool
    var doubts: [String]
    var checks: [String]
    var evidence: [String]
    var spots: [Spot]

    init(_ piece: Piece, in session: DeskSession) {
      id = piece.id
      kind = piece.isPageBreak ? "page" : piece.kind.name
      switch piece.kind {
      case .heading(let number): level = number
      case .item(let sign): mark = sign
      case .note(let label): mark = label
      case .caption(let file): mark = file
      default: break
      }
      text = piece.words
      lines = piece.lines
      weight = (session.doubt(of: piece) * 1000).rounded() / 1000
      settled = piece.isSettled
      let matters = piece.isSettled ? [] : session.matters(of: piece)
      spots = piece.isSettled ? [] : session.spots(of: piece)
      doubts = matters.flatMap(\.kinds)
      for spot in spots where !doubts.contains(spot.kind) { doubts.append(spot.kind) }
      if !piece.isSettled, session.hasNoReference(piece) { doubts.append("no-mark") }
      checks = piece.checks
      evidence = matters.flatMap(\.evidence)
    }
  }

  /// What a step has changed, splice by splice.
  struct Step: Encodable {
    var revision: Int
    var splices: [SpliceView]
    var front: String?
    var fields: [String: String]?
    var canUndo: Bool
    var canRedo: Bool

    init(_ edit: Edit?, of article: OpenArticle) {
      let session = article.session
      revision = article.revision
      canUndo = session.canUndo
      canRedo = session.canRedo
      splices = (edit?.splices ?? []).map { splice in
        SpliceView(
          at: splice.at, remove: splice.removed.count,
          pieces: splice.inserted.map { PieceView($0, in: session) })
      }
      front = edit?.front?.after
      fields = front.map { FrontText($0).fields }
    }
  }

  struct SpliceView: Encodable {
    var at: Int
    var remove: Int
    var pieces: [PieceView]
  }

  /// A reading as it would stand.
  struct ReadingView: Encodable {
    var name: String
    var kind: String
    var level: Int?
    var text: String
    var evidence: [String]
    var probability: Double?

    init(_ offer: Readings.Offer, of piece: Piece) {
      name = offer.name
      kind = piece.kind.name
      text = piece.words
      evidence = offer.evidence
      probability = offer.probability
      if case .heading(let number) = piece.kind { level = number }
      switch offer.effect {
      case .words(let words): text = words
      case .referenceInPrevious(let label): text = "[^\(label)]"
      case .kind(let other):
        kind = other.name
        level = nil
        if case .heading(let number) = other { level = number }
      default: break
      }
    }
  }

  static func json(_ value: some Encodable) -> Response {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else { return Response(500) }
    return Response(200, headers: [("Content-Type", MediaType.json)], body: .bytes(Array(data)))
  }
}
