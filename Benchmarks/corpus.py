#!/usr/bin/env python3
"""corpus.py N FOLDER: writes N made-up articles, always the same, to measure a build with.

    FOLDER/Articles/aNNNNN/article.md     for Daf
    FOLDER/content/articles/aNNNNN.md     the same body for Hugo

Each is about 26 KB: 12 headings, 40 paragraphs, 45 notes, 20 citations of 25 references, 3 quotations, 3 lists, a table.
Three in four are Hebrew, one Arabic. The words are those of the sample articles, as often as there; since so few texts
have few words, a third of each article comes from 250 words of its own topic, made by chains of three letters, and some
words get a clitic, so that the vocabulary goes on growing as it does in a real library.
"""
import bisect
import collections
import itertools
import random
import re
import sys
from pathlib import Path

SAMPLES = Path(__file__).resolve().parent.parent / "Articles"
WORD = {"he": re.compile(r"[א-ת]+(?:[\"״'׳־][א-ת]+)*"), "ar": re.compile(r"[ء-غف-ي][ء-غـ-ْ]*")}
CLITICS = {"he": "ו ה ב ל מ ש כ וה שה וב ול".split(), "ar": "و ال ب ل وال بال لل ف ك".split()}
LATIN = ("soft law", "River Boards Review", "reclaimed water", "status quo", "GMPH", "common-pool resource",
         "path dependence", "de facto", "TEU", "Journal of Littoral Studies", "bottom-up", "NDVI")
FAMILIES = "Ashgrove Barrault Castellan Delacroix Dray Haddad Lindgren Marchetti Novak Orme Tal Whitcombe".split()
SENTENCES = {
    "he": {"abstract": "תקציר", "intro": "מבוא", "end": "סיכום", "references": "מקורות", "see": "ראו", "page": "עמ׳",
           "head": "| נושא | שנה | ערך |", "comma": ","},
    "ar": {"abstract": "الملخص", "intro": "مقدمة", "end": "خاتمة", "references": "المراجع", "see": "ينظر", "page": "ص",
           "head": "| الموضوع | السنة | القيمة |", "comma": "،"},
}
HEADINGS = {0: 2, 4: 2, 7: 3, 10: 2, 14: 3, 17: 2, 20: 3, 24: 2, 28: 2, 32: 3, 37: 2}
QUOTES, LISTS, TABLE = {7, 19, 31}, {11, 23, 35}, 27


class Language:
    """The words of the samples in a language, and new ones made like them."""

    def __init__(self, tag, library):
        self.tag = tag
        counts = collections.Counter()
        for file in sorted(SAMPLES.glob("*/article.md")):
            text = file.read_text("utf-8")
            if f"lang: {tag}" in text.split("---")[1]:
                counts.update(word for word in WORD[tag].findall(text) if 2 <= len(word) <= 16)
        self.words = sorted(counts, key=lambda word: (-counts[word], word))
        self.cumulative = list(itertools.accumulate(counts[word] for word in self.words))
        self.rare = self.words[100:]
        self.after = collections.defaultdict(list)
        for word in self.words:
            padded = f"^^{word}$"
            for place in range(len(padded) - 2):
                self.after[padded[place:place + 2]].append(padded[place + 2])
        draw = random.Random(f"people-{tag}")
        self.people = [f"{draw.choice(self.rare)} {draw.choice(self.rare)}" for _ in range(max(20, library // 3))]
        self.subjects = [draw.choice(self.rare) for _ in range(200)]

    def common(self, draw):
        return self.words[bisect.bisect_left(self.cumulative, draw.random() * self.cumulative[-1])]

    def new(self, draw):
        while True:
            made = "^^"
            while not made.endswith("$") and len(made) < 12:
                made += draw.choice(self.after[made[-2:]])
            if made.endswith("$") and len(made) >= 6:
                return made.strip("^$")


class Writer:
    """Writes one article."""

    def __init__(self, language, number):
        self.language, self.say = language, SENTENCES[language.tag]
        self.draw = random.Random(f"daf-{number}")
        self.topic = [self.language.new(self.draw) if self.draw.random() < .6 else self.draw.choice(language.rare)
                      for _ in range(250)]

    def words(self, count):
        chosen = []
        for _ in range(count):
            if self.draw.random() < 1 / 3:
                word = self.topic[min(249, int(self.draw.expovariate(1 / 70)))]
            else:
                word = self.language.common(self.draw)
            if self.draw.random() < .015:
                word = self.draw.choice(CLITICS[self.language.tag]) + word
            chosen.append(word)
        return " ".join(chosen)

    def sentence(self, least, most):
        count = self.draw.randrange(least, most)
        half = count // 2
        comma = self.say["comma"] if count > 9 else ""
        return f"{self.words(half)}{comma} {self.words(count - half)}"

    def references(self):
        made = []
        for number in range(25):
            year = self.draw.randrange(1948, 2024)
            pages = f"{self.draw.randrange(1, 200)}–{self.draw.randrange(200, 400)}"
            if number % 5 == 4:
                family = self.draw.choice(FAMILIES)
                text = (f"{family}, {self.draw.choice('ABDJKLR')}. ({year}). On {self.draw.choice(LATIN)}. "
                        f"*{self.draw.choice(LATIN)}*, {self.draw.randrange(1, 60)}, {pages}. "
                        f"<https://doi.example.org/10.5555/{self.draw.randrange(10**6)}>")
            else:
                family = self.draw.choice(self.language.rare)
                text = (f"{family}, {self.draw.choice(self.language.rare)} ({year}). {self.sentence(5, 9)}. "
                        f"*{self.words(2)}*, {self.draw.randrange(1, 60)}, {pages}.")
            made.append((family, year, text))
        return made

    def note(self, number, references):
        page = f"{self.say['page']} {self.draw.randrange(1, 300)}"
        if number % 3 == 0:
            family, year, _ = self.draw.choice(references)
            return f"{self.say['see']} {family}, {year}, {page}."
        if number % 3 == 1:
            return f"{self.sentence(8, 16)}, {page}."
        return (f"{self.draw.choice(FAMILIES)}, *{self.draw.choice(LATIN)}*, p. {self.draw.randrange(1, 300)}; "
                f"{self.sentence(4, 9)}.")

    def body(self):
        references = self.references()
        notes_of = [1] * 40
        for place in self.draw.sample(range(40), 5):
            notes_of[place] += 1
        citing = set(self.draw.sample(range(40), 20))
        blocks, note = [], 0
        for place in range(40):
            if place in HEADINGS:
                title = (self.say["intro"] if place == 0 else self.say["end"] if place == 37 else self.words(4))
                blocks.append("#" * HEADINGS[place] + " " + title)
            sentences = [self.sentence(7, 14) for _ in range(self.draw.randrange(2, 4))]
            if place % 6 == 2:
                sentences[0] += f" {self.draw.choice(LATIN)} {self.words(2)}"
            if place % 9 == 4:
                sentences[0] = f"**{self.words(2)}** {sentences[0]}"
            if place % 9 == 6:
                sentences[-1] += f" [{self.words(2)}](https://example.org/{self.draw.randrange(10**5)})"
            if place in citing:
                family, year, _ = self.draw.choice(references)
                sentences[0] += f" ({family}, {year})"
            for _ in range(notes_of[place]):
                note += 1
                sentences[-1] += f"[^{note}]"
            blocks.append(". ".join(sentences) + ".")
            if place in QUOTES:
                family, year, _ = self.draw.choice(references)
                blocks.append(f"> {self.words(22)} ({family}, {year}).")
            if place in LISTS:
                blocks.append("\n".join(
                    (f"{item}. " if place == 23 else "- ") + self.words(7) for item in range(1, 6)))
            if place == TABLE:
                rows = [f"| {self.words(3)} | {self.draw.randrange(1948, 2024)} | {self.draw.randrange(10**5) / 100} |"
                        for _ in range(6)]
                blocks.append("\n".join([self.say["head"], "| --- | :-: | --: |", *rows]))
        blocks.append(f"## {self.say['references']}\n\n<!-- references -->")
        blocks.append("\n".join("- " + text for _, _, text in sorted(references)))
        blocks.append("\n".join(f"[^{number}]: {self.note(number, references)}" for number in range(1, note + 1)))
        return "\n\n".join(blocks) + "\n"

    def article(self):
        """The article for Daf and for Hugo."""
        quoted = lambda text: '"' + text.replace('"', "״") + '"'
        authors = self.draw.sample(self.language.people, self.draw.choice((1, 1, 2, 3)))
        date = f"{self.draw.randrange(2000, 2025)}-{self.draw.randrange(1, 13):02}-{self.draw.randrange(1, 29):02}"
        keywords = list(dict.fromkeys(self.draw.sample(self.language.subjects, 5)))
        shared = [f"title: {quoted(self.words(6))}", f"lang: {self.language.tag}"]
        rest = [f"abstract: {quoted(self.sentence(50, 70))}", "keywords:", *(f"  - {quoted(k)}" for k in keywords),
                f"date: {date}", "---", ""]
        body = self.body()
        daf = ["---", *shared, "author:", *(f"  - name: {quoted(name)}" for name in authors), *rest]
        hugo = ["---", *shared, "author:", *(f"  - {quoted(name)}" for name in authors), *rest]
        return "\n".join(daf) + "\n" + body, "\n".join(hugo) + "\n" + body


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    count, folder = int(sys.argv[1]), Path(sys.argv[2])
    languages = {tag: Language(tag, count) for tag in ("he", "ar")}
    size = 0
    for number in range(count):
        texts = Writer(languages["ar" if number % 4 == 3 else "he"], number).article()
        for text, name in zip(texts, (f"Articles/a{number:05}/article.md", f"content/articles/a{number:05}.md")):
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        size += len(texts[0].encode())
    print(f"{count} articles, {size / count / 1000:.1f} KB each")


if __name__ == "__main__":
    main()
