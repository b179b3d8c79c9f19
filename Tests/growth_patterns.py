"""Bodies and front matter of growing size, for what must stay linear: BODIES[name](n) has about n signs.

Each is a pattern that some reader of Markdown, YAML or citations has once gone through in the square of its length.
"""
TITLE = "---\ntitle: כותרת\nlang: he\n"


def _defined(n):
    return "".join(f"[r{i}]: /u\n" for i in range(n // 8)) + "\n" + "".join(f"[r{i}] " for i in range(n // 8))


def _notes(n, text):
    return ("".join(f"מ[^{i}] " for i in range(1, n // 16)) + "\n\n"
            + "".join(f"[^{i}]: {text(i)}\n" for i in range(1, n // 16)))


def _cited(n, name, entry):
    return (" ".join(name(i) for i in range(n // 16)) + "\n\n## מקורות\n\n<!-- references -->\n\n"
            + "".join(f"- {entry(i)}\n" for i in range(n // 16)))


BODIES = {
    "quotations in one line": lambda n: "> " * (n // 2) + "א",
    "quotations and a long word": lambda n: "> " * (n // 3) + "a" * (n // 3),
    "lists in one line": lambda n: "- " * (n // 2) + "א",
    "open pictures and links": lambda n: "![[]()" * (n // 6),
    "open brackets": lambda n: "[" * n,
    "emphasis that does not close": lambda n: "*א **ב _ג " * (n // 10),
    "a long definition and its references": lambda n: "[a]: http://e.co/" + "x" * (n // 2) + "\n\n" + "[a] " * (n // 8),
    "definitions and references": _defined,
    "notes": lambda n: _notes(n, lambda i: f"הערה {i}."),
    "notes in notes": lambda n: "[^1]: " * (n // 6) + "א\n\nב[^1]",
    "marks without notes": lambda n: "".join(f"מ[^{i}] " for i in range(n // 8)),
    "a note of many works": lambda n: "מ[^1]\n\n[^1]: " + "כהן, ספר, 2020; " * (n // 16),
    "short references": lambda n: _notes(n, lambda i: f"כהן{i % 50}, ספר ארוך {i % 70}, 2020; לעיל הערה {max(1, i - 1)}."),
    "citations of one work": lambda n: _cited(n, lambda i: "(כהן, 2020)", lambda i: f"כהן, א. (2020). ספר {i}."),
    "citations of many works": lambda n: _cited(n, lambda i: f"(כהן{i}, 2020)", lambda i: f"כהן{i}, א. (2020). ספר {i}."),
    "a bracket that does not close": lambda n: "(כהן, לוי, 2020א; " * (n // 18),
    "bars and a rule": lambda n: "|" * (n // 3) + "\n" + "|-" * (n // 3),
    "bars above a short rule": lambda n: "|" * n + "\n|-|\n",
    "a long table": lambda n: "|א|ב|\n|-|-|\n" + "|ג|ד|\n" * (n // 6),
    "an address of names": lambda n: "a." * (n // 2) + "@",
    "an address that closes brackets": lambda n: "http://e.co/" + ")" * n,
    "addresses": lambda n: "http://e.co/a " * (n // 14),
    "comments": lambda n: "<!-- a -->" * (n // 10),
    "open comments": lambda n: "<!--" * (n // 4),
    "headings": lambda n: "".join(f"# א{i}\n\n" for i in range(n // 8)),
    "one word": lambda n: "א" * n,
    "one word of Latin letters": lambda n: "a" * n,
    "one word with matres": lambda n: "בוי" * (n // 3),
    "words of two scripts": lambda n: "א a " * (n // 4),
    "marks on one letter": lambda n: "א" + "\u05b0\u0301" * (n // 2),
    "quotation marks": lambda n: '"' * n,
    "paragraphs": lambda n: "מילה.\n\n" * (n // 7),
}

FRONTS = {
    "authors": lambda n: "author:\n" + "".join(f"  - name: מחבר {i} כהן\n" for i in range(n // 20)),
    "keywords": lambda n: "keywords: [" + ", ".join(f"מ{i}" for i in range(n // 6)) + "]\n",
    "one key again and again": lambda n: "subtitle: א\n" * (n // 12),
    "keys that are not known": lambda n: "".join(f"k{i}: א\n" for i in range(n // 8)),
    "sequences in one another": lambda n: "abstract: " + "[" * n + "\n",
    "checks that are not known": lambda n: "check: {ignore: [" + ", ".join(f"k{i}" for i in range(n // 6)) + "]}\n",
    "marks in a name": lambda n: 'author: [{name: "א' + "\u0301\u05b0" * (n // 2) + '"}]\n',
    "a long abstract": lambda n: 'abstract: "' + "מילה " * (n // 5) + '"\n',
}


def articles():
    """Each pattern's name, and the article that it gives for a size."""
    for name, body in BODIES.items():
        yield name, lambda n, body=body: f"{TITLE}---\n\n{body(n)}\n"
    for name, front in FRONTS.items():
        yield name, lambda n, front=front: f"{TITLE}{front(n)}---\n\nגוף\n"
