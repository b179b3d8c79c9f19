import Glibc
import Manuscript
import Templating

/// What a site is made from.
extension SiteBuilder {
  /// The publication before anything is rendered; `nil` where no site can be made of it.
  mutating func readSite(of folders: ArticleFolders) -> Site? {
    guard Files.isFolder(plan.articles) else {
      fail(Finding(.missingArticles, .error, file: plan.articlesName))
      return nil
    }
    guard let publication = readPublication() else { return nil }
    let library: TemplateLibrary
    let names: [String]
    do throws(FileFault) {
      for folder in plan.templates { try recordTree(folder) }
      let theme = ThemeAssets(publication.theme, settings: plan.publication)
      for file in theme.sources { recordFile(file) }
      library = try TemplateLibrary.load(
        plan.templates, theme: theme)
      recordFile(plan.articles)
      let found = try folders.find()
      names = found.articles
      for folder in found.others {
        for path in [folder, folder + "/article.md"] { recordFile("\(plan.articles)/\(path)") }
      }
      report.findings += found.lookalikes.map {
        Finding(.looksLikeArticle, .warning, file: "\(plan.articlesName)/\($0)")
      }
      report.findings += found.nameless.map {
        .unreadable("\(plan.articlesName)/\($0)", FileFault($0, EILSEQ, isOfReading: true))
      }
    } catch {
      fail(.unreadable(error.path, error))
      return nil
    }
    report.findings += library.findings
    // A template that is broken would break every page that it makes.
    if library.findings.contains(where: { $0.severity == .error }) { return nil }
    guard !library.interfaces.isEmpty, library.templates.contains("article") else {
      fail(Finding(.missingTemplates, .error, file: plan.templates.last ?? plan.articlesName))
      return nil
    }
    let (entries, awaitedArticles) = readEntries(folders, names)
    let catalogue = Catalogue(
      entries, ownNames: Set(publication.name.all), language: publication.languages.first)
    let known = Site(publication: publication, catalogue: catalogue, library: library)
    var ledger = known.ledger()
    let (pages, awaitedPages) = readPages(folders, known, &ledger)
    let older = known.olderAddresses(pages, &ledger)
    let statics = readStatics(&ledger)
    let site = Site(
      publication: publication, catalogue: catalogue, library: library, pages: pages,
      olderAddresses: older.granted, statics: statics,
      volumeNotes: readVolumes(of: catalogue), awaitedPages: awaitedPages,
      awaitedArticles: awaitedArticles)
    let addresses = PublishedAddresses(articles: plan.articles)
    recordFile(addresses.file)
    if publication.url == nil, let settings = plan.publication {
      report.findings.append(Finding(.missingURL, .notice, file: settings))
    }
    report.findings += site.references() + older.refused
    report.findings += addresses.gone(from: site, name: plan.articlesName)
    return site
  }

  /// The publication's own files for the site's root.
  mutating func readStatics(_ ledger: inout PathLedger) -> StaticFiles? {
    guard let folder = plan.statics else { return nil }
    recordFile(folder)
    var statics = StaticFiles(folder)
    do throws(FileFault) {
      if Files.isFolder(folder) { try recordTree(folder) }
      report.findings += try statics.find(&ledger)
    } catch {
      fail(.unreadable(error.path, error))
    }
    return statics
  }

  mutating func readPublication() -> Publication? {
    guard let file = plan.publication else { return Publication() }
    recordFile(file)
    do throws(FileFault) {
      let source = try Files.read(file)
      settings = BuildRecord.Lookup.key(of: source)
      var (publication, findings) = PublicationReader.read(source, file: file)
      if !plan.makesPDF { publication.exports?.removeAll { $0 == "pdf" } }
      report.findings += findings
      return publication
    } catch {
      fail(.unreadable(file, error))
      return nil
    }
  }

  /// The articles that are to be published, of two with one address the first by folder; and the slugs
  /// of those that wait for their day.
  mutating func readEntries(
    _ folders: ArticleFolders, _ names: [String]
  ) -> (entries: [ArticleEntry], awaited: Set<String>) {
    let last = last
    let today = Files.today
    let read = Parallel.map(names.count, threads: plan.threads) { index in
      let facts = Files.facts("\(folders.folder)/\(names[index])/article.md")
      if let last, let front = last.fronts[names[index]],
        last.isUnchanged(facts, since: front.facts)
      {
        return (entry: ArticleEntry?.some(front.entry), findings: front.findings, facts: facts)
      }
      let (entry, findings) = folders.entry(names[index])
      return (entry: entry, findings: findings, facts: facts)
    }
    var entries: [ArticleEntry] = []
    var awaitedSlugs: Set<String> = []
    var files: [String: String] = [:]
    for (entry, findings, facts) in read {
      guard let entry, let facts else {
        report.findings += findings
        continue
      }
      record.fronts[entry.folder] = BuildRecord.Front(
        facts: facts, entry: entry, findings: findings.filter { $0.kind == .wrongSlug })
      // The findings of its front matter are told when the whole article is read.
      if entry.frontMatter.isDraft, !plan.showsDrafts {
        report.heldBack.append(.init(file: entry.file, isDoubtful: entry.isDoubtful))
        continue
      }
      if let awaited = entry.awaited(on: today) {
        report.findings.append(awaited.finding)
        if awaited.isWhole, !plan.showsDrafts {
          awaitedSlugs.insert(entry.slug)
          continue
        }
      }
      report.findings += findings.filter { $0.kind == .wrongSlug }
      if let other = files[entry.slug] {
        fail(
          Finding(
            .sameAddress, .error, file: entry.file,
            facts: ["address": entry.path, "other": other]))
        continue
      }
      files[entry.slug] = entry.file
      entries.append(entry)
    }
    return (entries, awaitedSlugs)
  }

  mutating func readPages(
    _ folders: ArticleFolders, _ known: Site, _ ledger: inout PathLedger
  ) -> (pages: [EditorsPage], awaited: Set<String>) {
    var pages: [EditorsPage] = []
    var awaited: Set<String> = []
    recordFile("\(folders.folder)/pages")
    recordFile("\(folders.folder)/pages/\(EditorsPage.newsFolder)")
    let files = folders.pages()
    if files.contains(where: { $0.hasPrefix(EditorsPage.newsFolder + "/") }) {
      for language in known.languages {
        try? ledger.claim(known.newsPath(language) + "index.html", for: "Daf")
      }
    }
    for file in files {
      recordFile("\(folders.folder)/pages/\(file)")
      let place = "\(folders.name)/pages/\(file)"
      let source: [UInt8]
      do throws(FileFault) {
        source = try Files.read(
          "\(folders.folder)/pages/\(file)", limit: ArticleFolders.largestText)
      } catch {
        fail(.unreadable(place, error))
        continue
      }
      let front = ManuscriptReader.readFrontMatter(source, file: place).frontMatter
      let (name, tag) = EditorsPage.parts(ofFile: file)
      if front.isDraft, !plan.showsDrafts {
        report.heldBack.append(.init(file: place, isDoubtful: false))
        awaited.insert(name)
        continue
      }
      if let finding = ArticleEntry.awaited(front, on: Files.today, file: place) {
        report.findings.append(finding)
        if !plan.showsDrafts {
          awaited.insert(name)
          continue
        }
      }
      let language = tag ?? known.mainLanguage
      var page = EditorsPage(
        name: name, file: file, source: place, language: front.language, title: front.title,
        isDraft: front.isDraft, path: "", date: front.date,
        summary: Summary.of(front.abstract), aliases: front.aliases)
      let own = name.split(separator: "/").last.map(String.init) ?? name
      let slug = Slug.isAddress(own) ? own : Slug.make(of: own)
      let parent = page.isNews ? known.newsPath(language) : known.prefix(language)
      page.path = parent + slug + "/"
      do throws(PathLedger.Refusal) {
        // News stand in a folder of their own.
        if !page.isNews,
          EditorsPage.reserved.contains(slug) || known.languages.contains(slug)
        {
          throw .taken(by: "Daf")
        }
        try ledger.claim(page.path + "index.html", for: place)
      } catch {
        var facts = ["address": page.path, "other": "Daf"]
        if case .taken(let other) = error { facts["other"] = other }
        fail(Finding(.sameAddress, .error, file: place, facts: facts))
        continue
      }
      pages.append(page)
    }
    return (pages, awaited)
  }
}
