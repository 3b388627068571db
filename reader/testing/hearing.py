"""What would be heard of a page: its lines, its treatments, what keys do, and all that a listener hears of it."""

from collections.abc import Iterator
from contextlib import contextmanager

from ..reading import Reading
from ..script.narrate import closing
from ..script.wording.rule import Rule, edits
from ..speech.engine import Style
from ..speech.events import Event, Started
from ..speech.outputs.nothing import Nothing
from ..speech.player import Player
from ..speech.service import Service
from ..speech.service_player import ServicePlayer
from ..speech.walk import Walk
from ..story import START, Position, Story
from .readied import OptionLike, PageLike, PluginLike, raise_trouble, ready
from .ticking import Ticking

_SERVICE_SECONDS = 60.0
"""What a service may take for a page."""


def treated(page: PageLike, *, detail: str = "standard", plugins: PluginLike = (), option: OptionLike = "") -> Story:
    """The story of ``page`` after the plugins: each block has its role and its treatment, and says who decided."""
    reading = ready(page, detail, plugins, option)
    raise_trouble(reading.plugins)
    return reading.story


def heard(
    page: PageLike, *, detail: str = "standard", plugins: PluginLike = (), option: OptionLike = "", raises: bool = True
) -> list[str]:
    """What would be said of ``page``, an utterance each; ``option`` is set for each of ``plugins``, or by name.

    Where ``raises`` is false, what a plugin raises is told in a line of its own, as listeners hear it.
    """
    reading = ready(page, detail, plugins, option, raises=raises)
    lines = [utterance.text for utterance in reading.narrate()]
    if raises:
        raise_trouble(reading.plugins)
    return lines


def left_out(page: PageLike, *, detail: str = "standard", plugins: PluginLike = (), option: OptionLike = "") -> str:
    """What is said when ``page`` is over of what was left out: "Left out: 2 promos.", or ""."""
    story = treated(page, detail=detail, plugins=plugins, option=option)
    return " ".join(utterance.text for utterance in closing(story))


def rehearsed(
    page: PageLike,
    *,
    detail: str = "standard",
    plugins: PluginLike = (),
    option: OptionLike = "",
    start: Position = START,
    service: Service | None = None,
) -> list[Event]:
    """Plays ``page`` from ``start`` to its end, without sound and without waiting: what was heard, as plugins hear it.

    The real player plays, with the engine `Ticking`, so events come in the order in which a listener causes them; or
    ``service`` speaks, as fast as it does.
    """
    if service:
        return _served(ready(page, detail, plugins, option), start, service)
    with listening(page, detail=detail, plugins=plugins, option=option, start=start) as listener:
        listener.to_the_end()
    return listener.events


def _served(reading: Reading, start: Position, service: Service) -> list[Event]:
    events: list[Event] = []

    def hear(event: Event) -> None:
        events.append(event)
        reading.plugins.first("heard", event=event)

    with ServicePlayer(reading.narrate, service=service, on_event=hear) as player:
        player.play(start)
        player.wait(_SERVICE_SECONDS)
    raise_trouble(reading.plugins)
    return events


class Listener:
    """Someone who hears a page and presses keys, on a clock that goes on only while they listen.

    ``events`` is all that was heard so far, ``printed`` the lines that were printed beside it.
    """

    def __init__(self, reading: Reading) -> None:
        self.events: list[Event] = []
        self.printed: list[str] = []
        self._plugins = reading.plugins
        self._output = Nothing()
        self.player = Player(
            reading.narrate,
            engine=Ticking(),
            style_for=lambda style, language: Style(),
            output=self._output,
            on_event=self._hear,
        )
        self._walk = Walk(reading.story, self.player, show=self.printed.append)

    def press(self, *keys: str, ms: float = 50) -> list[str]:
        """Presses ``keys``, as `reader.speech.keys` names them, and listens for ``ms``: what began to be said."""
        before = len(self.events)
        for key in keys:
            self._walk.press(key)
        self._output.advance(ms)
        return self._lines(before)

    def listen(self, ms: float) -> list[str]:
        """What began to be said within the next ``ms``."""
        return self.press(ms=ms)

    def to_the_end(self) -> list[str]:
        """What is left to be said; raises what made the player fail."""
        before = len(self.events)
        self._output.run()
        self.player.wait()
        return self._lines(before)

    def _hear(self, event: Event) -> None:
        self.events.append(event)
        self._plugins.first("heard", event=event)

    def _lines(self, since: int) -> list[str]:
        return [event.utterance.text for event in self.events[since:] if isinstance(event, Started)]


@contextmanager
def listening(
    page: PageLike,
    *,
    detail: str = "standard",
    plugins: PluginLike = (),
    option: OptionLike = "",
    start: Position = START,
) -> Iterator[Listener]:
    """A listener who begins to hear ``page`` at ``start``: ``press("h")`` gives what is heard upon that key."""
    reading = ready(page, detail, plugins, option)
    listener = Listener(reading)
    with listener.player:
        listener.player.play(start)
        yield listener
    raise_trouble(reading.plugins)


def said(rule: Rule, text: str, language: str = "en") -> str:
    """``text`` as it is said where ``rule`` is the only one, in a story in ``language``."""
    parts, cursor = [], 0
    for edit in edits(text, [rule], language):
        parts += [text[cursor : edit.start], edit.said]
        cursor = edit.end
    return "".join([*parts, text[cursor:]])
