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
      // Attributes stand in the order of their names.
      "<title>מים &amp; דרכים</title><path d=\"M0 0h9\" fill=\"url(#a)\" stroke-width=\"2\"/>",
      "<g transform=\"scale(2)\"><text direction=\"rtl\" text-anchor=\"end\" x=\"1\">שלום</text></g>",
      "<defs><linearGradient id=\"a\"><stop offset=\"0\" stop-color=\"#fff\"/></linearGradient></defs>",
      "<style>.a { fill: url(#b) }</style><use href=\"#a\"/>",
      "<style>.a, g &gt; .b { fill: rgb(1, 2, 3); font-family: 'Frank Ruehl', serif }</style>",
      "<rect style=\"fill: url(&quot;#b&quot;); stroke: #fff\"/>",
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
      // Tokens in pieces, in other words, and functions and at-rules that fetch.
      "<style>@im<!-- -->port 'https://evil.example/a';</style>",
      "<style>@im<![CDATA[port 'https://evil.example/a';]]></style>",
      "<style>@im<?x ?>port 'https://evil.example/a';</style>",
      "<style>&#64;import 'https://evil.example/a';</style>",
      "<style>a{} @import/**/'https://evil.example/a'; b{}</style>",
      "<style>rect{fill:u<!-- -->rl(https://evil.example/a#b)}</style>",
      "<style>svg{background-image:&#117;rl('https://evil.example/a')}</style>",
      "<style>svg{background-image:image-set('https://evil.example/a' 1x)}</style>",
      "<style>svg{cursor:-webkit-image-set('https://evil.example/a' 1x),auto}</style>",
      "<style>svg{fill:src('https://evil.example/a')}</style>",
      "<style>svg{mask:cross-fade(url(#a),'https://evil.example/a')}</style>",
      "<style>text::before{content:'evil'}</style>",
      "<style>@font-face{font-family:evil;src:url(//evil.example/f)}</style>",
      "<style>@media all{rect{fill:url(//evil.example/f)}}</style>",
      "<style>rect{fill:URL(//evil.example/f)}</style>",
      "<style>rect{fill:url( '//evil.example/f' )}</style>",
      "<style>rect{fill:url(#a);mask:url(#a) url(//evil.example/f)}</style>",
      "<style>rect{--x:url(//evil.example/f);fill:var(--x)}</style>",
      "<style>rect{fill:red</style><rect style=\"}*{fill:url(//evil.example)}\"/>",
      "<rect style=\"fill:red;background:image-set('https://evil.example/a' 1x)\"/>",
      "<rect cursor=\"url(https://evil.example/a),auto\"/>",
      "<rect filter=\"url(//evil.example/a#b)\"/>", "<feImage href=\"https://evil.example/a\"/>",
      "<use xlink:href=\"//evil.example/a#b\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"/>",
      "<use y:href=\"//evil.example/a#b\" xmlns:y=\"http://www.w3.org/1999/xlink\"/>",
      "<image xml:base=\"https://evil.example/\" href=\"a.png\"/>",
      "<textPath href=\"https://evil.example/#a\">x</textPath>",
      "<svg:script xmlns:svg=\"http://www.w3.org/2000/svg\">alert(1)</svg:script>",
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
        == "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>&amp;</text></svg>")
    #expect(removed == [])
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

  @Test func whatIsCleanStaysAsItIs() {
    for source in [
      // No drawing, and one that was cut off.
      "", "<svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><style>.a, g > .b { fill: <",
      "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
      // Line ends and tabs in a value, which a reader takes for spaces unless they are references.
      "<svg xmlns=\"http://www.w3.org/2000/svg\"><path id=\"a&#10;b&#9;c&#13;d\" d=\"M0 0&#10;L1 1\"/></svg>",
      "<svg xmlns=\"http://www.w3.org/2000/svg\"><style>a{fill:red}/*&gt;*/g&gt;a{fill:url(#x)}</style></svg>",
      "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>a&#13;&lt;b<script/>c</text></svg>",
    ] {
      let once = SVGCleaner.clean(Array(source.utf8)).bytes
      let twice = SVGCleaner.clean(once).bytes
      #expect(String(decoding: twice, as: UTF8.self) == String(decoding: once, as: UTF8.self))
    }
  }

  @Test func copiesOfCopiesHaveALimit() {
    var inside = "<g id=\"a0\"><rect/></g>"
    for number in 1...40 {
      inside +=
        "<g id=\"a\(number)\"><use href=\"#a\(number - 1)\"/><use href=\"#a\(number - 1)\"/></g>"
    }
    #expect(!cleaned(inside).contains("<use"))
    #expect(!cleaned("<g id=\"a\"><use href=\"#a\"/></g>").contains("<use"))
    #expect(cleaned("<g id=\"a\"/><use href=\"#a\"/><use href=\"#a\"/>").contains("<use"))
  }

  @Test func commentsCostNoMoreThanTheirLength() {
    let source =
      "<svg xmlns=\"http://www.w3.org/2000/svg\">"
      + String(repeating: "<!-- x", count: 100_000) + "</svg>"
    #expect(SVGCleaner.clean(Array(source.utf8)).removed.contains("XML"))
    let style = String(repeating: "/* ", count: 100_000)
    #expect(SVGStyle.sheet(style + "a{fill:red}").text == "")
  }
}
