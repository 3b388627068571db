"""A very long page is heard from its head on, and goes over to the whole: no sentence is lost, none is said twice."""

import time
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Self

import pytest
from humming import Listening
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.cli.remembering import Remembering
from reader.errors import PageError
from reader.growing import ONE_MOMENT, Growing, said
from reader.plugins import Plugins
from reader.reading import Reading, Rest
from reader.script.narrate import narrate
from reader.speech.events import Event, Started
from reader.speech.key_names import named
from reader.speech.places import Places
from reader.speech.service import Begun, Done, Told
from reader.speech.service_player import ServicePlayer
from reader.speech.walk import Walk
from reader.story import Block, Group, Position, Role, Story, Treatment

_LIST = Group(1, "", 2)
WHOLE = Story(
    "Storm",
    (
        Block(Role.BOILERPLATE, "Menu", treatment=Treatment.SKIP),
        Block(Role.HEADLINE, "Storm", 1),
        Block(Role.PARAGRAPH, "Roofs flew off. Trees fell too."),
        Block(Role.CAPTION, "A roof in a tree.", treatment=Treatment.ANNOUNCE),
        Block(Role.CAPTION, "A tree on a roof.", treatment=Treatment.ANNOUNCE),
        Block(Role.HEADING, "Outlook", 2),
        Block(Role.LIST_ITEM, "Rain on Monday", 1, group=_LIST),
        Block(Role.LIST_ITEM, "Sun on Tuesday", 1, group=_LIST),
        Block(Role.PARAGRAPH, "It will rain. Then it stops."),
        Block(Role.FOOTNOTE, "Measured in Bern.", treatment=Treatment.AFTER),
        Block(Role.PARAGRAPH, "The ferry waits. Nobody knows how long."),
        Block(Role.HEADING, "Harbour", 2),
        Block(Role.PARAGRAPH, "The quay is empty. A whale was seen."),
    ),
    language="en",
    location="https://example.org/storm",
)
LINES = [utterance.text for utterance in narrate(WHOLE)]
LEFT_OUT = "Left out: 2 captions."
HEAD = replace(WHOLE, blocks=WHOLE.blocks[:9])


class _Grown(Listening):
    """A listener of the head of a page, the whole of which comes when `come` is called."""

    def __init__(self, head: Story, whole: Story | PageError) -> None:
        plugins = Plugins()
        self.failed = whole if isinstance(whole, PageError) else None
        self.rest = Rest(lambda: self._read(whole, plugins))
        self.growing = Growing(Reading(head, plugins, (), rest=self.rest))
        super().__init__(script=self.growing.script)
        self.printed: list[str] = []
        self.walk = Walk(
            self.growing.story, self.player, show=self.printed.append, growth=self.growing, sections="shown"
        )
        self.player.play()

    def _read(self, whole: Story | PageError, plugins: Plugins) -> Reading:
        if isinstance(whole, PageError):
            raise whole
        return Reading(whole, plugins, ())

    def __enter__(self) -> Self:
        return self

    def come(self) -> None:
        """The whole is there, and looked for."""
        self.rest.begin()
        while not self.rest.is_over:
            time.sleep(0.001)
        self.walk.look()

    def said(self) -> list[str]:
        """What was begun to be said, without the silence in which it was waited."""
        begun = [line.removeprefix("started ") for line in self.heard() if line.startswith("started")]
        return [line for line in begun if line.strip() and not line.startswith("One moment")]


def test_all_of_a_page_is_said_once_also_where_the_head_is_said_before_the_whole_is_read() -> None:
    plugins = Plugins()
    head = Reading(HEAD, plugins, (), rest=Rest(lambda: Reading(WHOLE, plugins, ())))
    assert [utterance.text for utterance in said(head)] == LINES


_KINDS = {
    "paragraph": Block(Role.PARAGRAPH, "One {n}. Two {n}."),
    "heading": Block(Role.HEADING, "Title {n}", 2),
    "caption": Block(Role.CAPTION, "Picture {n}", treatment=Treatment.ANNOUNCE),
    "promo": Block(Role.PROMO, "Buy {n}", treatment=Treatment.SKIP),
    "footnote": Block(Role.FOOTNOTE, "Note {n}", treatment=Treatment.AFTER),
    "spoken caption": Block(Role.CAPTION, "Seen {n}"),
    "item": Block(Role.LIST_ITEM, "Item {n}", 1, group=Group(1, "", 9)),
    "same": Block(Role.PARAGRAPH, "Again."),
}


def _story(kinds: list[str]) -> Story:
    blocks = (replace(_KINDS[kind], text=_KINDS[kind].text.replace("{n}", str(n))) for n, kind in enumerate(kinds))
    return Story("Story", (Block(Role.HEADLINE, "Story", 1), *blocks), language="en")


_PARTS = st.lists(st.sampled_from(list(_KINDS)), max_size=12)


@given(_PARTS, _PARTS, st.integers(0, 4_000), st.lists(st.integers(0, 400), max_size=4))
@settings(max_examples=200, deadline=None)
def test_wherever_the_head_ends_and_whenever_the_whole_comes_each_sentence_is_heard_once(
    before: list[str], behind: list[str], ms: int, interruptions: list[int]
) -> None:
    whole = _story([*before, "paragraph", *behind])
    head = replace(whole, blocks=whole.blocks[: len(before) + 2])
    with _Grown(head, whole) as listening:
        listening.output.advance(ms)
        listening.come()
        for after in interruptions:
            listening.output.advance(after)
            listening.player.pause()
            listening.player.resume()
        listening.output.run()
        said = [line for line in listening.said() if not line.startswith("Left out")]
        assert said == [utterance.text for utterance in narrate(whole)]


def test_places_are_those_of_the_whole_as_soon_as_it_is_taken() -> None:
    later = replace(WHOLE, blocks=(Block(Role.DECK, "News", treatment=Treatment.SKIP), *WHOLE.blocks))
    with _Grown(HEAD, later) as listening:
        listening.output.advance(120)
        assert listening.player.position == Position(2, 6)
        listening.come()
        assert listening.player.position == Position(3, 6)
        listening.output.run()
    assert listening.said() == [*LINES, "Left out: 1 deck, 2 captions."]
    assert [place for place in listening.words() if place < (3, 0)] == [(1, 0), (2, 0), (2, 6)]


def test_where_the_head_was_wrong_the_whole_goes_on_from_what_was_said() -> None:
    blocks = list(HEAD.blocks)
    blocks[5] = replace(blocks[5], role=Role.PARAGRAPH, text="Outlook of another kind")
    blocks[0] = replace(blocks[0], treatment=Treatment.SPEAK, role=Role.PARAGRAPH)
    with _Grown(replace(HEAD, blocks=tuple(blocks)), WHOLE) as listening:
        listening.output.advance(10)
        listening.come()
        listening.output.run()
    heard_wrongly = [line.replace("Outlook", "Outlook of another kind") for line in LINES]
    assert listening.said() == ["Menu", *heard_wrongly, LEFT_OUT]


def test_where_the_whole_is_another_story_altogether_it_is_read_from_its_beginning() -> None:
    other = Story("Other", (Block(Role.HEADLINE, "Other", 1), Block(Role.PARAGRAPH, "All is new.")), language="en")
    with _Grown(HEAD, other) as listening:
        listening.come()
        listening.output.run()
    assert listening.said()[-2:] == ["Other", "All is new."]


def test_what_the_whole_puts_off_until_the_body_is_over_is_not_where_it_goes_on() -> None:
    blocks = [replace(b, treatment=Treatment.AFTER) if b.text.startswith("It will") else b for b in WHOLE.blocks]
    with _Grown(HEAD, replace(WHOLE, blocks=tuple(blocks))) as listening:
        listening.output.advance(3_000)
        listening.come()
        listening.output.run()
    assert "A whale was seen." in listening.said()


def test_where_it_is_asked_it_says_that_more_is_still_being_read() -> None:
    with _Grown(HEAD, WHOLE) as listening:
        listening.output.advance(60)
        listening.walk.press("w")
        listening.walk.press("h")
        listening.come()
        listening.walk.press("w")
        assert listening.printed == [
            "Under Storm. Paragraph 2 of 6 so far. The rest of the page is still being read.",
            "Section 1 of 1 so far",
            "Under Storm. Heading at level 2. Paragraph 3 of 10, 18 percent, 11 seconds left.",
        ]


def test_a_key_that_needs_the_whole_waits_for_it_and_then_does_what_it_does() -> None:
    with _Grown(HEAD, WHOLE) as listening:
        listening.output.advance(60)
        for key in ("h", "h"):
            listening.walk.press(key)
        assert listening.printed[-1] == "One moment: the rest of the page is still being read."
        listening.come()
        listening.output.run()
    assert listening.said()[-5:-2] == ["Harbour", "The quay is empty.", "A whale was seen."]
    assert listening.printed[-1] == "Section 2 of 2"


def test_the_outline_the_end_and_what_is_typed_are_those_of_the_whole() -> None:
    for keys, expected in (
        (["o"], "Harbour"),
        (["G"], "Footnote: Measured in Bern."),
        ([*named("%90"), "enter"], "A whale was seen."),
        ([*named("/whale"), "enter"], "whale was seen."),
        (["}"], "less than 30 seconds are left"),
    ):
        with _Grown(HEAD, WHOLE) as listening:
            listening.output.advance(60)
            for key in keys:
                listening.walk.press(key)
            assert listening.printed[-1] == "One moment: the rest of the page is still being read."
            listening.come()
            listening.output.advance(3_000)
            assert expected in listening.said(), keys


def test_what_waits_is_done_although_the_listener_asks_something_meanwhile() -> None:
    with _Grown(HEAD, WHOLE) as listening:
        listening.output.advance(60)
        for key in ("G", "w", "+"):
            listening.walk.press(key)
        listening.come()
        listening.output.run()
    assert listening.said()[-2:] == ["Footnote: Measured in Bern.", LEFT_OUT]
    assert "A whale was seen." not in listening.said()


def test_a_jump_drops_what_waits() -> None:
    with _Grown(HEAD, WHOLE) as listening:
        listening.output.advance(60)
        listening.walk.press("G")
        listening.walk.press("p")
        listening.come()
        listening.output.advance(60)
        assert listening.said()[-1] == "Outlook"
        listening.output.run()
    assert "It will rain." in listening.said()


def test_a_jump_back_leads_to_the_same_sentence_in_the_whole() -> None:
    later = replace(WHOLE, blocks=(Block(Role.DECK, "News", treatment=Treatment.SKIP), *WHOLE.blocks))
    with _Grown(HEAD, later) as listening:
        listening.output.advance(120)
        listening.walk.press("h")
        listening.come()
        listening.walk.press("z")
        listening.output.advance(60)
        assert listening.said()[-1] == "Roofs flew off."


def test_where_the_whole_cannot_be_had_that_is_said_and_what_is_there_is_read() -> None:
    with _Grown(HEAD, PageError("storm.html: too much markup")) as listening:
        listening.output.advance(60)
        listening.walk.press("G")
        listening.come()
        listening.output.run()
    trouble = "The rest of the page cannot be read: storm.html: too much markup"
    assert listening.printed[-1] == trouble
    assert listening.said() == ["Storm", "Roofs flew off.", trouble, *LINES[2:10], trouble, LEFT_OUT]


class _Speaking:
    """A service that says each message in no time, as soon as `next` is asked; ``said`` are the messages."""

    name, fastest_wpm, sets_volume, rate_wpm = "speaking", 800, False, 180

    def __init__(self) -> None:
        self.said: list[str] = []
        self._told: deque[Told] = deque()

    def say(self, text: str, language: str, rate_wpm: int | None, volume: int) -> int:
        self.said.append(text)
        self._told += (Begun(len(self.said)), Done(len(self.said)))
        return len(self.said)

    def cancel(self) -> None:
        self._told.clear()

    def next(self, timeout_s: float) -> Told | None:
        if not self._told:
            time.sleep(0.002)
        return self._told.popleft() if self._told else None

    def close(self) -> None:
        pass


@pytest.mark.parametrize("comes_late", [False, True])
def test_a_service_is_given_each_sentence_once_and_waits_at_the_end_of_the_head(comes_late: bool) -> None:
    plugins = Plugins()
    later = replace(WHOLE, blocks=(Block(Role.DECK, "News", treatment=Treatment.SKIP), *WHOLE.blocks))
    growing = Growing(Reading(HEAD, plugins, (), rest=Rest(lambda: Reading(later, plugins, ()))))
    service, heard = _Speaking(), list[Event]()
    with ServicePlayer(growing.script, service=service, on_event=heard.append) as player:
        walk = Walk(growing.story, player, growth=growing, tells_aloud=False)
        growing.begin()
        if comes_late:
            player.play()
            _until(lambda: ONE_MOMENT in service.said)
            assert not player.ended
        _until(lambda: growing.comes)
        walk.look()
        if not comes_late:
            player.play()
        player.wait(10)
        assert player.position.block == 10
    said = [line for line in service.said if line != ONE_MOMENT]
    assert said == [*LINES, "Left out: 1 deck, 2 captions."]
    places = [event.utterance.start.block for event in heard if isinstance(event, Started)]
    assert places[-2:] == [10, len(later.blocks) - 1]


def _until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + 10
    while not true():
        assert time.monotonic() < end
        time.sleep(0.002)


@given(st.integers(0, 3_500), st.integers(0, 2_000))
@settings(max_examples=30, deadline=None)
def test_killed_at_any_moment_the_place_is_that_of_the_sentence_heard_last(ms: int, more: int) -> None:
    import tempfile

    later = replace(WHOLE, blocks=(Block(Role.DECK, "News", treatment=Treatment.SKIP), *WHOLE.blocks))
    with tempfile.TemporaryDirectory() as folder, _Grown(HEAD, later) as listening:
        remembering = Remembering(HEAD, Places(Path(folder)), listening.growing.story_of)
        last: list[str] = []

        def heard(event: Event) -> None:
            remembering.heard(event)
            if isinstance(event, Started) and event.utterance.style != "announcement":
                last.append(event.utterance.text)

        listening.player._on_event = heard
        listening.output.advance(ms)
        listening.come()
        listening.output.advance(more)
        place = Places(Path(folder)).find(WHOLE.location, later)
        if last and place:
            assert later.blocks[place.block].text[place.offset :].startswith(last[-1].strip())
