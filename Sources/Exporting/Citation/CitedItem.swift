import Manuscript

/// What formats of citation write, whether it is an article of the publication or an entry of a
/// bibliography.
struct CitedItem {
  var id: String
  var kind: Work.Kind?
  var title: String?
  var subtitle: String?
  var authors: [PersonName] = []
  var editors: [PersonName] = []
  var container: String?
  var volume: String?
  var issue: String?
  var number: String?
  var pages: PageRange?
  var date: PartialDate?
  var publisher: String?
  var place: String?
  var issn: String?
  var isbn: String?
  var doi: String?
  var address: String?
  var language: String?
  var abstract: String?
  var keywords: [String] = []
  var note: String?
  var reviewed: Work.Reviewed?
  var isRetracted = false

  init(_ work: Work) {
    id = work.id
    kind = work.kind
    title = work.markedTitle
    subtitle = work.subtitle
    authors = work.authors.map { PersonName($0) }
    editors = work.editors.map { PersonName(written: $0) }
    container = work.container
    volume = work.volume
    issue = work.issue
    number = work.number
    pages = work.pages
    date = work.date
    publisher = work.publisher
    place = work.place
    issn = work.issn
    isbn = work.isbn
    doi = work.doi
    address = work.address ?? work.source
    language = work.language
    abstract = work.abstract
    keywords = work.keywords
    reviewed = work.reviewed
    isRetracted = work.retraction != nil
    let notices = work.notices.map { "\($0.date.iso8601): \($0.text)" }
    note = notices.isEmpty ? nil : notices.joined(separator: " ")
  }

  init(_ printed: PrintedReference, anchor: String, of work: Work) {
    id = "\(work.id)-\(anchor)"
    switch printed.form {
    case .book: kind = .book
    case .article: kind = .article
    case .chapter: kind = .chapter
    case .other: kind = nil
    }
    title = printed.title
    authors = printed.names
    editors = printed.editors
    container = printed.container
    volume = printed.volume
    issue = printed.issue
    pages = PageRange(printed.pages)
    date = printed.year.map { PartialDate(year: $0) }
    publisher = printed.publisher
    place = printed.place
    doi = printed.doi
    address = printed.address
    note = printed.text
  }
}

extension Work {
  /// The work as formats of citation write it.
  var cited: CitedItem { CitedItem(self) }
}

extension ExportedArticle {
  /// The entries of its bibliography.
  func citedReferences(of work: Work) -> [CitedItem] {
    zip(work.references, records.references(of: work)).map {
      CitedItem($1, anchor: $0.anchor, of: work)
    }
  }
}
