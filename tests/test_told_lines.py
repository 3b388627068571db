"""Sentences of a story that begin as the lines do which pages print about themselves are read with the rest."""

import pytest

from reader.page import Page
from reader.readability import read
from reader.story import Role

BEFORE = """
<p>The harbour board met on Tuesday to settle how the old warehouses would be used once the cranes had gone.</p>
<p>Three of the seven members wanted flats, two wanted a market, and the chair, who has fished from the quay since he
was a boy, wanted nothing at all to change.</p>
"""
AFTER = """
<p>A vote is expected in the spring, after the engineers have said what the walls can carry and what it would cost to
keep the rain out of them.</p>
<p>The town last rebuilt its waterfront in 1961, when a storm took the roof of the fish hall and half of the boats
that lay behind it.</p>
"""


def roles(body: str, *texts: str, language: str = "en") -> list[Role]:
    """The role of each text on a page with that body."""
    title = "The old warehouses"
    html = f"<html lang={language}><title>{title}</title><article><h1>{title}</h1>{body}</article></html>"
    story = read(Page("https://example.org/a", "text/html; charset=utf-8", html.encode()))
    found = {block.text: block.role for block in story.blocks}
    return [found[text] for text in texts]


@pytest.mark.parametrize(
    "line",
    [
        "Correction officers walked off the job on Monday after two of them were hurt.",
        "Clarification of the rules came only after the match had ended.",
        "More information will be given to parents at the school gate.",
        "You may also like the bitter oranges, which grow behind the chapel.",
        "Share this bread with a friend, as they do on the island, and it will last you both a day.",
        "Copyright law has changed little since 1911.",
    ],
)
def test_a_sentence_that_begins_like_a_notice_is_a_paragraph_wherever_it_stands(line: str) -> None:
    for body in (f"{BEFORE}<p>{line}</p>{AFTER}", f"{BEFORE}{AFTER}<p>{line}</p>"):
        assert roles(body, line) == [Role.PARAGRAPH]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("no", "Døra er låst, sier politiet, og ingen vet hvem som har nøkkelen."),
        ("no", "Møtet er åpent for medlemmer, sa lederen, men ingen kom."),
        ("sv", "Dörren är låst, säger polisen."),
        ("fi", "Sopimus tehtiin tilaajan ja rakentajan välillä maanantaina."),
        ("fr", "Elle voulait faire un don à l'hôpital de la ville."),
        ("fr", "Le parking est réservé aux abonnés du théâtre."),
        ("fr", "Précision rare chez lui, il donna l'heure exacte du départ."),
        ("de", "Klarstellung der Regeln gab es erst nach dem Spiel."),
        ("es", "Aclaración de las reglas no hubo hasta el final del partido."),
        ("nl", "De zaal was alleen toegankelijk voor leden van de club."),
        ("pl", "Sala była dostępna tylko dla abonentów teatru."),
        ("en", "You may remember that the commission voted against the plan."),
    ],
)
def test_what_a_notice_would_say_of_the_page_a_story_may_say_of_anything(language: str, line: str) -> None:
    assert roles(f"{BEFORE}<p>{line}</p>{AFTER}", line, language=language) == [Role.PARAGRAPH]


@pytest.mark.parametrize(
    "line",
    [
        "Denne saken er for abonnenter",
        "Artikeln är låst",
        "Kun for abonnenter",
        "Article réservé aux abonnés",
        "Alleen voor abonnees",
    ],
)
def test_a_page_that_says_who_may_read_it_is_still_no_story(line: str) -> None:
    assert roles(f"{BEFORE}<p>{line}</p>{AFTER}", line) == [Role.PROMO]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Correction, Nov. 18, 2019: The caption below the photograph originally named another ship.", Role.FOOTNOTE),
        ("Clarification: This story has been updated to say who owned the ship.", Role.FOOTNOTE),
        ("Copyright 2019 The Ellery Courier. All rights reserved.", Role.BOILERPLATE),
        ("Share this", Role.BOILERPLATE),
    ],
)
def test_a_notice_is_still_one(line: str, role: Role) -> None:
    assert roles(f"{BEFORE}{AFTER}<p>{line}</p>", line) == [role]


def test_an_item_that_asks_for_something_takes_no_other_items_with_it() -> None:
    items = (
        "Sign up at the harbour office before the end of May.",
        "Bring the papers of your boat, and a witness.",
        "Register your boat within ten days.",
    )
    listed = "".join(f"<li>{item}</li>" for item in items)
    found = roles(f"{BEFORE}<p>This is how it is done:</p><ol>{listed}</ol>{AFTER}", *items)
    assert found == [Role.LIST_ITEM, Role.LIST_ITEM, Role.LIST_ITEM]


def test_the_last_line_of_a_story_may_ask_for_what_no_page_has() -> None:
    line = "Donate blood, the posters say, but the nearest centre is forty miles away."
    assert roles(f"{BEFORE}{AFTER}<p>{line}</p>", line) == [Role.PARAGRAPH]
    asked = "Follow us on Facebook and sign up for our newsletter for more stories from the harbour."
    assert roles(f"{BEFORE}{AFTER}<p>{asked}</p>", asked) == [Role.PROMO]


def test_a_sentence_under_the_headline_that_begins_with_by_is_no_byline() -> None:
    line, byline = "By Friday the water had gone.", "By Maren Holt, staff reporter"
    body = f"<p>{byline}</p><p>{line}</p>{BEFORE}{AFTER}"
    assert roles(body, byline, line) == [Role.BYLINE, Role.PARAGRAPH]


@pytest.mark.parametrize("href", ["#note-4", "notes.html#note-4"])
def test_the_sign_of_a_note_behind_a_sentence_is_no_button(href: str) -> None:
    sentence = "The bell is rung only when the boat is in sight of the quay."
    body = f"{BEFORE}<p>{sentence} <a href='{href}'>[4]</a></p>{AFTER}"
    page = Page("https://example.org/a", "text/html", f"<article><h1>Bells</h1>{body}</article>".encode())
    (block,) = [block for block in read(page).blocks if block.text.startswith(sentence)]
    assert block.role is Role.PARAGRAPH


def test_a_sentence_that_asks_for_something_takes_nothing_with_it_that_is_told_after_it() -> None:
    asks, after = "Register the boat in the book of the harbour.", "The book lies in the office, under the clock."
    terms = f"<dl><dt>enter()</dt><dd><p>{asks}</p><p>{after}</p></dd></dl>"
    assert roles(f"{BEFORE}{terms}{AFTER}", after) == [Role.PARAGRAPH]


@pytest.mark.parametrize("name", ["register_format()", "register()"])
def test_a_linked_name_of_code_asks_nothing_of_the_reader(name: str) -> None:
    linked = f"You can add a format of your own with <a href='formats.html#{name}'><code>{name}</code></a>."
    text = f"You can add a format of your own with {name}."
    assert roles(f"{BEFORE}<p>{linked}</p>{AFTER}", text) == [Role.PARAGRAPH]


def test_an_entry_of_a_live_report_that_speaks_to_its_reader_is_told_and_a_box_between_entries_is_not() -> None:
    welcome = "Welcome to our rolling coverage of the storm. We will bring you the news as it comes in."
    offer = "Sign up to our newsletter and get the news in your inbox."
    entry = "<article><header><time>0{}:30</time><h2>{}</h2></header><p>{}</p></article>"
    told = [
        entry.format(
            8, "Ferries stop", "The last boat turned back at the bar, and the next will not leave before noon."
        ),
        entry.format(7, "Roads shut", "The coast road is under water from the mill to the bridge, the police said."),
        f"<div><p>{offer}</p></div>",
        entry.format(
            6, "Schools stay closed", "No school in the county will open today, and none of the buses will run."
        ),
        entry.format(5, "Good morning", welcome),
    ]
    assert roles("".join(told), welcome, offer) == [Role.PARAGRAPH, Role.PROMO]
