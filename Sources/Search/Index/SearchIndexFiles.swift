/// Which files an index has.
public enum SearchIndexFiles {
  /// The paths of every file of an index but its manifest, relative to the site's root.
  ///
  /// - Parameter read: gives the bytes of a file by its path.
  /// - Throws: what `read` throws, or `IndexFault`.
  public static func paths(read: (String) throws -> [UInt8]) throws -> [String] {
    let path = IndexFile.path(.manifest, hash: 0)
    let manifest = try Manifest(
      IndexFile.content(of: try read(path), kind: .manifest, path: path), path: path)
    var paths = [
      IndexFile.path(.letters, hash: manifest.letters),
      IndexFile.path(.facets, hash: manifest.facets),
      IndexFile.path(.suggestions, hash: manifest.suggestions),
    ]
    paths += manifest.terms.map { IndexFile.path(.terms, hash: $0.hash) }
    paths += manifest.reversed.map { IndexFile.path(.reversed, hash: $0.hash) }
    for block in manifest.postings {
      paths.append(IndexFile.path(.postings, hash: block.hash))
      paths.append(IndexFile.path(.positions, hash: block.hash))
    }
    for hash in manifest.directory {
      let path = IndexFile.path(.directory, hash: hash)
      paths.append(path)
      var reader = ByteReader(
        try IndexFile.content(of: try read(path), kind: .directory, path: path), path: path)
      while !reader.isAtEnd {
        paths.append(IndexFile.path(.article, hash: try DirectoryFile.read(&reader).hash))
      }
    }
    return paths
  }
}
