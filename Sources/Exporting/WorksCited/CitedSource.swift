import Manuscript

/// What one article cites once: an entry of its bibliography or a work that a note names, with every
/// place where the article leads to it.
public struct CitedSource: Sendable, Equatable {
  /// As it is printed, without marks and without the page that a note adds.
  public var text: String
  /// What is emphasised, as places of characters in the text.
  public var emphases: [Range<Int>] = []
  /// The first web address in it.
  public var address: String?
  public var doi: String?
  /// The authors' family names, folded.
  public var families: [String] = []
  public var title: String?
  public var year: Int?
  /// Whether it is an entry of a bibliography, which says more than a note does.
  public var isEntry = false
  /// In reading order.
  public var places: [Place] = []

  /// A place of the article that leads to the work.
  public struct Place: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
      /// In the text; the printed page, where it is known.
      case text(page: String?)
      /// In a note with this label.
      case note(String)
      /// In the bibliography alone.
      case bibliography
    }

    public var kind: Kind
    /// The identifier on the article's page.
    public var anchor: String

    public init(kind: Kind, anchor: String) {
      self.kind = kind
      self.anchor = anchor
    }
  }

  public init(text: String) { self.text = text }

  /// The text with its emphases, and with a link where the address stands.
  public var content: [Inline] {
    if emphases.isEmpty, address == nil, !text.isEmpty { return [.text(text)] }
    let characters = Array(text)
    var inlines: [Inline] = []
    var position = 0
    func put(_ range: Range<Int>) {
      if !range.isEmpty { inlines.append(.text(String(characters[range]))) }
    }
    var parts = emphases.map { (range: $0, isAddress: false) }
    if let address, let range = text.range(of: address) {
      let start = text.distance(from: text.startIndex, to: range.lowerBound)
      parts.append((start..<(start + address.count), true))
    }
    for (range, isAddress) in parts.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
    where range.lowerBound >= position && range.upperBound <= characters.count {
      put(position..<range.lowerBound)
      let part = Inline.text(String(characters[range]))
      inlines.append(
        isAddress
          ? .link(Link(destination: address ?? "", content: [part], isAutolink: true))
          : .emphasis([part]))
      position = range.upperBound
    }
    put(position..<characters.count)
    return inlines
  }
}
