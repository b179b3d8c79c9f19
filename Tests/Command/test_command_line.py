"""The command on its own: help, arguments that it does not know, and the language that it speaks."""
import re
import shutil
import subprocess

import pytest


def test_help_lists_the_subcommands(daf):
    helped = daf("--help")
    assert helped.status == 0 and "daf" in helped.out and not helped.err


def test_without_arguments_it_says_how_it_is_used(daf):
    assert daf().status == 2


def test_an_unknown_subcommand_is_named(daf):
    failed = daf("publsh")
    assert failed.status == 2 and "publsh" in failed.err and not failed.out


@pytest.mark.parametrize(("locale", "ready", "built", "converted"), [
    ("he_IL.UTF-8", "מוכנה", "מאמרים: 1", "דבר לא אבד"),
    ("ar_EG.UTF-8", "جاهز", "المقالات: 1", "لم يُفقد شيء"),
    ("C", "is ready", "1 article,", "nothing lost"),
])
def test_commands_speak_the_language_of_the_terminal(daf, tmp_path, locale, ready, built, converted):
    (tmp_path / "paper.txt").write_text("שלום עולם.\n", "utf-8")
    publication = tmp_path / "publication"
    for arguments, said in [
        (("init", publication), ready), (("build", "--drafts", publication), built),
        (("convert", "paper.txt", "--report", "report.md"), converted),
    ]:
        run = daf(*arguments, cwd=tmp_path, env={"LC_ALL": locale})
        assert said in run.out, run.said
    assert converted in (tmp_path / "report.md").read_text("utf-8")


def names(daf):
    return re.findall(r"^  daf ([a-z]+) ", daf("--help", env={"LC_ALL": "C"}).out, re.M)


def test_the_version_is_said(daf):
    assert re.fullmatch(r"daf \d+\.\d+\.\d+\S*\n", daf("--version").out)


def test_every_subcommand_is_explained_in_three_languages(daf):
    assert {"init", "convert", "import", "check", "build", "serve", "completions"} <= set(names(daf))
    for name in names(daf):
        texts = {daf("help", name, "--lang", language).out for language in ("he", "ar", "en")}
        assert len(texts) == 3 and all(f"daf {name}" in text and "--help" in text for text in texts), name
        assert daf(name, "--help", env={"DAF_LANG": "he"}).out in texts, name


@pytest.mark.parametrize("arguments", [("build", "--nowhere"), ("build", "--jobs", "many"), ("new",), ("check", "lost"),
                                       ("help", "lost"), ("lost",), ("search",), ("init",), ("check", "--lang", "fr")])
def test_what_cannot_be_followed_is_told_in_the_terminals_language(daf, tmp_path, arguments):
    told = {language: daf(*arguments, cwd=tmp_path, env={"LC_ALL": f"{language}_XX.UTF-8"}) for language in ("he", "ar", "en")}
    assert all(run.status == 2 and not run.out for run in told.values())
    assert re.search("[א-ת]", told["he"].err) and re.search("[ء-ي]", told["ar"].err) and told["en"].err.isascii() | ("“" in told["en"].err)


@pytest.mark.parametrize("typed, proposed", [
    ("daf bu", "build"), ("daf build --dr", "--drafts"), ("daf check --lang ", "he"), ("daf completions ", "zsh"), ("daf help con", "convert"),
])
def test_bash_completes(daf, tmp_path, typed, proposed):
    (tmp_path / "completions").write_text(daf("completions", "bash").out, "utf-8")
    words = typed.split(" ")
    listed = " ".join(f"'{word}'" for word in words)
    script = f"source completions; COMP_WORDS=({listed}); COMP_CWORD={len(words) - 1}; _daf; printf '%s\\n' \"${{COMPREPLY[@]}}\""
    done = subprocess.run(["bash", "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert proposed in done.stdout.split(), done.stdout + done.stderr


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells_get_every_subcommand_and_option(daf, tmp_path, shell):
    text = daf("completions", shell).out
    for name in names(daf):
        assert name in text
        for option in re.findall(r"--([a-z-]+)", daf("help", name, env={"LC_ALL": "C"}).out.split("\n\n")[0]):
            assert option in text, option
    if shutil.which(shell):
        (tmp_path / "completions").write_text(text, "utf-8")
        subprocess.run([shell, "-n", str(tmp_path / "completions")], check=True)


@pytest.mark.parametrize("language", ["en", "he", "ar"])
def test_the_manual_has_every_subcommand(daf, language):
    page = daf("help", "--as", "man", "--lang", language).out
    assert page.startswith(".TH DAF 1") and all(f".SS daf {name}" in page for name in names(daf))
    if shutil.which("man"):
        shown = subprocess.run(["man", "--warnings", "-l", "-"], input=page.encode(), capture_output=True, check=True)
        assert not shown.stderr, shown.stderr
