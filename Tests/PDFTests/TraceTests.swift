import Foundation
import Testing

@testable import PDF

/// The glyphs of real files beside those that MuPDF's `mutool` finds, where it is installed.
@Suite struct TraceTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../shared").standardizedFileURL

  private static var papers: [URL] {
    ["round-trip/pdf", "layouts/pdf"].flatMap { part in
      (try? FileManager.default.contentsOfDirectory(
        at: folder.appendingPathComponent(part), includingPropertiesForKeys: nil)) ?? []
    }.filter { $0.pathExtension == "pdf" }.sorted { $0.path < $1.path }
  }

  @Test(.enabled(if: !papers.isEmpty, "the shared papers are not here"))
  func placesAgreeWithMuPDF() throws {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/mutool") else { return }
    for paper in Self.papers {
      let document = try PDFReader.read([UInt8](Data(contentsOf: paper)))
      let traced = try Self.traced(paper)
      #expect(traced.count == document.pages.count)
      for (page, theirs) in zip(document.pages, traced) {
        let ours = Set(
          page.glyphs.map { Self.key($0.x0, $0.y) } + page.glyphs.map { Self.key($0.x1, $0.y) })
        let found = theirs.count { ours.contains($0) }
        #expect(Double(found) >= 0.97 * Double(theirs.count), "\(paper.lastPathComponent)")
      }
    }
  }

  private static func key(_ x: Double, _ y: Double) -> String {
    "\((x).rounded()) \((y).rounded())"
  }

  /// The origins of the glyphs with ink on each page.
  private static func traced(_ paper: URL) throws -> [[String]] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/mutool")
    process.arguments = ["draw", "-q", "-N", "-F", "trace", paper.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    var pages: [[String]] = []
    var matrix = Matrix.identity
    for line in output.split(separator: "\n") {
      let words = line.split(separator: "\"", omittingEmptySubsequences: false)
      func value(_ name: String) -> String? {
        words.indices.dropLast().first { words[$0].hasSuffix(" \(name)=") }.map {
          String(words[$0 + 1])
        }
      }
      if line.contains("<page ") {
        pages.append([])
      } else if line.contains("_text ") {
        matrix =
          value("transform").flatMap { Matrix($0.split(separator: " ").compactMap { Double($0) }) }
          ?? .identity
      } else if line.contains("<g "), value("unicode") != " ", value("glyph") != "-1",
        let x = value("x").flatMap(Double.init), let y = value("y").flatMap(Double.init),
        !pages.isEmpty
      {
        let place = matrix.apply(x, y)
        pages[pages.count - 1].append(key(place.x, place.y))
      }
    }
    return pages
  }
}
