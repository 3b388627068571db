"""Markdown, and what only looks like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opening import DOCUMENTS

from reader import Link, Page, Story
from reader.testing import asked, heard, labelled, story_at

HARBOUR = str(DOCUMENTS / "harbour.md")


def read(text: str) -> object:
    return asked("markdown", "read_page", page=Page("notes", "text/plain", text.encode()))


def test_a_document_is_read_by_its_parts() -> None:
    story = story_at(HARBOUR, plugins=["files", "markdown"])
    assert (story.headline, story.byline, story.published, story.language) == (
        "The harbour in winter", "Ada Lind", "2026-01-09", "en-GB",
    )  # fmt: skip
    assert labelled(story) == [
        ("headline", "The harbour in winter"),
        ("boilerplate", "Tide"),
        ("boilerplate", "Wind"),
        ("paragraph", "It froze twice[1], says the log[2]."),
        ("quote", "Nobody skated."),
        ("list_item", "First the quay, then the steps."),
        ("list_item", "Then the slipway."),
        ("list_item", "Only its edge."),
        ("table", "Day Ice Monday 2 cm"),
        ("code", "cat log[^ice].txt"),
        ("footnote", "[1] In January, and again in March."),
        ("footnote", "[2] Kept by hand."),
        ("boilerplate", "title: The harbour in winter\nauthor: Ada Lind\ndate: 2026-01-09\nlang: en-GB"),
    ]
    assert story.blocks[3].links == (Link(24, 31, "https://harbour.example/log"),)


def test_signs_are_not_heard() -> None:
    assert heard(story_at(HARBOUR, plugins=["files", "markdown"]))[:4] == [
        "The harbour in winter", "It froze twice, says the log.", "Nobody skated.", "List, 2 items",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "READ MORE: The quay\n\n- One\n- Two\n\nIt rained.",
        "Dear all,\n\n* first\n* second\n\nYours, **not** bold enough",
        "# a comment\nport = 80\n",
        "#!/bin/sh\n# Usage\necho `date`\n[x](http://a)\n",
        "It cost 3 * 4 * 5.\n\n----\n\nThe end",
        "From: a@example.org\nSubject: x\n\n> quoted `code`\n",
    ],
)
def test_plain_text_stays_plain_text(text: str) -> None:
    assert read(text) is None


def test_the_first_heading_is_the_headline() -> None:
    story = read("# Boats\n\nSee [them](https://example.org).\n\n## Sails\n")
    assert [(role, text) for role, text in labelled(story)] == [  # type: ignore[arg-type]
        ("headline", "Boats"), ("paragraph", "See them."), ("heading", "Sails"),
    ]  # fmt: skip


@given(st.text("# *`[]()>-_!|\n\tab1:^", max_size=60))
def test_anything_is_read_or_left_to_others(text: str) -> None:
    read("# Boats\n\n**bold** [link](https://example.org)\n\n" + text)


def test_the_signs_of_github_are_said_in_words() -> None:
    text = (
        "# Boats\n\n- [ ] buy [salt](https://h.example)\n- [x] lock the ladder\n\n> [!WARNING]\n> Mind the ice.\n\n"
        "$$E = mc^2$$\n\n**It** costs $$5.\n"
    )
    story = read(text)
    assert isinstance(story, Story)
    assert labelled(story)[1:] == [
        ("list_item", "To do: buy salt"), ("list_item", "Done: lock the ladder"), ("quote", "Warning: Mind the ice."),
        ("math", "E = mc^2"), ("paragraph", "It costs $$5."),
    ]  # fmt: skip
    (link,) = story.blocks[1].links
    assert story.blocks[1].text[link.start : link.end] == "salt"
