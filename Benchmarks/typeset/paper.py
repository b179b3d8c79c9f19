"""An article in annotated Markdown as a typesetter needs it, and as a conversion should give it back."""
import re

import yaml

TOKEN = re.compile(
    r"\\([!-/:-@\[-`{-~])|\[\^([^\]\s]+)\]|<(https?://[^>]+)>|<!--.*?-->|</?span[^>]*>"
    r"|(?<![\w*])\*\*(?=\S)(.+?)(?<=\S)\*\*(?!\w)"
    r"|(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])|(?<!\w)_(?=\S)([^_\n]+?)(?<=\S)_(?!\w)", re.DOTALL)
ITEM = re.compile(r"(?:[-*+]|\d+[.)]) +")
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")
WORDS = {
    "he": {"abstract": "תקציר", "keywords": "מילות מפתח", "notes": "הערות", "comma": ", "},
    "ar": {"abstract": "ملخص", "keywords": "الكلمات المفتاحية", "notes": "الهوامش", "comma": "، "},
    "en": {"abstract": "Abstract", "keywords": "Keywords", "notes": "Notes", "comma": ", "},
}


def inline(text):
    """The pieces of a text: pairs of a kind (text, reference, address, strong, emphasis) and what it holds."""
    pieces, at = [], 0
    for match in TOKEN.finditer(text):
        pieces.append(("text", text[at:match.start()]))
        at = match.end()
        escaped, label, address, strong, *emphasis = match.groups()
        pieces.append(
            ("text", escaped) if escaped else ("reference", label) if label else ("address", address) if address
            else ("strong", inline(strong)) if strong else ("emphasis", inline(emphasis[0] or emphasis[1]))
            if any(emphasis) else ("text", ""))
    return [piece for piece in [*pieces, ("text", text[at:])] if piece[1]]


def without_emphasis(text):
    """The text as print shows it to an extractor: nothing is bold or italic."""
    def write(pieces):
        shown = {"text": "{}", "reference": "[^{}]", "address": "<{}>"}
        return "".join(shown[kind].format(held) if kind in shown else write(held) for kind, held in pieces)
    return write(inline(text))


def is_english(text):
    """Whether the first letter of a text is a Latin one."""
    letter = re.search("[A-Za-zÀ-ɏ\u0590-\u08ff]", text)
    return bool(letter) and not RIGHT_TO_LEFT.match(letter[0])


class Paper:
    """An article: its front matter (`meta`), `blocks` (pairs of a kind and texts), and `notes` by label.

    Kinds: heading 2, heading 3, paragraph, quote, figure, bullets, numbers, references, table.
    """

    def __init__(self, source, name):
        self.name = name
        front = re.match(r"---\n(.*?)\n---\n", source, re.DOTALL)
        self.meta, self.blocks, self.notes = yaml.safe_load(front[1]), [], {}
        is_bibliography = False
        for chunk in re.split(r"\n{2,}", source[front.end():].strip()):
            lines = [line for line in chunk.split("\n") if not re.fullmatch(r"<!-- page.*-->", line)]
            lines = [re.sub(r" ?<!--.*?--> ?", " ", line).rstrip() if "<!-- ref" not in line else line for line in lines]
            if lines and "<!-- references -->" in lines[0]:
                is_bibliography = True
            elif lines:
                self.add(lines, is_bibliography)
                is_bibliography = False

    def add(self, lines, is_bibliography):
        first = lines[0]
        if first.startswith("[^"):
            self.notes.update(re.match(r"\[\^([^\]]+)\]: *(.*)", line).groups() for line in lines)
        elif heading := re.match(r"(#{2,}) +(.*)", first):
            self.blocks.append((f"heading {len(heading[1])}", [heading[2]]))
        elif first.startswith("|"):
            rows = [[cell.strip() for cell in line.strip("| ").split("|")] for line in lines]
            self.blocks.append(("table", [row for row in rows if not all(re.fullmatch(":?-+:?", cell) for cell in row)]))
        elif first.startswith(">"):
            self.blocks.append(("quote", [" ".join(line.lstrip("> ") for line in lines)]))
        elif figure := re.match(r"!\[(.*)\]\(", first):
            self.blocks.append(("figure", [figure[1]]))
        elif ITEM.match(first):
            kind = "references" if is_bibliography else "numbers" if first[0].isdigit() else "bullets"
            self.blocks.append((kind, [ITEM.sub("", line, count=1) for line in lines]))
        else:
            self.blocks.append(("paragraph", [" ".join(lines)]))

    @property
    def language(self):
        return self.meta["lang"]

    @property
    def is_right_to_left(self):
        return self.language in ("he", "ar")

    @property
    def words(self):
        return WORDS[self.language]

    @property
    def first_page(self):
        return int(re.match(r"\d+", str(self.meta["citation"]["page"]))[0])

    @property
    def heads(self):
        """The running heads of odd and of even pages."""
        names = " / ".join(author["name"] for author in self.meta["author"])
        return self.meta["citation"]["container-title"], f"{names}: {self.meta['title'].split(':')[0]}"

    def set_blocks(self, layout):
        """The blocks as a layout sets them: headings numbered, or run in at the head of their paragraph."""
        numbers, run_in = [0, 0], ""
        for kind, texts in self.blocks:
            if kind.startswith("heading") and layout.headings == "numbered":
                level = int(kind[-1]) - 2
                numbers[level:] = [numbers[level] + 1, *[0] * (1 - level)]
                label = ".".join(str(number) for number in numbers[:level + 1])
                if self.meta.get("numerals") == "arab":
                    label = label.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
                if not re.match(r"[\d٠-٩]", texts[0]):
                    texts = [f"{label}. {texts[0]}"]
            elif kind.startswith("heading") and layout.headings == "runin":
                run_in += f"**{texts[0]}.** "
                continue
            elif kind == "paragraph" and run_in:
                texts, run_in = [run_in + texts[0]], ""
            elif run_in:
                yield "paragraph", [run_in.strip()]
                run_in = ""
            yield kind, texts

    def lines(self, layout):
        """The body without emphasis and page marks, a list of blocks, each a list of its lines."""
        for kind, texts in self.set_blocks(layout):
            if kind == "table":
                rows = ["| " + " | ".join(without_emphasis(cell) for cell in row) + " |" for row in texts]
                yield [rows[0], "|" + " --- |" * len(texts[0]), *rows[1:]]
                continue
            before = {"heading 2": "## ", "heading 3": "### ", "quote": "> ", "figure": "![", "bullets": "- ",
                      "references": "- "}.get(kind, "")
            after = "]()" if kind == "figure" else ""
            yield [(f"{number}. " if kind == "numbers" else before) + without_emphasis(text) + after
                   for number, text in enumerate(texts, 1)]

    def printed_notes(self, layout):
        """Each note's label and text without emphasis."""
        return [(layout.mark(place) if layout.label == "*" else label, without_emphasis(text))
                for place, (label, text) in enumerate(self.notes.items())]
