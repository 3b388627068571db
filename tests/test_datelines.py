"""A date line is cut down to its date, unless the listener wants all of it."""

import pytest

from reader import Block, Role, Story
from reader.testing import heard


def story(*lines: str, language: str = "en") -> Story:
    blocks = tuple(Block(Role.DATELINE, line) for line in lines)
    return Story("", (*blocks, Block(Role.PARAGRAPH, "It rained.")), language=language)


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("November 28, 2013 -- Updated 0203 GMT (1003 HKT)", "November twenty eighth, twenty thirteen"),
        ("updated 4:23 PM EDT, Wed April 16, 2014", "Wednesday April sixteenth, twenty fourteen"),
        ("Published: 22:04, 22 Apr 2024", "the twenty second of April, twenty twenty four"),
    ],
)
def test_the_time_of_day_is_left_out(printed: str, said: str) -> None:
    (first, *_) = heard(story(printed), plugins=["datelines"])
    assert first.replace(",", "").casefold() == said.replace(",", "").casefold()


def test_a_date_alone_and_a_date_in_another_language_are_said_as_they_are() -> None:
    assert heard(story("1 day ago"), plugins=["datelines"])[0] == "one day ago"
    assert "15.59" in heard(story("Uppdaterad 15.59", language="sv"), plugins=["datelines"])[0]


def test_two_lines_with_the_same_date_are_said_once() -> None:
    lines = ("First published May 3, 2016: 1:28 AM ET", "May 3, 2016: 12:41 PM ET")
    said = heard(story(*lines), plugins=["datelines"])
    assert len(said) == 2


def test_the_listener_hears_all_of_it_where_that_is_asked_for() -> None:
    line = "November 28, 2013 -- Updated 0203 GMT"
    assert "GMT" in heard(story(line), plugins=["datelines"], option="speak")[0]
    assert "GMT" in heard(story(line), plugins=["datelines"], detail="full")[0]
