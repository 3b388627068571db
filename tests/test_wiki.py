"""Encyclopedia pages."""

import pytest
from opening import DOCUMENTS, story_at, told

import reader_wiki
from reader import Page
from reader.testing import heard

ARTICLE = str(DOCUMENTS / "article.html")


def test_an_article_is_read_with_the_roles_that_it_has_there() -> None:
    story = story_at(ARTICLE, reader_wiki)
    assert (story.headline, story.language) == ("Grey heron", "en")
    assert told(story) == [
        ("headline", "Grey heron"),
        ("deck", "Wading bird of the Old World"),
        ("related", "For the crane, see Crane."),
        ("paragraph", "The grey heron wades at the water's edge.[1] Its wings span b=1.9 metres."),
        ("sidebar", "Grey heron"),
        ("sidebar", "Class: Aves"),
        ("sidebar", "Genus: Ardea"),
        ("heading", "Nests"),
        ("boilerplate", "[edit]"),
        ("caption", "A nest on a crane"),
        ("paragraph", "It nests high up, for example on harbour cranes."),
        ("footnote", "Lind, A. Herons, 2026."),
        ("related", "Stork"),
        ("boilerplate", "From the example wiki"),
        ("boilerplate", "Text is available under a licence."),
    ]


def test_an_article_is_heard_without_its_signs_and_boxes() -> None:
    lines = heard(story_at(ARTICLE, reader_wiki))
    assert lines[:2] == ["Grey heron", "Wading bird of the Old World"]
    assert lines[-1] == "Footnote skipped."
    assert "Sidebar, Grey heron, skipped." in lines


@pytest.mark.parametrize(
    ("location", "address"),
    [
        ("wiki:Braille", "https://en.wikipedia.org/wiki/Braille"),
        ("wiki:de:Louis Braille", "https://de.wikipedia.org/wiki/Louis_Braille"),
        ("wiki:What is this?", "https://en.wikipedia.org/wiki/What_is_this%3F"),
        ("wikipedia", None),
    ],
)
def test_a_name_stands_for_an_address(location: str, address: str | None) -> None:
    assert reader_wiki.open_location(location) == address


def test_other_pages_are_left_to_others() -> None:
    assert reader_wiki.read_page(Page("x", "text/html", b"<p>A page about mw parsers")) is None
