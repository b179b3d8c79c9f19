@testable import Search

/// Every file of an index, the articles' own among them.
func indexFiles(_ segments: [SearchSegment], readings: WordReadings = .none) -> [IndexFile] {
  var files: [IndexFile] = []
  let read = { (place: Int) in segments[place] }
  merged(segments).write(readings: readings, read: read) { files.append($0) }
  return files + segments.flatMap(\.files)
}

func merged(_ segments: [SearchSegment]) -> SegmentMerge {
  SegmentMerge(segments.map(\.article.slug)) { segments[$0] }
}
