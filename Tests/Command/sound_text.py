"""A restored article as a sound extraction gives it, and the words of annotated Markdown, for comparing the two."""
import re
import textwrap

import yaml

FRONT_MATTER = re.compile(r"\ufeff?---\n(.*?)\n---\n", re.DOTALL)
COMMENT = re.compile(r"\s*<!--.*?-->", re.DOTALL)
LABEL = re.compile(r"^(?:#{1,6} +|> ?|[-*+•] +|\d{1,3}[.)] +)")
TABLE_RULE = re.compile(r"\|[ :|-]+\|$")
EMPHASIS = re.compile(r"(?<![\\\w*_])(\*{1,3}|_)(?=\S)(.+?)(?<=\S)\1(?![\w*_])")


def parts(source):
    """The front matter as a tree, and the body."""
    match = FRONT_MATTER.match(source)
    return (yaml.safe_load(match[1]) or {}, source[match.end():]) if match else ({}, source)


def without_markup(line, mark=""):
    """A line of the body as it reads: no emphasis, note marks, comments, escapes."""
    line = re.sub(r"\[\^([^\]\s]+)\]:?", mark, COMMENT.sub("", line))
    line = re.sub(r"!\[(.*)\]\([^)]*\)", r"\1", line)
    line = re.sub(r"<(https?://[^>]+|[^\s@>]+@[^>]+)>", r"\1", re.sub(r"</?span[^>]*>", "", line))
    while line != (line := EMPHASIS.sub(r"\2", line)):
        pass
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", line)


def plain_blocks(source, mark=""):
    """The blocks of an article's body as printed: headings, paragraphs, list items with their labels. Notes, and the
    addresses that a source lists under a page, are left out, for in print they are not part of the text; so are tables,
    whose cells an extractor parts in its own way."""
    body = re.split(r"^<!-- links\b", parts(source)[1], flags=re.MULTILINE)[0]
    for line in body.splitlines():
        if not line.strip() or line.startswith(("[^", "|")):
            continue
        kind = re.match(r"([-*+] +)|(#{1,6} +|> ?)", line)
        text = without_markup(line[kind.end():] if kind else line, mark).strip()
        if text:
            yield f"• {text}" if kind and kind[1] else text


def plain_notes(source):
    """The notes, each with its number, as they are printed at the end of a paper."""
    for label, text in re.findall(r"^\[\^(\d+)\]: (.*)$", source, flags=re.MULTILINE):
        if text := without_markup(text).strip():
            yield f"{label}. {text}"


def printed(source, with_notes=False):
    """The blocks of an article from its title to its last note."""
    blocks = [parts(source)[0].get("title", ""), *plain_blocks(source, r"\1" if with_notes else "")]
    notes = list(plain_notes(source)) if with_notes else []
    heading = {"he": "הערות", "ar": "الهوامش", "en": "Notes"}[parts(source)[0]["lang"]]
    return [*blocks, *([heading] if notes else []), *notes]


def extraction(blocks, columns=None):
    """Blocks as the text of a PDF: each a line, or broken into printed lines."""
    if columns:
        broken = (textwrap.wrap(block, columns, break_long_words=False, break_on_hyphens=False) for block in blocks)
        blocks = [line for lines in broken for line in lines]
    return "\n".join(blocks) + "\n"


def values(tree):
    """The texts of the front matter in the order in which they stand."""
    if isinstance(tree, dict):
        for key, value in tree.items():
            if key not in ("lang", "check"):
                yield from values(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from values(value)
    else:
        yield str(tree)


def words(lines):
    """The words of lines with whatever stands at them."""
    return [word for line in lines for word in line.split()]


def words_of_blocks(blocks):
    """The words of printed blocks without bullets and list numbers."""
    return words(LABEL.sub("", block) for block in blocks)


def words_of_conversion(source):
    """The words of a converted article, its front matter first and its notes last."""
    front, body = parts(source)
    lines = [line.strip() for line in body.splitlines() if not TABLE_RULE.fullmatch(line.strip())]
    return words([*values(front), *(without_markup(LABEL.sub("", line)) for line in lines)])
