import Glibc
import Manuscript
import Search

/// The search index in steps that depend on nothing but files, so that other processes and other
/// machines may take them: the segment of each article, and the index out of all segments.
public enum SearchParts {
  /// An article's segment.
  public struct Segment: Sendable {
    /// The article's folder.
    public var folder: String
    /// A name for all that it depends on, by which it may be kept: sixteen hexadecimal digits.
    public var key: String
    public var bytes: [UInt8]
  }

  /// The segment of an article; `nil` for a draft, and where it cannot be read.
  ///
  /// - Parameter folder: the article's, with its `article.md`.
  public static func analyse(_ folder: String) -> (segment: Segment?, findings: [Finding]) {
    var folder = folder
    while folder.utf8.count > 1, folder.utf8.last == 0x2F { folder.removeLast() }
    let parent = Files.parent(of: folder) ?? "."
    let name = folder.split(separator: "/").last.map(String.init) ?? folder
    let folders = ArticleFolders(folder: parent, name: parent)
    let (entry, findings) = folders.entry(name)
    let faults = findings.filter { $0.kind == .unreadableFile }
    guard let entry, !entry.frontMatter.isDraft else { return (nil, faults) }
    do throws(FileFault) {
      let source = try Files.read("\(folder)/article.md")
      let article = ManuscriptReader.read(source, file: entry.file).article
      let searchable = SearchableArticle(
        article, slug: entry.slug, url: Slug.percentEncoded(entry.path))
      let key = SearchSegment.key(of: searchable)
      return (Segment(folder: folder, key: key, bytes: SearchSegment(searchable).bytes), [])
    } catch {
      return (nil, [.unreadable(entry.file, error)])
    }
  }

  /// The ending of a file that holds a segment.
  public static let ending = ".segment"

  /// Writes segments into a folder, each as a file that is named by its key and appears in one step;
  /// one that is there already stays.
  ///
  /// - Throws: `FileFault`.
  public static func keep(_ segment: Segment, in folder: String) throws(FileFault) {
    let file = "\(folder)/\(segment.key)\(ending)"
    if Files.facts(file) != nil { return }
    let aside = "\(file).new-\(UInt64.random(in: 0 ... .max))"
    try Files.makeFolders(folder)
    try Files.create(aside, segment.bytes)
    try Files.move(aside, to: file)
  }

  /// What came of a merge.
  public struct Merged: Sendable {
    public var findings: [Finding] = []
    public var articles = 0
    public var files = 0
    /// The dictionary that the index was made with.
    public var dictionary: String?
    public var isDone = false
  }

  /// Makes the search index of the segments in some folders: the same bytes as a build of their
  /// articles makes.
  ///
  /// - Parameters:
  ///   - folders: of segments.
  ///   - output: the folder for the index, which is replaced in one step; the files are in `search/`
  ///     there, as in a site.
  ///   - dictionary: the program hspell; `nil` for rules alone.
  public static func merge(
    _ folders: [String], into output: String, dictionary: String? = "/usr/bin/hspell"
  ) -> Merged {
    var merged = Merged()
    do throws(FileFault) {
      var files: [String: String] = [:]
      for folder in folders {
        for entry in try Files.list(folder) where entry.name.hasSuffix(ending) {
          files[entry.name] = "\(folder)/\(entry.name)"
        }
      }
      var slugs: [String] = []
      var paths: [String] = []
      var taken: [String: String] = [:]
      for (_, path) in files.sorted(by: { $0.key < $1.key }) {
        guard let segment = SearchSegment(bytes: try Files.read(path)) else {
          merged.findings.append(Finding(.damagedSegment, .error, file: path))
          continue
        }
        if let other = taken[segment.slug] {
          merged.findings.append(
            Finding(
              .sameAddress, .error, file: path, facts: ["address": segment.slug, "other": other]))
          continue
        }
        taken[segment.slug] = path
        slugs.append(segment.slug)
        paths.append(path)
      }
      guard merged.findings.isEmpty else { return merged }
      try write(slugs, paths, output, dictionary, &merged)
    } catch {
      merged.findings.append(.unwritable(error))
    }
    return merged
  }

  private static func write(
    _ slugs: [String], _ paths: [String], _ output: String, _ dictionary: String?,
    _ merged: inout Merged
  ) throws(FileFault) {
    let folder: OutputFolder
    do throws(OutputFolder.Refusal) {
      folder = try OutputFolder(output)
    } catch {
      switch error {
      case .foreign(let path): merged.findings.append(Finding(.foreignOutput, .error, file: path))
      case .fault(let fault): throw fault
      }
      return
    }
    func read(_ place: Int) throws(FileFault) -> SearchSegment {
      guard let segment = SearchSegment(bytes: try Files.read(paths[place])) else {
        throw FileFault(paths[place], EILSEQ, isOfReading: true)
      }
      return segment
    }
    do throws(FileFault) {
      let merge = try SegmentMerge(slugs, read: read)
      let readings =
        dictionary.map { HspellProgram.readings(of: merge.wordsForDictionary, path: $0) } ?? .none
      if let reason = readings.failure {
        merged.findings.append(
          Finding(.programFailed, .error, file: dictionary ?? "", facts: ["reason": reason]))
        folder.discard()
        return
      }
      var written: Set<String> = []
      func put(_ file: IndexFile) throws(FileFault) {
        if written.insert(file.path).inserted { try folder.write(file.bytes, to: file.path) }
      }
      for place in paths.indices {
        for file in try read(place).files { try put(file) }
      }
      try merge.write(readings: readings, read: read, write: put)
      try folder.exchange()
      merged.articles = slugs.count
      merged.files = written.count
      merged.dictionary = readings.source
      merged.isDone = true
    } catch {
      folder.discard()
      throw error
    }
  }
}
