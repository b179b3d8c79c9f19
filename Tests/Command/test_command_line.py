"""The command on its own: help, and arguments that it does not know."""


def test_help_lists_the_subcommands(daf):
    helped = daf("--help")
    assert helped.status == 0 and "daf" in helped.out and not helped.err


def test_without_arguments_it_says_how_it_is_used(daf):
    assert daf().status == 2


def test_an_unknown_subcommand_is_named(daf):
    failed = daf("publsh")
    assert failed.status == 2 and "publsh" in failed.err and not failed.out
