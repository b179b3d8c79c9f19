import Foundation
import Testing

@testable import Publishing

@Suite struct OutputFolderTests {
  /// Two articles of the same text have one file in the search index.
  @Test func whatIsNamedByItsContentIsWrittenOnceHoweverManyWriteIt() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("output-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let output = try OutputFolder(folder, isDurable: false)
    defer { output.discard() }
    for round in 0..<50 {
      let written = Parallel.map(8, threads: 8) { _ in
        try? output.write([1, 2, 3], to: "search/a-\(round).bin")
      }
      #expect(written.count { $0 == true } == 1 && !written.contains(nil))
    }
    #expect(throws: FileFault.self) {
      try output.write([1], to: "index.html")
      try output.write([2], to: "index.html")
    }
  }
}
