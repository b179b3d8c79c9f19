"""A fourth language of the pages is one file of strings; languages without one have their own
direction and letters all the same."""
import re
import shutil

ARTICLE = "---\ntitle: {title}\nlang: {language}\nauthor:\n  - name: {author}\ndate: \"2022\"\n---\n\n{text}\n"


def test_a_fourth_language_is_one_file(publication, repository):
    made = publication(settings="title: نشریه\nlanguages: [fa, en]\n", articles={
        "water/article.md": ARTICLE.format(title="آب", language="fa", author="دانا", text="متن ۱۲ است.")})
    shutil.copytree(repository / "Templates", made.folder / "Templates")
    strings = (repository / "Templates/strings/ar.yaml").read_text("utf-8")
    strings = re.sub(r"^publication: .*$", "publication: مقاله‌ها", strings, flags=re.M)
    strings = re.sub(r"^skipToContent: .*$", "skipToContent: رفتن به متن", strings, flags=re.M)
    made.write("Templates/strings/fa.yaml", strings)
    built = made.build()
    assert built.status in (0, 1), built.said
    page = next(made.output.rglob("water/index.html")).read_text("utf-8")
    assert re.search(r'<html[^>]*lang="fa"[^>]*dir="rtl"', page), page[:300]
    assert "رفتن به متن" in page


def test_yiddish_and_russian_articles_have_their_direction(publication):
    made = publication(articles={
        "yi/article.md": ARTICLE.format(title="וואַסער", language="yi", author="דנה", text="דאָס איז NATO, UN."),
        "ru/article.md": ARTICLE.format(title="Вода", language="ru", author="Дана", text="Это текст.")})
    built = made.build()
    assert built.status in (0, 1), built.said
    yiddish = next(made.output.rglob("yi/index.html")).read_text("utf-8")
    russian = next(made.output.rglob("ru/index.html")).read_text("utf-8")
    assert re.search(r'lang="yi"[^>]*dir="rtl"', yiddish)
    assert re.search(r'lang="ru"[^>]*dir="ltr"', russian) or 'lang="ru"' in russian
