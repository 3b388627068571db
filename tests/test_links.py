"""The list of a story's links."""

import reader_links
import reader_related
from reader import Block, Link, Role, Story
from reader.testing import heard

TEXT = "See the old crane, the log, and the crane again."
LINKS = (
    Link(8, 17, "https://www.harbour.example/crane#top"),
    Link(19, 26, "https://log.example/7"),
    Link(36, 41, "https://www.harbour.example/crane"),
    Link(0, 3, "mailto:ada@harbour.example"),
)
STORY = Story(
    "", (Block(Role.PARAGRAPH, TEXT, links=LINKS), Block(Role.PROMO, "Buy", links=(Link(0, 3, "https://a.example"),)))
)


def test_links_are_read_at_the_end_each_once_with_its_site() -> None:
    assert heard(STORY, plugins=[reader_links], option="list") == [
        TEXT,
        "Links in this story: 2 related links",
        "old crane, harbour.example",
        "the log, log.example",
    ]


def test_unasked_nothing_is_listed() -> None:
    assert heard(STORY, plugins=[reader_links]) == [TEXT]


def test_the_list_is_read_although_links_that_lead_away_are_not() -> None:
    adjusted = reader_links.adjust_story(STORY, "list")
    assert adjusted is not None
    assert heard(adjusted, plugins=[reader_links, reader_related])[-1] == "the log, log.example"
    assert reader_links.listed((Block(Role.PARAGRAPH, "No links."),)) == []
