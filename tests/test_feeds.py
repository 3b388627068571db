"""News feeds and lists of feeds."""

import pytest
from opening import DOCUMENTS

from reader import Entry, Link, Listing, Page, Story
from reader.testing import asked, heard, labelled, listing_at, opened, story_at

RSS = str(DOCUMENTS / "harbour.rss")


def test_a_feed_lists_its_stories_with_their_dates() -> None:
    listing = listing_at(RSS, plugins=["files", "feeds"])
    assert listing.title == "Harbour Notes"
    assert [(entry.title, entry.published) for entry in listing.entries] == [
        ("The crane & the heron", "2026-03-03"),
        ("Tide tables for April", "2026-03-02"),
        ("No title, no link: the slipway is closed for repairs from Monday …", ""),
    ]


def test_an_entry_that_brings_its_story_is_read_as_it_is() -> None:
    story = story_at(f"{RSS}#1", plugins=["files", "feeds"])
    assert (story.headline, story.byline, story.published, story.language, story.location) == (
        "The crane & the heron", "Ines Falk", "2026-03-03", "en-GB", "https://harbour.example/crane",
    )  # fmt: skip
    assert labelled(story) == [
        ("headline", "The crane & the heron"),
        ("byline", "By Ines Falk"),
        ("paragraph", "A heron has nested on the old crane."),
        ("boilerplate", "IMG_0042"),
        ("caption", "The nest, seen from the north quay."),
        ("heading", "What now"),
        ("list_item", "The crane stays locked until July."),
        ("list_item", "The quay stays open."),
        ("promo", "The post The crane & the heron appeared first on Harbour Notes."),
    ]
    assert story.blocks[2].links == (Link(26, 35, "https://harbour.example/cranes"),)


def test_an_entry_is_heard_without_its_furniture() -> None:
    assert heard(story_at(f"{RSS}#1", plugins=["files", "feeds"])) == [
        "The crane and the heron",
        "By Ines Falk",
        "A heron has nested on the old crane.",
        "Caption skipped.",
        "What now",
        "List, 2 items",
        "The crane stays locked until July.",
        "The quay stays open.",
    ]


def test_an_entry_with_a_summary_only_is_opened_on_the_web() -> None:
    entry = listing_at(RSS, plugins=["files", "feeds"]).entries[1]
    assert entry == Entry(
        "Tide tables for April", "https://harbour.example/tides", "2026-03-02",
        "Spring tides fall on the 3rd and the 18th […]",
    )  # fmt: skip


def test_an_entry_that_leads_nowhere_is_read_from_the_feed() -> None:
    story = story_at(f"{RSS}#3", plugins=["files", "feeds"])
    assert labelled(story)[-1][1].startswith("No title, no link: the slipway")


def test_an_atom_feed_is_read_in_its_language() -> None:
    story = story_at(f"feed:{DOCUMENTS / 'harbour.atom'}#1", plugins=["files", "feeds"])
    assert (story.language, labelled(story)[2:]) == ("de", [("paragraph", "Der Nebel blieb bis zum Mittag.")])


def test_a_json_feed_is_read_without_any_library() -> None:
    listing = listing_at(str(DOCUMENTS / "harbour.json"), plugins=["files", "feeds"])
    assert [entry.title for entry in listing.entries] == ["Fog & frost", "A quiet day."]
    story = opened(f"{listing.location}#1", plugins=["files", "feeds"])
    assert isinstance(story, Story)
    assert labelled(story) == [
        ("headline", "Fog & frost"), ("byline", "By The harbour master"),
        ("paragraph", "Fog until ten."), ("paragraph", "Frost on the quay."),
    ]  # fmt: skip


def test_a_list_of_feeds_lists_them_without_its_folders() -> None:
    opml = str(DOCUMENTS / "feeds.opml")
    assert listing_at(opml, plugins=["files", "feeds"]) == Listing(
        "What I follow",
        (Entry("Harbour Notes", "https://harbour.example/feed"), Entry("Hafen", "https://hafen.example/feed")),
        opml,
    )


def test_a_site_is_asked_for_its_feed() -> None:
    page = Page(
        "https://harbour.example/", "text/html",
        b'<html><head><link rel="alternate" type="application/rss+xml" href="/feed.xml"></head><body>Hello',
    )  # fmt: skip
    assert asked("feeds", "open_location", location="feed:harbour.example") == "https://harbour.example"
    assert asked("feeds", "open_location", location="feed://harbour.example/rss") == "https://harbour.example/rss"
    assert asked("feeds", "open_location", location="feed:news.xml") == "news.xml"
    assert asked("feeds", "read_page", page=page, asked="feed:harbour.example") == "https://harbour.example/feed.xml"
    assert asked("feeds", "read_page", page=page, asked="https://harbour.example/") is None


@pytest.mark.parametrize("author", ["ines@h.example (Ines Falk)", "Ines Falk", "Ines Falk (ines@h.example)"])
def test_an_author_is_named_without_the_address(author: str) -> None:
    rss = (
        f"<rss version='2.0'><channel><title>H</title><item><title>A</title><author>{author}</author>"
        "<description>It rained.</description></item></channel></rss>"
    )
    page = Page("feed", "application/rss+xml", rss.encode())
    (entry,) = listing_at(page, plugins=["feeds"]).entries
    assert isinstance(entry.content, Story)
    assert entry.content.byline == "Ines Falk"
