import Manuscript

/// One output of an article: a format in which it is read, cited, harvested or kept.
///
/// An exporter is a value without effects: it is given everything (`ExportedArticle` …) and gives
/// files. It may be asked from any thread, for any article, in any order, and gives the same bytes
/// for the same input. A new one is a folder beside this file and a line in `Exporters`; nothing
/// else of Daf changes.
public protocol Exporter: Sendable {
  /// The word by which settings, the cache and messages know it: `txt`, `jats`.
  var name: String { get }

  /// To be raised with every change after which the same input gives other bytes: it is part of the
  /// key under which a build keeps what was made.
  var version: Int { get }

  /// What its files depend on beside the article's own file.
  var needs: ExportNeeds { get }

  /// The other programs that it asks (`ExportTools`), by their names in `PATH`.
  var programs: [String] { get }

  /// Whether it is made where `exports` in publication.yaml is not set.
  var isStandard: Bool { get }

  /// What it makes of an article; paths are from the article's folder in the site.
  ///
  /// - Throws: `ExportFault` where nothing can be made; the other outputs are made all the same.
  func files(of article: ExportedArticle) throws(ExportFault) -> [ExportedFile]

  /// What it makes of a volume; paths are from the volume's folder in the site.
  ///
  /// - Throws: `ExportFault`.
  func files(of volume: ExportedVolume) throws(ExportFault) -> [ExportedFile]

  /// What it makes of the whole publication; paths are from the site's root.
  ///
  /// - Throws: `ExportFault`.
  func files(of publication: ExportedPublication) throws(ExportFault) -> [ExportedFile]
}

extension Exporter {
  public var isStandard: Bool { false }
  public var programs: [String] { [] }
  public func files(of article: ExportedArticle) throws(ExportFault) -> [ExportedFile] { [] }
  public func files(of volume: ExportedVolume) throws(ExportFault) -> [ExportedFile] { [] }
  public func files(of publication: ExportedPublication) throws(ExportFault) -> [ExportedFile] {
    []
  }
}

/// What an output depends on. What it does not name it must not look at: it would be kept although
/// that has changed.
public struct ExportNeeds: OptionSet, Sendable {
  public let rawValue: Int
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// publication.yaml: `PublicationFacts`.
  public static let publication = ExportNeeds(rawValue: 1)
  /// What the catalogue says of the article: its volume, its translations.
  public static let catalogue = ExportNeeds(rawValue: 2)
  /// The pictures and downloads in the article's folder.
  public static let pictures = ExportNeeds(rawValue: 4)
  /// Templates, their strings and the site's other pages.
  public static let templates = ExportNeeds(rawValue: 8)
}

/// A file that an exporter has made.
public struct ExportedFile: Sendable, Equatable {
  /// From the folder of what it was made of.
  public var path: String
  public var bytes: [UInt8]
  /// IANA media type: `text/plain; charset=utf-8`.
  public var mediaType: String
  /// How pages lead to the file; `nil` for one that is not offered.
  public var offer: ExportOffer?

  public init(path: String, bytes: [UInt8], mediaType: String, offer: ExportOffer? = nil) {
    self.path = path
    self.bytes = bytes
    self.mediaType = mediaType
    self.offer = offer
  }
}

/// How a page leads to an exported file.
public struct ExportOffer: Sendable, Hashable {
  /// The key of its name among the interface's strings (Templates/strings): `formatText`.
  public var string: String
  /// What stands where the interface's language has no such string: `EPUB`.
  public var fallback: String

  public init(string: String, fallback: String) {
    self.string = string
    self.fallback = fallback
  }
}

/// Why an exporter makes nothing.
public struct ExportFault: Error, Sendable, Equatable {
  public var finding: Finding

  public init(_ finding: Finding) { self.finding = finding }
}
