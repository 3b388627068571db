"""Captions stay out of the way as the listener wishes, and none is said twice."""

import pytest

from reader import Block, Role, Story, Treatment
from reader.errors import PluginError
from reader.testing import asked, heard, treated

STORY = Story(
    "The quay",
    (
        Block(Role.HEADLINE, "The quay"),
        Block(Role.CAPTION, "A boat. It is red."),
        Block(Role.CAPTION, "Another boat."),
        Block(Role.PARAGRAPH, "It rained."),
        Block(Role.CAPTION, "a BOAT. It is red."),
        Block(Role.PARAGRAPH, "It stopped."),
        Block(Role.CAPTION, "The mayor."),
    ),
)


@pytest.mark.parametrize(
    ("option", "lines"),
    [
        ("skip", ["The quay", "It rained.", "It stopped."]),
        ("announce", ["The quay", "2 captions skipped.", "It rained.", "It stopped.", "Caption skipped."]),
        (
            "summarize",
            [
                "The quay",
                "Gallery, two pictures. First: A boat. It is red.",
                "It rained.",
                "It stopped.",
                "Picture: The mayor.",
            ],
        ),
        (
            "speak",
            [
                "The quay",
                "Caption: A boat.",
                "It is red.",
                "Another boat.",
                "It rained.",
                "It stopped.",
                "Caption: The mayor.",
            ],
        ),
        (
            "after",
            [
                "The quay",
                "It rained.",
                "It stopped.",
                "Caption: A boat.",
                "It is red.",
                "Another boat.",
                "The mayor.",
            ],
        ),
    ],
)
def test_captions_are_heard_as_the_listener_chose_and_once(option: str, lines: list[str]) -> None:
    assert heard(STORY, plugins=["captions"], option=option) == lines


def test_without_a_choice_the_preset_decides_save_for_repetitions() -> None:
    for detail, treatment in (("brief", "skip"), ("standard", "announce"), ("full", "speak")):
        blocks = treated(STORY, detail=detail, plugins=["captions"]).blocks
        captions = [(block.treatment.value, block.treated_by) for block in blocks if block.role is Role.CAPTION]
        preset = (treatment, f"preset {detail}")
        assert captions == [preset, preset, ("skip", "plugin captions"), preset]


def test_captions_alone_are_touched() -> None:
    alone = treated(STORY, plugins=["captions"], option="summarize").blocks
    assert [block.role for block in alone if block.treatment is Treatment.SUMMARIZE] == [Role.CAPTION] * 3
    assert asked("captions", "summarize", blocks=(Block(Role.SIDEBAR, "At a glance"),), story=STORY) is None


def test_a_choice_that_there_is_not_is_refused_with_those_there_are() -> None:
    with pytest.raises(PluginError) as raised:
        heard(STORY, plugins=["captions"], option="mumble")
    assert str(raised.value) == ("there is no option mumble; choose one of speak, skip, announce, summarize, after")


def test_of_many_captions_the_one_that_says_most_is_told() -> None:
    texts = (
        "The quay.",
        "The quay again.",
        "The heron on its nest above the crane in March.",
        "The quay at night.",
        "Quay.",
    )
    blocks = tuple(Block(Role.CAPTION, text) for text in texts)
    assert asked("captions", "summarize", blocks=blocks, story=STORY) == (
        "Gallery, 5 pictures. Among them: The heron on its nest above the crane in March."
    )


def test_the_title_of_a_sample_of_code_is_read_where_captions_are_announced() -> None:
    story = Story(
        "Quays",
        (
            Block(Role.PARAGRAPH, "It is built so:"),
            Block(Role.CAPTION, "Example 2.1. A quay"),
            Block(Role.CODE, "quay()"),
            Block(Role.PARAGRAPH, "It holds."),
            Block(Role.CAPTION, "A quay by night"),
        ),
    )
    said = heard(story, plugins=["captions"])
    assert said == [
        "It is built so:",
        "Caption: Example two point one.",
        "A quay",
        "quay()",
        "It holds.",
        "Caption skipped.",
    ]
    assert heard(story, plugins=["captions"], detail="brief")[1] == "Code sample, 1 line, skipped."
