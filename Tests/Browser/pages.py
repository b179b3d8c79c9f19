"""Finding pages of a built site, whatever their addresses are."""
from pathlib import Path


def article_address(output, slug):
    """The address of an article's page as from the site's root."""
    output = Path(output)
    page = next(path for path in sorted(output.rglob(f"{slug}/index.html"), key=lambda path: len(path.parts)))
    return page.parent.relative_to(output).as_posix() + "/"


def all_pages(output):
    """The addresses of all pages that are not only a way to another."""
    output = Path(output)
    found = []
    for path in sorted(output.rglob("*.html")):
        if "http-equiv=\"refresh\"" not in path.read_text("utf-8"):
            found.append(path.relative_to(output).as_posix())
    return found
