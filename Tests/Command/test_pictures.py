"""Photos on pages: turned, cut to sizes, without what the camera wrote into them."""
import io
import re
import shutil

import pytest

Image = pytest.importorskip("PIL.Image")

ARTICLE = "---\ntitle: Quay\nlang: en\nauthor: A B\ndate: 2024-01-01\nimage: {0}\n---\n\nText.\n\n![The quay]({0})\n"
SETTINGS = "name: J\nurl: https://example.org/\nlanguages: [en]\ntheme: {fonts: system}\nexports: [epub]\n"
GPS = b"GPSsecretplace"


def photo(width, height, orientation=1, form="JPEG"):
    """A photo as a phone makes it: much detail, a side that is up, a place."""
    noise = Image.effect_noise((width // 12, height // 12), 80).resize((width, height), Image.Resampling.BICUBIC)
    fine = Image.effect_noise((width // 2, height // 2), 12).resize((width, height))
    shade = Image.blend(Image.linear_gradient("L").resize((width, height)), fine, 0.3)
    picture = Image.merge("RGB", (noise, shade, noise))
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "Maker of phones"
    exif.get_ifd(0x8825).update({1: "N", 2: (31.0, 46.0, 40.0), 3: "E", 4: (35.0, 12.0, 50.0), 29: GPS.decode()})
    file = io.BytesIO()
    picture.save(file, form, quality=92, exif=exif)
    assert GPS in file.getvalue()
    return file.getvalue()


def test_a_photo_of_twelve_megapixels_is_small_on_a_phone_and_says_nothing_of_its_place(publication):
    if not shutil.which("vipsthumbnail"):
        pytest.skip("vips is not installed")
    made = publication({"quay/article.md": ARTICLE.format("my quay.jpg").replace("](my quay.jpg)", "](<my quay.jpg>)"),
                        "quay/my quay.jpg": photo(4032, 3024, orientation=6)}, SETTINGS)
    built = made.build()
    assert built.status == 0 and "picture" not in built.err, built.said
    folder = made.output / "articles/quay"
    page = made.page("articles/quay/")
    shown = re.search(r'<picture><source type="image/webp" srcset="(.*?)" sizes=".*?"/><img src="(.*?)" srcset="(.*?)".*?'
                      r'width="(\d+)" height="(\d+)"', page)
    assert shown, "the page shows a picture in widths"
    assert (int(shown[4]), int(shown[5])) == (1800, 2400), "turned as it was taken, the room for it known"
    widths = {int(size): name.replace("%20", " ") for name, size in re.findall(r"(\S+) (\d+)w", shown[1])}
    assert sorted(widths) == [480, 840, 1320, 1800]
    # A phone of 440 points, three dots each, asks for the first that has 1,320.
    assert (folder / widths[1320]).stat().st_size < 300_000
    for file in [*folder.iterdir()]:
        if file.suffix in (".jpg", ".webp"):
            content = file.read_bytes()
            assert GPS not in content and b"Exif" not in content and b"Maker" not in content, file.name
            with Image.open(file) as picture:
                assert picture.width < picture.height and not picture.getexif()
    assert not (folder / "my quay.jpg").exists(), "the photo itself stays at home"
    assert re.search(r'og:image" content="https://example.org/articles/quay/my%20quay-[0-9a-f]{16}-1800.jpg"', page)
    stamp = {file.name: file.stat().st_mtime_ns for file in folder.iterdir()}
    made.article("other", ARTICLE.split("image:")[0] + "---\n\nText.\n")
    assert made.build().status == 0
    assert {file.name: file.stat().st_mtime_ns for file in folder.iterdir() if file.suffix != ".html"}.items() <= stamp.items()
    for epub in folder.glob("*.epub"):
        assert GPS not in epub.read_bytes() and epub.stat().st_size < 1_500_000


@pytest.mark.parametrize("form, name", [("JPEG", "a.jpg"), ("PNG", "a.png"), ("WEBP", "a.webp")])
def test_without_a_program_pictures_keep_their_side_up_and_lose_their_place(publication, form, name):
    made = publication({"quay/article.md": ARTICLE.format(name), f"quay/{name}": photo(1000, 600, 6, form)}, SETTINGS)
    built = made.build(env={"PATH": "/nowhere"})
    assert built.status == 0, built.said
    file = made.output / "articles/quay" / name
    assert GPS not in file.read_bytes() and b"Maker" not in file.read_bytes()
    with Image.open(file) as picture:
        picture.load()
        assert picture.size == (1000, 600)
        if form == "JPEG":
            assert picture.getexif()[0x0112] == 6
            assert 'width="600" height="1000"' in made.page("articles/quay/")
            assert "picture-uncut" in built.err


def test_pictures_that_browsers_do_not_show_are_told_with_what_to_do(publication):
    made = publication({"quay/article.md": ARTICLE.format("a.tiff"), "quay/a.tiff": b"II*\0",
                        "b/article.md": ARTICLE.format("b.heic"), "b/b.heic": b"x",
                        "c/article.md": ARTICLE.format("c.png"),
                        "c/c.png": b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR" + (20_000).to_bytes(4, "big") * 2 + b"\x08\2\0\0\0\0\0\0\0"},
                       SETTINGS)
    built = made.build()
    assert built.status == 1
    assert "TIFF" in built.err and "HEIC" in built.err and "save it as JPEG" in built.err
    assert "20000 × 20000" in built.err and "picture-too-large" in built.err
