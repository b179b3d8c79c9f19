"""What the publication's lists know: people in all spellings, volumes by number, older addresses as others write them."""
import re
from urllib.parse import unquote

import pytest


def of_cases(publication, shared, name, settings="name: x\nurl: https://example.org/\nlanguages: [he]\n"):
    made = publication({}, settings=settings, name=name)
    for file in sorted((shared / "cases" / name).rglob("article.md")):
        part = file.parent.name if file.parent.name != name else "case"
        made.article(part, file.read_text("utf-8"))
    return made


def links(page, folder):
    return [unquote(address) for address in re.findall(rf'<a (?:class="[a-z-]+" )?href="[./]*{folder}/([^"/]+)/"', page)]


def test_titles_before_a_name_are_no_part_of_it(publication, shared):
    made = of_cases(publication, shared, "author-honorific")
    assert made.build().status == 0
    assert sorted(f.name for f in (made.output / "authors").iterdir()) == ["index.html", "גדעון-מאירסון"]


def test_people_stand_by_family_name_in_the_own_script_first(publication, shared):
    made = of_cases(publication, shared, "author-sort")
    assert made.build().status == 0
    listed = links(made.page("authors/").split("<main", 1)[1], "authors")
    assert [name for name in listed] == ["דוד-אבן", "רות-כהן", "الطيب-صالح", "edward-w-said"]


def test_one_person_in_two_scripts_has_one_page(publication, shared):
    made = of_cases(publication, shared, "author-two-scripts")
    assert made.build().status == 0
    page = made.page("authors/רות-כהן/")
    assert "Ruth Cohen" in page and page.count('class="entry-title"') == 2


def test_older_addresses_are_taken_as_browsers_write_them(publication, shared):
    made = of_cases(publication, shared, "alias-percent-encoded")
    built = made.build()
    assert built.status == 0 and "wrong-alias" not in built.err, built.said
    for address in ("articles/צור-קשר/", "old path/"):
        assert "articles/case/" in made.page(address)


def test_volumes_stand_in_the_order_of_their_numbers(publication, shared):
    made = of_cases(publication, shared, "volume-order")
    assert made.build().status == 0
    letters = [slug for slug in links(made.page("volumes/").split("<main", 1)[1], "volumes") if not slug.isascii()]
    assert letters == ["א", "ב", "ג", "ט", "י", "יא", "טו", "טז", "יט", "כ", "ק", "קכה"]
    digits = [slug for slug in links(made.page("volumes/").split("<main", 1)[1], "volumes") if slug.isascii()]
    assert digits == sorted(digits, key=int)


@pytest.mark.parametrize("authors", [1500])
def test_a_paper_of_a_large_collaboration_is_built(publication, authors):
    names = "\n".join(f"  - name: חוקר{n} כהן{n}" for n in range(authors))
    made = publication({"a/article.md": f"---\ntitle: א\nlang: he\ndate: 2020\nauthor:\n{names}\n---\n\nגוף\n"},
                       settings="languages: [he]\n")
    assert made.build(timeout=60).status == 0
    size = sum(file.stat().st_size for file in made.output.rglob("*.html"))
    assert size < authors * 20_000


def test_a_date_to_come_is_reported_and_no_news_yet(publication, shared):
    made = of_cases(publication, shared, "future-date")
    made.article("now", "---\ntitle: עכשיו\nlang: he\ndate: 2020\n---\n\nגוף\n")
    made.article("undated", "---\ntitle: בלי תאריך\nlang: he\n---\n\nגוף\n")
    for _ in range(2):
        built = made.build()
        assert built.status == 0 and "future-date" in built.err, built.said
    feed = made.page("feed.xml")
    assert "2203" not in feed and "1970" not in feed and "עכשיו" in feed and "2020" in feed
    assert made.page("articles/case/") and made.page("articles/undated/")
