"""What is said, in which order, and where in the story each word of it stands."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.script.narrate import closing, narrate
from reader.script.utterance import Mark, Utterance
from reader.script.wording import RULES
from reader.script.wording.rule import Edit, Rule, edits
from reader.story import START, Block, Group, Position, Role, Story, Treatment
from reader.treatment import treat

GROUP = Group(1, "Story highlights", 2)
STORY = treat(
    Story(
        "The quay",
        (
            Block(Role.HEADLINE, "The quay"),
            Block(Role.CAPTION, "A boat. It is red."),
            Block(Role.PROMO, "READ MORE: Rain"),
            Block(Role.CAPTION, "Another boat."),
            Block(Role.HIGHLIGHT, "Story highlights", group=GROUP),
            Block(Role.HIGHLIGHT, "It rained", group=GROUP),
            Block(Role.HIGHLIGHT, "It stopped", group=GROUP),
            Block(Role.PARAGRAPH, "It rained on Monday. It paid $5 on Tuesday."),
            Block(Role.FOOTNOTE, "Corrected on Friday."),
            Block(Role.PARAGRAPH, "Then it stopped."),
        ),
    ),
    "standard",
    chosen={Role.FOOTNOTE: Treatment.AFTER},
)
MONEY = Rule("money", lambda text: [Edit(m.start(), m.end(), "five dollars") for m in re.finditer(r"\$5", text)])


def heard(story: Story, start: Position = START) -> list[str]:
    return [utterance.text for utterance in narrate(story, start, rules=[MONEY])]


def test_the_story_is_said_in_order_with_what_is_left_out_announced_where_it_stood() -> None:
    assert heard(STORY) == [
        "The quay",
        "2 captions skipped.",
        "Story highlights: 2",
        "It rained",
        "It stopped",
        "It rained on Monday.",
        "It paid five dollars on Tuesday.",
        "Then it stopped.",
        "Footnote: Corrected on Friday.",
    ]
    assert [utterance.text for utterance in closing(STORY)] == ["Left out: 2 captions, 1 promo."]


def test_what_was_left_out_can_be_heard_at_its_place_and_the_reading_goes_on() -> None:
    assert heard(STORY, Position(1))[:4] == [
        "Caption: A boat.",
        "It is red.",
        "Caption skipped.",
        "Story highlights: 2",
    ]
    assert heard(STORY, Position(2))[0] == "Promo: READ MORE: Rain"


def test_reading_can_begin_in_the_middle_of_a_sentence() -> None:
    assert heard(STORY, Position(7, 24))[:2] == ["paid five dollars on Tuesday.", "Then it stopped."]


def test_reading_begins_with_the_whole_of_a_rewritten_passage() -> None:
    first = next(iter(narrate(STORY, Position(7, 30), rules=[MONEY])))
    assert (first.text, first.start) == ("five dollars on Tuesday.", Position(7, 29))


def test_what_is_read_after_the_body_goes_on_with_what_follows_it() -> None:
    assert heard(STORY, Position(8)) == ["Footnote: Corrected on Friday."]


def test_a_first_block_that_is_read_after_the_body_comes_after_the_body() -> None:
    blocks = (Block(Role.FOOTNOTE, "A note."), Block(Role.PARAGRAPH, "The body."))
    story = treat(Story("", blocks), "standard", chosen={Role.FOOTNOTE: Treatment.AFTER})
    assert heard(story) == ["The body.", "Footnote: A note."]


def test_the_words_keep_their_place_where_they_were_rewritten() -> None:
    said = next(u for u in narrate(STORY, rules=[MONEY]) if "dollars" in u.text)
    places = {word: said.position_at(said.text.index(word)).offset for word in ("It", "paid", "five", "dollars", "on")}
    text = STORY.blocks[7].text
    assert {word: text[offset : offset + 2] for word, offset in places.items()} == {
        "It": "It", "paid": "pa", "five": "$5", "dollars": "5 ", "on": "on",
    }  # fmt: skip


def test_a_nested_list_does_not_open_the_outer_one_again() -> None:
    outer, inner = Group(1, "", 2), Group(2, "", 2)
    items = (("Fruit", outer, 1), ("Fig", inner, 2), ("Plum", inner, 2), ("Bread", outer, 1))
    story = Story("", tuple(Block(Role.LIST_ITEM, text, level, group=group) for text, group, level in items))
    assert heard(story) == ["List, 2 items", "Fruit", "List, 2 items", "Fig", "Plum", "Bread"]


def test_a_table_is_said_row_by_row_with_its_headers() -> None:
    rows = (("Name", "Age", "Town"), ("Bo", "5", "York"), ("Al", "", "Hull"))
    story = Story("", (Block(Role.TABLE, "Name Age Town Bo 5 York Al Hull", items=rows),))
    assert heard(story) == ["Name, Age, Town", "Bo, Age: 5, Town: York", "Al, Town: Hull"]


def test_the_title_of_a_table_is_said_first() -> None:
    story = Story("", (Block(Role.TABLE, "Ages of all Bo 5 Al 6", items=(("Bo", "5"), ("Al", "6"))),))
    assert heard(story) == ["Ages of all", "Bo, 5", "Al, 6"]


def test_a_box_is_named_by_its_label() -> None:
    box = Group(1, "At a glance", 2)
    blocks = tuple(Block(Role.SIDEBAR, text, group=box) for text in ("At a glance", "Built in 2024", "92 metres"))
    assert heard(treat(Story("", blocks), "standard")) == ["Sidebar, At a glance, skipped."]
    assert heard(treat(Story("", blocks), "full")) == ["Sidebar: At a glance", "Built in 2024", "92 metres"]


def test_a_notice_is_heard_before_the_next_sentence() -> None:
    lines = [["Plugin x failed."], [], []]
    story = Story("", (Block(Role.PARAGRAPH, "One is here. Two is here."),))
    said = narrate(story, notices=lambda: lines.pop(0))
    assert [(u.style, u.text) for u in said] == [
        ("announcement", "Plugin x failed."),
        ("paragraph", "One is here."),
        ("paragraph", "Two is here."),
    ]


def test_announcements_are_for_the_ear_like_the_story() -> None:
    table = Block(Role.TABLE, "Name", items=(("Name",),))
    blocks = (
        Block(Role.HIGHLIGHT, "STORY HIGHLIGHTS", group=(group := Group(1, "STORY HIGHLIGHTS", 2))),
        Block(Role.HIGHLIGHT, "It rained", group=group),
        Block(Role.HIGHLIGHT, "It stopped", group=group),
        Block(Role.SIDEBAR, "2.289", group=Group(2, "2.289", 0)),
        Block(Role.PARAGRAPH, "It went on."),
        Block(Role.SIDEBAR, "THE LONG RAIN", group=Group(3, "THE LONG RAIN", 0)),
        Block(Role.PARAGRAPH, "It went on again."),
        table,
        Block(Role.CODE, "run()"),
    )
    skipped = dict.fromkeys((Role.SIDEBAR, Role.TABLE, Role.CODE), Treatment.ANNOUNCE)
    story = treat(Story("", blocks), "full", chosen=skipped)
    assert [utterance.text for utterance in narrate(story, rules=RULES)] == [
        "Story Highlights: 2",
        "It rained",
        "It stopped",
        "Sidebar skipped.",
        "It went on.",
        "Sidebar, The Long Rain, skipped.",
        "It went on again.",
        "Table, 1 row, 1 column, skipped.",
        "Code sample, 1 line, skipped.",
    ]


texts = st.lists(st.text("ab .$5“”?!-\n", max_size=60), min_size=1, max_size=6)
roles = st.lists(st.sampled_from(list(Role)), min_size=6, max_size=6)


@given(texts, roles, st.sampled_from(["brief", "standard", "full"]))
def test_every_place_lies_in_its_block_and_places_never_go_back_within_an_utterance(
    paragraphs: list[str], kinds: list[Role], detail: str
) -> None:
    story = treat(Story("", tuple(Block(role, text) for role, text in zip(kinds, paragraphs, strict=False))), detail)
    for said in narrate(story, rules=[MONEY]):
        places = [said.position_at(char) for char in range(len(said.text))]
        assert places == sorted(places)
        assert all(place.offset <= len(story.blocks[place.block].text) for place in places)


CASES = Path(__file__).parent / "cases"
WRITTEN = {
    language: [
        line.partition(" => ")[0]
        for line in (CASES / f"wording_{language}.txt").read_text(encoding="utf-8").splitlines()
        if " => " in line
    ]
    for language in ("en", "de", "fr", "es")
}
TROUBLE = "0123456789.,:;-–/$£%°'’\"#@&()[]*+=<> apmsthkgXIV½²★😀"


@pytest.mark.parametrize("language", WRITTEN)
@given(data=st.data())
def test_every_place_lies_in_the_word_that_is_said_whatever_the_wording_rules_change(
    language: str, data: st.DataObject
) -> None:
    pieces = data.draw(st.lists(st.sampled_from(WRITTEN[language]) | st.text(TROUBLE, max_size=9), max_size=5))
    text = " ".join(pieces)
    for said in narrate(Story("", (Block(Role.PARAGRAPH, text),), language=language), rules=RULES):
        marks = [part.at.offset for part in said.parts if isinstance(part, Mark)]
        assert marks == sorted(marks)
        sentence = text[marks[0] : marks[-1]]
        changed = [(marks[0] + edit.start, marks[0] + edit.end) for edit in edits(sentence, RULES, language)]
        places = [said.position_at(char).offset for char in range(len(said.text))]
        assert places == sorted(places)
        for char, place in zip(said.text, places, strict=True):
            assert text[place] == char or any(start <= place <= max(start, end - 1) for start, end in changed)


@given(texts, st.integers(0, 5), st.integers(0, 60))
def test_from_any_place_on_the_same_is_said_as_in_the_whole(paragraphs: list[str], block: int, offset: int) -> None:
    story = Story("", tuple(Block(Role.PARAGRAPH, text) for text in paragraphs))
    start = Position(min(block, len(paragraphs) - 1), offset)

    def later(utterances: list[Utterance]) -> list[Utterance]:
        return [u for u in utterances if u.start.block > start.block]

    assert later(list(narrate(story, start))) == later(list(narrate(story)))
