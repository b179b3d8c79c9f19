"""An editor who knows what a paper should say, and settles it at the desk by keys alone.

An action is one key, or one typed word.
"""
import difflib
import re

KIND_KEYS = {"paragraph": "p", "caption": "c", "quotation": "q", "note": "n"}


def normal(text):
    text = re.sub(r"\s*<!--\s*page\b[^>]*-->\s*", " ", text)
    return re.sub(r"\s+", " ", re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)).strip()


def key_of(piece):
    """What must be the same in the paper and in what it should say."""
    mark = piece.get("mark") if piece["kind"] == "note" else None
    if piece["kind"] == "item":
        mark = "-" if piece["mark"] in "-*+" else piece["mark"]
    return piece["kind"], piece.get("level"), mark, normal(piece["text"])


class Editor:
    def __init__(self, page, address, article, gold):
        self.page, self.address, self.article = page, address, article
        self.actions, self.log = 0, []
        page.goto(f"{address}/.daf/desk/#{article}")
        page.wait_for_function("article => document.documentElement.dataset.ready === article", arg=article, timeout=120_000)
        self.idle()
        self.gold = [key_of(piece) for piece in self.pieces(gold) if piece["kind"] not in ("page", "other")]

    # The page, as an editor sees it: looking is no action.

    def idle(self):
        self.page.wait_for_function("() => document.documentElement.dataset.busy === '0'", timeout=60_000)

    def ask(self, name, **body):
        return self.page.evaluate(
            """async ([name, body]) => {
              for (;;) {
                const response = await fetch(`/.daf/desk/${name}`, { method: "POST", headers: { "X-Daf-Token": document.body.dataset.token },
                  body: JSON.stringify(body) });
                if (response.status !== 202) return response.json();
                await new Promise((resolve) => setTimeout(resolve, 100));
              }
            }""", [name, body])

    def pieces(self, article=None):
        return self.ask("open", article=article or self.article)["pieces"]

    def active(self):
        return self.page.evaluate("() => Number(document.querySelector('.piece.active')?.dataset.id ?? 0)")

    # What an editor does.

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)
            self.actions += 1
            self.log.append(key)
            self.idle()

    def type(self, text):
        self.page.keyboard.type(text)
        self.actions += len(text.split())
        self.log.append(f"“{text}”")
        self.idle()

    def seek(self, text):
        self.press("/")
        self.type(text)
        self.press("Enter")

    # The way to a right paper.

    def differences(self):
        pieces = [piece for piece in self.pieces() if piece["kind"] not in ("page", "other")]
        matcher = difflib.SequenceMatcher(None, [key_of(piece) for piece in pieces], self.gold, autojunk=False)
        found = []
        for kind, a, b, c, d in matcher.get_opcodes():
            if kind == "replace" and b - a == d - c:
                found += [(pieces[a + i:a + i + 1], self.gold[c + i:c + i + 1]) for i in range(b - a)]
            elif kind != "equal":
                found.append((pieces[a:b], self.gold[c:d]))
        return pieces, found

    def settle(self, limit):
        """Works until the paper is right or so many actions are spent; whether it is right."""
        stuck = 0
        while self.actions < limit and stuck < 3:
            pieces, differing = self.differences()
            if not differing:
                return True
            before = self.actions
            if not self.headings(pieces, differing):
                self.fix(*self.nearest(pieces, differing))
            stuck = stuck + 1 if self.actions == before else 0
        return not self.differences()[1]

    def headings(self, pieces, differing):
        """Several headings of a wrong level, or captions among them, are put right in their list."""
        wrong = [(mine[0], wanted[0]) for mine, wanted in differing
                 if len(mine) == len(wanted) == 1 and mine[0]["kind"] == "heading" and normal(mine[0]["text"]) == wanted[0][3]
                 and wanted[0][0] in ("heading", "caption")]
        letters = [piece["id"] for piece in self.pieces() if piece["kind"] in ("heading", "caption")][:26]
        wrong = [(piece, wanted) for piece, wanted in wrong if piece["id"] in letters]
        if len(wrong) < 2:
            return False
        self.press("o")
        for piece, (kind, level, _, _) in wrong:
            letter = "abcdefghijklmnopqrstuvwxyz"[letters.index(piece["id"])]
            if kind == "caption":
                self.press(f"Shift+{letter.upper()}")
            else:
                self.press(*[letter] * ((level - piece["level"]) % 3))
        self.press("Escape")
        return True

    def nearest(self, pieces, differing):
        """The fault that the fewest keys lead to: the one at hand, else the next doubt, else by its words."""
        active = self.active()
        for mine, wanted in differing:
            if any(piece["id"] == active for piece in mine):
                return mine, wanted
        doubts = sorted((piece for piece in self.pieces() if not piece["settled"] and piece["weight"] >= 0.5),
                        key=lambda piece: -piece["weight"])
        order = [piece["id"] for piece in doubts]
        faults = {mine[0]["id"]: (mine, wanted) for mine, wanted in differing if mine}
        ahead = order[order.index(active) + 1:] if active in order else order
        for steps, doubt in enumerate(ahead, 1):
            if doubt in faults and steps <= 3:
                self.press(*["j"] * steps)
                return faults[doubt] if self.active() == doubt else self.nearest(*self.differences())
        return next(((mine, wanted) for mine, wanted in differing if mine), differing[0])

    def reach(self, piece):
        """Makes a piece the one at hand."""
        if self.active() == piece["id"]:
            return
        pieces = self.pieces()
        if piece["kind"] == "note":
            return self.seek(piece["mark"])
        words = normal(piece["text"]).split()
        for length in range(1, len(words) + 1):
            text = " ".join(words[:length])
            if piece["text"].startswith(text) and sum(text in other["text"] for other in pieces) == 1:
                return self.seek(text)
        self.seek(" ".join(words))

    def find(self, piece, words):
        """Chooses words of a piece by as many of them as it takes to find them there first."""
        pieces = self.pieces()
        for length in range(1, len(words) + 1):
            text = " ".join(words[:length])
            if text in piece["text"] and sum(other["text"].count(text) for other in pieces) == 1:
                return self.seek(text)
        self.seek(" ".join(words))

    def fix(self, mine, wanted):
        if not mine:
            # What is missing at the head was taken for the abstract.
            return self.press("Shift+A")
        piece = mine[0]
        if not wanted:
            self.reach(piece)
            return self.press("r")
        kind, level, mark, text = wanted[0]
        readings = self.ask("readings", article=self.article, piece=piece["id"])
        for number, reading in enumerate(readings, 1):
            same = normal(reading["text"]) == text and reading["kind"] == kind and (kind != "heading" or reading.get("level") == level)
            if same and reading["name"] not in ("join-next", "join-previous"):
                self.reach(piece)
                return self.press(str(number))
        own = normal(piece["text"])
        if own != text:
            if text.startswith(own + " ") or text.startswith(own) and own[-1] in "-־–":
                self.reach(piece)
                return self.press("m")
            if own.startswith(text + " "):
                self.find(piece, own[len(text) + 1:].split())
                return self.press("b")
            return self.retype(piece, own, text)
        self.reach(piece)
        if kind == "heading":
            return self.press(f"Shift+{level}")
        if kind == "item":
            return self.press("l" if mark == "-" else "Shift+L")
        self.press(KIND_KEYS[kind])

    def retype(self, piece, own, text):
        """Types over the words that differ."""
        old, new = own.split(" "), text.split(" ")
        head = next((i for i, (one, other) in enumerate(zip(old, new)) if one != other), min(len(old), len(new)))
        tail = next((i for i, (one, other) in enumerate(zip(old[head:][::-1], new[head:][::-1])) if one != other),
                    min(len(old), len(new)) - head)
        # Where words are only missing, the one before is typed with them.
        others = [other["text"] for other in self.pieces()]
        while head > 0 and sum(text.count(" ".join(old[head:len(old) - tail]) or " ") for text in others) != 1:
            head -= 1
        while not old[head:len(old) - tail] and tail:
            tail -= 1
        self.seek(" ".join(old[head:len(old) - tail]))
        self.press("Enter")
        self.type(" ".join(new[head:len(new) - tail]))
        self.press("Enter")
