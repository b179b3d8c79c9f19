/// Which files an index has.
public enum SearchIndexFiles {
  /// The paths of every file of an index but its manifest, relative to the site's root.
  ///
  /// - Parameter read: gives the bytes of a file by its path.
  /// - Throws: what `read` throws, or `IndexFault`.
  public static func paths(read: @escaping (String) throws -> [UInt8]) throws -> [String] {
    let index = try IndexReader(read: read)
    let manifest = index.manifest
    var paths = [IndexFile.path(.letters, .init(manifest.letters))]
    func add(_ kind: IndexFile.Kind, _ numbers: some Sequence<Int>) {
      paths += numbers.map { IndexFile.path(kind, .init(manifest.index, $0)) }
    }
    add(.facets, FacetsFile.Facet.allCases.map(\.rawValue))
    add(.suggestions, 0..<1)
    add(.branch, 0..<manifest.branchCount)
    add(.terms, 0..<manifest.terms.count)
    add(.reversed, 0..<manifest.reversed.count)
    add(.postings, 0..<manifest.postings.count)
    add(.places, 0..<manifest.postings.count)
    let blocks = try index.postingsBlocks()
    add(.furtherPlaces, blocks.indices.filter { blocks[$0].hasFurtherPlaces })
    add(.directory, 0..<manifest.directoryCount)
    for number in 0..<manifest.directoryCount {
      let name = IndexFile.Name(manifest.index, number)
      let path = IndexFile.path(.directory, name)
      var reader = ByteReader(
        try IndexFile.content(of: try read(path), .directory, name), path: path)
      while !reader.isAtEnd {
        let entry = try DirectoryFile.read(&reader)
        paths += (0..<entry.pieces).map { IndexFile.path(.article, .init(entry.hash, $0)) }
      }
    }
    return paths
  }
}
