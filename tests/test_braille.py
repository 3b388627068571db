"""The layout for braille: what a voice would tell is told in words, and pages are whole."""

from hypothesis import given
from hypothesis import strategies as st

from reader import Block, Group, Role, Story, Treatment
from reader.script.braille import pages, paragraphs
from reader.script.narrate import narrate

POINTS = Group(1, "Key points", 2)
STORY = Story(
    "The hens",
    (
        Block(Role.HEADLINE, "The hens of Skerry leave"),
        Block(Role.HIGHLIGHT, "Key points", group=POINTS),
        Block(Role.HIGHLIGHT, "Forty hens", group=POINTS),
        Block(Role.HIGHLIGHT, "One piano, and nobody to play it", group=POINTS),
        Block(Role.CAPTION, "A hen.", treatment=Treatment.ANNOUNCE),
        Block(Role.PARAGRAPH, "They left at nine. Nobody waved."),
        Block(Role.HEADING, "What comes next", level=2),
        Block(Role.QUOTE, "So be it."),
        Block(Role.TABLE, "Day Boat Monday nine", items=(("Day", "Boat"), ("Monday", "nine"))),
    ),
    language="en",
)


def laid_out(width: int) -> list[list[str]]:
    return list(paragraphs(narrate(STORY), width))


def test_each_part_is_told_by_its_layout_or_in_words() -> None:
    assert [line for paragraph in laid_out(22) for line in paragraph] == [
        "Headline: The hens of",
        "Skerry leave",
        "[Key points: 2",
        "highlights]",
        "- Forty hens",
        "- One piano, and",
        "  nobody to play it",
        "[Caption skipped.]",
        "  They left at nine.",
        "Nobody waved.",
        "Heading: What comes",
        "next",
        "Quote: So be it.",
        "Day, Boat",
        "Monday, nine",
    ]


def test_no_heading_ends_a_page() -> None:
    written = list(pages(laid_out(22), 13, 22))
    assert written == [
        "Headline: The hens of\nSkerry leave\n[Key points: 2\nhighlights]\n- Forty hens\n- One piano, and\n"
        "  nobody to play it\n[Caption skipped.]\n  They left at nine.\nNobody waved.\n\n\n" + f"{1:>22}",
        "Heading: What comes\nnext\nQuote: So be it.\nDay, Boat\nMonday, nine" + "\n" * 8 + f"{2:>22}",
    ]


@given(st.integers(10, 60), st.integers(5, 30))
def test_pages_hold_every_line_once_and_none_is_too_long(width: int, rows: int) -> None:
    written = list(pages(laid_out(width), rows, width))
    assert all(len(page.split("\n")) == rows for page in written)
    assert [line for page in written for line in page.split("\n")[:-1] if line] == [
        line for paragraph in laid_out(width) for line in paragraph
    ]
    assert max(len(line) for page in written for line in page.split("\n")) <= width
