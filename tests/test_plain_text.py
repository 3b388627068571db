"""Text without tags is read into the same story: every page in tests/pages that is text, and the laws."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import PageError
from reader.page import Page
from reader.readability.decoding.decode import decode
from reader.readability.plain_text import read_text
from reader.story import Role, Story

PAGES = sorted(path.parent for path in Path(__file__).parent.glob("pages/*/page.txt"))


def story_of(folder: Path) -> Story:
    data = (folder / "page.txt").read_bytes()
    return read_text(decode(Page("page.txt", "text/plain", data)), "page.txt")


def as_lines(story: Story) -> str:
    return "".join(f"{block.role}\t{block.text.replace(chr(10), ' / ')}\n" for block in story.blocks)


@pytest.mark.parametrize("folder", PAGES, ids=lambda folder: folder.name)
def test_every_line_of_a_text_page_has_its_role(folder: Path) -> None:
    assert as_lines(story_of(folder)) == (folder / "roles.txt").read_text("utf-8")


@pytest.mark.parametrize("folder", PAGES, ids=lambda folder: folder.name)
def test_lines_that_end_as_on_windows_change_nothing(folder: Path) -> None:
    data = (folder / "page.txt").read_bytes().replace(b"\n", b"\r\n")
    assert read_text(decode(Page("page.txt", "text/plain", data)), "page.txt") == story_of(folder)


def test_there_are_enough_text_pages() -> None:
    assert len(PAGES) >= 10


def test_the_details_of_a_text_page_are_found() -> None:
    story = story_of(Path(__file__).parent / "pages/text_river_talks")
    assert story.headline == "Can two old rivals settle the fight over the River Ansel?"
    assert story.published == "2015-03-03"


def test_the_highlights_are_one_group_without_a_label() -> None:
    story = story_of(Path(__file__).parent / "pages/text_river_talks")
    groups = [block.group for _, block in story.numbered(Role.HIGHLIGHT)]
    assert [(group.label, group.size) for group in groups if group] == [("", 3)] * 3
    assert len(set(groups)) == 1


def test_a_list_of_coverage_is_a_group_that_knows_its_label_and_size() -> None:
    story = story_of(Path(__file__).parent / "pages/text_river_talks")
    label, *teasers = [block for _, block in story.numbered(Role.RELATED)]
    assert label.is_label
    assert {(teaser.group.label, teaser.group.size) for teaser in teasers if teaser.group} == {
        ("Part of complete coverage on", 3)
    }
    assert teasers[0].text.split("\n") == [
        "updated 4:40 PM EST, Mon March 2, 2015",
        "Wells in the lower valley may run dry within weeks, engineers say.",
    ]


def test_both_copies_of_a_caption_are_captions() -> None:
    story = story_of(Path(__file__).parent / "pages/text_river_talks")
    captions = [block.text for _, block in story.numbered(Role.CAPTION)]
    assert [a for a, b in pairwise(captions) if a == b] == ["Drone flies over a dry Ansel", "Where the water goes"]


def test_the_writer_of_a_mail_is_named_without_the_address() -> None:
    assert story_of(Path(__file__).parent / "pages/text_village_mail").byline == "Ruth Okafor"


def test_a_link_in_markdown_keeps_its_target() -> None:
    story = read_text("# Tides\n\nAsk [the harbour office](https://example.org/tides) **first**.\n", "tides.md")
    (block,) = [block for _, block in story.numbered(Role.PARAGRAPH)]
    assert block.text == "Ask the harbour office first."
    (link,) = block.links
    assert (block.text[link.start : link.end], link.target) == ("the harbour office", "https://example.org/tides")


def test_a_text_without_words_is_refused_in_one_line() -> None:
    with pytest.raises(PageError) as error:
        read_text("***\n\n---\n", "rules.txt")
    assert "rules.txt" in str(error.value)
    assert "\n" not in str(error.value)


words = st.text(st.sampled_from("abcdefgAXYZ019éλжあ中ع"), min_size=1, max_size=9)
line = st.builds(
    "{}{}{}".format,
    st.sampled_from(["", "", "", "", "  ", "• ", "- ", "– ", "> ", "1. ", "# ", "    ", "| ", "updated ", "By "]),
    st.lists(words, min_size=1, max_size=25).map(" ".join),
    st.sampled_from(["", "", ".", ".", "?", ":", " |", '."']),
)
texts = st.lists(st.one_of(line, line, st.just("")), min_size=1, max_size=30).map("\n".join)


def bare_words(text: str) -> set[str]:
    return {bare for word in text.split() if (bare := "".join(filter(str.isalnum, word)))}


@given(texts)
@settings(max_examples=150, deadline=None)
def test_no_word_of_a_text_is_lost(text: str) -> None:
    if not any(letter.isalnum() for letter in text):
        return
    story = read_text(text, "x")
    assert bare_words(text) <= bare_words(" ".join(block.text for block in story.blocks))


@given(st.text(max_size=400))
@settings(max_examples=150, deadline=None)
def test_any_text_becomes_a_story_or_is_refused(text: str) -> None:
    try:
        story = read_text(text, "x")
    except PageError:
        return
    assert all(block.text.strip() and block.reason for block in story.blocks)


STORIES = ("text_county_paper", "text_tin_of_buns")
NOT_SPOKEN = (Role.CAPTION, Role.PROMO, Role.FOOTNOTE, Role.RELATED, Role.BOILERPLATE)


@pytest.mark.parametrize("name", STORIES)
def test_a_story_with_nothing_around_it_is_spoken_whole(name: str) -> None:
    story = story_of(Path(__file__).parent / "pages" / name)
    assert [block.text for block in story.blocks if block.role in NOT_SPOKEN] == []


SAME_WORDS = """
caption: Okoro, left, and Haddad before the match on Saturday in Linden.
caption: The old pier before the storm took it in 1974. Photo by Tomas Reis
promo: Sign up for our newsletter and never miss a story from the coast.
promo: UP NEXT: Nine days at the sluice
footnote: (Reporting by Anna Vik; editing by Joe Hart)
footnote: Ann Lee is a reporter at the Harbour Press and has written on the sea since 2009.
"""


def test_captions_promos_and_credits_are_told_by_where_their_words_stand() -> None:
    prose = "The boats came in one by one, and the harbour was full of people who had waited since the evening before."
    for line in SAME_WORDS.strip().splitlines():
        role, _, text = line.partition(": ")
        body = [prose.replace("one by one", f"{count} by {count}") for count in ("two", "three", "four", "five")]
        story = read_text("\n\n".join(["The boats are back in the harbour", *body, text]), "x")
        assert (story.blocks[-1].role.value, story.blocks[-1].text) == (role, text)
