"""Tables, code, pull quotes and related stories are read as the listener wishes."""

import pytest

from reader import Block, Role, Story
from reader.errors import PluginError
from reader.testing import heard

ROWS = (("Day", "Ice", "Snow"), *((f"Day {n}", f"{n} cm", "0 cm") for n in range(1, 21)))
TABLE = Block(Role.TABLE, " ".join(cell for row in ROWS for cell in row), items=ROWS)
CODE = Block(Role.CODE, "def sail():\n    pass\n\n\ndef land():\n    pass\n\n\nsail()\n")
TEXT = Block(Role.PARAGRAPH, "She said: “We came late, and it was cold,” and left.")
RELATED = tuple(Block(Role.RELATED, text) for text in ("Boats of old", "Sails", "Boats of old"))


def said(block: Block, plugin: str, option: str, detail: str = "standard") -> list[str]:
    return heard(Story("", (TEXT, block)), plugins=[plugin, "summary"], option=option, detail=detail)[1:]


def test_a_table_is_read_row_by_row_with_its_headers_or_told_of() -> None:
    rows = said(TABLE, "tables", "rows")
    assert rows[:2] == ["Day, Ice, Snow", "Day one, Ice: one centimeter, Snow: zero centimeters"]
    assert len(rows) == 21
    assert said(TABLE, "tables", "") == ["Table, 21 rows, 3 columns, skipped."]
    assert said(TABLE, "tables", "summarize") == [
        "Table, twenty one rows, three columns: Day, Ice, Snow. Rows from Day one to Day twenty."
    ]


def test_a_first_row_of_numbers_is_no_header() -> None:
    rows = (("1", "2", "3"), ("4", "5", "6"))
    table = Block(Role.TABLE, "1 2 3 4 5 6", items=rows)
    assert said(table, "tables", "rows") == ["one, two, three", "four, five, six"]


def test_code_is_read_or_told_of() -> None:
    assert said(CODE, "code", "") == ["Code sample, 10 lines, skipped."]
    assert said(CODE, "code", "summarize") == ["Code sample, five lines, defines sail, land."]
    assert len(said(CODE, "code", "speak")) == 5


def test_a_pull_quote_is_said_where_its_words_stand_nowhere_else() -> None:
    repeated, new = (
        Block(Role.PULLQUOTE, "‘We came late – and it was cold’"),
        Block(Role.PULLQUOTE, "Nobody was there."),
    )
    assert said(repeated, "pullquotes", "") == []
    assert said(new, "pullquotes", "") == ["Pull quote: Nobody was there."]
    assert said(new, "pullquotes", "", "brief") == []
    assert said(new, "pullquotes", "announce") == ["Pull quote skipped."]


def test_related_stories_are_left_out_counted_told_of_or_read_once() -> None:
    story = Story("", (TEXT, *RELATED))

    def related(option: str = "", detail: str = "standard") -> list[str]:
        return heard(story, plugins=["related", "summary"], option=option, detail=detail)[1:]

    assert related() == []
    assert related("announce") == ["3 related links skipped."]
    assert related("summarize") == ["three related stories, first: Boats of old."]
    assert related(detail="full") == ["Related link: Boats of old", "Sails"]


@pytest.mark.parametrize(("block", "plugin"), [(TABLE, "tables"), (CODE, "code"), (RELATED[0], "related")])
def test_a_choice_that_there_is_not_is_named(block: Block, plugin: str) -> None:
    said = "there is no option louder; choose one of speak, skip, announce, summarize, after"
    with pytest.raises(PluginError, match=said):
        heard(Story("", (TEXT, block)), plugins=[plugin], option="louder")
