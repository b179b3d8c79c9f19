import Testing

@testable import Publishing

@Suite struct ShardTests {
  @Test func everyIndexIsOfOnePart() throws {
    for count in 1...7 {
      let parts = try (1...count).map { try #require(Shard("\($0)/\(count)")) }
      for index in 0..<50 { #expect(parts.count { $0.has(index) } == 1) }
      #expect(parts.count(where: \.isFirst) == 1)
    }
  }

  @Test func whatIsNoPartIsNone() {
    for text in ["", "1", "/", "0/1", "2/1", "1/0", "-1/2", "1/2/3", "a/b", "1 / 2", "１/２"] {
      #expect(Shard(text) == nil, "\(text)")
    }
  }
}
