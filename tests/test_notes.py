"""Which footnote each sign in the text leads to."""

from reader import Block, Role
from reader.notes import Reference, references

TEXT = Block(Role.PARAGRAPH, "One[1], two[2].")


def note(text: str) -> Block:
    return Block(Role.FOOTNOTE, text)


def test_a_sign_leads_to_the_note_with_its_number() -> None:
    assert references((TEXT, note("2. B"), note("[1] A"))) == (Reference(0, 3, 6, 2), Reference(0, 11, 14, 1))


def test_notes_without_numbers_are_told_by_their_turn() -> None:
    assert references((TEXT, note("A"), note("B"))) == (Reference(0, 3, 6, 1), Reference(0, 11, 14, 2))


def test_a_sign_that_comes_again_leads_to_the_same_note() -> None:
    again = Block(Role.PARAGRAPH, "Again[1].")
    assert references((TEXT, again, note("A"), note("B")))[2] == Reference(1, 5, 8, 2)


def test_where_it_is_in_doubt_a_sign_leads_nowhere() -> None:
    assert references((TEXT, note("A"), note("B"), note("C"))) == ()
    assert references((TEXT, Block(Role.PARAGRAPH, "No notes follow."))) == ()


def test_a_chapter_has_its_own_notes() -> None:
    blocks = (TEXT, note("1 A"), note("2 B"), TEXT, note("1 C"), note("2 D"))
    assert [found.note for found in references(blocks)] == [1, 2, 4, 5]


def test_brackets_in_code_are_no_signs() -> None:
    assert references((Block(Role.CODE, "a[1]"), note("1 A"))) == ()
