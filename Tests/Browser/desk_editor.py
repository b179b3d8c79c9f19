"""An editor who knows what a paper should say, and settles it at the desk by keys alone.

An action is one key, or one typed word.
"""
import collections
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
        """The faults: pieces and what should stand in their place, as few of each as can be told apart."""
        pieces = [piece for piece in self.pieces() if piece["kind"] not in ("page", "other")]
        matcher = difflib.SequenceMatcher(None, [key_of(piece) for piece in pieces], self.gold, autojunk=False)
        found = []
        for kind, a, b, c, d in matcher.get_opcodes():
            if kind != "equal":
                found += paired(pieces[a:b], self.gold[c:d])
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
            return self.supply(wanted[0])
        piece = mine[0]
        own = normal(piece["text"])
        readings = self.readings(piece)
        if not wanted:
            self.reach(piece)
            mark = next((number for number, reading in enumerate(readings, 1) if reading["name"] == "note-mark" and own.isdecimal()), None)
            return self.press(str(mark) if mark else "r")
        kind, level, mark, text = wanted[0]
        for number, reading in enumerate(readings, 1):
            same = normal(reading["text"]) == text and reading["kind"] == kind and (kind != "heading" or reading.get("level") == level)
            if same and reading["name"] not in ("join-next", "join-previous"):
                self.reach(piece)
                return self.press(str(number))
        if len(mine) > len(wanted):
            self.reach(piece)
            return self.press("m")
        if len(wanted) > len(mine):
            self.find(piece, own.split(" ")[seam(own, text, wanted[1][3]):])
            return self.press("b")
        if own != text:
            return self.retype(piece, own, text)
        self.reach(piece)
        if kind == "heading":
            return self.press(f"Shift+{level}")
        if kind == "item":
            return self.press("l" if mark == "-" else "Shift+L")
        self.press(KIND_KEYS[kind])

    def readings(self, piece, choice=None):
        action = {"name": "take", "offset": choice[0], "end": choice[1]} if choice else None
        return self.ask("readings", article=self.article, piece=piece["id"], action=action)

    def supply(self, wanted):
        """What is missing stands in the abstract, or is typed below the piece before it."""
        abstract = normal(self.ask("open", article=self.article)["fields"].get("abstract", ""))
        if abstract and abstract.startswith(wanted[3][:40]):
            return self.press("Shift+A")
        at = self.gold.index(wanted)
        before = {key_of(piece): piece for piece in self.pieces()}.get(self.gold[at - 1]) if at else None
        if before is None:
            return None
        self.reach(before)
        self.press("i")
        self.type(wanted[3])
        return self.press("Enter")

    def retype(self, piece, own, text):
        """Puts the first words that differ right: by a reading of them, else by typing over them."""
        old, new = own.split(" "), text.split(" ")
        operations = difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        changes = [operation for operation in operations if operation[0] != "equal"]
        _, head, end, first, last = changes[0]
        for _, a, b, c, d in changes[1:]:
            # Few words between two changes are typed along with them.
            if a - end > 2:
                break
            end, last = b, d
        # Where words are only missing, or stand elsewhere too, the one before or behind is chosen with them.
        others = [other["text"] for other in self.pieces()]
        while head > 0 and (head == end or sum(other.count(" ".join(old[head:end])) for other in others) != 1):
            head, first = head - 1, first - 1
        while end < len(old) and (head == end or sum(other.count(" ".join(old[head:end])) for other in others) != 1):
            end, last = end + 1, last + 1
        wrong = " ".join(old[head:end])
        start = piece["text"].find(wrong)
        now = distance(own, text)
        offered = self.readings(piece, (start, start + len(wrong)) if start >= 0 else None)
        best = min(range(len(offered)), key=lambda index: distance(normal(offered[index]["text"]), text), default=None)
        if best is not None and offered[best]["kind"] == piece["kind"] and distance(normal(offered[best]["text"]), text) < now:
            self.seek(wrong)
            return self.press(str(best + 1))
        self.press("/")
        self.type(wrong)
        self.press("Shift+Enter")
        if new[first:last]:
            self.type(" ".join(new[first:last]))
        else:
            self.press("Delete")
        return self.press("Enter")


def bare(word):
    return re.sub(r"\[\^\d+\]|[^\w]", "", word)


def matches(one, other):
    """The pairs of places of words that two texts have alike."""
    matcher = difflib.SequenceMatcher(None, [bare(word) for word in one], [bare(word) for word in other], autojunk=False)
    return [(block.a + step, block.b + step) for block in matcher.get_matching_blocks() for step in range(block.size)]


def seam(own, first, second):
    """With which word of a text the second of two others begins in it."""
    head = len(first.split(" "))
    places = [mine for mine, theirs in matches(own.split(" "), first.split(" ") + second.split(" ")) if theirs >= head]
    return max(1, min(places, default=1))


def paired(mine, wanted):
    """Pieces that are one where two are wanted, or two where one is; else each with what has most of its words."""
    if len(mine) == len(wanted) == 1 or not mine or not wanted:
        return [(mine, wanted)]
    # A number alone is a mark that was parted from its text, or a page's number.
    for piece in mine:
        if normal(piece["text"]).isdecimal() and piece["kind"] != "note":
            return [([piece], [])]
    own = [(word, index) for index, piece in enumerate(mine) for word in normal(piece["text"]).split(" ")]
    gold = [(word, index) for index, piece in enumerate(wanted) for word in piece[3].split(" ")]
    pairs = [(own[one][1], gold[other][1]) for one, other in matches([word for word, _ in own], [word for word, _ in gold])]
    shared = collections.Counter(pairs)

    def holds(one, other):
        return shared[one, other] * 2 > min(len(normal(mine[one]["text"]).split()), len(wanted[other][3].split()))

    for index in range(len(mine) - 1):
        for other in range(len(wanted)):
            if holds(index, other) and holds(index + 1, other) and (mine[index]["kind"] == "note") == (mine[index + 1]["kind"] == "note"):
                return [(mine[index:index + 2], wanted[other:other + 1])]
    for index in range(len(wanted) - 1):
        for one in range(len(mine)):
            if holds(one, index) and holds(one, index + 1):
                return [(mine[one:one + 1], wanted[index:index + 2])]
    found, taken = [], set()
    for index, piece in enumerate(mine):
        best = max((other for other in range(len(wanted)) if other not in taken), key=lambda other: shared[index, other], default=None)
        if best is None or not shared[index, best]:
            found.append(([piece], []))
        else:
            taken.add(best)
            if key_of(piece) != wanted[best]:
                found.append(([piece], [wanted[best]]))
    return found + [([], [wanted[index]]) for index in range(len(wanted)) if index not in taken]


def distance(one, other):
    """How many words differ."""
    matcher = difflib.SequenceMatcher(None, one.split(), other.split(), autojunk=False)
    return sum(max(b - a, d - c) for kind, a, b, c, d in matcher.get_opcodes() if kind != "equal")
