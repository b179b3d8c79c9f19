"""The programs that typeset papers and those that read PDFs back, each by its name; those that are not there are left out."""
import importlib.util
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from . import as_html, as_typst
from .layout import Layout

CHROMIUM = os.environ.get("DAF_CHROMIUM", "/usr/bin/chromium")


def run(*arguments):
    done = subprocess.run([str(argument) for argument in arguments], capture_output=True, timeout=120, check=True)
    return done.stdout.decode("utf-8", "replace")


def weasyprint(paper, pdf, layout=Layout("weasyprint", "weasyprint")):
    from weasyprint import HTML
    HTML(string=as_html.document(paper, layout)).write_pdf(pdf)


def typst(paper, pdf, layout=Layout("typst", "typst")):
    import typst as compiler
    source = pdf.with_suffix(".typ")
    source.write_text(as_typst.source(paper, layout), "utf-8")
    compiler.compile(str(source), output=str(pdf))


def chromium(paper, pdf, layout=Layout("chromium", "chromium")):
    source = pdf.with_suffix(".html")
    source.write_text(as_html.document(paper, layout), "utf-8")
    with tempfile.TemporaryDirectory() as profile:
        run(CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}",
            "--no-pdf-header-footer", f"--print-to-pdf={pdf}", source)


def pypdf(pdf):
    from pypdf import PdfReader
    return "\f".join(page.extract_text() for page in PdfReader(pdf).pages)


def pdfminer(pdf):
    from pdfminer.high_level import extract_text
    return extract_text(pdf)


def pdfplumber(pdf):
    import pdfplumber as reader
    with reader.open(pdf) as document:
        return "\f".join(page.extract_text() or "" for page in document.pages)


def pdfium(pdf):
    import pypdfium2
    pages = pypdfium2.PdfDocument(pdf)
    return "\f".join(page.get_textpage().get_text_range().replace("\r\n", "\n") for page in pages)


def pymupdf(pdf):
    import pymupdf as reader
    return "\f".join(page.get_text() for page in reader.open(pdf))


def pdftotext(*options):
    return lambda pdf: run("pdftotext", *options, pdf, "-")


def mutool(pdf):
    return run("mutool", "draw", "-F", "txt", pdf)


def there(name):
    """Whether a Python module or a program of that name, or at that path, is installed."""
    return shutil.which(name) is not None or ("/" not in name and importlib.util.find_spec(name) is not None)


TYPESETTERS = {name: function for name, needs, function in [
    ("weasyprint", "weasyprint", weasyprint), ("typst", "typst", typst), ("chromium", CHROMIUM, chromium)] if there(needs)}
EXTRACTORS = {name: function for name, needs, function in [
    ("pypdf", "pypdf", pypdf), ("pdfminer", "pdfminer", pdfminer), ("pdfplumber", "pdfplumber", pdfplumber),
    ("pdfium", "pypdfium2", pdfium), ("pymupdf", "pymupdf", pymupdf), ("pdftotext", "pdftotext", pdftotext()),
    ("pdftotext -layout", "pdftotext", pdftotext("-layout")), ("pdftotext -raw", "pdftotext", pdftotext("-raw")),
    ("mutool", "mutool", mutool)] if there(needs)}
