"""What would be heard of a page: its lines, its treatments, what keys do, and all that a listener hears of it."""

from collections.abc import Iterator
from contextlib import contextmanager

from ..reading import Reading
from ..script.wording.rule import Rule, edits
from ..speech.engine import Style
from ..speech.events import Event, Started
from ..speech.outputs.nothing import Nothing
from ..speech.player import Player
from ..speech.walk import Walk
from ..story import START, Position, Story
from .readied import PageLike, PluginLike, raise_trouble, ready
from .ticking import Ticking


def treated(page: PageLike, *, detail: str = "standard", plugins: PluginLike = (), option: str = "") -> Story:
    """The story of ``page`` after the plugins: each block has its role and its treatment, and says who decided."""
    reading = ready(page, detail, plugins, option)
    raise_trouble(reading.plugins)
    return reading.story


def heard(page: PageLike, *, detail: str = "standard", plugins: PluginLike = (), option: str = "") -> list[str]:
    """What would be said of ``page``, an utterance each; ``option`` is set for each of ``plugins``."""
    reading = ready(page, detail, plugins, option)
    lines = [utterance.text for utterance in reading.narrate()]
    raise_trouble(reading.plugins)
    return lines


def rehearsed(
    page: PageLike,
    *,
    detail: str = "standard",
    plugins: PluginLike = (),
    option: str = "",
    start: Position = START,
) -> list[Event]:
    """Plays ``page`` from ``start`` to its end, without sound and without waiting: what was heard, as plugins hear it.

    The real player plays, with the engine `Ticking`, so events come in the order in which a listener causes them.
    """
    with listening(page, detail=detail, plugins=plugins, option=option, start=start) as listener:
        listener.to_the_end()
    return listener.events


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
    option: str = "",
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
