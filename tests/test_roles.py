"""Every block of the test pages has the role that a careful reader gives it, with and without the names of elements."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from lxml.html import document_fromstring, tostring

from reader.readability.html_story import read_html
from reader.story import Role, Story, Treatment
from reader.treatment import ledger

PAGES = Path(__file__).parent / "pages"
HTML_PAGES = sorted(path.parent.name for path in PAGES.glob("*/page.html"))
NEEDS_NAMES = frozenset(
    {"chinese_news", "developer_docs", "documentation", "encyclopedia", "formulas", "hidden_parts", "live_blog"}
    | {"recipe_numbered", "api_reference", "paper_of_tex"}
    | {"points_and_buttons", "remarks_under_answers"}
    | {"hidden_formula", "nested_answers", "table_posts", "player_in_text", "site_name_first", "swedish_news"}
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
        for name in ("class", "id"):
            if name in element.attrib:
                del element.attrib[name]
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


BELLS = [
    "The bell was cast in March, when the clay is cold.",
    "It took eleven minutes to pour, and a month to cool.",
    "“A bell is a shape,” says the founder, who has made forty.",
    "Nobody has heard it ring yet, and nobody has asked.",
]


def paragraphs_with(extra: str) -> list[tuple[str, str]]:
    """Role and text of ``extra`` in the midst of four paragraphs."""
    text = [f"<p>{sentence}</p>" for sentence in BELLS]
    page = ["<html><body><article><h1>The bell</h1>", *text[:2], extra, *text[2:], "</article></body></html>"]
    known = {"The bell", *BELLS}
    return [(block.role.value, block.text) for block in read("".join(page)).blocks if block.text not in known]


CASES = """
promo | <p><a href='/x'>The last founder of the valley</a></p>
promo | <div class='related-link'><a href='/x'>The last founder of the valley</a></div>
promo | <div class='teaser'><a href='/x'><h3>The last founder</h3></a><p>How one man casts bells.</p></div>
related | <div class='related'><h3>Related stories</h3><p><a href='/x'>The last founder</a></p></div>
related | <ul class='related'><li><a href='/x'>The last founder</a></li><li><a href='/y'>Why bells crack</a></li></ul>
promo | <div>READ MORE: <a href='/x'>The last founder of the valley</a></div>
promo | <p>Lesen Sie auch: <a href='/x'>Der letzte Glockengießer im Tal</a></p>
paragraph | <p><a href='/x'>The full report of the guild says that bells will be cast for another hundred years.</a></p>
pullquote | <aside>“A bell is a shape,” says the founder</aside>
pullquote | <blockquote>“A bell is a shape,” says the founder, who has made forty. — Inga Holt</blockquote>
quote | <blockquote><p>A bell that nobody hears is only a very heavy cup.</p></blockquote>
caption | <figure><img src='b.jpg'><figcaption>The mould, half buried</figcaption></figure>
caption | <div><img src='b.jpg'><p>The mould stands half buried in the yard.</p></div>
heading | <p><b>A month of waiting</b></p>
heading | <p>THE WAITING</p>
code | <pre>pour(bell)</pre>
sidebar | <aside><p>Bronze is three parts copper and one part tin, give or take a secret.</p></aside>
promo | <p>Tips? <a href='mailto:bell@post.example'>Schreiben Sie uns</a></p>
promo | <p>LÆS OGSÅ <a href='/x'>LÆS OGSÅ Den sidste klokkestøber i dalen</a></p>
paragraph | <p>Об этом сообщает <a href='/x'>Telegram-канал</a> мастерской.</p>
paragraph | <p>Больше всего <a href='/x'>звонарь</a> боится тишины.</p>
boilerplate | <div>Advertisement</div>
boilerplate | <p hidden>Nobody is meant to read this sentence on the page.</p>
"""


@pytest.mark.parametrize("case", CASES.strip().splitlines())
def test_a_block_between_paragraphs_has_the_role_that_its_make_and_words_give_it(case: str) -> None:
    role, extra = case.split(" | ")
    assert {found for found, _ in paragraphs_with(extra)} == {role}


def test_a_caption_that_the_page_prints_twice_counts_once() -> None:
    figure = (
        "<figure><img src='b.jpg'><figcaption>The mould, half buried in the yard of the foundry</figcaption></figure>"
    )
    assert [role for role, _ in paragraphs_with(figure + figure)] == ["caption", "boilerplate"]


def test_a_box_about_the_author_is_one_footnote_in_the_ledger() -> None:
    lines = ["<h3><a href='/author/inga-holt'>Inga Holt</a></h3>", "<p>Inga Holt has cast forty bells.</p>"]
    box = f"<div class='author-bio'>{''.join(lines)}<p>She lives beside the furnace, which is never cold.</p></div>"
    text = "".join(f"<p>{sentence} And so it was done, as it had been done before.</p>" for sentence in BELLS)
    story = read(f"<html><body><article><h1>The bell</h1><div>{text}</div>{box}</article></body></html>")
    blocks = [replace(b, treatment=Treatment.SKIP) if b.role is Role.FOOTNOTE else b for b in story.blocks]
    assert ledger(replace(story, blocks=tuple(blocks))) == "Left out: 1 footnote."
