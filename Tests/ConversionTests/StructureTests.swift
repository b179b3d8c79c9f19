import Manuscript
import Testing

@testable import Conversion

/// What lines become: paragraphs, headings, lists, notes, pages, front matter.
@Suite struct StructureTests {
  @Test func `An empty line before a paragraph's last line does not part it`() throws {
    let outline = try Papers.outline(
      """
      כותרת המאמר הקצר

      פתיחה
      המועצה התכנסה בבוקר ודנה בבקשות שהוגשו לה בידי התושבים בשנה שעברה, ובהן בקשה אחת 
      של בעלי הבארות אשר ביקשו לדחות את מועד התשלום ולקבל את הסכמתה של המועצה לשינוי 

      התעריף שנקבע בחוק.
      הדיון נמשך עד הערב והמועצה החליטה לדחות את ההכרעה לישיבה הבאה, שבה ישתתפו גם כל 
      נציגי התושבים מן הכפרים הסמוכים ומן העיר הגדולה, ולשמוע את דעתם בטרם תחליט דבר 

      בעניין החשוב הזה.
      """)
    #expect(outline.filter { $0.hasPrefix("p") }.count == 2)
    #expect(outline.first == "h פתיחה")
  }

  @Test func `Notes at the foot, their numbers last, are joined to their marks`() throws {
    let conversion = try Papers.convert(
      """
      המועצה התכנסה בבוקר ודנה בבקשות שהוגשו לה בידי התושבים בשנה שעברה.1 ובהן בקשה אחת 
      של בעלי הבארות אשר ביקשו לדחות את מועד התשלום2 ולקבל את הסכמתה של המועצה לשינוי 
      התעריף בסתיו 3.1987 הדיון נמשך עד הערב, כלומר 45 דקות, והוצאו בו 12% מן התקציב כולו 
      על כך הושג שת"פ של צוות 4.ABC ובסופו של דבר התקבלה החלטה.
      ארכיון המועצה, תיק 12. \t1
      .Ibid \t2
      Gale, E. (1996). Wells of the South. River Studies, \t3

      79-86.
      Ibid. \t4
      """)
    let text = try #require(Papers.outline(conversion.article.blocks).first)
    #expect(text.contains("שעברה.[^1] "))
    #expect(text.contains("התשלום[^2] "))
    #expect(text.contains("1987.[^3] "))
    #expect(text.contains("ABC.[^4] "))
    #expect(text.contains("45 דקות") && text.contains("12% מן"))
    let notes = conversion.article.notes.map { note in
      note.blocks.flatMap { block -> [Inline] in
        if case .paragraph(let inlines) = block.content { inlines } else { [] }
      }.plainText
    }
    #expect(
      notes == [
        "ארכיון המועצה, תיק 12.", "Ibid.",
        "Gale, E. (1996). Wells of the South. River Studies, 79-86.", "Ibid.",
      ])
  }

  @Test func `A mark whose note is lost has a definition that says so`() throws {
    let conversion = try Papers.convert(
      """
      המועצה התכנסה בבוקר.1 היא דנה בבקשות.2 היא החליטה לדחות את ההכרעה.3 הדיון נמשך עד הערב.
      ארכיון המועצה, תיק 12. \t1
      ארכיון המועצה, תיק 14. \t3
      """)
    #expect(conversion.article.notes.map(\.isMissing) == [false, true, false])
    #expect(conversion.missingNotes == [2])
  }

  @Test func `List numbers that were printed twice`() throws {
    let outline = try Papers.outline(
      """
      המועצה פעלה בכמה מישורים בשנים שלאחר מכן, והישגיה ניכרים עד היום בכל רחבי האזור: 
      11 שיתוף פעולה של כל התושבים למען קידום ההסכם, ביסוס האמון ההדדי ונכונות לוויתור .
      לדון ולהתפשר בעת הצורך.
      22 שיח פתוח ליצירת שקיפות בנושא התעריפים. .
      33 עמידה על הצרכים המשותפים..
      """)
    #expect(
      Array(outline.dropFirst()) == [
        "i שיתוף פעולה של כל התושבים למען קידום ההסכם, ביסוס האמון ההדדי ונכונות לוויתור לדון ולהתפשר בעת הצורך.",
        "i שיח פתוח ליצירת שקיפות בנושא התעריפים.", "i עמידה על הצרכים המשותפים.",
      ])
  }

  @Test func `Bullet and number both printed; a citation scrambled by direction`() throws {
    let long = String(repeating: "هذا نص طويل يشرح ما جرى في القرية وما قاله أهلها ", count: 5)
    let outline = try Papers.outline(
      """
      عنوان البحث

      \(long)(4-3، 2020 Gale and Reed).

      \(long)على النحو التالي:
      - ١-حفر الآبار القديمة.
      - ٢- تنظيف القنوات.
      - ٣-توزيع المياه.

      \(long)ثم انتهى الأمر.
      """)
    #expect(outline[0].hasSuffix("(Gale and Reed 2020، 3-4)."))
    #expect(
      outline.filter { $0.hasPrefix("i") } == [
        "i حفر الآبار القديمة.", "i تنظيف القنوات.", "i توزيع المياه.",
      ])
  }

  @Test func `A running head with its page number leaves the text and numbers the pages`() throws {
    let line = "המועצה התכנסה בבוקר ודנה בבקשות שהוגשו לה בידי התושבים בשנה שעברה ובשנים שלפניה "
    let page = Array(repeating: line, count: 20).joined(separator: "\n")
    let conversion = try Papers.convert(
      "פתיחה\n\(page)\nועד כאן\n\n     17   בארות הדרום |  גל\n\nנמשך הדיון.\n\(page)\n")
    #expect(conversion.article.frontMatter.citation?.page == "16-17")
    let outline = Papers.outline(conversion.article.blocks)
    #expect(outline.contains("| 17") || outline.joined().contains("|17|"), "\(outline)")
    #expect(!ManuscriptWriter.write(conversion.article).contains("| גל"))
  }

  @Test func `Title, authors, abstract and keywords in two languages`() throws {
    let front = try Papers.convert(
      """
      מחיר המים בדרום

      נועה גל ואורי שדה

      noa@example.org

      אוניברסיטת הדרום

      תקציר

      המאמר בוחן את מחיר המים בדרום ואת השפעתו על התושבים במשך שלושים שנה.

      מילות מפתח: מים, דרום, תעריפים

      The Price of Water

      Noa Gal and Uri Sade

      Abstract

      This article looks at the price of water in the south.

      Keywords: water, south

      מבוא

      המועצה התכנסה בבוקר ודנה בבקשות שהוגשו לה בידי התושבים בשנה שעברה.
      """
    ).article.frontMatter
    #expect(front.title == "מחיר המים בדרום")
    #expect(front.authors.map(\.name) == ["נועה גל", "אורי שדה"])
    #expect(front.authors.first?.email == "noa@example.org")
    #expect(front.authors.first?.affiliations == ["אוניברסיטת הדרום"])
    #expect(front.keywords == ["מים", "דרום", "תעריפים"])
    #expect(front.abstract?.hasPrefix("המאמר בוחן") == true)
    let english = try #require(front.translations.first)
    #expect(english.title == "The Price of Water")
    #expect(english.authors.map(\.name) == ["Noa Gal", "Uri Sade"])
    #expect(english.keywords == ["water", "south"])
  }

  @Test func `Captions are no headings`() throws {
    let outline = try Papers.outline(
      """
      כותרת המאמר הקצר

      פתיחה
      המועצה התכנסה בבוקר ודנה בבקשות שהוגשו לה בידי התושבים בשנה שעברה, ובהן בקשה אחת.

      תרשים 1: הבארות שנחפרו

      לוח 1: מחירי המים

      תרשים 1 מראה את הבארות שנחפרו בשנים האלה בכפרים שמצפון לנהר ובעיירה שלידם.
      """)
    #expect(
      outline.dropFirst(2).map { $0.prefix(8) } == ["f תרשים ", "p לוח 1:", "p תרשים "])
  }

  @Test func `An asterisk alone before the text leads thanks`() throws {
    let article = try Papers.convert(
      """
      כותרת המאמר הקצר
      רות כהן

      תקציר: המאמר עוסק בבארות.

      מילות מפתח: בארות, מים

      * תודה לאנשי הארכיון העירוני על עזרתם.

      מבוא
      המועצה התכנסה בבוקר ודנה בבקשות שהוגשו לה בידי התושבים בשנה שעברה, ובהן בקשה אחת.
      """
    ).article
    #expect(article.frontMatter.acknowledgements == "תודה לאנשי הארכיון העירוני על עזרתם.")
  }
}
