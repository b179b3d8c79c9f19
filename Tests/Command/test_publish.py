"""`daf publish`: a site goes to its readers, only what changed, and they meet no mixture; and can be taken back."""
import gzip
import json
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request

import pytest
from site_reader import Reader

EDITION = r"edition-(?:one|two)"


def article(title, text):
    return f"---\ntitle: {title}\nlang: en\nauthor: Dana Levi\ndate: 2024-05-06\n---\n\n{text}\n"


@pytest.fixture
def journal(publication, daf):
    """A publication of a few articles with a theme of its own; edition(NAME) makes another edition of all of it."""
    made = publication({f"a{n}/article.md": article(f"Article {n}", "Text.") for n in range(4)},
                       "name: Journal\ndescription: edition\nlanguages: [en]\ntheme: {fonts: system}\nexports: [bibtex]\n"
                       "publish:\n  live: {to: ../live}\n")
    settings = made.folder / "publication.yaml"

    def edition(name):
        for n in range(4):
            made.article(f"a{n}", article(f"Article {n}", f"Text of edition-{name}."))
        settings.write_text(re.sub("description: .*", f"description: edition-{name}", settings.read_text()))
        made.write("Templates/styles/print.css", f"/* edition-{name} */\n")

    made.edition, made.live = edition, made.folder.parent / "live"
    made.publish = lambda *arguments, **how: daf("publish", *arguments, cwd=made.folder, **how)
    made.check = lambda: daf("check", cwd=made.folder)
    edition("one")
    return made


def files(folder):
    """The files of a folder with their bytes, but Daf's own."""
    return {str(file.relative_to(folder)): file.read_bytes() for file in sorted(folder.rglob("*"))
            if file.is_file() and file.name not in (".daf", ".daf-published")}


def pages(journal):
    return ["index.html"] + [f"articles/a{n}/index.html" for n in range(4)]


def test_a_folder_gets_the_site_and_then_only_what_changed(journal):
    first = journal.publish()
    assert first.status == 0, first.said
    assert files(journal.live) == files(journal.output)
    stamps = {file: file.stat().st_mtime_ns for file in journal.live.rglob("*")}
    again = journal.publish()
    assert again.status == 0 and "nothing was sent" in again.out, again.said
    assert {file: file.stat().st_mtime_ns for file in journal.live.rglob("*")} == stamps
    journal.article("a2", article("Article 2", "Other text of edition-one."))
    trial = journal.publish("--dry-run")
    assert "+ articles/a2/index.html" in trial.out and "articles/a1" not in trial.out
    assert b"Other text" not in (journal.live / "articles/a2/index.html").read_bytes()
    assert journal.publish().status == 0
    assert b"Other text" in (journal.live / "articles/a2/index.html").read_bytes()


def test_readers_of_a_folder_meet_no_mixture_and_a_publish_is_taken_back(journal, serve):
    assert journal.publish().status == 0
    one = files(journal.live)
    with Reader(serve(journal.live), pages(journal), EDITION) as reader:
        journal.edition("two")
        published = journal.publish()
        while "edition-two" not in reader.seen and reader.rounds < 100:
            time.sleep(0.02)
        back = journal.publish("--back")
    assert published.status == back.status == 0, published.said + back.said
    assert not reader.faults, reader.faults[:5]
    assert reader.seen == {"edition-one", "edition-two"}
    now = files(journal.live)
    assert {path: now[path] for path in one} == one, "what stood before stands again"
    # Of the other edition only what is named by its content stays, for readers who have its pages open.
    assert all(path.startswith(("assets/", "search/")) for path in set(now) - set(one))


def test_what_is_gone_is_removed_and_the_last_three_are_kept(journal):
    assert journal.publish().status == 0
    shutil.rmtree(journal.articles / "a3")
    assert journal.publish().status == 0
    assert not (journal.live / "articles/a3").exists() and (journal.live / "articles/a2").exists()
    for text in ("third", "fourth"):
        journal.article("a2", article("Article 2", f"The {text} text of edition-one."))
        assert journal.publish().status == 0
    names = journal.publish("--kept").out.split()
    assert len(names) == len(set(names)) == 3
    assert journal.publish("--back-to", names[0]).status == 0
    assert b"The third" not in (journal.live / "articles/a2/index.html").read_bytes()
    assert journal.publish("--back").status == 2, "what stood before that is not kept"


def test_files_of_others_are_left_alone_and_named(journal):
    journal.live.mkdir()
    (journal.live / "holiday.jpg").write_bytes(b"a picture")
    refused = journal.publish()
    assert refused.status == 2 and "holiday.jpg" in refused.err and "foreign-target" in refused.err
    assert [file.name for file in journal.live.iterdir()] == ["holiday.jpg"]
    assert journal.publish("--among").status == 0
    assert (journal.live / "holiday.jpg").read_bytes() == b"a picture"
    assert journal.publish().status == 0, "it is Daf's place now, too"


@pytest.mark.parametrize("to, kind", [
    ("Output", "wrong-target"), ("Articles/live", "wrong-target"), (".", "wrong-target"),
    ("ftp://example.org/x", "wrong-target"), ("-oProxyCommand=x:y", "wrong-target"), ("host:", "wrong-target")])
def test_a_place_that_is_none_is_refused(journal, to, kind):
    journal.write("publication.yaml", f"name: J\npublish: {{live: {{to: '{to}'}}}}\n")
    refused = journal.publish()
    assert refused.status == 2 and kind in refused.err, refused.said


def test_targets_are_named_and_errors_keep_a_site_at_home(journal):
    other = journal.publish("paper")
    assert other.status == 2 and "unknown-target" in other.err and "live" in other.err
    journal.article("a1", article("Article 1", "![no such picture](gone.png)"))
    refused = journal.publish()
    assert refused.status == 1 and "missing-file" in refused.err and not journal.live.exists()
    journal.write("publication.yaml", "name: J\n")
    assert "missing-target" in journal.publish().err


def test_packed_copies_stand_beside_the_files(journal):
    settings = journal.folder / "publication.yaml"
    settings.write_text(settings.read_text().replace("{to: ../live}", "{to: ../live, packed: [gz, br]}"))
    assert journal.publish().status == 0
    page = journal.live / "articles/a1/index.html"
    assert gzip.decompress(page.with_suffix(".html.gz").read_bytes()) == page.read_bytes()
    brotli = pytest.importorskip("brotli")
    assert brotli.decompress(page.with_suffix(".html.br").read_bytes()) == page.read_bytes()
    assert not [*journal.live.glob("search/*.bin.gz")], "what is packed already is not packed again"
    assert "nothing was sent" in journal.publish().out


def test_published_addresses_last_or_are_missed(journal):
    assert journal.publish().status == 0
    listed = (journal.articles / "addresses.txt").read_text("utf-8")
    assert "\narticles/a3/\n" in listed
    (journal.articles / "a3").rename(journal.articles / "renamed")
    checked = journal.check()
    assert "addresses.txt:" in checked.said and "gone-address" in checked.said
    file = journal.articles / "renamed/article.md"
    file.write_text(file.read_text().replace("lang: en", "lang: en\naliases: [a3]"))
    assert "gone-address" not in journal.check().said


def test_what_was_published_elsewhere_is_not_taken_back_here(journal):
    """The target's place was changed in the settings: the new place has no publish to take back, and the old one is named."""
    assert journal.publish().status == 0
    journal.edition("two")
    assert journal.publish().status == 0
    settings = journal.folder / "publication.yaml"
    settings.write_text(settings.read_text().replace("../live", "../moved"))
    moved = journal.folder.parent / "moved"
    for _ in range(2):
        back = journal.publish("--back")
        assert back.status == 2 and "kept-elsewhere" in back.err and "../live" in back.err, back.said
        assert not journal.publish("--kept").out.strip()
        # Nor once something was published there.
        if not moved.exists():
            assert not (journal.folder.parent / "moved").exists()
            settings.write_text(settings.read_text().replace("../moved", "../live"))
            assert len(journal.publish("--kept").out.split()) == 2
            settings.write_text(settings.read_text().replace("../live", "../moved"))
    assert journal.publish().status == 0
    back = journal.publish("--back")
    assert back.status == 2 and "nothing-kept" in back.err, back.said
    assert b"edition-two" in (moved / "articles/a1/index.html").read_bytes()


def test_a_site_that_was_moved_with_its_list_is_taken_back_there(journal):
    assert journal.publish().status == 0
    one = files(journal.live)
    journal.edition("two")
    assert journal.publish().status == 0
    journal.live.rename(journal.folder.parent / "moved")
    settings = journal.folder / "publication.yaml"
    settings.write_text(settings.read_text().replace("../live", "../moved"))
    assert journal.publish("--back").status == 0
    now = files(journal.folder.parent / "moved")
    assert {path: now[path] for path in one} == one


@pytest.mark.parametrize("text, place, kind", [
    ("publish: /srv/x", "3:10", "unnamed-target"), ("publish:\n  to: /srv/x", "4:7", "unnamed-target"),
    ("publish:\n  live: /srv/x", "4:9", "unnamed-target"), ("publish:\n  live:\n  to: /srv/x", "5:7", "unnamed-target"),
    ("publish:\n  live:\n to: /srv/x", "5:2", "yaml-syntax"), ("publish:\n  live:\n    to:", "5:5", "missing-key"),
    ("publish:\n\tlive:", "4:1", "yaml-syntax"),
    ("publish:\n  - live: /srv/x", "4:3", "wrong-type"), ("publish:\nlive:\n  to: /srv/x", "4:1", "unknown-key"),
    ("publish: {live: {to: \"/srv/x}}", "4:1", "yaml-syntax")])
@pytest.mark.parametrize("language", ["en", "he", "ar"])
def test_a_fault_in_the_targets_is_told_once_and_by_its_name(daf, journal, text, place, kind, language):
    journal.write("publication.yaml", f"name: J\nurl: https://journal.example.org/\n{text}\n")
    checked = daf("check", "--quiet", "--lang", language, cwd=journal.folder)
    told = [line for line in checked.out.splitlines() if line.startswith("publication.yaml")]
    assert len(told) == 1 and told[0].startswith(f"publication.yaml:{place}: ") and told[0].endswith(f"[{kind}]"), told
    assert not re.search(r"front matter|כותרת הנתונים|البيانات الأولية|publish\.to|\.to\.to|“”|״״|„”|«»", told[0]), told
    if kind == "unnamed-target":
        assert "publish: {live: {to: /srv/x}}" in told[0]


def test_outside_a_publication_that_is_said(daf, tmp_path):
    for arguments in ((), ("live",), ("--back",), ("--kept",)):
        ran = daf("publish", *arguments, cwd=tmp_path, env={"LC_ALL": "C"})
        assert ran.status == 2 and "There is no publication" in ran.err and "daf init" in ran.err, ran.said


def test_an_address_that_is_not_known_is_said_once(daf, journal):
    for command in ("check", "publish"):
        told = daf(command, cwd=journal.folder, env={"LC_ALL": "C"}).said
        assert told.count("[missing-url]") == 1 and "publication.yaml: notice:" in told, told
    settings = journal.folder / "publication.yaml"
    settings.write_text(settings.read_text() + "url: https://journal.example.org/\n")
    assert "missing-url" not in journal.check().said and "missing-url" not in journal.publish().said


def test_a_publish_says_which_drafts_stay_at_home(journal):
    journal.article("a1", article("Article 1", "Text.").replace("lang: en", "lang: en\ndraft: true"))
    journal.article("a2", article("Article 2", "Text <!-- check: order -->").replace("lang: en", "lang: en\ndraft: true"))
    published = journal.publish(env={"LC_ALL": "C"})
    assert published.status == 0, published.said
    assert "1 draft is not in the site: Articles/a1/article.md" in published.out, published.out
    assert "1 doubtful conversion is not in the site: Articles/a2/article.md" in published.out, published.out


# Other places --------------------------------------------------------------------------------------


@pytest.fixture
def host(journal, tmp_path):
    """Another computer: ssh is played by a program that runs here what it is asked to run there, CALLS times."""
    if not shutil.which("rsync"):
        pytest.skip("rsync is not installed")
    ssh = tmp_path / "ssh"
    ssh.write_text('#!/bin/sh\n[ "${CALLS:=99}" -gt "$(wc -l < calls 2>/dev/null || echo 0)" ] || exit 255\n'
                   'echo >> calls\nwhile [ "$1" != "www" ]; do shift; done\nshift\nexec sh -c "$*"\n')
    ssh.chmod(0o755)
    there = tmp_path / "a place"
    there.mkdir()
    settings = journal.folder / "publication.yaml"
    settings.write_text(settings.read_text().replace("../live", f"'www:{there}/journal'"))
    return there / "journal", {"RSYNC_RSH": str(ssh)}


def test_a_host_gets_the_site_by_rsync(journal, host):
    live, env = host
    published = journal.publish(env=env)
    assert published.status == 0, published.said
    assert files(live) == files(journal.output)
    assert "nothing was sent" in journal.publish(env=env).out
    journal.edition("two")
    shutil.rmtree(journal.articles / "a3")
    assert journal.publish(env=env).status == 0
    assert not (live / "articles/a3/index.html").exists()
    assert b"edition-two" in (live / "articles/a1/index.html").read_bytes()
    back = journal.publish("--back", env=env)
    assert back.status == 0 and b"edition-one" in (live / "articles/a3/index.html").read_bytes(), back.said
    lost = journal.publish(env={"RSYNC_RSH": "false"})
    assert lost.status == 2 and "failed-transfer" in lost.err


def test_a_stopped_publish_is_made_good_by_the_next(journal, host):
    live, env = host
    assert journal.publish(env=env).status == 0
    one = files(live)
    journal.edition("two")
    (journal.folder / "calls").unlink()
    # Lists, what is to come, what is named by its content, the changed pages: then the line is cut.
    stopped = journal.publish(env={**env, "CALLS": "5"})
    assert stopped.status == 2 and "failed-transfer" in stopped.err, stopped.said
    assert files(live) != one, "something was sent"
    journal.edition("one")
    assert journal.publish(env=env).status == 0
    now = files(live)
    assert {path: now[path] for path in one} == one


@pytest.fixture(scope="module")
def store():
    """moto's server, which speaks S3, and a bucket that anyone may read."""
    pytest.importorskip("moto")
    boto3 = pytest.importorskip("boto3")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen([sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(300):
            try:
                urllib.request.urlopen(address + "/moto-api/", timeout=5).read()
                break
            except OSError:
                time.sleep(0.1)
        keys = {"AWS_ACCESS_KEY_ID": "key", "AWS_SECRET_ACCESS_KEY": "secret", "AWS_REGION": "us-east-1"}
        client = boto3.client("s3", endpoint_url=address, region_name="us-east-1", aws_access_key_id="key",
                              aws_secret_access_key="secret")
        client.create_bucket(Bucket="journal")
        client.put_bucket_policy(Bucket="journal", Policy=json.dumps({"Version": "2012-10-17", "Statement": [{
            "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::journal/*"}]}))
        yield address, keys, client
    finally:
        server.terminate()
        server.wait(timeout=20)


def test_readers_of_a_store_meet_no_mixture_and_a_publish_is_taken_back(journal, store):
    if not shutil.which("rclone"):
        pytest.skip("rclone is not installed")
    address, keys, client = store
    settings = journal.folder / "publication.yaml"
    settings.write_text(settings.read_text().replace(
        "{to: ../live}", f"{{to: s3://journal/site, endpoint: '{address}', region: us-east-1}}"))

    def kept():
        listed = client.get_paginator("list_objects_v2").paginate(Bucket="journal", Prefix="site/")
        return {entry["Key"].removeprefix("site/"): (entry["ETag"], entry["LastModified"])
                for page in listed for entry in page.get("Contents", [])}

    first = journal.publish(env=keys)
    assert first.status == 0, first.said
    assert set(kept()) - {".daf-published"} == set(files(journal.output))
    page = client.head_object(Bucket="journal", Key="site/articles/a1/index.html")
    assert page["ContentType"] == "text/html; charset=utf-8" and page["CacheControl"] == "public, no-cache"
    style = next(path for path in kept() if path.endswith(".css"))
    assert "immutable" in client.head_object(Bucket="journal", Key="site/" + style)["CacheControl"]
    before = kept()
    again = journal.publish(env=keys)
    assert again.status == 0 and "nothing was sent" in again.out, again.said
    assert kept() == before
    with Reader(address + "/journal/site", pages(journal), EDITION) as reader:
        journal.edition("two")
        shutil.rmtree(journal.articles / "a3")
        reader.pages.remove("articles/a3/index.html")
        published = journal.publish(env=keys)
        while "edition-two" not in reader.seen and reader.rounds < 100:
            time.sleep(0.02)
        back = journal.publish("--back", env=keys)
    assert published.status == back.status == 0, published.said + back.said
    assert not reader.faults, reader.faults[:5]
    assert reader.seen == {"edition-one", "edition-two"}
    assert {path: tag for path, (tag, _) in kept().items() if path in before and path != ".daf-published"} == {
        path: tag for path, (tag, _) in before.items() if path != ".daf-published"}
