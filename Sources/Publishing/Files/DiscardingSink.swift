/// A site that is made to see whether it can be, and of which nothing is kept.
struct DiscardingSink: SiteSink {
  var path: String { "" }
  func write(_ bytes: [UInt8], to relative: String) throws(FileFault) -> Bool {
    try SitePath.check(relative)
    return false
  }
  func has(_ relative: String) -> Bool { false }
  func keep(_ relative: String, _ facts: Files.Facts?) -> Bool { false }
  func release(_ paths: some Collection<String>) {}
}
