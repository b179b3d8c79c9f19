import Testing

@testable import Publishing

@Suite struct SVGCleanerTests {
  private func cleaned(_ inside: String) -> String {
    let source = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">\(inside)</svg>"
    return String(decoding: SVGCleaner.clean(Array(source.utf8)).bytes, as: UTF8.self)
      .replacing("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">", with: "")
      .replacing("</svg>", with: "")
  }

  @Test func drawingsStayAsTheyAre() {
    for drawing in [
      "<title>מים &amp; דרכים</title><path d=\"M0 0h9\" fill=\"url(#a)\" stroke-width=\"2\"/>",
      "<g transform=\"scale(2)\"><text x=\"1\" text-anchor=\"end\" direction=\"rtl\">שלום</text></g>",
      "<defs><linearGradient id=\"a\"><stop offset=\"0\" stop-color=\"#fff\"/></linearGradient></defs>",
      "<style>.a { fill: url(#b); }</style><use href=\"#a\"/>",
      "<image href=\"data:image/png;base64,iVBORw0KGgo=\" width=\"1\"/>",
    ] {
      #expect(cleaned(drawing) == drawing)
    }
  }

  @Test func whatActsIsLeftOut() {
    for attack in [
      "<script>alert(1)</script>", "<script href=\"data:text/javascript,alert(1)\"/>",
      "<ScRiPt>alert(1)</ScRiPt>", "<rect onload=\"alert(1)\"/>", "<rect ONCLICK='alert(1)'/>",
      "<a href=\"javascript:alert(1)\"><rect/></a>",
      "<a xlink:href=\"java&#x0A;script:alert(1)\"><rect/></a>",
      "<foreignObject><iframe src=\"https://evil.example\"/></foreignObject>",
      "<use href=\"data:image/svg+xml;base64,PHN2Zz4=#x\"/>",
      "<use href=\"https://evil.example/#a\"/>",
      "<image href=\"https://evil.example/pixel.png\"/>",
      "<image href=\"data:image/svg+xml,&lt;svg onload='alert(1)'/&gt;\"/>",
      "<animate attributeName=\"href\" values=\"javascript:alert(1)\"/>",
      "<set attributeName=\"onmouseover\" to=\"alert(1)\"/>",
      "<style>@import 'https://evil.example/a.css';</style>",
      "<style>rect { fill: url(https://evil.example/a) }</style>",
      "<style>rect { fill: u\\72l(https://evil.example/a) }</style>",
      "<style><![CDATA[ @import url(//evil.example) ]]></style>",
      "<rect style=\"background: url('//evil.example/a')\"/>",
      "<rect fill=\"url(&#104;ttps://evil.example)\"/>",
      "<handler xmlns:ev=\"http://www.w3.org/2001/xml-events\" ev:event=\"load\">alert(1)</handler>",
      "<x:script xmlns:x=\"http://www.w3.org/2000/svg\">alert(1)</x:script>",
      "<g xmlns=\"http://www.w3.org/1999/xhtml\" onload=\"alert(1)\"/>",
    ] {
      let page = cleaned(attack)
      for word in ["alert", "evil", "javascript", "script", "xhtml"] {
        #expect(!page.lowercased().contains(word), "\(attack) became \(page)")
      }
    }
  }

  @Test func entitiesAndDocumentTypesAreLeftOut() {
    let bomb = """
      <?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "<script>alert(1)</script>"><!ENTITY b "&a;&a;">]>
      <?xml-stylesheet href="https://evil.example/a.css"?>
      <svg xmlns="http://www.w3.org/2000/svg"><text>&b;&amp;</text><!-- comment --></svg>
      """
    let (bytes, removed) = SVGCleaner.clean(Array(bomb.utf8))
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>&amp;b;&amp;</text></svg>")
    #expect(removed == ["DOCTYPE"])
  }

  @Test func whatIsNoDrawingBecomesAnEmptyOne() {
    for source in [
      "", "text", "<svg", "<svg><g></svg>", "<svg a=b/>", "<svg a=\"<\"/>",
      "<svg x=\"1\" x=\"2\"/>",
    ] {
      let bytes = SVGCleaner.clean(Array(source.utf8)).bytes
      #expect(String(decoding: bytes, as: UTF8.self).hasPrefix("<svg xmlns"), "\(source)")
      #expect(!String(decoding: bytes, as: UTF8.self).contains("<g"))
    }
    let deep = String(repeating: "<g>", count: 100_000)
    #expect(SVGCleaner.clean(Array(deep.utf8)).removed.contains("XML"))
    #expect(SVGCleaner.clean([0xFF, 0xFE, 0x3C]).removed.contains("XML"))
  }
}
