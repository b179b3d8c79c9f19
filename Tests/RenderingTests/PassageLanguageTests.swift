import Testing

@testable import Rendering

@Suite struct PassageLanguageTests {
  @Test(arguments: [
    ("The poem این شعر را از او شنیدم است here", "fa"),
    ("The words הדברים על המים של הארץ here", "he"),
    ("The song דאָס איז דער טאַטע און די מאַמע here", "yi"), ("The text في هذا الكتاب من here", "ar"),
  ])
  func passagesOfOneScriptAreToldByTheirSmallWords(_ text: String, _ language: String) {
    #expect(marked("en", text).contains("lang=\"\(language)\""), "\(marked("en", text))")
  }

  @Test func russianAndFrenchStandInHebrew() {
    #expect(marked("he", "הספר Война и мир נודע").contains("lang=\"ru\""))
    #expect(marked("he", "הספר Les Misérables dans le texte נודע").contains("lang=\"fr\""))
  }
}
