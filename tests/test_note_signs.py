"""The sign that leads to a note is told from the word before it, raised or not, and from other links."""

import pytest

from reader.notes import Reference, references
from reader.readability.html_story import read_html
from reader.story import Link, Role, Story
from reader.testing import heard


def story(line: str) -> Story:
    more = "<p>A second paragraph says a little more about the lock, so that there is a story on this page.</p>"
    notes = "<section class=footnotes><p id=fn1><a href='#fnref1'>1</a> A note on the lock.</p></section>"
    return read_html(f"<html lang=en><body><article><h1>The lock</h1><p>{line}</p>{more}{notes}</article></body>", "")


def paragraph(line: str) -> str:
    return next(block.text for block in story(line).blocks if block.role is Role.PARAGRAPH)


@pytest.mark.parametrize(
    "sign",
    [
        "<sup><a href='#fn1'>1</a></sup>",
        "<a href='#fn1'>1</a>",
        "<a href='#fn1'>[1]</a>",
        "<a href='#_ftn1' name='_ftnref1'><span>[1]</span></a>",
        "<a href='#note-1' role='doc-noteref'>1</a>",
        "<a href='#n1'>¹</a>",
        "<a href='#1'>1</a>",
        "[<a href='#fn1'>1</a>]",
    ],
)
def test_a_sign_stands_apart_from_its_word(sign: str) -> None:
    assert paragraph(f"The lock was opened at dawn{sign} by a keeper.") == "The lock was opened at dawn[1] by a keeper."


def test_a_sign_in_brackets_behind_a_blank_is_one_too() -> None:
    assert paragraph("It was opened <a href='#cite_note-1'>[1]</a> at dawn by a keeper.") == (
        "It was opened [1] at dawn by a keeper."
    )


@pytest.mark.parametrize(
    "line",
    [
        "The gates of the lock are shown in Fig.<a href='#fig1'>1</a> and nowhere else.",
        "See section <a href='#s3'>3</a> and all that stands below it, said the keeper.",
        "In the year <a href='#note'>1</a> nobody had thought of a lock, said the keeper.",
        "Boats went through on the 1<a href='#fn2'>2</a> of May, as they do every year.",
        "Boats went through in the morning.<a href='/fn1'>1</a> is the number of the first of them.",
    ],
)
def test_other_numbers_that_are_links_are_no_signs(line: str) -> None:
    assert "[" not in paragraph(line)


def test_a_sign_has_its_place_and_leads_to_its_note() -> None:
    read = story("The lock was opened at dawn<a href='#fn1'>1</a> by a keeper.")
    number = next(n for n, block in enumerate(read.blocks) if block.role is Role.PARAGRAPH)
    note = next(n for n, block in enumerate(read.blocks) if block.role is Role.FOOTNOTE)
    assert read.blocks[number].links == (Link(27, 30, "#fn1"),)
    assert references(read.blocks) == (Reference(number, 27, 30, note),)
    assert "The lock was opened at dawn by a keeper." in heard(read)
