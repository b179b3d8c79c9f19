import Testing

@testable import Publishing

@Suite struct ScriptStripperTests {
  private func stripped(_ script: String) -> String {
    String(decoding: ScriptStripper.stripped(Array(script.utf8)), as: UTF8.self)
  }

  @Test func leavesOutWhatOnlyWritersRead() {
    #expect(
      stripped(
        "/** What it does.\n * More. */\nfunction a(b) {\n  // Why.\n  return [b + 1, `${b} c`]; // here\n}\n"
      )
        == "function a(b){return[b+1,`${b} c`];}\n")
  }

  /// What a line's end or a space means is kept.
  @Test(arguments: [
    ("a = b\n  (c)", "a=b\n(c)\n"), ("a\n++b", "a\n++b\n"), ("a + +b - -c", "a+ +b- -c\n"),
    ("1 .toFixed(2)", "1 .toFixed(2)\n"), ("return\na", "return\na\n"),
    ("x = {\n  a,\n  b\n}", "x={a,b}\n"), ("a\n  .b()\n  ?.c()", "a.b()?.c()\n"),
    ("} else {\n", "}else{\n"), ("/* a */ b();", "b();\n"), ("in /a b/g", "in/a b/g\n"),
    ("a = /[/] \"/g, b", "a=/[/] \"/g,b\n"), ("if (a) / b/.test(c)", "if(a)/ b/.test(c)\n"),
    ("(a) / b / c", "(a)/b/c\n"),
    ("`a\n  ${b(`c  ${ {} }`)}  //`", "`a\n  ${b(`c  ${{}}`)}  //`\n"),
    ("'it\\'s  a' + \"//\"", "'it\\'s  a'+\"//\"\n"),
    ("async x => { await x }", "async x=>{await x}\n"),
  ])
  func keepsWhatCounts(script: String, expected: String) { #expect(stripped(script) == expected) }

  @Test(arguments: [
    "/* never ended\n a();\n", "const a = `one\n", "a = 'one\n'", "{ } / a /  b\n", "a++ /  b\n",
  ])
  func leavesWhatItDoesNotUnderstand(script: String) { #expect(stripped(script) == script) }
}
