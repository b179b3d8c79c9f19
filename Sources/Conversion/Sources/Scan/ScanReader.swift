import Markup

/// Reads what programs for reading scans write: tesseract's table, hOCR (hOCR 1.2) and ALTO (Library
/// of Congress, versions 2 to 4). All three say lines of words with boxes and how sure the program was
/// of each.
enum ScanReader {
  /// The pages, and the words of each line of which the program was not sure, by the lines' numbers.
  struct Reading {
    var pages: [Page] = []
    var unsure: [Int: [String]] = [:]
  }

  /// A word is sure from this on (of 100): of words that tesseract 5.3 read in Hebrew and Arabic scans
  /// at 300 dpi, those below are wrong more often than not.
  static let sureFrom = 60.0

  private struct Word {
    var text: String
    var confidence: Double
  }

  /// A line, and whether a paragraph or column begins with it.
  private struct ScannedLine {
    var words: [Word]
    var box: Box?
    var beginsBlock: Bool
  }

  // MARK: - Formats

  /// A table of tesseract (`tesseract page.png page tsv`); of several pages that were read apart, the
  /// tables stand one behind another.
  static func table(_ bytes: [UInt8]) -> Reading {
    var pages: [[ScannedLine]] = []
    var line: (key: [Substring], words: [Word], box: Box)?
    var lastParagraph: [Substring] = []
    func flush() {
      guard let found = line, !found.words.isEmpty else { return }
      let paragraph = Array(found.key.prefix(3))
      pages[max(0, pages.count - 1)].append(
        ScannedLine(words: found.words, box: found.box, beginsBlock: paragraph != lastParagraph))
      lastParagraph = paragraph
    }
    for row in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let cells = row.split(separator: "\t", maxSplits: 11, omittingEmptySubsequences: false)
      guard cells.count >= 11, let level = Int(cells[0]) else { continue }
      switch level {
      case 1:
        flush()
        line = nil
        lastParagraph = []
        pages.append([])
      case 4:
        flush()
        let numbers = cells[6..<10].map { Double($0) ?? 0 }
        line = (
          Array(cells[1..<5]), [],
          Box(x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3])
        )
      case 5:
        guard cells.count == 12, !cells[11].allSatisfy(\.isWhitespace) else { continue }
        line?.words.append(Word(text: String(cells[11]), confidence: Double(cells[10]) ?? 0))
      default: continue
      }
    }
    if !pages.isEmpty { flush() }
    return reading(pages)
  }

  /// - Throws: `SourceFault`.
  static func hocr(_ bytes: [UInt8]) throws(SourceFault) -> Reading {
    let root = try element(bytes, isHTML: true)
    func named(_ element: MarkupElement, _ names: String...) -> Bool {
      (element["class"] ?? "").split(separator: " ").contains { names.contains(String($0)) }
    }
    func all(_ element: MarkupElement, _ names: String...) -> [MarkupElement] {
      var found: [MarkupElement] = []
      func walk(_ element: MarkupElement) {
        for child in element.elements {
          let classes = (child["class"] ?? "").split(separator: " ").map(String.init)
          if classes.contains(where: names.contains) { found.append(child) } else { walk(child) }
        }
      }
      walk(element)
      return found
    }
    let pages = all(root, "ocr_page").map { page -> [ScannedLine] in
      let paragraphs = all(page, "ocr_par")
      return (paragraphs.isEmpty ? [page] : paragraphs).flatMap { paragraph in
        let lines = all(paragraph, "ocr_line", "ocr_header", "ocr_textfloat", "ocr_caption")
        return lines.enumerated().map { index, line in
          let words = all(line, "ocrx_word").map { word in
            Word(
              text: Cleaning.clean(word.text).filter { !$0.isWhitespace },
              confidence: property("x_wconf", of: word).first ?? 100)
          }
          return ScannedLine(
            words: words.filter { !$0.text.isEmpty }, box: box(property("bbox", of: line)),
            beginsBlock: index == 0)
        }
      }
    }
    return reading(pages)
  }

  /// - Throws: `SourceFault`.
  static func alto(_ bytes: [UInt8]) throws(SourceFault) -> Reading {
    let root = try element(bytes, isHTML: false)
    func named(_ element: MarkupElement, _ name: String) -> [MarkupElement] {
      var found: [MarkupElement] = []
      func walk(_ element: MarkupElement) {
        for child in element.elements {
          if child.name.split(separator: ":").last.map(String.init) == name {
            found.append(child)
          } else {
            walk(child)
          }
        }
      }
      walk(element)
      return found
    }
    let pages = named(root, "Page").map { page in
      named(page, "TextBlock").flatMap { block in
        named(block, "TextLine").enumerated().map { index, line in
          let words = named(line, "String").compactMap { word -> Word? in
            // A word that a line's end parts is whole in its first half.
            if word["SUBS_TYPE"] == "HypPart2" { return nil }
            let text = word["SUBS_CONTENT"] ?? word["CONTENT"] ?? ""
            let confidence = word["WC"].flatMap(Double.init).map { $0 * 100 } ?? 100
            return text.isEmpty ? nil : Word(text: text, confidence: confidence)
          }
          let places = ["HPOS", "VPOS", "WIDTH", "HEIGHT"].compactMap {
            line[$0].flatMap(Double.init)
          }
          let box =
            places.count == 4
            ? Box(x: places[0], y: places[1], width: places[2], height: places[3]) : nil
          return ScannedLine(words: words, box: box, beginsBlock: index == 0)
        }
      }
    }
    return reading(pages)
  }

  private static func element(
    _ bytes: [UInt8], isHTML: Bool
  ) throws(SourceFault) -> MarkupElement {
    do throws(MarkupReader.Fault) {
      return isHTML
        ? try MarkupReader.html(bytes, encoding: "UTF-8") : try MarkupReader.xml(bytes)
    } catch {
      throw SourceFault(error, part: isHTML ? "hOCR" : "ALTO")
    }
  }

  /// The numbers of a property in hOCR's `title`: `bbox 0 0 10 10; x_wconf 90`.
  private static func property(_ name: String, of element: MarkupElement) -> [Double] {
    for part in (element["title"] ?? "").split(separator: ";") {
      let words = part.split(separator: " ")
      if words.first.map(String.init) == name { return words.dropFirst().compactMap { Double($0) } }
    }
    return []
  }

  private static func box(_ corners: [Double]) -> Box? {
    guard corners.count == 4 else { return nil }
    return Box(
      x: corners[0], y: corners[1], width: corners[2] - corners[0],
      height: corners[3] - corners[1])
  }

  // MARK: - Pages

  /// Pages of lines, with an empty line before each block.
  private static func reading(_ pages: [[ScannedLine]]) -> Reading {
    var reading = Reading()
    var number = 0
    for scanned in pages {
      var page = Page(lines: [])
      for line in scanned where !line.words.isEmpty {
        if line.beginsBlock, !page.lines.isEmpty {
          number += 1
          page.lines.append(Line(text: "", number: number))
        }
        number += 1
        page.lines.append(
          Line(
            text: line.words.map(\.text).joined(separator: " "), number: number, box: line.box))
        let unsure = line.words.filter { $0.confidence < sureFrom }.map(\.text)
        if !unsure.isEmpty { reading.unsure[number] = unsure }
      }
      reading.pages.append(page)
    }
    return reading
  }
}
