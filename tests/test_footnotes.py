"""Footnotes where a listener wants them."""

from hypothesis import given
from hypothesis import strategies as st

from reader import Block, Role, Story
from reader.testing import asked, heard


def paragraph(text: str) -> Block:
    return Block(Role.PARAGRAPH, text)


def note(text: str) -> Block:
    return Block(Role.FOOTNOTE, text)


def texts(*blocks: Block) -> list[str]:
    story = Story("", blocks)
    return [block.text for block in (adjusted(story) or story).blocks]


def adjusted(story: Story) -> Story | None:
    found: Story | None = asked("footnotes", "adjust_story", story=story, option="here")
    return found


def test_each_note_comes_after_the_paragraph_that_has_its_sign() -> None:
    assert texts(paragraph("One[1], two[2]."), paragraph("Three[3]."), note("3 C"), note("[1] A"), note("2. B")) == [
        "One[1], two[2].", "[1] A", "2. B", "Three[3].", "3 C",
    ]  # fmt: skip


def test_notes_without_numbers_come_in_their_turn() -> None:
    assert texts(paragraph("One[1]."), paragraph("Two[2]."), note("A"), note("B")) == ["One[1].", "A", "Two[2].", "B"]


def test_a_note_of_two_paragraphs_stays_together() -> None:
    assert texts(paragraph("One[1]."), paragraph("Two[2]."), note("1 A"), note("and on"), note("2 B")) == [
        "One[1].", "1 A", "and on", "Two[2].", "2 B",
    ]  # fmt: skip


def test_a_number_in_a_block_of_its_own_counts_for_what_follows() -> None:
    assert texts(paragraph("One[1]."), paragraph("Two."), note("1"), note("A")) == ["One[1].", "1", "A", "Two."]


def test_chapters_number_their_notes_anew() -> None:
    assert texts(paragraph("One[1]."), note("1 A"), paragraph("Two[1]."), paragraph("Three."), note("1 B")) == [
        "One[1].", "1 A", "Two[1].", "1 B", "Three.",
    ]  # fmt: skip


def test_a_note_that_nothing_leads_to_stays_where_it_is() -> None:
    assert texts(paragraph("One."), note("4 A"), paragraph("Two.")) == ["One.", "4 A", "Two."]


def test_a_listener_chooses_where_they_are_read() -> None:
    story = Story("", (paragraph("One[1]."), paragraph("Two."), note("1 A."), paragraph("Three.")))
    assert heard(story, plugins=["footnotes"]) == ["One.", "Two.", "Footnote skipped.", "Three."]
    assert heard(story, plugins=["footnotes"], option="here") == ["One.", "Footnote: one A.", "Two.", "Three."]
    assert heard(story, plugins=["footnotes"], option="after")[-1] == "Footnote: one A."
    assert heard(story, plugins=["footnotes"], option="skip") == ["One.", "Two.", "Three."]


@given(st.lists(st.builds(Block, st.sampled_from([Role.PARAGRAPH, Role.FOOTNOTE]), st.text("[]123 a", max_size=8))))
def test_nothing_is_lost_or_said_twice(blocks: list[Block]) -> None:
    found = adjusted(Story("", tuple(blocks)))
    assert sorted(map(id, found.blocks if found else blocks)) == sorted(map(id, blocks))
