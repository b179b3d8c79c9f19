import Orthography

/// The style sheet of PDFs, for WeasyPrint (CSS Paged Media, Generated Content for Paged Media).
enum PrintStyle {
  /// - Parameter language: that of the sheet as a whole, whose side the binding is on.
  static func text(_ language: String) -> String {
    let isRightToLeft = Direction(language: language) == .rightToLeft
    // The typesetter knows no logical sides for what stands in the margin.
    let (start, end) = isRightToLeft ? ("right", "left") : ("left", "right")
    return """
      @page {
        size: 170mm 240mm; margin: 24mm 24mm 24mm 24mm;
        @top-center { content: string(running); font-size: 8pt; }
        @bottom-center { content: counter(page); font-size: 9pt; }
        @footnote { border-top: 0.4pt solid; padding-top: 1.5mm; margin-top: 3mm; }
      }
      @page :first { @top-center { content: none; } }
      article { string-set: running attr(data-running); }
      html { font-family: "Noto Serif", "Noto Serif Hebrew", Amiri, serif; font-size: 11pt;
        line-height: 1.5; }
      :lang(he) { font-family: "Frank Ruehl CLM", "Noto Serif Hebrew", "Noto Serif", serif; }
      :lang(ar) { font-family: Amiri, "Noto Naskh Arabic", "Noto Serif", serif;
        line-height: 1.7; }
      :lang(en) { font-family: "Noto Serif", serif; }
      article { break-before: page; }
      article:first-child { break-before: auto; }
      h1 { font-size: 18pt; line-height: 1.3; bookmark-level: 1; margin: 0 0 4mm; }
      h2 { font-size: 13pt; line-height: 1.3; bookmark-level: 2; margin: 7mm 0 2mm; }
      h3, h4, h5, h6 { font-size: 11pt; line-height: 1.3; bookmark-level: 3; margin: 5mm 0 1mm; }
      h1, h2, h3, h4, h5, h6 { break-after: avoid; text-align: start; }
      p { margin: 0; text-align: justify; text-indent: 1.2em; position: relative;
        orphans: 2; widows: 2; }
      h2 + p, h3 + p, h4 + p, header p, .notice, blockquote p, figure p, td p, li p
        { text-indent: 0; }
      header { margin-bottom: 8mm; }
      header p, figcaption { text-align: start; }
      .subtitle { font-size: 13pt; }
      .authors { font-weight: bold; margin-top: 3mm; }
      .affiliation, .source, .address { font-size: 9pt; }
      header .address { text-align: \(start); }
      .abstract { font-size: 10pt; margin: 0 8mm 6mm; }
      .notice { border: 0.6pt solid; padding: 2mm 3mm; margin-bottom: 4mm; }
      blockquote { margin: 3mm 8mm; font-size: 10pt; }
      li { position: relative; text-align: start; }
      .bibliography ul { list-style: none; padding: 0; }
      .bibliography li { margin-bottom: 1.2mm; }
      .back-links, .bracket { display: none; }
      .page-break { position: absolute; \(start): -18mm; width: 14mm; font-size: 8pt;
        text-indent: 0; text-align: \(end); font-weight: normal; font-style: normal; }
      .page-break-line { position: relative; height: 0; }
      .note-mark { font-size: 65%; vertical-align: super; line-height: 0; }
      .note-mark::before { content: "\\2060"; }
      .footnote { float: footnote; font-size: 8.5pt; line-height: 1.35; text-indent: 0;
        text-align: start; font-weight: normal; font-style: normal; }
      .footnote::footnote-call { content: "\\2060" attr(data-label); font-size: 65%;
        vertical-align: super; line-height: 0; font-weight: normal; }
      .footnote::footnote-marker { content: attr(data-label) ". "; }
      .footnote[data-series="marks"] { padding-inline-start: 1em; font-style: italic; }
      .note-mark-next::before { content: ","; }
      .number { white-space: nowrap; }
      .verse { margin: 3mm 8mm; }
      .verse p { text-align: start; text-indent: 0; }
      .half-lines { white-space: pre-wrap; }
      .source { text-align: \(end); font-size: 9pt; }
      .box { border: 0.6pt solid; padding: 3mm; margin: 4mm 0; break-inside: avoid; }
      .lettered { list-style: none; padding: 0; }
      .numerals-arab { list-style-type: arabic-indic; }
      .numerals-arab:lang(fa) { list-style-type: persian; }
      .numerals-hebr { list-style-type: hebrew; }
      dt { font-weight: bold; }
      dd { margin: 0 8mm 1mm; }
      .formula { text-align: center; margin: 3mm 0; text-indent: 0; }
      caption { caption-side: bottom; text-align: start; padding-top: 1mm; }
      .align-start { text-align: \(start); }
      .align-center { text-align: center; }
      .align-end { text-align: \(end); }
      table { border-collapse: collapse; margin: 3mm 0; font-size: 9pt; }
      th, td { border: 0.4pt solid; padding: 1mm 2mm; text-align: start; }
      figure { margin: 4mm 0; break-inside: avoid; text-align: center; }
      img { max-width: 100%; max-height: 120mm; }
      pre { font-size: 8pt; white-space: pre-wrap; }
      a { color: inherit; text-decoration: none; }
      .title-page { text-align: center; padding-top: 60mm; break-after: page; }
      .contents { break-after: page; }

      """
  }
}
