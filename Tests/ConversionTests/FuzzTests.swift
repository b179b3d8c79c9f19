import Foundation
import Manuscript
import Testing

@testable import Conversion

/// Random texts through the whole conversion, for as long as DAF_FUZZ_SECONDS says (2 unless said),
/// from the seed DAF_FUZZ_SEED (1): no crash, no letter lost.
@Suite struct FuzzTests {
  @Test func `No text harms the converter, and none loses a letter`() throws {
    let environment = ProcessInfo.processInfo.environment
    let seconds = environment["DAF_FUZZ_SECONDS"].flatMap(Double.init) ?? 2
    var seed = environment["DAF_FUZZ_SEED"].flatMap(UInt64.init) ?? 1
    let sample = (LineRepairTests.habits + OrderTests.text).joined(separator: "\n")
    let end = Date().addingTimeInterval(seconds)
    while Date() < end {
      seed += 1
      var damage = Damage(seed: seed)
      let text = seed % 3 == 0 ? damage.noise(length: 400) : damage.damaged(sample + sample)
      guard let pages = try? Papers.pages(text) else { continue }
      let conversion = Converter().convert(pages)
      let lost = Loss.letters(pages, conversion)
      #expect(lost == "", "seed \(seed)")
      if !lost.isEmpty { break }
    }
  }
}
