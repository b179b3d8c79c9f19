"""A reader who loads pages of a site while it is published, and minds whether all of a page belongs together."""
import re
import threading
import urllib.error
import urllib.parse
import urllib.request

LINK = re.compile(r'(?:src|href)="([^"#?]+)"')


class Reader:
    """Loads pages in a loop, each with all that it shows and leads to, and keeps what went wrong.

    A page is a mixture where something it shows is not there, or where its style sheet is not the one
    of its edition: both carry the edition's name.
    """

    def __init__(self, address, pages, edition):
        self.address, self.pages, self.edition = address.rstrip("/") + "/", pages, edition
        self.faults, self.seen, self.rounds = [], set(), 0
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._read, daemon=True)

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._stop.set()
        self._thread.join(timeout=60)

    def get(self, address):
        with urllib.request.urlopen(address, timeout=20) as answer:
            return answer.read()

    def _read(self):
        while not self._stop.is_set() or self.rounds < 2:
            for page in self.pages:
                try:
                    self._load(self.address + page)
                except (urllib.error.URLError, OSError) as fault:
                    self.faults.append(f"{page}: {fault}")
            self.rounds += 1

    def _load(self, address):
        text = self.get(address).decode("utf-8")
        edition = re.search(self.edition, text)
        assert edition, f"{address} tells no edition"
        self.seen.add(edition[0])
        for link in dict.fromkeys(LINK.findall(text)):
            target = urllib.parse.urljoin(address, link)
            if not target.startswith(self.address) or target.startswith(self.address + "api/"):
                continue
            if target.endswith("/"):
                target += "index.html"
            try:
                body = self.get(target)
            except (urllib.error.URLError, OSError) as fault:
                self.faults.append(f"{address} leads to {target}: {fault}")
                continue
            if target.endswith(".css"):
                told = re.search(self.edition.encode(), body)
                if told and told[0] != edition[0].encode():
                    self.faults.append(f"{address} is {edition[0]}, its style sheet {told[0]}")
