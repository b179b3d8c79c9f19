"""Other ways from a PDF to Markdown, which the scores compare Daf with.

an afternoon's script   what a programmer writes first: direction marks off, NFKC, the bidirectional algorithm on each
                        line where letters stand in visual order, lines joined into paragraphs (python-bidi)
pymupdf4llm             a program of its own kind, which reads the PDF itself
"""
import re
import subprocess
import sys
import unicodedata

MARKS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0xFEFF])
FINAL = "ךםןףץةى"
LETTER = "א-תء-ي"
TO_MARKDOWN = "import pathlib, sys, pymupdf4llm; pathlib.Path(sys.argv[2]).write_text(pymupdf4llm.to_markdown(sys.argv[1]))"


def is_visual(text):
    """Whether words begin with the letters that words end with."""
    first = len(re.findall(rf"(?<![{LETTER}])[{FINAL}][{LETTER}]", text))
    last = len(re.findall(rf"[{LETTER}][{FINAL}](?![{LETTER}])", text))
    return first > last


def afternoon(text):
    """An extracted text as Markdown: lines read in order and joined, nothing else."""
    from bidi import get_display  # only the benchmarks have it

    lines = unicodedata.normalize("NFKC", text.translate(MARKS)).replace("\f", "\n\n").split("\n")
    if is_visual("\n".join(lines)):
        lines = [get_display(line, base_dir="R") for line in lines]
    lines = [" ".join(line.split()) for line in lines]
    lengths = sorted(len(line) for line in lines if line) or [0]
    usual = lengths[len(lengths) * 9 // 10]
    paragraphs, open_lines = [], []
    for line in lines:
        if line:
            open_lines.append(line)
        if not line or (line[-1:] in ".:?!؟" and len(line) < 0.8 * usual):
            paragraphs.append(" ".join(open_lines))
            open_lines = []
    return "\n\n".join(filter(None, [*paragraphs, " ".join(open_lines)])) + "\n"


def pymupdf4llm(pdf, target):
    """The PDF by pymupdf4llm, in a process of its own, for it prints."""
    done = subprocess.run([sys.executable, "-c", TO_MARKDOWN, pdf, target], capture_output=True, text=True, check=False)
    if not target.exists():
        print(f"pymupdf4llm did not convert {pdf.name}: {done.stderr.strip()[-300:]}", file=sys.stderr)
        return ""
    return target.read_text("utf-8")
