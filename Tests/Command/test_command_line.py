"""The command on its own: help, arguments that it does not know, and the language that it speaks."""
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
        (("init", publication), ready), (("build", publication), built),
        (("convert", "paper.txt", "--report", "report.md"), converted),
    ]:
        run = daf(*arguments, cwd=tmp_path, env={"LC_ALL": locale})
        assert said in run.out, run.said
    assert converted in (tmp_path / "report.md").read_text("utf-8")
