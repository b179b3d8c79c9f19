"""The front of a paper as a layout prints it, and the front matter that a conversion should make of it."""
from .layout import SIGNS

MONTHS = {
    "he": "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר".split(),
    "ar": "كانون الثاني,شباط,آذار,نيسان,أيار,حزيران,تموز,آب,أيلول,تشرين الأول,تشرين الثاني,كانون الأول".split(","),
    "en": "January February March April May June July August September October November December".split(),
}
EDITORS = {"he": "עורכים", "ar": "تحرير", "en": "Edited by"}
CONJUNCTION = {"he": " ו", "ar": " و", "en": " and "}


def date_in_words(date, language):
    year, *rest = str(date).split("-")
    if not rest:
        return year
    month = MONTHS[language][int(rest[0]) - 1]
    day = f"{int(rest[1])} " if len(rest) > 1 else ""
    return f"{day}{'ב' if day and language == 'he' else ''}{month} {year}"


def names_in_a_line(names, layout, language):
    if layout.separator != "and":
        return layout.separator.join(names)
    comma = "، " if language == "ar" else ", "
    return comma.join(names[:-1]) + (CONJUNCTION[language] if len(names) > 1 else "") + names[-1]


def author_lines(meta, layout):
    authors, language = meta["author"], meta["lang"]
    if layout.authors == "lines":
        for author in authors:
            yield "author", [("text", author["name"])]
            for line in [*author.get("affiliation", []), author.get("email")]:
                if line:
                    yield "plain", [("text", line)]
        return
    places = list(dict.fromkeys(place for author in authors for place in author.get("affiliation", [])))
    if layout.authors == "byline" or not places:
        line = names_in_a_line([author["name"] for author in authors], layout, language)
        if layout.date and "date" in meta:
            line += f" | {date_in_words(meta['date'], language)}"
        yield "author", [("text", line)]
        return
    sign = SIGNS if layout.authors == "signs" else "abcdef"
    pieces = []
    for author in authors:
        if pieces:
            pieces.append(("text", "، " if language == "ar" else ", "))
        pieces.append(("text", author["name"]))
        for place in author.get("affiliation", []):
            pieces.append(("raised", sign[places.index(place)]))
    yield "author", pieces
    for index, place in enumerate(places):
        yield "plain", [("raised", sign[index]), ("text", f" {place}")]


def lines(paper, layout):
    """The lines of the front in order: pairs of a style (series, title, subtitle, author, plain, label, abstract,
    keywords) and pieces (text, raised, strong)."""
    meta, words = paper.meta, paper.words
    container = meta["citation"]["container-title"]
    if layout.series:
        yield "series", [("text", container)]
    if layout.edition:
        editors = CONJUNCTION[paper.language].join(layout.edition)
        yield "series", [("text", f"{container} / {EDITORS[paper.language]}: {editors}")]
    yield "title", [("text", meta["title"])]
    if layout.subtitle and "subtitle" in meta:
        yield "subtitle", [("text", meta["subtitle"])]
    yield from author_lines(meta, layout)
    if layout.date and "date" in meta and layout.authors != "byline":
        yield "plain", [("text", date_in_words(meta["date"], paper.language))]
    paragraphs = [line for line in meta.get("abstract", "").split("\n") if line.strip()]
    if paragraphs and layout.abstract != "none":
        if layout.abstract == "label":
            yield "label", [("text", words["abstract"])]
        for index, text in enumerate(paragraphs):
            label = [("strong", f"{words['abstract']}: ")] if layout.abstract == "inline" and not index else []
            yield "abstract", [*label, ("text", text)]
    if "keywords" in meta and layout.keywords != "none":
        label = words["keywords"] + (":" if layout.keywords == "colon" else "")
        yield "keywords", [("strong", label), ("text", " " + words["comma"].join(meta["keywords"]))]


def gold(paper, layout, page_count):
    """The front matter that the printed paper gives."""
    meta = paper.meta
    found = {"title": meta["title"]}
    if layout.subtitle and "subtitle" in meta:
        found["subtitle"] = meta["subtitle"]
    found["lang"] = meta["lang"]
    kept = {"lines": ("name", "affiliation", "email"), "byline": ("name",)}.get(layout.authors, ("name", "affiliation"))
    found["author"] = [{key: author[key] for key in kept if key in author} for author in meta["author"]]
    if "abstract" in meta and layout.abstract != "none":
        found["abstract"] = "\n\n".join(line for line in meta["abstract"].split("\n") if line.strip())
    if "keywords" in meta and layout.keywords != "none":
        found["keywords"] = meta["keywords"]
    if layout.date and "date" in meta:
        found["date"] = str(meta["date"])
    citation = {}
    if layout.series or layout.edition or layout.heads in ("top", "line") and page_count > 1:
        citation["container-title"] = meta["citation"]["container-title"]
    if layout.edition:
        citation["editor"] = list(layout.edition)
    if layout.heads != "none":
        first = paper.first_page
        citation["page"] = f"{first}-{first + page_count - 1}" if page_count > 1 else str(first)
    if citation:
        found["citation"] = citation
    return found
