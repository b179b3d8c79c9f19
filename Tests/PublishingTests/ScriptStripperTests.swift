import Testing

@testable import Publishing

@Suite struct ScriptStripperTests {
  private func stripped(_ script: String) -> String {
    String(decoding: ScriptStripper.stripped(Array(script.utf8)), as: UTF8.self)
  }

  @Test func leavesOutLinesThatAreComments() {
    #expect(
      stripped(
        "/** What it does.\n * More. */\nfunction a() {\n  // Why.\n  return 1; // here\n}\n")
        == "function a() {\nreturn 1; // here\n}\n")
  }

  @Test(arguments: [
    "const a = `one\n  two`;\n", "/* a */ b();\n", "/* never ended\n a();\n",
    "const a = \"//\";\n", "a();\n* b();\n",
  ])
  func leavesWhatItDoesNotUnderstand(script: String) { #expect(stripped(script) == script) }
}
