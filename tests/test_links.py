"""Links are named, and listed at the end, where a listener wants it."""

from reader import Block, Link, Role, Story
from reader.testing import asked, heard, treated

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
    assert heard(STORY, plugins=["links"], option="list") == [
        TEXT,
        "Links in this story: 2 related links",
        "old crane, harbour.example",
        "the log, log.example",
    ]


def test_unasked_nothing_is_listed() -> None:
    assert heard(STORY, plugins=["links"]) == [TEXT]


def test_the_list_is_read_although_links_that_lead_away_are_not() -> None:
    adjusted = asked("links", "adjust_story", story=STORY, option="list")
    assert adjusted is not None
    assert heard(adjusted, plugins=["links", "related"])[-1] == "the log, log.example"
    alone = Story("", (Block(Role.PARAGRAPH, "No links."),))
    assert heard(alone, plugins=["links"], option="list") == ["No links."]


def test_link_is_said_before_the_words_that_lead_somewhere() -> None:
    text = "See the log [1] and the map."
    links = (Link(4, 11, "https://log.example/"), Link(12, 15, "#n1"), Link(20, 27, "https://map.example/"))
    story = Story("", (Block(Role.PARAGRAPH, text, links=links),))
    named = treated(story, plugins=["links"], option="say").blocks[0]
    assert named.text == "See link the log [1] and link the map."
    assert [named.text[link.start : link.end] for link in named.links] == ["the log", "the map"]
    assert heard(story, plugins=["links"], option="say") == ["See link the log and link the map."]
    assert heard(story, plugins=["links"], option="both")[-1] == "the map, map.example"
