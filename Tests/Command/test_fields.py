"""The reference and the schemas of keys come from one table, and are what articles are read by."""
import json

import pytest
from jsonschema import Draft202012Validator


def test_the_reference_is_that_of_the_documentation(daf, repository):
    said = daf("fields", "--lang", "en")
    assert said.status == 0
    kept = (repository / "docs/fields.md").read_text("utf-8")
    assert said.out == kept, "write it anew: daf fields --lang en > docs/fields.md"


@pytest.mark.parametrize("which, good, bad", [
    ("article", {"title": "כותרת", "date": 2022, "citation": {"volume": 7}, "author": [{"name": "דנה"}, "נועם"]},
     {"title": "כותרת", "citation": {"volumes": "7"}}),
    ("article", {"title": "כותרת", "translations": {"en": {"title": "Title"}}, "draft": True}, {"lang": "he"}),
    ("publication", {"name": {"he": "כתב עת"}, "languages": ["he"], "menu": ["about", {"title": "X", "url": "/x/"}]},
     {"theme": {"covers": "round"}}),
    ("volume", {"cover": "7.jpg", "editors": ["דנה לוי"], "date": "2026-05", "introduction": {"he": "מבוא", "en": "On"}},
     {"editor": "דנה לוי"}),
])
def test_a_schema_tells_what_may_stand_there(daf, which, good, bad):
    schema = json.loads(daf("fields", "--schema", which).out)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    assert validator.is_valid(good), list(validator.iter_errors(good))
    assert not validator.is_valid(bad)


def test_only_these_have_a_schema(daf):
    assert daf("fields", "--schema", "other").status == 2
