"""A chapter, a report, a review and a retracted article in Hebrew, Arabic and English, and what every format must say of them."""

from kinds import SETTINGS as OF_KINDS

SETTINGS = OF_KINDS + "email: office@example.org\n"

WORKS = {
    "chapter-he": dict(title="פרק על מעיינות", author="נעמה ברק", date="2021", container="ספר המים", editors=["כרמל צור"],
                       publisher="הוצאת גיליון", place="ירושלים", pages=("10", "22"), isbn="978-965-00-0000-1"),
    "chapter-ar": dict(title="فصل في الينابيع", author="سلمى الهاشمي", date="2020", container="كتاب الماء",
                       editors=["كريم نصر الدين"], publisher="دار النشر", place="بيروت", pages=("31", "48"), isbn="978-965-00-0000-2"),
    "chapter-en": dict(title="A Chapter on Springs", author="Jane Orme", date="2019", container="The Book of Water",
                       editors=["Alan Reed"], publisher="Canal Press", place="London", pages=("5", "19"), isbn="978-965-00-0000-3"),
    "report-he": dict(title="דוח על נחלים", author="אליאב סמדר", date="2018-05", container="ניירות מדיניות", number="14",
                      publisher="רשות המים", place="תל אביב"),
    "report-ar": dict(title="تقرير عن الأنهار", author="ليلى حداد", date="2017-06", container="أوراق سياسات", number="7",
                      publisher="سلطة المياه", place="عمّان"),
    "report-en": dict(title="A Report on Rivers", author="Mary Field", date="2016-07", container="Policy Briefs", number="3",
                      publisher="Water Office", place="Leeds"),
    "review-he": dict(title="סקירה על ספר השוליים", author="תמר עברון", date="2023-11-20", container="דפים", volume="2",
                      pages=("61", "63"), reviewed="ספר השוליים"),
    "review-ar": dict(title="مراجعة كتاب الهوامش", author="هدى منصور", date="2022-10-19", container="أوراق", volume="2",
                      pages=("64", "66"), reviewed="كتاب الهوامش"),
    "review-en": dict(title="A Review of the Margins", author="Paul Lund", date="2021-09-18", container="Leaves", volume="2",
                      pages=("67", "69"), reviewed="The Margins"),
    "retracted-he": dict(title="מאמר שנמשך", author="גיל דרור", date="2019-01-02", container="דפים", volume="1", pages=("1", "9"),
                         notice="הנתונים לא היו."),
    "retracted-ar": dict(title="مقال مسحوب", author="سامي خوري", date="2019-02-03", container="أوراق", volume="1",
                         pages=("10", "19"), notice="لم تكن البيانات."),
    "retracted-en": dict(title="An Article Withdrawn", author="Ruth Gold", date="2019-03-04", container="Leaves", volume="1",
                         pages=("20", "29"), notice="There were no data."),
}
TYPES = {"chapter": "chapter", "report": "report", "review": "review", "retracted": "article-journal"}
# Of each kind: BibTeX, RIS, CSL, JATS, JSON-LD, OAI, DataCite, Crossref.
NAMES = {
    "chapter": ("incollection", "CHAP", "chapter", "other", "Chapter", "bookPart", "BookChapter", "book"),
    "report": ("report", "RPRT", "report", "report", "Report", "report", "Report", "report-paper"),
    "review": ("review", "JOUR", "review", "book-review", "Review", "review", "JournalArticle", "journal"),
    "retracted": ("article", "JOUR", "article-journal", "research-article", "ScholarlyArticle", "article", "JournalArticle", "journal"),
}


def article(name):
    """The article of a work."""
    work, kind = WORKS[name], name.split("-")[0]
    citation = {"container-title": work["container"], "volume": work.get("volume"), "issue": work.get("number"),
                "page": "-".join(work.get("pages", ())), "publisher": work.get("publisher"), "publisher-place": work.get("place"),
                "isbn": work.get("isbn"), "doi": f"10.5555/{name}"}
    if "editors" in work:
        citation["editor"] = f"[{', '.join(work['editors'])}]"
    lines = ["---", f"title: {work['title']}", f"lang: {name[-2:]}", f"author: [{{name: {work['author']}}}]", f"date: {work['date']}",
             f"type: {TYPES[kind]}"]
    if kind == "retracted":
        lines.append(f"retracted: {{date: 2024-02-03, text: {work['notice']}}}")
    lines += ["citation:", *(f"  {key}: {value if key == 'editor' else repr(value)}" for key, value in citation.items() if value), "---", ""]
    if "reviewed" in work:
        lines += [f"**{work['author']}, *{work['reviewed']}*. 2020.**", ""]
    return "\n".join(lines) + "\nText נייר ورق.\n"
