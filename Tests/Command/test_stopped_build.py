"""A build that is stopped at any moment leaves the old site whole, or the new one."""
import os
import random
import re
import signal
import subprocess
import time

import pytest

from site_links import site_faults
from test_build import tree

ARTICLES = 12
# make kills asks for a thousand.
KILLS = int(os.environ.get("DAF_KILLS", "60"))


def text(number, version):
    related = "\n".join(f"  - a{n}" for n in range(ARTICLES) if n != number)
    return f"""---
title: מאמר {number} בגרסה {version}
lang: he
author: [{{name: מחברת {number}}}]
keywords: [מילה {number}]
date: 2023-01-{number + 1:02}
aliases: [old-{number}]
related:
{related}
---

{"פסקה של הגרסה. " * 200}[^1]

[^1]: הערה בגרסה {version}.
"""


def version_of(site):
    """The one version that every page of the site is of; the test fails where they differ."""
    found = {}
    for page in sorted(site.rglob("*.html")):
        for version in re.findall(r"בגרסה (\d+)", page.read_text("utf-8")):
            found.setdefault(version, page)
    assert len(found) == 1, f"a site of several versions: {found}"
    return int(next(iter(found)))


@pytest.mark.timeout(7200)
def test_killed_at_random_moments_a_site_is_whole(publication, daf_binary):
    made = publication({f"a{n}/article.md": text(n, 0) for n in range(ARTICLES)}, settings="url: https://example.org/\n")
    began = time.monotonic()
    assert made.build().status == 0
    length = time.monotonic() - began
    chance = random.Random(20)
    old, stopped, exchanged, sound = 0, 0, 0, None
    for kill in range(1, KILLS + 1):
        for number in range(ARTICLES):
            made.article(f"a{number}", text(number, kill))
        build = subprocess.Popen([str(daf_binary), "build"], cwd=made.folder, stdout=subprocess.DEVNULL,
                                 stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0, 1.2 * length))
        build.send_signal(signal.SIGKILL)
        stopped += build.wait() == -signal.SIGKILL
        # A site whose bytes are those that were found sound is not read again.
        if (site := tree(made.output)) == sound:
            continue
        version = version_of(made.output)
        assert version in (old, kill), f"after kill {kill} the site is of version {version}, not {old}"
        exchanged += version == kill
        old, sound = version, site
        faults = site_faults(made.output, "https://example.org/")
        assert not faults, f"after kill {kill}: {faults[:5]}"
    print(f"{KILLS} kills: {stopped} builds were stopped before they ended, {exchanged} new sites stood")
    assert stopped > KILLS / 4, f"only {stopped} of {KILLS} builds were stopped before they ended"
    assert made.build().status == 0
    assert version_of(made.output) == KILLS
    assert sorted(f.name for f in made.folder.iterdir()) == [".daf", "Articles", "Output", "publication.yaml"]


def test_two_builds_at_once_wait_for_each_other(publication, daf_binary):
    made = publication({f"a{n}/article.md": text(n, 0) for n in range(ARTICLES)})
    builds = [subprocess.Popen([str(daf_binary), "build", "--quiet"], cwd=made.folder) for _ in range(6)]
    assert [build.wait(60) for build in builds] == [0] * 6
    assert version_of(made.output) == 0
    assert not site_faults(made.output)
    assert sorted(f.name for f in made.folder.iterdir()) == [".daf", "Articles", "Output"]
