"""Every block of the test pages has the role that a careful reader gives it, with and without the names of elements."""

import os
from pathlib import Path

import pytest
from lxml.html import document_fromstring, tostring

from reader.readability.html_story import read_html
from reader.story import Role, Story

PAGES = Path(__file__).parent / "pages"
HTML_PAGES = sorted(path.parent.name for path in PAGES.glob("*/page.html"))
NEEDS_NAMES = frozenset(
    {"chinese_news", "developer_docs", "documentation", "encyclopedia", "formulas", "hidden_parts", "live_blog"}
    | {"site_name_first", "swedish_news"}
)
"""Pages on which class and id are the only sign of something: a caption in a plain paragraph, a warning."""


def read(text: str) -> Story:
    return read_html(text, "https://page.example/story")


def listing(story: Story) -> str:
    """Role and text of each block of the story area, one a line; the lines of code are joined with ⏎."""
    blocks = [block for block in story.blocks if block.role is not Role.BOILERPLATE]
    return "".join(f"{block.role.value}\t{block.text.replace(chr(10), '⏎')}\n" for block in blocks)


def without_names(text: str) -> str:
    root = document_fromstring(text)
    for element in root.iter():
        element.attrib.pop("class", None)
        element.attrib.pop("id", None)
    return str(tostring(root, encoding="unicode"))


@pytest.mark.parametrize("slug", HTML_PAGES)
def test_every_block_of_a_page_has_the_role_that_is_written_down_for_it(slug: str) -> None:
    found = listing(read((PAGES / slug / "page.html").read_text("utf-8")))
    expected = PAGES / slug / "roles.txt"
    if os.environ.get("WRITE_ROLES") and not expected.exists():
        expected.write_text(found, "utf-8")
    assert found == expected.read_text("utf-8")


@pytest.mark.parametrize("slug", [slug for slug in HTML_PAGES if slug not in NEEDS_NAMES])
def test_a_page_is_read_the_same_without_any_class_or_id(slug: str) -> None:
    text = (PAGES / slug / "page.html").read_text("utf-8")
    assert listing(read(without_names(text))) == (PAGES / slug / "roles.txt").read_text("utf-8")


@pytest.mark.parametrize("slug", HTML_PAGES)
def test_every_block_names_the_rule_and_the_evidence_for_its_role(slug: str) -> None:
    for block in read((PAGES / slug / "page.html").read_text("utf-8")).blocks:
        rule, _, evidence = block.reason.partition(": ")
        assert rule, block
        assert evidence, block


def test_the_blocks_of_a_group_share_its_label_and_size() -> None:
    story = read((PAGES / "news_2014" / "page.html").read_text("utf-8"))
    highlights = [block for block in story.blocks if block.role is Role.HIGHLIGHT]
    assert [block.is_label for block in highlights] == [True, False, False, False]
    assert {block.group.size for block in highlights if block.group} == {3}
    assert len({block.group for block in highlights}) == 1


def test_the_pictures_of_a_gallery_are_one_group() -> None:
    story = read((PAGES / "gallery" / "page.html").read_text("utf-8"))
    captions = [block for block in story.blocks if block.role is Role.CAPTION]
    assert [block.group and block.group.size for block in captions] == [4, 4, 4, 4]


def test_a_sidebar_knows_the_heading_that_is_printed_over_it() -> None:
    story = read((PAGES / "norwegian_news" / "page.html").read_text("utf-8"))
    assert {block.group.label for block in story.blocks if block.role is Role.SIDEBAR and block.group} == {
        "Fakta om nattoget"
    }
