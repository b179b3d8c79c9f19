import Conversion
import Desk
import Foundation
import Manuscript
import Preview
import Publishing

/// What the desk wants of the command: papers become articles of the publication, as `daf convert`
/// makes them.
struct DeskPapers {
  /// The folder Articles.
  let articles: String

  var host: DeskHost {
    let articles = articles
    return DeskHost(
      articles: articles,
      convert: { paper, progress in Self.convert(paper, into: articles, progress) },
      draft: { Self.draft(of: $0, in: articles) },
      print: { Self.print(of: $0, in: articles) },
      picture: { folder, page in
        Self.pages(of: folder, in: articles).flatMap { try? $0.picture(of: page).get() }
          .map { Array($0) }
      })
  }

  private static func pages(of folder: String, in articles: String) -> PaperPages? {
    let articles = URL(fileURLWithPath: articles, isDirectory: true)
    return PaperPages(
      article: articles.appendingPathComponent(folder, isDirectory: true),
      cache: articles.deletingLastPathComponent().appendingPathComponent(".daf/cache"))
  }

  /// A printed word takes a line of numbers in what the page is told, for there are many.
  private struct PrintView: Encodable {
    var pages: [[Double]]
    var words: [Word]

    struct Word: Encodable {
      var word: PaperPrint.Word

      func encode(to encoder: any Encoder) throws {
        var values = encoder.unkeyedContainer()
        try values.encode(word.text)
        try values.encode(word.page)
        try values.encode(word.line)
        for place in [word.area.x, word.area.y, word.area.width, word.area.height] {
          try values.encode((place * 10).rounded() / 10)
        }
      }
    }
  }

  private static func print(of folder: String, in articles: String) -> [UInt8]? {
    guard let print = pages(of: folder, in: articles).flatMap({ try? $0.print().get() }) else {
      return nil
    }
    let view = PrintView(
      pages: print.pages.map { [$0.width, $0.height] },
      words: print.words.map { PrintView.Word(word: $0) })
    return (try? JSONEncoder().encode(view)).map { Array($0) }
  }

  private static func convert(
    _ paper: DeskHost.Paper, into articles: String,
    _ progress: @escaping @Sendable (DeskHost.Progress) -> Void
  ) -> Result<DeskHost.Made, DeskHost.Refusal> {
    let data = Data(paper.bytes)
    let name = (paper.name as NSString).lastPathComponent
    var target = ConvertedArticle(path: name, paper: data, output: articles, address: nil)
    // A paper that is here already is not made anew: its article may be edited.
    if FileManager.default.fileExists(atPath: target.article.path), target.isOfThisPaper {
      return .success(DeskHost.Made(article: target.folderName, draft: nil))
    }
    var number = 2
    while FileManager.default.fileExists(atPath: target.article.path) {
      let stem = (name as NSString).deletingPathExtension
      target = ConvertedArticle(
        path: name, paper: data, output: articles, address: Slug.make(of: stem) + "-\(number)")
      number += 1
    }
    switch reading(name, data, for: target.article, progress).conversionApart() {
    case .failure(let failure): return .failure(DeskHost.Refusal(failure.finding))
    case .success(var conversion):
      if conversion.isDoubtful, !target.publishesDoubtful { conversion.makeDraft() }
      do {
        try target.write(conversion)
      } catch {
        return .failure(
          DeskHost.Refusal(
            Finding(
              .unwritableFile, .error, file: target.article.relativePath,
              facts: ["reason": (error as NSError).localizedDescription])))
      }
      return .success(DeskHost.Made(article: target.folderName, draft: conversion.draft))
    }
  }

  /// What the conversion of the paper knows of which an article was made.
  private static func draft(of folder: String, in articles: String) -> Draft? {
    let path = "\(articles)/\(folder)"
    let article = URL(fileURLWithPath: "\(path)/article.md")
    let record = ConversionRecord(
      contentsOf: URL(fileURLWithPath: "\(path)/\(ConversionRecord.fileName)"))
    guard let source = record?.source else { return nil }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    for name in names.sorted() where name != "article.md" && !name.hasPrefix(".") {
      guard let data = RegularFile.contents("\(path)/\(name)"),
        ContentHash.hexadecimal(of: data) == source,
        case .success(let conversion) = reading(name, data, for: article, { _ in })
          .conversionApart()
      else { continue }
      return conversion.draft
    }
    return nil
  }

  private static func reading(
    _ name: String, _ data: Data, for article: URL,
    _ progress: @escaping @Sendable (DeskHost.Progress) -> Void
  ) -> PaperReading {
    var options = PaperConversion.Options(language: nil, reader: Console.language)
    options.wantsDraft = true
    options.neighbours = InstalledCounts.neighbours(of: article)
    return PaperReading(
      name: name, data: data, options: options, tell: { _ in },
      progress: { _, done, all in progress(DeskHost.Progress(done: done, all: all)) })
  }
}
