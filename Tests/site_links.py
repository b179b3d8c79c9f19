"""Whether everything that a built site points to is there.

    faults = site_faults(Path("Output"), base="https://daf.example/leaves/")

is a list of sentences: links, pictures, scripts, style sheets and anchors inside the site that lead nowhere, ids used
twice on a page, references from one element to another (aria-labelledby, for …) that miss. Pages of other hosts are
not asked for. Run by itself, it checks a folder: site_links.py FOLDER [BASE].
"""
import re
import sys
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

ADDRESSES = {"href", "src", "poster", "action", "data", "cite", "formaction"}
REFERENCES = {"aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-details",
              "aria-activedescendant", "for", "headers", "popovertarget", "list"}


@dataclass
class Page:
    ids: list = field(default_factory=list)
    addresses: list = field(default_factory=list)  # (attribute, address)
    references: list = field(default_factory=list)  # (attribute, id)
    headings: int = 0
    root: dict = field(default_factory=dict)
    base: str = ""


class Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.page = Page()

    def handle_starttag(self, tag, attributes):
        named = {name: value or "" for name, value in attributes}
        if tag == "html":
            self.page.root = named
        if tag == "h1":
            self.page.headings += 1
        if tag == "base":
            self.page.base = named.get("href", "")
        if "id" in named:
            self.page.ids.append(named["id"])
        for name, value in named.items():
            if name in ADDRESSES and tag != "base" and not (tag == "blockquote" and name == "cite"):
                self.page.addresses.append((name, value))
            elif name == "srcset":
                self.page.addresses += [(name, part.split()[0]) for part in value.split(",") if part.split()]
            elif name in REFERENCES:
                self.page.references += [(name, one) for one in value.split()]

    handle_startendtag = handle_starttag


def read_page(file):
    reader = Reader()
    reader.feed(file.read_text("utf-8"))
    reader.close()
    return reader.page


def site_faults(folder, base="http://site.invalid/"):
    """Everything in the folder that points to nothing, as sentences; `base` is the address the site is made for."""
    folder = Path(folder)
    base = base if base.endswith("/") else base + "/"
    files = {file.relative_to(folder).as_posix(): file for file in sorted(folder.rglob("*")) if file.is_file()}
    pages = {name: read_page(file) for name, file in files.items() if name.endswith((".html", ".xhtml"))}
    if not pages:
        return ["there is no page in the site"]
    faults = []

    def target(address):
        """The file of an address inside the site, None for another host's, "" for one that leads nowhere."""
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or parts.netloc != urlsplit(base).netloc:
            return None
        root = urlsplit(base).path
        if not parts.path.startswith(root):
            return "index.html" if parts.path == root.rstrip("/") else ""
        path = unquote(parts.path[len(root):])
        for candidate in (path, f"{path}index.html" if path.endswith("/") or not path else f"{path}/index.html"):
            if candidate in files:
                return candidate
        return ""

    for name, page in pages.items():
        here = urljoin(base, name if not name.endswith("index.html") else name[: -len("index.html")])
        if page.base:
            here = urljoin(here, page.base)
        for identifier in sorted({i for i in page.ids if page.ids.count(i) > 1}):
            faults.append(f"{name}: the id “{identifier}” stands {page.ids.count(identifier)} times")
        if any(not i or re.search(r"\s", i) for i in page.ids):
            faults.append(f"{name}: an id that is empty or has a space")
        for attribute, identifier in page.references:
            if identifier not in page.ids:
                faults.append(f"{name}: {attribute} names “{identifier}”, which is not on the page")
        for attribute, address in page.addresses:
            if address.startswith(("mailto:", "tel:", "data:", "javascript:")):
                if address.startswith("javascript:"):
                    faults.append(f"{name}: {attribute}=“{address[:60]}”")
                continue
            whole = urljoin(here, address.strip())
            found = target(whole)
            if found is None or not found and urlsplit(address).scheme and not whole.startswith(base):
                continue  # another host's, or another part of this one
            if not found:
                faults.append(f"{name}: {attribute}=“{address}” leads nowhere")
                continue
            fragment = unquote(urlsplit(whole).fragment)
            if fragment and found in pages and fragment not in pages[found].ids and not fragment.startswith(":~:"):
                faults.append(f"{name}: {attribute}=“{address}”: no “{fragment}” on {found}")
    for name, file in files.items():
        if name.endswith(".css"):
            text = re.sub(r"/\*.*?\*/", "", file.read_text("utf-8"), flags=re.DOTALL)
            for address in re.findall(r"url\(\s*[\"']?([^\"')]+)", text) + re.findall(r"@import\s+[\"']([^\"']+)", text):
                if not address.startswith(("data:", "#")) and not target(urljoin(urljoin(base, name), address)):
                    faults.append(f"{name}: “{address}” leads nowhere or to another host")
        elif name.endswith(".xml"):
            for address in re.findall(r"<loc>([^<]+)</loc>|<link[^>]*href=\"([^\"]+)\"", file.read_text("utf-8")):
                address = "".join(address).replace("&amp;", "&")
                if target(urljoin(base, address)) == "":
                    faults.append(f"{name}: “{address}” leads nowhere")
    return faults


if __name__ == "__main__":
    found = site_faults(Path(sys.argv[1]), *sys.argv[2:3])
    print("\n".join(found) or "everything leads somewhere")
    sys.exit(1 if found else 0)
