"""Locations that stand for others, and places that hold several stories."""

from types import SimpleNamespace

import pytest

import reader_files
from reader import Block, Entry, Limits, Listing, Page, Role, Story, hookimpl
from reader.errors import FetchError, LocationError, PageError, RefusedError
from reader.opening import entered, opened, told
from reader.plugins import Plugins

LIMITS = Limits()
STORY = Story("A boat", (Block(Role.PARAGRAPH, "It sailed."),), location="x:story")
LISTING = Listing("Boats", (Entry("A boat", STORY), Entry("Another", "x:story"), Entry("A secret", "/etc/hostname")))


def source(**places: object) -> Plugins:
    """A source that knows the locations ``x:NAME``."""

    @hookimpl
    def open_location(location: str) -> object:
        return places.get(location.removeprefix("x:")) if location.startswith("x:") else None

    @hookimpl
    def read_page(page: Page) -> object:
        return places.get(page.data.decode()) if page.media_type == "text/x-place" else None

    plugins = Plugins()
    plugins.add(reader_files, "files")
    plugins.add(SimpleNamespace(open_location=open_location, read_page=read_page), "places")
    return plugins


def test_a_location_may_stand_for_another_and_a_page_for_what_is_in_it() -> None:
    plugins = source(short="x:page", page=Page("x:page", "text/x-place", b"inside"), inside=STORY)
    assert opened("x:short", LIMITS, plugins) == STORY


def test_a_number_names_a_story_of_a_listing() -> None:
    plugins = source(list=LISTING, story=STORY)
    assert opened("x:list#1", LIMITS, plugins) == STORY
    assert opened("x:list#2", LIMITS, plugins) == STORY
    assert opened("x:story#2", LIMITS, plugins) == STORY
    with pytest.raises(LocationError, match=r"x:list#4: there are 3 stories; sayall list x:list shows them"):
        opened("x:list#4", LIMITS, plugins)


def test_a_listing_in_a_listing_is_numbered_on() -> None:
    assert (
        opened("x:outer#1#2", LIMITS, source(outer=Listing("", (Entry("", "x:list"),)), list=LISTING, story=STORY))
        == STORY
    )


def test_what_comes_from_the_web_leads_to_the_web_only() -> None:
    listing = Listing("", LISTING.entries, "https://example.org/feed")
    with pytest.raises(RefusedError, match=r"/etc/hostname: is where https://example.org/feed leads"):
        entered(listing.entries[2], listing, LIMITS, source())
    page = Page("https://example.org/", "text/x-place", b"inside")
    with pytest.raises(RefusedError, match="x:story"):
        opened("x:web", LIMITS, source(web=page, inside="x:story", story=STORY))


def test_going_round_in_circles_ends() -> None:
    with pytest.raises(LocationError, match="without end"):
        opened("x:a", LIMITS, source(a="x:b", b="x:a"))


def test_what_nobody_reads_is_named() -> None:
    page = Page("x:pdf", "application/pdf", b"%PDF-1.7")
    with pytest.raises(PageError, match="x:pdf: is a PDF document"):
        opened("x:pdf", LIMITS, source(pdf=page))


def test_a_plugin_that_gives_something_else_is_passed_over() -> None:
    plugins = source(odd=3)
    with pytest.raises(LocationError, match="there is no such file"):
        opened("x:odd", LIMITS, plugins)
    said = (
        "Plugin places failed in open_location: gave 3 instead of a Page, Story, Listing or str. Reading on without it."
    )
    assert plugins.notices() == (said,)


def test_an_entry_that_cannot_be_opened_tells_what_it_can() -> None:
    entry = Entry("A boat", "https://example.org/boat", "2026-03-01", "It sailed at noon.")
    story = told(entry, FetchError("https://example.org/boat: is not there any more; look for it elsewhere"))
    assert [block.text for block in story.blocks] == [
        "A boat",
        "It sailed at noon.",
        "The story itself is not there any more; look for it elsewhere.",
    ]
