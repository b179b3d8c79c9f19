import Glibc
import Testing

@testable import Preview

@Suite struct LoopbackSocketTests {
  @Test func saysThatAPortIsTaken() throws {
    let first = try LoopbackSocket(port: 0)
    defer { close(first.descriptor) }
    do {
      let second = try LoopbackSocket(port: first.port)
      close(second.descriptor)
      Issue.record("two programs listen on one port")
    } catch {
      #expect(error.isTaken && error.port == first.port)
    }
  }

  @Test func takesTheNextPortWhereItMay() throws {
    let first = try LoopbackSocket(port: 0)
    defer { close(first.descriptor) }
    guard first.port < UInt16.max - 20 else { return }
    let second = try LoopbackSocket.first(from: first.port, of: 20)
    defer { close(second.descriptor) }
    #expect(second.port > first.port)
  }
}
