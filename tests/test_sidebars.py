"""Boxes beside the story stay out of its way as the listener wishes."""

import pytest

from reader import Block, Group, Role, Story
from reader.errors import PluginError
from reader.testing import asked, heard

GLANCE, MORE = Group(1, "At a glance", 3), Group(2, "", 1)
STORY = Story(
    "The quay",
    (
        Block(Role.PARAGRAPH, "It rained."),
        Block(Role.SIDEBAR, "At a glance", group=GLANCE),
        Block(Role.SIDEBAR, "“All aboard!” he said. She is red.", group=GLANCE),
        Block(Role.SIDEBAR, "She carries cars.", group=GLANCE),
        Block(Role.SIDEBAR, "She is slow.", group=GLANCE),
        Block(Role.SIDEBAR, "Tickets, at last", group=MORE),
        Block(Role.PARAGRAPH, "It stopped."),
    ),
)
PLAIN = Story("", (Block(Role.SIDEBAR, "“A box!” he said. It was red."), Block(Role.SIDEBAR, "Wide.")))


def test_a_box_is_summarized_by_its_label_its_size_and_its_first_sentence() -> None:
    assert heard(STORY, plugins=["sidebars"], option="summarize") == [
        "It rained.",
        "Sidebar: At a glance, three points. “All aboard!” he said. Sidebar. Tickets, at last",
        "It stopped.",
    ]
    assert heard(PLAIN, plugins=["sidebars"], option="summarize") == ["Sidebar, two points. “A box!” he said."]


@pytest.mark.parametrize("option", ["skip", "announce", "speak", "after"])
def test_boxes_are_heard_as_the_listener_chose(option: str) -> None:
    chosen = heard(STORY, plugins=["sidebars"], option=option)
    box = [
        "Sidebar: At a glance",
        "“All aboard!” he said.",
        "She is red.",
        "She carries cars.",
        "She is slow.",
    ]
    assert chosen[0] == "It rained."
    assert (chosen.index("It stopped.") == 1) == (option in ("skip", "after"))
    assert (set(box) <= set(chosen)) == (option in ("speak", "after"))


def test_without_a_choice_the_preset_decides() -> None:
    for detail in ("brief", "standard", "full"):
        assert heard(STORY, detail=detail, plugins=["sidebars"]) == heard(STORY, detail=detail)


def test_nothing_is_said_of_what_is_no_sidebar() -> None:
    assert asked("sidebars", "summarize", blocks=(Block(Role.CAPTION, "A boat."),), story=STORY) is None


def test_a_choice_that_there_is_not_is_refused_with_those_there_are() -> None:
    with pytest.raises(
        PluginError, match="there is no option mumble; choose one of speak, skip, announce, summarize, af"
    ):
        heard(STORY, plugins=["sidebars"], option="mumble")
