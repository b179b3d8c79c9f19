import Manuscript

extension Site {
  /// What articles and settings name that is not there.
  func references() -> [Finding] {
    var findings: [Finding] = []
    for entry in catalogue.articles {
      let front = entry.frontMatter
      let named =
        front.related.map { ("related", $0) }
        + (front.translationOf.map { [("translation-of", $0)] } ?? [])
      for (key, slug) in named
      where catalogue.bySlug[slug] == nil && !front.silences(.unknownArticle) {
        findings.append(
          Finding(
            .unknownArticle, .warning, file: entry.file, facts: ["key": key, "value": slug]))
      }
    }
    for entry in catalogue.articles {
      for (key, date) in [
        ("date", entry.frontMatter.date), ("updated", entry.frontMatter.updated),
      ] {
        guard let date, date > today, !entry.frontMatter.silences(.futureDate) else { continue }
        findings.append(
          Finding(
            .futureDate, .warning, file: entry.file, facts: ["key": key, "value": date.iso8601]))
      }
    }
    for page in news {
      guard let date = page.date else {
        findings.append(Finding(.undatedNews, .warning, file: page.source))
        continue
      }
      if date > today {
        findings.append(
          Finding(
            .futureDate, .warning, file: page.source, facts: ["key": "date", "value": date.iso8601]
          ))
      }
    }
    for (key, entries) in [("menu", publication.menu), ("footer", publication.footer)] {
      for entry in entries {
        guard let name = entry.page, !pages.contains(where: { $0.name == name }),
          !awaitedPages.contains(name)
        else { continue }
        findings.append(
          Finding(
            .unknownPage, .warning, file: "publication.yaml",
            facts: ["key": key, "value": name]))
      }
    }
    return findings
  }

  /// The pages that search engines may list: the articles first.
  func sitemap(_ frames: [PageFrame]) -> [Sitemap.Entry] {
    let articles = catalogue.articles.indices.compactMap { index -> Sitemap.Entry? in
      let entry = catalogue.articles[index]
      if entry.frontMatter.isDraft { return nil }
      let others = catalogue.translations[index].map { catalogue.articles[$0] }
      return Sitemap.Entry(
        path: entry.path, updated: work(index).lastChange,
        alternates: others.isEmpty
          ? [] : ([entry] + others).map { ($0.frontMatter.language, $0.path) })
    }
    let editors = pages.filter { !$0.isDraft }.map { page in
      Sitemap.Entry(
        path: page.path, updated: page.isNews ? page.date : nil,
        alternates: pages.filter { $0.name == page.name }.map { ($0.language, $0.path) })
    }
    let lists = frames.filter { !$0.isHidden }.map {
      Sitemap.Entry(path: $0.path, alternates: $0.alternates)
    }
    return articles + editors + lists
  }
}

extension Article {
  /// How many places a converter was not sure of.
  var doubtCount: Int {
    var count = DoubtCount()
    accept(&count)
    return frontMatter.doubts.count + count.doubts
  }
}

private struct DoubtCount: Visitor {
  var doubts = 0

  mutating func visit(_ block: Block) -> Descent {
    doubts += block.doubts.count
    return .inside
  }

  mutating func visit(_ note: Note) -> Descent {
    doubts += note.doubts.count
    return .inside
  }

  mutating func visit(text: [Inline], _ role: TextRole, in block: Block) -> Descent { .past }
}
