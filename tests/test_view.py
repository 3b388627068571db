"""The reading view: one page that a screen reader can walk through, with nothing lost and nothing let in."""

import re
from collections import Counter
from html import unescape
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.html import HtmlElement, document_fromstring

from reader import Block, Group, Link, Role, Story, Treatment
from reader.view import page

HARBOUR = Group(1, "Story highlights", 2)
GLANCE = Group(2, "At a glance", 2)
FARES = (("Ticket", "Fare"), ("Cabin", "£45"), ("Dog", "free"))
STORY = Story(
    "Night ferry returns",
    (
        Block(Role.BOILERPLATE, "Skip to main content", treatment=Treatment.SKIP),
        Block(Role.HEADLINE, "Night ferry returns"),
        Block(Role.BYLINE, "By Maren Holt"),
        Block(Role.HIGHLIGHT, "Story highlights", group=HARBOUR),
        Block(Role.HIGHLIGHT, "It left on Friday", group=HARBOUR),
        Block(Role.HIGHLIGHT, "Fares start at £18.50", group=HARBOUR),
        Block(Role.CAPTION, "The quay", treatment=Treatment.ANNOUNCE),
        Block(Role.CAPTION, "The ship", treatment=Treatment.ANNOUNCE),
        Block(Role.PARAGRAPH, "The horn sounded.", links=(Link(4, 8, "https://example.org/horn?a=1&b=2"),)),
        Block(Role.HEADING, "A smaller ship", level=3),
        Block(Role.LIST_ITEM, "Decks", level=1),
        Block(Role.LIST_ITEM, "Upper", level=2),
        Block(Role.LIST_ITEM, "Cabins", level=1),
        Block(Role.HEADING, "Costs", level=5),
        Block(Role.TABLE, "Ticket Fare Cabin £45 Dog free", items=FARES),
        Block(Role.QUOTE, "Si le bateau est en retard, nous aussi.", language="fr"),
        Block(Role.SIDEBAR, "At a glance", group=GLANCE, treatment=Treatment.ANNOUNCE),
        Block(Role.SIDEBAR, "Length: 92 m", group=GLANCE, treatment=Treatment.ANNOUNCE),
        Block(Role.SIDEBAR, "Built: 2024", group=GLANCE, treatment=Treatment.ANNOUNCE),
        Block(Role.CODE, "if late:\n    wait()"),
        Block(Role.CAPTION, "A dog", treatment=Treatment.SPEAK),
        Block(Role.PROMO, "READ MORE: The south quay", treatment=Treatment.SKIP),
        Block(Role.HEADING, "Trains", level=2),
        Block(Role.FOOTNOTE, "1. By rail.", treatment=Treatment.AFTER),
        Block(Role.PARAGRAPH, "They wait."),
    ),
    language="en",
    location="https://example.org/ferry",
)  # fmt: skip


def tree(story: Story) -> HtmlElement:
    return document_fromstring(page(story))


def seen(element: HtmlElement) -> str:
    """The tag of an element, and its text with one space between any two pieces."""
    return f"{element.tag}: {' '.join(' '.join(element.itertext()).split())}"


def test_the_story_stands_in_its_order_with_what_is_left_out_folded_away() -> None:
    assert [seen(child) for child in tree(STORY).find(".//main")] == [
        "h1: Night ferry returns",
        "p: By Maren Holt",
        "h2: Story highlights",
        "ul: It left on Friday Fares start at £18.50",
        "p: Captions, 2",
        "div: Show Captions, 2 The quay The ship",
        "p: The horn sounded.",
        "h2: A smaller ship",
        "ul: Decks Upper Cabins",
        "h3: Costs",
        "div: Ticket Fare Cabin £45 Dog free",
        "blockquote: Si le bateau est en retard, nous aussi.",
        "p: Sidebar: At a glance , 2",
        "div: Show Sidebar: At a glance , 2 Length: 92 m Built: 2024",
        "pre: if late: wait()",
        "p: Caption: A dog",
        "h2: Trains",
        "p: They wait.",
        "p: Footnote: 1. By rail.",
        "h2: Left out",
        "p: Promo, 1",
        "div: Show Promo, 1 READ MORE: The south quay",
        "p: Page furniture, 1",
        "div: Show Page furniture, 1 Skip to main content",
    ]


def test_a_list_within_a_list_is_a_list_within_its_item() -> None:
    (decks,) = tree(STORY).xpath("//li[@id='b10']")
    assert [item.text_content() for item in decks.iter("li")] == ["DecksUpper", "Upper"]


def test_a_table_has_headers_for_its_columns_and_for_its_rows() -> None:
    (table,) = tree(STORY).iter("table")
    assert [(cell.text, cell.get("scope")) for cell in table.iter("th")] == [
        ("Ticket", "col"), ("Fare", "col"), ("Cabin", "row"), ("Dog", "row"),
    ]  # fmt: skip
    assert [row.get("data-at") for row in table.iter("tr")] == ["0", "12", "22"]


def test_what_stands_over_and_under_the_rows_of_a_table_is_shown_too() -> None:
    block = Block(
        Role.TABLE, "Boats Day Time Tuesday 9:30 In summer only", items=(("Day", "Time"), ("Tuesday", "9:30"))
    )
    (box,) = tree(Story("x", (block,))).find_class("wide")
    assert [(e.tag, e.text) for e in box.iter("caption", "p")] == [("caption", "Boats"), ("p", "In summer only")]
    assert " ".join(" ".join(box.itertext()).split()) == block.text


def test_a_fold_is_closed_until_it_is_asked_for() -> None:
    folds = list(tree(STORY).iter("details"))
    assert folds
    assert not [fold for fold in folds if fold.get("open") is not None]


def test_the_toggle_of_a_fold_has_in_its_name_what_it_shows_and_names_what_is_around_it() -> None:
    around = tree(STORY).xpath("//div[@role='definition']")
    assert [each.xpath("string(//*[@id=$place])", place=each.get("aria-labelledby")) for each in around] == [
        "Show Captions, 2", "Show Sidebar: At a glance, 2", "Show Promo, 1", "Show Page furniture, 1",
    ]  # fmt: skip
    assert {(*(child.tag for child in each), each.get("tabindex")) for each in around} == {("details", "-1")}


def test_the_heading_of_a_fold_is_marked_as_what_it_is_among_words_in_english() -> None:
    german = tree(Story("Fähre", tuple(b for b in STORY.blocks if b.group is GLANCE), language="de"))
    (told,) = german.xpath("//p[@class='told']")
    assert [(e.tag, e.get("lang")) for e in told.iter()] == [("p", "en"), ("span", "de")]


def test_another_language_is_marked_and_so_are_the_words_of_the_page_itself() -> None:
    promo = Block(Role.PROMO, "Mehr", treatment=Treatment.SKIP)
    german = tree(Story("Fähre", (Block(Role.HEADLINE, "Fähre"), promo), language="de"))
    marked = [(element.tag, element.get("lang")) for element in german.iter() if element.get("lang")]
    assert marked == [("html", "de"), ("h2", "en"), ("p", "en"), ("summary", "en"), ("div", "de"), ("footer", "en")]
    assert tree(STORY).xpath("//p[@lang='fr']/@id") == ["b15"]


def test_a_page_written_from_right_to_left_says_so() -> None:
    assert tree(Story("خبر", (), language="ar")).get("dir") == "rtl"
    assert tree(STORY).get("dir") is None


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)", "JaVaScript:alert(1)", "java\nscript:alert(1)", " javascript:alert(1)",
        "data:text/html,x", "vbscript:x", "file:///etc/passwd", "/relative", "blob:https://example.org/1",
        'https://example.org/"onclick="x', "ftp://example.org/", "",
    ],
)  # fmt: skip
def test_a_link_that_leads_elsewhere_than_the_web_or_a_letter_is_text_only(target: str) -> None:
    story = Story("x", (Block(Role.PARAGRAPH, "Go there", links=(Link(0, 2, target),)),))
    assert "<a" not in page(story)
    assert "Go there" in page(story)


def test_links_to_the_web_and_to_letters_stay() -> None:
    links = (Link(0, 2, "https://example.org/?a=1&b=2"), Link(3, 5, "mailto:a@example.org"), Link(6, 8, "HTTP://x.org"))
    found = tree(Story("x", (Block(Role.PARAGRAPH, "Go on to", links=links),))).iter("a")
    assert [(a.text, a.get("href")) for a in found] == [(("Go on to")[k.start : k.end], k.target) for k in links]


def test_the_sign_of_a_footnote_leads_to_it_and_back() -> None:
    notes = Group(4, "Notes", 2)
    story = Story(
        "Bells",
        (
            Block(Role.PARAGRAPH, "Glass rings longer.[1] It breaks sooner.[2] So it is.[1]"),
            Block(Role.CODE, "bells[2]"),
            Block(Role.FOOTNOTE, "Notes", group=notes, treatment=Treatment.ANNOUNCE),
            Block(Role.FOOTNOTE, "Holm, 1961.", group=notes, treatment=Treatment.ANNOUNCE),
            Block(Role.FOOTNOTE, "Everyone.", group=notes, treatment=Treatment.ANNOUNCE),
        ),
        language="en",
    )
    shown = tree(story)
    signs = [(a.text, a.get("href"), a.get("id")) for a in shown.xpath("//a[@role='doc-noteref']")]
    assert signs == [("[1]", "#b3", "r0-19"), ("[2]", "#b4", "r0-40"), ("[1]", "#b3", "r0-53")]
    fold = next(shown.iter("details"))
    assert seen(fold) == "details: Show Footnotes: Notes , 2 Holm, 1961. ↩ Everyone. ↩"
    assert [(li.get("id"), li.find("a").get("href")) for li in fold.find(".//ol")] == [
        ("b3", "#r0-19"),
        ("b4", "#r0-40"),
    ]
    assert {(a.get("role"), a.get("aria-label")) for a in fold.iter("a")} == {("doc-backlink", "Back to the text")}


def test_kept_settings_are_chosen_and_others_are_as_they_were() -> None:
    shown = document_fromstring(page(STORY, kept={"size": "Huge", "colours": "Yellow on black"}))
    chosen = [choice.get("id") for choice in shown.iter("input") if choice.get("checked") is not None]
    assert chosen == ["size-3", "lines-0", "letters-0", "words-0", "font-0", "width-0", "colours-4"]


def test_nothing_runs_and_nothing_is_loaded() -> None:
    written = page(STORY)
    (policy,) = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', written)
    assert re.fullmatch(
        r"default-src 'none'; style-src 'sha256-[\w+/]{43}='; base-uri 'none'; form-action 'none'", unescape(policy)
    )
    names = {element.tag for element in tree(STORY).iter() if isinstance(element.tag, str)}
    assert not names & {"script", "img", "iframe", "object", "embed", "link", "video", "audio", "base", "source"}
    assert "url(" not in written
    assert "@import" not in written


ODD = (
    HARBOUR.label, GLANCE.label, "<script>alert(1)</script>", "</style><b onclick=x>", "So[1] it[2] is.", "1 A note.",
)  # fmt: skip
text = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)
places = st.integers(-2, 40)
links = st.builds(Link, places, places, st.sampled_from(["https://a.org/", "x:y"]))
groups = st.sampled_from([None, HARBOUR, GLANCE, Group(3, "", 2)])
blocks = st.builds(
    Block,
    role=st.sampled_from(Role),
    text=text | st.sampled_from(ODD),
    level=st.integers(0, 6),
    language=st.sampled_from(["", "fr", "ar"]),
    links=st.lists(links, max_size=3).map(tuple),
    group=groups,
    treatment=st.sampled_from(Treatment),
)  # fmt: skip
stories = st.builds(
    Story, headline=text, blocks=st.lists(blocks, max_size=12).map(tuple), language=st.sampled_from(["", "en", "de"])
)


def as_parsed(text: str) -> str:
    """What an HTML parser may change in a text: characters that no document may hold."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]|[^\x00-\uffff]", "\ufffd", text)


@settings(deadline=None)
@given(stories)
def test_every_block_stands_in_the_page_exactly_once_at_its_id(story: Story) -> None:
    parsed = tree(story)
    ids = [i for i in parsed.xpath("//main//@id") if i.startswith("b")]
    assert Counter(ids) == Counter(f"b{number}" for number in range(len(story.blocks)))
    for number, block in enumerate(story.blocks):
        (found,) = parsed.xpath(f"//*[@id='b{number}']")
        assert as_parsed(found.text_content()).startswith(
            as_parsed(block.text).rstrip("\n") if found.tag == "pre" else as_parsed(block.text)
        )


@settings(deadline=None)
@given(stories)
def test_there_is_one_h1_and_no_heading_level_is_left_out(story: Story) -> None:
    levels = [int(h.tag[1]) for h in tree(story).iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(deeper - level <= 1 for level, deeper in pairwise(levels))


@settings(deadline=None)
@given(stories)
def test_no_page_can_bring_in_a_script_a_handler_or_an_address(story: Story) -> None:
    for element in tree(story).iter():
        assert element.tag not in ("script", "b", "img")
        assert not [name for name in element.attrib if name.startswith("on") or name in ("src", "style", "action")]
        assert element.get("href", "https:").startswith(("https:", "#b", "#r"))
