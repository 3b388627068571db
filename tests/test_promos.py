"""What points away from the story is left out, told of, and there when it is wanted."""

import pytest

from reader import Block, Role, Story
from reader.errors import PluginError
from reader.testing import heard, left_out

STORY = Story(
    "The quay",
    (
        Block(Role.PARAGRAPH, "It rained."),
        Block(Role.PROMO, "Also read: Rain"),
        Block(Role.PARAGRAPH, "It stopped."),
        Block(Role.PROMO, "Also read: Rain"),
    ),
)


def test_promos_are_left_out_and_told_of_at_the_end() -> None:
    for detail in ("brief", "standard"):
        assert heard(STORY, detail=detail, plugins=["promos"]) == ["It rained.", "It stopped."]
        assert left_out(STORY, detail=detail, plugins=["promos"]) == "Left out: 2 promos."


def test_at_full_detail_a_promo_is_heard_once() -> None:
    assert heard(STORY, detail="full", plugins=["promos"]) == [
        "It rained.",
        "Promo: Also read: Rain",
        "It stopped.",
    ]


def test_promos_are_heard_or_counted_where_the_listener_chose_that() -> None:
    assert heard(STORY, plugins=["promos"], option="announce") == [
        "It rained.",
        "Promo skipped.",
        "It stopped.",
        "Promo skipped.",
    ]
    assert heard(STORY, plugins=["promos"], option="speak")[1] == "Promo: Also read: Rain"
    assert heard(STORY, detail="full", plugins=["promos"], option="skip") == ["It rained.", "It stopped."]


def test_a_choice_that_there_is_not_is_refused_with_those_there_are() -> None:
    with pytest.raises(PluginError, match="there is no option after; choose one of speak, announce, skip"):
        heard(STORY, plugins=["promos"], option="after")
