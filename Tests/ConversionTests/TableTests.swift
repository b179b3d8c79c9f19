import Testing

@testable import Conversion

/// Rows and cells of tables, as programs leave them.
@Suite struct TableTests {
  private let caption = "לוח 2: מחירי המים לפני הקידוח ואחריו"
  private let prose = "בכפרים שבהם נחפרה הבאר השלישית ירד המחיר, ובשאר הכפרים הוא נשאר כשהיה בשנים."

  /// The lines after their tables were put together, cells parted by bars.
  private func tables(_ lines: [String]) -> [String] {
    let lines = lines.enumerated().map { number, text in
      var line = TextLine(number: number + 1, raw: Array(text.unicodeScalars))
      line.text = Array(line.raw.words.joined(separator: [" "]))
      return line
    }
    return Tables(lines: lines, fullWidth: prose.unicodeScalars.count).lines.map { line in
      line.text.map { scalar in
        scalar == Marker.cell ? "|" : scalar == Marker.row ? "/" : String(scalar)
      }.joined()
    }
  }

  private let table = "כפר|לפני|אחרי|הפרש/בית הגל|23.1|28.4|+22.9%/הר שפר|25.7|25.2|−1.9%"

  @Test func rowsWithGaps() {
    let rows = [
      "כפר    לפני   אחרי  הפרש", "בית הגל    23.1   28.4  +22.9%", "הר שפר    25.7   25.2  −1.9%",
    ]
    #expect(tables([prose, caption] + rows + [prose]) == [prose, caption, table, prose])
  }

  @Test func rowsWithSingleSpaces() {
    let rows = ["כפר לפני אחרי הפרש", "בית הגל 23.1 28.4 22.9%+", "הר שפר 25.7 25.2 1.9%−"]
    #expect(tables([prose, caption] + rows + [prose]) == [prose, caption, table, prose])
  }

  @Test func aCellOnEachLine() {
    let cells = [
      "כפר", "לפני", "אחרי", "הפרש", "בית הגל", "23.1", "28.4", "+", "22.9%", "הר שפר25.7", "25.2",
      "−1.9%", "הבאר השלישית",
    ]
    #expect(
      tables([prose, caption] + cells + [prose]) == [
        prose, caption, table, "הבאר השלישית", prose,
      ])
  }

  @Test func wordsOfAHeaderThatStandTogetherInTheText() {
    let text = "המחיר הישן נקבע בידי המועצה, והמחיר החדש הוא זה שקבעה הוועדה המחוזית לאחר הדיון."
    let rows = ["כפר מחיר ישן תוספת", "בית הגל 23.1 28.4", "הר שפר 25.7 25.2"]
    #expect(
      tables([text, caption] + rows).last
        == "כפר|מחיר ישן|תוספת/בית הגל|23.1|28.4/הר שפר|25.7|25.2")
  }

  @Test func runningTextWithNumbersIsNoTable() {
    let text = [
      "בין 1985 ל־2020 נחפרו 57 בארות בנפח כולל של 38 מיליון ליטר, ומתוכן 12 נסתמו.",
      "בין 1990 ל־2010 נסתמו 14 בארות בנפח כולל של 12 מיליון ליטר, ומתוכן 9 נפתחו",
    ]
    #expect(tables(text) == text)
  }
}
