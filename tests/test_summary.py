"""Summaries, extracted from what they summarize."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import Block, Group, Role, Story
from reader.testing import asked

STORY = Story("", (Block(Role.PARAGRAPH, "The harbour was quiet."), Block(Role.PARAGRAPH, "The harbour slept.")))


def box(label: str, *texts: str) -> tuple[Block, ...]:
    group = Group(1, label, len(texts))
    return tuple(Block(Role.SIDEBAR, text, group=group) for text in ((label, *texts) if label else texts))


def summary(blocks: tuple[Block, ...]) -> str | None:
    found: str | None = asked("summary", "summarize", blocks=blocks, story=STORY)
    return found


@pytest.mark.parametrize(
    ("blocks", "said"),
    [
        (
            box("At a glance:", "It began in May. It ended.", "It rained"),
            "Sidebar: At a glance, 2 points. It began in May.",
        ),
        (box("", "Only one point"), "Sidebar. Only one point."),
        ((Block(Role.RELATED, "Boats"), Block(Role.RELATED, "Sails")), "2 related stories, first: Boats."),
        ((Block(Role.RELATED, "Who sails?"),), "1 related story: Who sails?"),
        ((Block(Role.FOOTNOTE, "See above."), Block(Role.FOOTNOTE, "Below.")), "2 footnotes, first: See above."),
        (
            (Block(Role.TABLE, "…", items=(("Day", "Ice"), ("Monday", "2 cm"), ("Tuesday", "3 cm"))),),
            "Table, 3 rows, 2 columns: Day, Ice. Rows from Monday to Tuesday.",
        ),
        ((Block(Role.CODE, "def a():\n    pass\n\nclass B: ..."),), "Code sample, 3 lines, defines a, B."),
        ((Block(Role.CODE, "$ sayall page.html"),), "Code sample, 1 line, begins: $ sayall page.html"),
        ((Block(Role.LIST_ITEM, "milk"), Block(Role.LIST_ITEM, "salt")), "2 items, first: milk."),
    ],
)
def test_what_is_left_out_is_told_by_what_it_holds(blocks: tuple[Block, ...], said: str) -> None:
    assert summary(blocks) == said


def test_captions_are_left_to_others() -> None:
    assert summary((Block(Role.CAPTION, "A boat."),)) is None


def test_the_sentence_that_says_most_is_chosen_beyond_four() -> None:
    texts = [
        "The harbour was quiet.", "A heron nested on the abandoned crane in spring.",
        "The harbour was quiet again.", "It was quiet.", "Quiet it was.", "And so on.",
    ]  # fmt: skip
    assert summary(box("", *texts)) == "Sidebar, 6 points. A heron nested on the abandoned crane in spring."


@given(
    st.lists(st.lists(st.sampled_from(["boat", "sail", "quay", "heron", "nest"]), min_size=1), min_size=1, max_size=9)
)
def test_a_summary_is_made_of_sentences_that_are_there_in_their_order(sentences: list[list[str]]) -> None:
    texts = [f"Then {' '.join(words)}." for words in sentences]
    said = summary(tuple(Block(Role.QUOTE, text) for text in texts))
    chosen = [f"Then{sentence}" for sentence in (said or "").split("Then")[1:]]
    rest = iter(texts)
    assert all(any(sentence.strip() == other for other in rest) for sentence in chosen)
    assert len(chosen) == min(2, len(texts))
