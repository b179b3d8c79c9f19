import Testing

@testable import Exporting

@Suite struct FormulasTests {
  private static let formula = Formulas.Formula(tex: "x^2", isDisplayed: false)

  @Test func takesWhatTheProgramMade() {
    let tools = ExportTools { request in
      #expect(request.program == "pandoc")
      return .made(Array("<p><math display=\"inline\"><mi>x</mi></math></p>\n".utf8))
    }
    #expect(
      Formulas.mathML(of: [Self.formula], tools: tools)[Self.formula]
        == Array("<math display=\"inline\"><mi>x</mi></math>".utf8))
  }

  @Test func withoutTheProgramThereIsNone() {
    #expect(Formulas.mathML(of: [Self.formula], tools: ExportTools()).isEmpty)
    #expect(
      Formulas.mathML(of: [Self.formula], tools: ExportTools { _ in .failed("no") }).isEmpty)
  }

  @Test(arguments: [
    "<math><script>alert(1)</script></math>", "<math><mi href=\"javascript:x\">x</mi></math>",
    "<math onclick=\"x\"><mi>x</mi></math>", "<math><mi>x</mi", "<math><img src=\"x\"/></math>",
  ])
  func whatCouldActIsRefused(_ markup: String) {
    #expect(!Formulas.isMathML(markup))
  }

  @Test func mathMLOfTheProgramIsAccepted() {
    #expect(
      Formulas.isMathML(
        "<math display=\"inline\" xmlns=\"http://www.w3.org/1998/Math/MathML\"><semantics><mrow>"
          + "<mfrac><mi>a</mi><mi>b</mi></mfrac><mo>&lt;</mo></mrow>"
          + "<annotation encoding=\"application/x-tex\">a &lt; b</annotation></semantics></math>"))
  }
}
