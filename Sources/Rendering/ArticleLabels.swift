import Manuscript

/// The words that the renderer itself puts into an article's page, in the page's language.
///
/// Each is a pattern; `{label}` and `{number}` stand for what the page puts there. Those that are
/// not given are English.
public struct ArticleLabels: Sendable, Equatable {
  /// Heading of the notes.
  public var notes = "Notes"
  /// Headings of the two series of notes of an article that has both.
  public var notesWithNumbers = "Notes with numbers"
  public var notesWithMarks = "Notes with letters and signs"
  /// Accessible name of a note's mark.
  public var noteReference = "Note {label}"
  /// Accessible name of the link from a note to its mark.
  public var backToReference = "Back to reference {label}"
  /// The same where a note has several marks; `{number}` tells which.
  public var backToReferenceOfSeveral = "Back to reference {label}, place {number}"
  /// What stands for a note whose text the source has lost.
  public var missingNote = "The text of this note is missing in the source."
  /// Accessible name of a printed page's beginning.
  public var page = "Page {number}"
  /// The same where the number is not known.
  public var pageBreak = "Page break"
  /// What stands for a picture that is not there.
  public var missingPicture = "The picture is not available."
  /// Accessible name of a table's scrolling box.
  public var table = "Table {number}"
  /// The number of a figure that the text refers to, in its caption and where it is referred to.
  public var figureNumber = "Figure {number}"
  /// The same of a table.
  public var tableNumber = "Table {number}"
  /// Accessible name of a box with program text or other preformatted text.
  public var code = "Code {number}"
  /// What stands below a block that a converter was not sure of; `{label}` says of what.
  public var doubt = "To be checked: {label}"
  /// Heading of the links that a source lists at the foot of its pages.
  public var links = "Links in the source"
  /// Heading of the links of one page.
  public var linksOfPage = "Page {number}"
  /// Accessible name of the link from a bibliography entry to a place that cites it.
  public var backToCitation = "Back to citation {number}"
  /// Accessible name of the link from `Ibid.` to the note that names the work.
  public var citedWork = "The work that is meant, in note {label}"
  /// Headings of parts of the article.
  public var abstract = "Abstract"
  public var acknowledgements = "Acknowledgements"
  public var contents = "Contents"
  public var corrections = "Corrections"
  public var retracted = "This article has been retracted"
  /// What stands before the editors of a book.
  public var editors = "Edited by"
  /// The printed pages of an article.
  public var pagesLabel = "Pages"
  /// The name of a volume: `{volume}` is its number.
  public var volume = "Volume {volume}"

  public init() {}

  /// Takes the patterns from the interface's strings; the keys are the names of the properties.
  public init(strings: [String: String]) {
    func take(_ key: String, _ path: WritableKeyPath<ArticleLabels, String>) {
      if let string = strings[key] { self[keyPath: path] = string }
    }
    take("notes", \.notes)
    take("notesWithNumbers", \.notesWithNumbers)
    take("notesWithMarks", \.notesWithMarks)
    take("noteReference", \.noteReference)
    take("backToReference", \.backToReference)
    take("backToReferenceOfSeveral", \.backToReferenceOfSeveral)
    take("missingNote", \.missingNote)
    take("page", \.page)
    take("pageBreak", \.pageBreak)
    take("missingPicture", \.missingPicture)
    take("table", \.table)
    take("figureNumber", \.figureNumber)
    take("tableNumber", \.tableNumber)
    take("code", \.code)
    take("doubt", \.doubt)
    take("links", \.links)
    take("linksOfPage", \.linksOfPage)
    take("backToCitation", \.backToCitation)
    take("citedWork", \.citedWork)
    take("abstract", \.abstract)
    take("acknowledgements", \.acknowledgements)
    take("contents", \.contents)
    take("corrections", \.corrections)
    take("retracted", \.retracted)
    take("editorsLabel", \.editors)
    take("pagesLabel", \.pagesLabel)
    take("volume", \.volume)
  }

  /// `Figure 2`, in the digits that an article's page shows.
  public func number(of object: NumberedObject, in front: FrontMatter) -> String {
    Self.fill(
      object.kind == .figure ? figureNumber : tableNumber,
      number: PrintedNumerals.show(String(object.number), front))
  }

  /// A pattern with its placeholders filled.
  static func fill(_ pattern: String, label: String = "", number: String = "") -> String {
    pattern.filling { $0 == "label" ? label : $0 == "number" ? number : nil }
  }
}
