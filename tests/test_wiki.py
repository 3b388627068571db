"""Encyclopedia pages."""

import pytest
from opening import DOCUMENTS

from reader import Page
from reader.testing import asked, heard, labelled, story_at

ARTICLE = Page("https://en.wiki.example/Grey_heron", "text/html", (DOCUMENTS / "article.html").read_bytes())


def test_an_article_is_read_with_the_roles_that_it_has_there() -> None:
    story = story_at(ARTICLE, plugins=[])
    assert (story.headline, story.language) == ("Grey heron", "en")
    assert [(role, text) for role, text in labelled(story) if role != "boilerplate"] == [
        ("headline", "Grey heron"),
        ("related", "For the crane, see Crane."),
        ("sidebar", "Grey heron Class Aves Genus Ardea"),
        ("paragraph", "The grey heron wades at the water's edge.[1] Its wings span b=1.9 metres."),
        ("heading", "Nests"),
        ("caption", "A nest on a crane"),
        ("paragraph", "It nests high up, for example on harbour cranes."),
        ("footnote", "Lind, A. Herons, 2026."),
    ]


def test_an_article_is_heard_without_its_signs_and_boxes() -> None:
    lines = heard(story_at(ARTICLE, plugins=[]))
    assert lines[:2] == ["Grey heron", "Sidebar skipped."]
    assert not [line for line in lines if "edit" in line or "Stork" in line]


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
    assert asked("wiki", "open_location", location=location) == address
