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
      for (key, slug) in named where catalogue.bySlug[slug] == nil {
        findings.append(
          Finding(
            .unknownArticle, .warning, file: entry.file, facts: ["key": key, "value": slug]))
      }
    }
    findings += aliases().refused
    for (key, entries) in [("menu", publication.menu), ("footer", publication.footer)] {
      for entry in entries {
        guard let name = entry.page, !pages.contains(where: { $0.name == name }) else { continue }
        findings.append(
          Finding(
            .unknownPage, .warning, file: "publication.yaml",
            facts: ["key": key, "value": name]))
      }
    }
    return findings
  }

  /// The paths of articles' older addresses, and those that lead out of the site, or that an
  /// article, an editors' page or an older address has already.
  func aliases() -> (granted: [(entry: ArticleEntry, path: String)], refused: [Finding]) {
    var taken = Set(catalogue.articles.map(\.path) + pages.map(\.path))
    var granted: [(ArticleEntry, String)] = []
    var refused: [Finding] = []
    for entry in catalogue.articles {
      for alias in entry.frontMatter.aliases {
        if let path = Redirect.path(of: alias), taken.insert(path).inserted {
          granted.append((entry, path))
        } else {
          refused.append(.wrongAlias(alias, of: entry))
        }
      }
    }
    return (granted, refused)
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
        path: page.path,
        alternates: pages.filter { $0.name == page.name }.map { ($0.language, $0.path) })
    }
    let lists = frames.filter { !$0.isHidden }.map {
      Sitemap.Entry(path: $0.path, alternates: $0.alternates)
    }
    return articles + editors + lists
  }
}

extension Finding {
  static func wrongAlias(_ alias: String, of entry: ArticleEntry) -> Finding {
    Finding(.wrongAlias, .warning, file: entry.file, facts: ["value": alias])
  }
}

extension Article {
  /// How many places a converter was not sure of.
  var doubtCount: Int {
    func count(_ blocks: [Block]) -> Int {
      blocks.reduce(0) { sum, block in
        var inner = block.doubts.count
        switch block.content {
        case .quotation(let blocks): inner += count(blocks)
        case .list(let list): for item in list.items { inner += count(item.blocks) }
        default: break
        }
        return sum + inner
      }
    }
    return frontMatter.doubts.count + count(blocks)
      + notes.reduce(0) { $0 + $1.doubts.count + count($1.blocks) }
  }
}
