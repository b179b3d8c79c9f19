"""daf import: what WordPress and Open Journal Systems export becomes articles."""
import base64

import pytest
import yaml

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>
<title>כתב העת</title><link>https://old.example</link><language>he-IL</language><wp:wxr_version>1.2</wp:wxr_version>
<wp:author><wp:author_login>dana</wp:author_login><wp:author_display_name><![CDATA[דנה לוי]]></wp:author_display_name></wp:author>
"""


def item(number, title, body="שלום.", *, kind="post", status="publish", link=None, more=""):
    return f"""<item><title><![CDATA[{title}]]></title><link>{link or f'https://old.example/2011/05/p{number}/'}</link>
<dc:creator>dana</dc:creator><guid>https://old.example/?p={number}</guid><content:encoded><![CDATA[{body}]]></content:encoded>
<wp:post_id>{number}</wp:post_id><wp:post_date>2011-05-0{number} 10:00:00</wp:post_date><wp:post_name>p{number}</wp:post_name>
<wp:status>{status}</wp:status><wp:post_type>{kind}</wp:post_type>{more}</item>"""


WORDPRESS = HEAD + item(1, "מחיר המים &amp; הקרקע", """<p>לפי <a href="https://old.example/2011/05/p2/">המאמר השני</a>
ו<a href="https://old.example/wp-content/uploads/2011/05/report.pdf">הדוח</a>.</p>
<img src="https://old.example/wp-content/uploads/2011/05/map-300x200.png" alt="מפה">""", more="""
<excerpt:encoded><![CDATA[תקציר קצר.]]></excerpt:encoded><category domain="post_tag" nicename="water"><![CDATA[מים]]></category>
<category domain="category" nicename="uncategorized"><![CDATA[כללי]]></category><wp:comment><wp:comment_id>1</wp:comment_id></wp:comment>""") \
    + item(2, "השני") + item(3, "אודות", kind="page", link="https://old.example/about/") + item(4, "טיוטה", status="draft") \
    + item(5, "זבל", status="trash") + item(6, "תפריט", kind="nav_menu_item") \
    + item(7, "map", kind="attachment", status="inherit", more="""<wp:post_parent>1</wp:post_parent>
<wp:attachment_url>https://old.example/wp-content/uploads/2011/05/map.png</wp:attachment_url>""") + "</channel></rss>"


def front(file):
    return yaml.safe_load(file.read_text("utf-8").split("---\n")[1])


@pytest.fixture
def imported(daf, tmp_path):
    """Imports a text; gives the run."""

    def run(export, *arguments, status=0):
        (tmp_path / "export.xml").write_bytes(export if isinstance(export, bytes) else export.encode())
        made = daf("import", "export.xml", *arguments, cwd=tmp_path)
        assert made.status == status, made.said
        return made

    return run


def test_wordpress(imported, tmp_path):
    uploads = tmp_path / "uploads/2011/05"
    uploads.mkdir(parents=True)
    (uploads / "report.pdf").write_bytes(b"%PDF-1.4")
    made = imported(WORDPRESS, "--uploads", "uploads")
    articles = tmp_path / "Articles"
    first = front(articles / "p1/article.md")
    assert (first["title"], first["lang"], first["abstract"]) == ("מחיר המים & הקרקע", "he", "תקציר קצר.")
    assert (first["author"][0]["name"], str(first["date"])) == ("דנה לוי", "2011-05-01")
    assert (first["keywords"], first["aliases"]) == (["מים"], ["/2011/05/p1/"])
    text = (articles / "p1/article.md").read_text("utf-8")
    assert "[המאמר השני](../p2/)" in text and "[הדוח](report.pdf)" in text and '![](map.png "מפה")' in text
    assert (articles / "p1/report.pdf").read_bytes() == b"%PDF-1.4"
    assert "map.png" in made.err and "[import-file-absent]" in made.err
    assert front(articles / "p4/article.md")["draft"] is True
    assert front(articles / "pages/p3.md")["title"] == "אודות" and not (articles / "p5").exists()
    assert "nav_menu_item (1)" in made.out and "trash (1)" in made.out and "comment (1)" in made.out


def test_what_was_edited_stays_and_what_was_renamed_is_found(imported, tmp_path):
    imported(WORDPRESS)
    articles = tmp_path / "Articles"
    (articles / "p2/article.md").write_text("---\ntitle: שלי\nlang: he\n---\n\nשלי\n", "utf-8")
    (articles / "p1").rename(articles / "water")
    made = imported(WORDPRESS)
    assert "שלי" in (articles / "p2/article.md").read_text("utf-8") and "[import-edited]" in made.err
    assert not (articles / "p1").exists() and (articles / "water/article.md").exists()


def test_another_article_of_that_name_is_not_written_over(imported, tmp_path):
    (tmp_path / "Articles/p1").mkdir(parents=True)
    (tmp_path / "Articles/p1/article.md").write_text("---\ntitle: שלי\nlang: he\n---\n", "utf-8")
    imported(WORDPRESS)
    assert "שלי" in (tmp_path / "Articles/p1/article.md").read_text("utf-8")
    assert front(tmp_path / "Articles/p1-2/article.md")["title"] == "מחיר המים & הקרקע"


def test_old_addresses_lead_to_the_articles(imported, daf, tmp_path):
    (tmp_path / "publication.yaml").write_text("name: א\nlanguages: [he]\n", "utf-8")
    imported(WORDPRESS)
    built = daf("build", "--no-pdf", cwd=tmp_path)
    assert (tmp_path / "Output/2011/05/p2/index.html").exists(), built.said
    assert "articles/p2/" in (tmp_path / "Output/2011/05/p2/index.html").read_text("utf-8")


# What exports of real sites hold: each is a fault that was seen.
FILES = "".join(item(number, name, kind="attachment", status="inherit", link=f"https://old.example/?attachment_id={number}", more=f"""
<excerpt:encoded><![CDATA[{caption}]]></excerpt:encoded><wp:post_parent>1</wp:post_parent>
<wp:attachment_url>https://old.example/wp-content/uploads/{name}.jpg</wp:attachment_url>
<wp:postmeta><wp:meta_key>_wp_attachment_image_alt</wp:meta_key><wp:meta_value><![CDATA[נמל]]></wp:meta_value></wp:postmeta>""")
                for number, name, caption in ((7, "quay", "הרציף"), (8, "pier", ""), (9, "cover", "")))


def body(imported, tmp_path, text, more=""):
    """The text of an article whose body in an export is given."""
    imported(HEAD + item(1, "רציפים", text, more=more) + FILES + "</channel></rss>")
    return (tmp_path / "Articles/p1/article.md").read_text("utf-8").split("---\n", 2)[2].strip()


@pytest.mark.parametrize("html, markdown", [
    # Lines that were wrapped in the source part words.
    ("<!-- wp:paragraph --><p>דבר אחד\nודבר שני,\r\nושלישי</p>", "דבר אחד ודבר שני, ושלישי"),
    ("<!-- wp:html --><p>סוף<br></p><blockquote><p>ציטוט<br/><em>מחבר</em><br/></p></blockquote>", "סוף\n\n> ציטוט\\\n> _מחבר_"),
    ("<!-- wp:html --><p>פסקה<br><br>ועוד פסקה<br>ושורה</p>", "פסקה\n\nועוד פסקה\\\nושורה"),
    ("<!-- wp:verse --><pre>שורה<br>ושורה\nושלישית</pre>", "```\nשורה\nושורה\nושלישית\n```"),
    ("<p>H<sub>2</sub>O, 10<sup>−3</sup>, x<sup>n</sup></p>", "H₂O, 10⁻³, xn"),
    ("<p>אמר <q>שלום</q> והלך</p>", "אמר “שלום” והלך"),
    ("<p>הפקודה <code>make  site</code></p>", "הפקודה `make site`"),
    ("כך נכתב [[gallery]] בעמוד", "כך נכתב [gallery] בעמוד"),
    ('[gallery ids="8,7"]', '![](pier.jpg "נמל")\n\n![הרציף](quay.jpg "נמל")'),
    ('[gallery columns="2" exclude="9"]', '![הרציף](quay.jpg "נמל")\n\n![](pier.jpg "נמל")'),
    ('<div style="background-image:url(https://old.example/wp-content/uploads/pier.jpg)"><p>על הרציף</p></div>',
     "![](pier.jpg)\n\nעל הרציף"),
])
def test_bodies_of_wordpress(imported, tmp_path, html, markdown):
    assert body(imported, tmp_path, html) == markdown


def test_the_picture_of_a_post_is_its_cover(imported, tmp_path):
    body(imported, tmp_path, "שלום", "<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>9</wp:meta_value></wp:postmeta>")
    assert front(tmp_path / "Articles/p1/article.md")["image"] == "cover.jpg"


def test_a_section_that_holds_its_own_end(imported, tmp_path):
    text = body(imported, tmp_path, "<p>לפני <code><![CDATA[ דוגמה ]]></code> אחרי</p>")
    assert text.startswith("לפני ") and text.endswith(" אחרי") and "דוגמה" in text


def test_what_has_no_kind_is_counted(imported):
    made = imported(HEAD + item(1, "א") + "<item><title>ב</title><wp:post_id>2</wp:post_id></item></channel></rss>")
    assert "item (1)" in made.out


def test_a_post_without_title_and_name(imported, tmp_path):
    imported(HEAD + item(1, "").replace("<wp:post_name>p1</wp:post_name>", "") + "</channel></rss>")
    assert (tmp_path / "Articles/post-1/article.md").exists()


def test_links_lead_between_articles_and_pages(imported, daf, tmp_path):
    (tmp_path / "publication.yaml").write_text("name: א\nlanguages: [he]\n", "utf-8")
    about = "https://old.example/about/us/"
    imported(HEAD + item(1, "מאמר", f'<p><a href="{about}">עלינו</a></p>')
             + item(3, "עלינו", '<p><a href="https://old.example/?p=1">מאמר</a></p>', kind="page", link=about) + "</channel></rss>")
    assert "[עלינו](../../p3/)" in (tmp_path / "Articles/p1/article.md").read_text("utf-8")
    assert "[מאמר](../articles/p1/)" in (tmp_path / "Articles/pages/p3.md").read_text("utf-8")
    assert front(tmp_path / "Articles/pages/p3.md")["aliases"] == ["/about/us/"]
    built = daf("build", cwd=tmp_path)
    assert "../../p3/" in (tmp_path / "Output/about/us/index.html").read_text("utf-8"), built.said


PAGE = base64.b64encode("""<html><body><h2>מבוא</h2><p>המועצה דנה בבקשות.</p></body></html>""".encode()).decode()
VERSION_3 = f"""<?xml version="1.0" encoding="utf-8"?>
<issues xmlns="http://pkp.sfu.ca" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><issue published="1">
<issue_identification><volume>7</volume><number>2</number><year>2021</year></issue_identification><date_published>2021-03-01</date_published>
<sections><section ref="ART"><title locale="he">מאמרים</title></section></sections>
<articles><article locale="he" status="3" current_publication_id="12"><id type="internal" advice="ignore">10</id>
<submission_file id="5" file_id="31" stage="proof"><name locale="he">text.html</name>
<file id="30" extension="html"><embed encoding="base64">{base64.b64encode(b"<p>old</p>").decode()}</embed></file>
<file id="31" extension="html"><embed encoding="base64">{PAGE}</embed></file></submission_file>
<submission_file id="6" stage="proof"><name locale="he">paper.pdf</name><file id="40" extension="pdf"><embed encoding="base64">JVBERi0xLjQ=</embed></file></submission_file>
<publication locale="he" version="1" status="3" date_published="2021-04-05" section_ref="ART" url_path="water"><id type="internal">12</id>
<id type="doi" advice="update">10.5555/abc.7</id><title locale="he">מחיר &lt;em&gt;המים&lt;/em&gt;</title><title locale="en">The Price of Water</title>
<abstract locale="he">&lt;p&gt;תקציר.&lt;/p&gt;&lt;p&gt;עוד.&lt;/p&gt;</abstract><abstract locale="en">&lt;p&gt;Abstract.&lt;/p&gt;</abstract>
<licenseUrl>https://creativecommons.org/licenses/by-nc/4.0/</licenseUrl>
<keywords locale="he"><keyword>מים</keyword><keyword>קרקע</keyword></keywords><keywords locale="en"><keyword>water</keyword></keywords>
<authors><author id="3"><givenname locale="he">נועה</givenname><givenname locale="en">Noa</givenname><familyname locale="he">בן חיים</familyname>
<familyname locale="en">Ben Haim</familyname><affiliation locale="he">אוניברסיטת חיפה</affiliation><email>noa@example.org</email>
<orcid>https://orcid.org/0000-0002-1825-0097</orcid></author></authors>
<article_galley locale="he"><id type="internal">21</id><name locale="he">PDF</name><submission_file_ref id="6"/></article_galley>
<article_galley locale="he"><id type="internal">22</id><name locale="he">HTML</name><submission_file_ref id="5"/></article_galley>
<citations><citation>לוי, ד. (1999). ספר.</citation></citations><pages>10-22</pages></publication></article></articles></issue></issues>"""


def test_ojs_3(imported, tmp_path):
    imported(VERSION_3, "--old-address", "https://old.example/index.php/ha")
    folder = tmp_path / "Articles/water"
    fields = front(folder / "article.md")
    assert (fields["title"], fields["lang"], str(fields["date"])) == ("מחיר המים", "he", "2021-04-05")
    assert fields["abstract"].strip() == "תקציר.\n\nעוד." and fields["keywords"] == ["מים", "קרקע"]
    author = fields["author"][0]
    assert (author["name"], author["family"], author["orcid"]) == ("נועה בן חיים", "בן חיים", "0000-0002-1825-0097")
    # OJS shows addresses for mail to no reader.
    assert "email" not in author
    assert author["affiliation"] == ["אוניברסיטת חיפה"] and fields["licence"] == "CC-BY-NC-4.0" and fields["series"] == "מאמרים"
    english = fields["translations"]["en"]
    assert (english["title"], english["keywords"], english["author"]) == (
        "The Price of Water", ["water"], [{"name": "Noa Ben Haim"}])
    assert {key: str(value) for key, value in fields["citation"].items()} == {
        "volume": "7", "issue": "2", "page": "10-22", "doi": "10.5555/abc.7"}
    assert fields["files"] == ["paper.pdf"] and (folder / "paper.pdf").read_bytes() == b"%PDF-1.4"
    for alias in ("/index.php/ha/article/view/10", "/index.php/ha/article/view/water", "/index.php/ha/article/download/10/21"):
        assert alias in fields["aliases"]
    text = (folder / "article.md").read_text("utf-8")
    assert "## מבוא" in text and "המועצה דנה בבקשות." in text and "old" not in text.split("---")[-1]
    assert "<!-- references -->" in text and "- לוי, ד. (1999). ספר." in text


def test_ojs_3_4_has_the_prefix_in_the_title(imported, tmp_path):
    export = VERSION_3.replace('<title locale="he">', '<prefix locale="en">The</prefix><title locale="he">')
    export = export.replace(
        'locale="he" status="3" current', 'locale="en" status="3" current').replace(
        '<publication locale="he"', '<publication locale="en"').replace('<title locale="he">מחיר &lt;em&gt;המים&lt;/em&gt;</title>', "")
    imported(export)
    assert front(tmp_path / "Articles/water/article.md")["title"] == "The Price of Water"
    imported(export.replace("The Price of Water", "Price of Water"))
    assert front(tmp_path / "Articles/water/article.md")["title"] == "The Price of Water"


def test_ojs_authors_without_a_name_are_none(imported, tmp_path):
    imported(VERSION_3.replace("</authors>", "<author><givenname locale=\"he\"/><email>x@example.org</email></author></authors>"))
    assert len(front(tmp_path / "Articles/water/article.md")["author"]) == 1


VERSION_2 = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE issues SYSTEM "native.dtd"><issues><issue published="true"><volume>3</volume><number>1</number><year>2009</year>
<section><title locale="ar_IQ">بحوث</title><article language="ar"><id type="public">water</id>
<title locale="ar_IQ">ثمن الماء</title><title locale="en_US">Water</title><abstract locale="ar_IQ">ملخص قصير.</abstract>
<indexing><subject locale="ar_IQ">مياه; أرض</subject></indexing>
<author><firstname>دانا</firstname><middlename>م.</middlename><lastname>ليفي</lastname><affiliation>جامعة</affiliation><email>d@example.org</email></author>
<pages>3-9</pages><date_published>2009-10-05</date_published>
<galley locale="ar_IQ"><label>PDF</label><file><embed filename="a b.pdf" encoding="base64" mime_type="application/pdf">JVBERi0xLjQ=</embed></file></galley>
<supplemental_file><title locale="ar_IQ">ملف</title><file><href src="https://old.example/data.csv" mime_type="text/csv"/></file></supplemental_file>
</article></section></issue></issues>"""


def test_ojs_2(imported, tmp_path):
    made = imported(VERSION_2, status=1)
    folder = tmp_path / "Articles/ثمن-الماء"
    fields = front(folder / "article.md")
    assert (fields["title"], fields["lang"], str(fields["date"])) == ("ثمن الماء", "ar", "2009-10-05")
    assert fields["author"][0]["name"] == "دانا م. ليفي" and fields["keywords"] == ["مياه", "أرض"]
    assert fields["files"] == ["a-b.pdf", "data.csv"] and fields["translations"]["en"]["title"] == "Water"
    # A PDF that cannot be read is kept for readers, and told.
    assert "a-b.pdf" in made.err and "[pdf-damaged]" in made.err and "[import-file-absent]" in made.err


def test_what_is_no_export_is_told(imported):
    assert "[import-format]" in imported("<html><body>א</body></html>", status=2).err
    assert "[paper-damaged]" in imported(WORDPRESS[:-20], status=2).err
    assert "[import-empty]" in imported(HEAD + "</channel></rss>", status=2).err
