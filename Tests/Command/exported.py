"""What the tests of exports share: the names of a site's articles, their files, and another program to read them."""
import subprocess

import lxml.etree

XML = "{http://www.w3.org/XML/1998/namespace}"
OAI = {"o": "http://www.openarchives.org/OAI/2.0/", "dc": "http://purl.org/dc/elements/1.1/",
       "s": "http://www.openarchives.org/OAI/2.0/static-repository"}


def articles(site):
    return sorted(folder.name for folder in (site / "articles").iterdir() if (folder / "index.html").exists())


def pandoc(*arguments, text=""):
    return subprocess.run(["pandoc", *map(str, arguments)], input=text, capture_output=True, text=True, check=True, timeout=60).stdout


def jats(site, name):
    return lxml.etree.fromstring((site / f"articles/{name}/{name}.jats.xml").read_bytes(), lxml.etree.XMLParser(load_dtd=False))
