"""Ordered lists keep their numbers: in the story, in what is said, in the reading view."""

import json

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import HtmlElement, document_fromstring

from reader import Block, Ordinal, Page, Role, Story
from reader.markup import blocks_of, parsed
from reader.numbered import numbered
from reader.readability import read
from reader.readability.html_story import read_html
from reader.script.braille import paragraphs
from reader.script.narrate import narrate
from reader.script.utterance import AFTER_NUMBER, Mark
from reader.script.wording import RULES
from reader.story import Position
from reader.view import page
from reader_mail_text import text_blocks

PROSE = "".join(
    f"<p>{text}</p>"
    for text in (
        "The bread of the valley takes its time, and so do those who eat it when the evening comes.",
        "It was baked for the first time in a year without snow, when nobody had anything else to do.",
        "Whoever has tasted it comes back, and whoever has baked it knows why that is no wonder at all.",
    )
)


def blocks(listing: str, language: str = "en") -> list[Block]:
    """The items of a list between the paragraphs of a story, and the headings."""
    markup = f"<html lang={language}><body><article><h1>Bread</h1>{PROSE}{listing}{PROSE}</article></body></html>"
    story = read_html(markup, "https://page.example/story")
    return [block for block in story.blocks if block.role in (Role.LIST_ITEM, Role.HEADING)]


def shown(listing: str) -> list[str]:
    return [f"{b.number_shown}|{b.text}" for b in blocks(listing)]


CASES = """
<ol><li>Beat</li><li>Stir</li></ol> = 1|Beat 2|Stir
<ol start=3><li>Beat</li><li value=9>Stir</li><li>Bake</li></ol> = 3|Beat 9|Stir 10|Bake
<ol reversed><li>Beat</li><li>Stir</li></ol> = 2|Beat 1|Stir
<ol reversed start=20><li>Beat</li><li>Stir</li></ol> = 20|Beat 19|Stir
<ol type=a><li>Beat</li><li>Stir</li></ol> = a|Beat b|Stir
<ol type=I start=4><li>Beat</li><li>Stir</li></ol> = IV|Beat V|Stir
<ol style="list-style-type: upper-alpha"><li>Beat</li><li>Stir</li></ol> = A|Beat B|Stir
<ol style="list-style: none"><li>Beat</li><li>Stir</li></ol> = |Beat |Stir
<ul><li>Beat</li><li>Stir</li></ul> = |Beat |Stir
<ol><li>Beat<ol type=i><li>Eggs</li><li>Oil</li></ol></li><li>Stir</li></ol> = 1|Beat i|Eggs ii|Oil 2|Stir
<ol><li>Beat<ul><li>Eggs</li></ul></li><li>Stir</li></ol> = 1|Beat |Eggs 2|Stir
<ol><li><p>Beat</p><p>Rest</p></li><li><p>Stir</p></li></ol> = 1|Beat |Rest 2|Stir
<ol><li><h3>Beat</h3><p>Well</p></li><li><h3>Stir</h3><p>Slowly</p></li></ol> = 1|Beat |Well 2|Stir |Slowly
<ol><li>1. Beat</li><li>2) Stir</li></ol> = |1. Beat |2) Stir
<ol><li>Step 1: beat</li><li>2 eggs</li></ol> = |Step 1: beat 2|2 eggs
<ol><li>① Beat</li><li>Stir</li></ol> = |① Beat 2|Stir
"""


@pytest.mark.parametrize("case", CASES.strip().splitlines())
def test_an_item_has_the_number_that_the_page_shows_before_it(case: str) -> None:
    listing, _, expected = case.rpartition(" = ")
    expected = expected.replace(r"\ ", " ")
    assert " ".join(shown(listing)) == expected


def test_an_item_that_tells_its_time_is_an_entry_of_a_live_report_and_has_no_number() -> None:
    entry = "<li><time>10:0{}</time><h2>The bread is {}</h2><p>It was a while.</p><p>It is no more.</p></li>"
    listing = "<ol>" + "".join(entry.format(n, word) for n, word in enumerate(("cold", "warm", "hot"))) + "</ol>"
    assert {block.ordinal for block in blocks(listing)} == {None}


BREAD = Story(
    "Bread",
    (
        Block(Role.LIST_ITEM, "Beat 2 eggs. Rest.", level=1, ordinal=Ordinal(1)),
        Block(Role.LIST_ITEM, "Longer.", level=1, ordinal=Ordinal(1, is_continued=True)),
        Block(Role.LIST_ITEM, "Oil", level=2, ordinal=Ordinal(3, "a")),
        Block(Role.LIST_ITEM, "Salt", level=2, ordinal=Ordinal(4, "a")),
        Block(Role.LIST_ITEM, "Stir", level=1, ordinal=Ordinal(5)),
        Block(Role.LIST_ITEM, "Tin", level=1),
        Block(Role.LIST_ITEM, "Last but one", level=1, ordinal=Ordinal(2, "I", falls=True)),
        Block(Role.LIST_ITEM, "Last", level=1, ordinal=Ordinal(1, "I", falls=True)),
        Block(Role.HEADING, "The cake", level=2, ordinal=Ordinal(7)),
    ),
    language="en",
)


def test_the_number_is_said_before_the_item_and_set_off_by_a_pause() -> None:
    first, rest, *_ = narrate(BREAD)
    assert first.parts[:4] == (Mark(Position(0)), "1. ", AFTER_NUMBER, Mark(Position(0)))
    assert [utterance.text for utterance in narrate(BREAD)] == [
        "1. Beat 2 eggs.", "Rest.", "Longer.", "c. Oil", "d. Salt", "5. Stir", "Tin", "II. Last but one", "I. Last",
        "7. The cake",
    ]  # fmt: skip
    assert rest.parts[0] == Mark(Position(0, 13))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "one.|C.|two.|seven."),
        ("de", "eins.|C.|zwei.|sieben."),
        ("fr", "un.|C.|deux.|sept."),
        ("sv", "1.|C.|2.|7."),
    ],
)
def test_the_number_is_said_in_the_language_of_the_story(language: str, words: str) -> None:
    story = Story("", tuple(BREAD.blocks[n] for n in (0, 2, 6, 8)), language=language)
    said = [
        next(part for part in utterance.parts if isinstance(part, str)) for utterance in narrate(story, rules=RULES)
    ]
    assert [part.strip() for part in said if part.endswith(". ")] == words.split("|")


def test_the_number_moves_no_place() -> None:
    said = next(iter(narrate(BREAD)))
    places = [said.position_at(at) for at in range(len(said.text))]
    assert places[:4] == [Position(0)] * 4
    assert [place.offset for place in places[3:]] == list(range(len(places) - 3))


def test_who_goes_on_within_an_item_does_not_hear_its_number_again() -> None:
    assert next(iter(narrate(BREAD, Position(0, 5)))).text == "2 eggs."
    assert next(iter(narrate(BREAD, Position(2)))).text == "c. Oil"


def test_in_braille_the_number_stands_for_the_bullet() -> None:
    lines = [line for part in paragraphs(narrate(BREAD), 40) for line in part]
    assert lines[:6] == ["1. Beat 2 eggs. Rest.", "- Longer.", "c. Oil", "d. Salt", "5. Stir", "- Tin"]


def main_of(story: Story) -> HtmlElement:
    return document_fromstring(page(story)).find(".//main")


def test_the_reading_view_has_real_ordered_lists() -> None:
    assert [outline(child) for child in main_of(BREAD)[1:]] == [
        'ol(li#b0 "Beat 2 eggs. Rest."(p#b1 "Longer." ol[start=3 type=a](li#b2 "Oil" li#b3 "Salt"))'
        ' li#b4[value=5] "Stir")',
        'ul(li#b5 "Tin")',
        'ol[start=2 reversed= type=I](li#b6 "Last but one" li#b7 "Last")',
        'h2(span#b8 "The cake")',
    ]
    assert main_of(BREAD)[-1].text == "7. "


def outline(element: HtmlElement) -> str:
    """Tag, id, attributes and text of an element, and in brackets those of what is in it."""
    given = [f"{name}={value}" for name, value in element.attrib.items() if name not in ("id", "lang", "role")]
    told = (
        element.tag + (f"#{element.get('id')}" if element.get("id") else "") + (f"[{' '.join(given)}]" if given else "")
    )
    told += f' "{element.text}"' if element.text and element.get("id") else ""
    inner = " ".join(map(outline, element))
    return f"{told}({inner})" if inner else told


ORDINALS = st.builds(Ordinal, st.integers(-3, 30), st.sampled_from("1aAiI"), st.booleans(), st.booleans())
ITEMS = st.builds(
    lambda level, ordinal: Block(Role.LIST_ITEM, "Stir", level=level, ordinal=ordinal),
    st.integers(1, 3),
    st.none() | ORDINALS,
)


@given(st.lists(ITEMS, max_size=12))
def test_the_reading_view_holds_every_item_once_and_counts_it_as_the_story_does(items: list[Block]) -> None:
    main = main_of(Story("Bread", tuple(items)))
    ids = [element.get("id") for element in main.iter("li", "p") if element.get("id")]
    assert sorted(ids) == sorted(f"b{n}" for n in range(len(items)))
    counted: dict[str, int] = {}
    for listing in main.iter("ol"):
        step = -1 if listing.get("reversed") is not None else 1
        value = int(listing.get("start") or 1) - step
        for item in listing.iterchildren("li"):
            value = int(item.get("value") or value + step)
            counted[item.get("id")] = value
    told = {f"b{n}": i.ordinal.value for n, i in enumerate(items) if i.ordinal and not i.ordinal.is_continued}
    assert counted == told


def test_explain_tells_the_number_beside_the_text() -> None:
    from reader.cli.app import app

    markup = f"<article><h1>Bread</h1>{PROSE}<ol type=a><li>Beat</li><li>Stir</li></ol>{PROSE}</article>"
    given = CliRunner().invoke(app, ["explain", "--json", "-"], input=markup)
    told = [(block["text"], block["ordinal"]) for block in json.loads(given.stdout)["blocks"]]
    assert ("Stir", {"shown": "b", "value": 2, "style": "a", "falls": False}) in told


def test_markup_that_is_all_story_is_counted_too() -> None:
    found = blocks_of(
        parsed("<ol start=2><li><p>Beat</p><p>Rest</p><ol type=a><li>Long</li></ol></li><li>Stir</li></ol>")
    )
    assert [(b.number_shown, b.level, b.text) for b in found] == [
        ("2", 1, "Beat"), ("", 1, "Rest"), ("a", 2, "Long"), ("3", 1, "Stir"),
    ]  # fmt: skip


TEXTS = """
1. Beat / 2. Stir = 1|Beat / 2|Stir
2) Beat / 3) Stir / 5) Bake = 2|Beat / 3|Stir / |5) Bake
(a) Beat / (b) Stir = a|Beat / b|Stir
i. Beat / ii. Stir / iii. Bake = i|Beat / ii|Stir / iii|Bake
10. Beat / 9. Stir = 10|Beat / 9|Stir
1. Beat / Stir = |1. Beat / |Stir
1. Beat / 2) Stir = |1. Beat / |2) Stir
"""


@pytest.mark.parametrize("case", TEXTS.strip().splitlines())
def test_numbers_that_count_on_are_taken_out_of_texts(case: str) -> None:
    given, _, expected = case.partition(" = ")
    found = numbered([Block(Role.LIST_ITEM, text) for text in given.split(" / ")])
    assert " / ".join(f"{block.number_shown}|{block.text}" for block in found) == expected


def test_lists_of_plain_text_and_of_letters_are_counted() -> None:
    steps = "\n".join(("1. Beat the eggs until they are pale.", "2. Stir in the oil.", "3. Bake it for an hour."))
    text = f"Plum cake\n\nThis is the cake that I bake when the plums are ripe, and when they are not.\n\n{steps}\n"
    story = read(Page("cake.txt", "text/plain", text.encode()))
    items = ["1|Beat the eggs until they are pale.", "2|Stir in the oil.", "3|Bake it for an hour."]
    assert [f"{b.number_shown}|{b.text}" for b in story.blocks if b.role is Role.LIST_ITEM] == items
    assert [f"{b.number_shown}|{b.text}" for b in text_blocks(f"Hello,\n\n{steps}\n") if b.level] == items
