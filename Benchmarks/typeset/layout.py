"""How a paper is laid out, and the layouts that conversion is measured on."""
from dataclasses import dataclass

SIGNS = "*†‡§¶‖"


@dataclass(frozen=True)
class Layout:
    """One way to set a paper. A layout says what is printed, so that the gold holds nothing else."""

    name: str
    engine: str  # weasyprint, typst, chromium
    notes: str = "foot"  # foot; page (they begin anew on each page); end
    label: str = "1."  # a note's own number: `1.`, `1`, `1)`, `(1)`, `1-`, `*` (signs)
    notes_heading: bool = True
    columns: int = 1
    abstract: str = "label"  # label (on its own line), inline, bare (no label), none
    keywords: str = "colon"  # colon, space, none
    authors: str = "lines"  # lines (each with what belongs to him), byline, signs, letters
    separator: str = ", "  # between the names of a byline; `and` for the language's conjunction before the last
    date: bool = False
    series: bool = False
    edition: tuple = ()  # the editors of the volume, named at the head
    subtitle: bool = False
    headings: str = "block"  # block, numbered, runin
    heads: str = "top"  # top, line (number and head in one line), foot, none
    drop_cap: bool = False
    indent: bool = True
    box: bool = False
    width: int = 170
    height: int = 240
    size: float = 10.5

    def mark(self, place, right_to_left_digits=False):
        """The raised mark of the note at a place, counted from 0."""
        if self.label == "*":
            return SIGNS[place % len(SIGNS)] * (place // len(SIGNS) + 1)
        number = str(place + 1)
        return number.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")) if right_to_left_digits else number

    def note_label(self, place, right_to_left_digits=False):
        """The note's own label as it is printed before its text."""
        mark = self.mark(place, right_to_left_digits)
        return mark if self.label == "*" else self.label.replace("1", mark)


# The layouts that rules and weights were made on.
FIT = [
    Layout("page", "typst", notes="page", label="1", abstract="bare", authors="byline", heads="line", keywords="colon",
           width=130, height=190, date=True),
    Layout("columns", "typst", columns=2, keywords="space", heads="line", size=9),
    Layout("paren", "weasyprint", notes="end", label="(1)", abstract="inline", authors="signs", subtitle=True,
           headings="numbered", heads="foot"),
    Layout("signs", "weasyprint", label="*", series=True, authors="byline", separator=" · ", date=True, abstract="none",
           keywords="none", box=True, drop_cap=True, width=140, height=200, heads="foot"),
    Layout("dash", "chromium", notes="end", label="1-", abstract="bare", keywords="space", headings="runin"),
    Layout("volume", "typst", edition=("צבי לוין", "חנה מור"), abstract="bare", keywords="none", authors="byline", heads="top",
           width=150, height=220),
    Layout("letters", "weasyprint", columns=2, label="1.", authors="letters", abstract="label", keywords="colon", size=9,
           subtitle=True),
    Layout("plain", "chromium", notes="end", label="1.", notes_heading=False, authors="byline", separator="and",
           indent=True, heads="line", abstract="label"),
    Layout("small", "typst", label="1)", width=120, height=180, heads="foot", subtitle=True, date=True, keywords="none"),
    Layout("bare", "weasyprint", label="1", abstract="inline", heads="none", authors="byline", separator=" / ", date=True,
           headings="numbered"),
]

# Layouts kept aside: no rule is written on them, and their faults are not looked at.
HELD = [
    Layout("h-dash", "weasyprint", notes="end", label="1-", abstract="bare", authors="signs", keywords="space", heads="line"),
    Layout("h-page-columns", "typst", notes="page", label="1.", columns=2, authors="letters", heads="foot", size=9,
           subtitle=True),
    Layout("h-paren", "chromium", notes="end", label="(1)", notes_heading=False, authors="byline", separator=" · ", date=True,
           headings="runin", series=True, abstract="inline"),
    Layout("h-signs", "weasyprint", label="*", series=True, authors="byline", separator="and", abstract="bare",
           keywords="none", box=True, drop_cap=True, width=130, height=190, heads="line"),
    Layout("h-page", "typst", notes="page", label="1.", abstract="bare", authors="byline", separator="and", date=True,
           heads="foot", width=120, height=180, keywords="none"),
    Layout("h-end-columns", "typst", notes="end", label="1.", columns=2, headings="numbered", subtitle=True, size=9,
           heads="line", keywords="space"),
    Layout("h-foot-columns", "weasyprint", label="1)", columns=2, abstract="inline", keywords="none", authors="signs",
           heads="top", size=9),
    Layout("h-bracket", "chromium", notes="end", label="1)", authors="lines", heads="line", subtitle=True, date=True),
]

# The layouts of round_trip.py.
KNOWN = [Layout("weasyprint", "weasyprint"), Layout("typst", "typst"),
         Layout("chromium", "chromium", notes="end")]
