import Exporting
import Manuscript
import Rendering
import Synchronization
import Templating

/// Makes an article's page for `HTMLExporter`, and keeps what came up on the way.
final class PageMaker: Sendable {
  /// What came up.
  struct Result: Sendable {
    var unknownKeys: Set<TemplateFault> = []
    var fault: TemplateFault?
    /// The article's text as HTML, for the feed.
    var text: [UInt8] = []
  }

  private let site: Site
  private let index: Int
  private let pictures: PictureTaker
  private let keepsText: Bool
  private let citations: [CitationTexts.Citation]
  private let state = Mutex(Result())

  /// - Parameters:
  ///   - index: the article's place in the catalogue.
  ///   - citations: how the article is cited.
  ///   - keepsText: whether the article's text is wanted for the feed.
  init(
    site: Site, index: Int, pictures: PictureTaker, citations: [CitationTexts.Citation],
    keepsText: Bool
  ) {
    self.site = site
    self.index = index
    self.pictures = pictures
    self.citations = citations
    self.keepsText = keepsText
  }

  var result: Result { state.withLock { $0 } }

  func page(_ exported: ExportedArticle, _ rendered: RenderedArticle) throws(ExportFault) -> [UInt8]
  {
    let front = exported.article.frontMatter
    let image = front.image.flatMap { pictures.take($0) == nil ? nil : pictures.takeFile($0)?.path }
    let downloads = front.files.compactMap { pictures.takeDocument($0) }
    let content = site.articleContent(
      index, rendered, downloads: downloads, doubts: exported.article.doubtCount,
      formats: exported.made, citations: citations)
    var work = Work(exported)
    let pdf =
      downloads.first { $0.lowercased().hasSuffix(".pdf") }
      ?? exported.made.first { $0.mediaType == "application/pdf" }?.path
    work.pdf = pdf.flatMap { site.absolute(exported.facts.path + $0) }
    var frame = site.articleFrame(index, work)
    frame.image = image.map { exported.facts.path + $0 }
    let page: RenderedPage
    do throws(TemplateFault) {
      page = try frame.render(site, content)
    } catch {
      state.withLock { $0.fault = error }
      throw ExportFault(error.finding(file: site.library.file(of: error.template)))
    }
    state.withLock {
      $0.unknownKeys = page.unknownKeys
      if keepsText { $0.text = rendered.body + rendered.notes }
    }
    return page.bytes
  }
}
