import Manuscript
import Testing

@Suite struct WalkingTests {
  private static let body = """
    ## כותרת *מודגשת*

    פסקה עם **חזק *ונטוי*** ו[קישור](https://example.org)[^1].

    > ציטוט
    >
    > - פריט
    >   1. עמוק

    | א | ב |
    |---|---|
    | ג | `קוד` |

    ![כיתוב](a.png)

    <!-- page 7 -->

    [^1]: הערה *כאן*.
    """

  private var article: Article {
    let source = "---\ntitle: א\nlang: he\n---\n\n" + Self.body
    return ManuscriptReader.read(Array(source.utf8), file: "a.md").article
  }

  private struct Words: Visitor {
    var text = ""
    var depth = 0
    var deepest = 0

    mutating func visit(_ block: Block) -> Descent {
      depth += 1
      deepest = max(deepest, depth)
      return .inside
    }
    mutating func leave(_ block: Block) { depth -= 1 }
    mutating func visit(_ inline: Inline) -> Descent {
      switch inline {
      case .text(let string), .code(let string): text += string + "|"
      default: break
      }
      return .inside
    }
  }

  @Test func aVisitorMeetsEveryTextInReadingOrder() {
    var words = Words()
    article.accept(&words)
    #expect(
      words.text
        == "כותרת |מודגשת|פסקה עם |חזק |ונטוי| ו|קישור|.|ציטוט|פריט|עמוק|א|ב|ג|קוד|כיתוב|הערה |כאן|.|"
    )
    #expect(words.depth == 0)
    #expect(words.deepest == 4)
  }

  private struct Nothing: Rewriter {}

  @Test func aRewriterThatChangesNothingGivesTheSameArticle() {
    var nothing = Nothing()
    #expect(article.rewritten(by: &nothing) == article)
  }

  private struct Shout: Rewriter {
    mutating func rewrite(_ inline: Inline) -> [Inline] {
      switch inline {
      case .text(let text): [.text(text + "!")]
      case .strong(let content): content
      default: [inline]
      }
    }
    mutating func rewrite(_ block: Block) -> [Block] {
      if case .figure = block.content { [] } else { [block] }
    }
  }

  @Test func aRewriterChangesFromTheInsideOut() {
    var shout = Shout()
    var words = Words()
    article.rewritten(by: &shout).accept(&words)
    #expect(words.text.hasPrefix("כותרת !|מודגשת!|פסקה עם !|חזק !|ונטוי!|"))
    #expect(!words.text.contains("כיתוב"))
  }
}
