"""What plugin authors test with: what would be heard, a rehearsal with a made-up clock, and checks of a contract.

None of this needs a sound device, the network or a test runner. Only the plugins that a test names take part, and what
one of them raises is raised in the test, with its own traceback, rather than made into a line for the listener.
"""

import re
from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import closing
from dataclasses import replace
from types import ModuleType

from .errors import LocationError, PageError, PageTooLargeError
from .listing import Entry, Listing
from .opening import entered
from .page import Limits, Page
from .plugins import Plugins
from .reading import Reading, prepare
from .script.wording.rule import Rule, edits
from .sources import shown
from .speech.engine import Engine, Sound, Speaker, Style, Word
from .speech.events import Event
from .speech.outputs.nothing import Nothing
from .speech.player import Player
from .story import START, Position, Story

__all__ = [
    "PageLike",
    "PluginLike",
    "Ticking",
    "check_engine",
    "check_source",
    "heard",
    "rehearsed",
    "said",
    "treated",
]

PageLike = str | Page | Story
"""What can be read: HTML, a page, or a story that is ready."""

PluginLike = Iterable[object] | Mapping[str, object]
"""Modules or other objects with hooks; as a mapping they go by its names, else by their own."""

_LIMITS = Limits()


def treated(page: PageLike, *, detail: str = "standard", plugins: PluginLike = (), option: str = "") -> Story:
    """The story of ``page`` after the plugins: each block has its role and its treatment, and says who decided."""
    reading = _ready(page, detail, plugins, option)
    _raise_trouble(reading.plugins)
    return reading.story


def heard(page: PageLike, *, detail: str = "standard", plugins: PluginLike = (), option: str = "") -> list[str]:
    """What would be said of ``page``, an utterance each; ``option`` is set for each of ``plugins``."""
    reading = _ready(page, detail, plugins, option)
    lines = [utterance.text for utterance in reading.narrate()]
    _raise_trouble(reading.plugins)
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
    reading = _ready(page, detail, plugins, option)
    events: list[Event] = []

    def on_event(event: Event) -> None:
        events.append(event)
        reading.plugins.first("heard", event=event)

    output = Nothing()
    with Player(
        reading.narrate, engine=Ticking(), style_for=lambda style, language: Style(), output=output, on_event=on_event
    ) as player:
        player.play(start)
        output.run()
        player.wait()
    _raise_trouble(reading.plugins)
    return events


def said(rule: Rule, text: str, language: str = "en") -> str:
    """``text`` as it is said where ``rule`` is the only one, in a story in ``language``."""
    parts, cursor = [], 0
    for edit in edits(text, [rule], language):
        parts += [text[cursor : edit.start], edit.said]
        cursor = edit.end
    return "".join([*parts, text[cursor:]])


class Ticking:
    """An engine whose every character takes 10 ms at 180 words a minute, the usual rate."""

    name = "ticking"
    sample_rate = 8_000

    def speakers(self) -> tuple[Speaker, ...]:
        return ()

    def synthesize(self, text: str, language: str, style: Style) -> Generator[Sound | Word]:
        """A word for each run of characters without spaces, and its silence, the space around it included."""
        samples_each = self.sample_rate * 180 // (100 * style.rate_wpm)
        for found in re.finditer(r"\s*\S+\s*", text):
            first = found.start() + len(found[0]) - len(found[0].lstrip())
            yield Word(first * samples_each, first)
            yield Sound(bytes(2 * samples_each * len(found[0])))

    def close(self) -> None:
        """Nothing to end."""


def check_source(
    plugin: object,
    *,
    opens: Iterable[str] = (),
    fails: Iterable[str] = (),
    leaves: Iterable[str] = (),
    limits: Limits = _LIMITS,
) -> None:
    """Raises `AssertionError` where the source ``plugin`` does not keep the contract of ``open_location``.

    ``opens`` are locations that it opens, each as often as it is asked; ``fails`` some that are its own but cannot be
    opened; ``leaves`` some that it leaves to others. A page says where it is and keeps to the limits; a failure
    is a `LocationError` or `PageError` whose message is one line that names the location.
    """
    for location in leaves:
        found = _opened(plugin, location, limits)
        assert found is None, f"{location}: is to be left to others, but it was opened"
    for location in opens:
        found = _opened(plugin, location, limits)
        assert found is not None, f"{location}: is to be opened, but it was left to others"
        assert isinstance(found, Page | Story | Listing | str), f"{location}: opened as {type(found).__name__}"
        if isinstance(found, Page):
            _check_page(plugin, found, location, limits)
    for location in fails:
        try:
            found = _opened(plugin, location, limits)
        except (LocationError, PageError) as error:
            _check_message(str(error), location)
        else:
            raise AssertionError(f"{location}: is to fail, but it was {'opened' if found else 'left to others'}")


def _check_page(plugin: object, page: Page, location: str, limits: Limits) -> None:
    fits = re.fullmatch(r"[a-z]+/[\w.+-]+(; charset=\S+)?", page.media_type)
    assert page.location, f"{location}: the page does not say where it is"
    assert fits, f"{location}: {page.media_type!r} is not a media type with at most a charset"
    size = len(page.data)
    assert 0 < size <= limits.bytes, f"{location}: {size} bytes, but the limits allow 1 to {limits.bytes}"
    try:
        _opened(plugin, location, replace(limits, bytes=size - 1))
    except PageTooLargeError as error:
        _check_message(str(error), location)
    else:
        raise AssertionError(f"{location}: {size} bytes were opened where the limits allowed {size - 1}")


def _check_message(message: str, location: str) -> None:
    assert "\n" not in message, f"{location}: the message has several lines: {message!r}"
    assert message.isprintable(), f"{location}: the message has control characters: {message!r}"
    assert shown(location.strip()) in message, f"{location}: the message does not name it: {message!r}"


def check_engine(make: Callable[[], Engine], *, language: str = "en") -> None:
    """Raises `AssertionError` where what ``make`` makes does not keep the contract of `reader.speech.engine.Engine`."""
    engine = make()
    assert engine.name, "an engine has a name"
    assert 8_000 <= engine.sample_rate <= 192_000, f"{engine.sample_rate} samples a second is no rate to be played at"
    assert all(isinstance(speaker, Speaker) for speaker in engine.speakers())
    for text in ("", " ", "?!", "Yes.", "Hello there, you.", "It cost $3.50 on May 4, \N{EM DASH} or “4”, she said."):
        length = _check_synthesis(engine, text, language, Style())
        assert length or not any(map(str.isalpha, text)), f"{text!r} made no sound"
    text = "A sentence that is long enough to hear how fast it is spoken."
    slow, fast = (_check_synthesis(engine, text, language, Style(rate_wpm=rate)) for rate in (150, 300))
    assert fast < 0.8 * slow, f"twice the rate should take about half the time, but took {fast / slow:.0%}"
    with closing(_items(engine, text * 20, language, Style())) as items:
        next(items)
    assert abs(_check_synthesis(engine, text, language, Style(rate_wpm=150)) - slow) <= 0.1 * slow, (
        "after a synthesis that was left in the middle, the next should be as ever"
    )
    engine.close()
    engine.close()


def _check_synthesis(engine: Engine, text: str, language: str, style: Style) -> int:
    """How many samples it took."""
    made, last = 0, Word(0, 0)
    for item in _items(engine, text, language, style):
        match item:
            case Sound(pcm):
                assert len(pcm) % 2 == 0, f"{text!r}: half a sample"
                made += len(pcm) // 2
            case Word(sample, char):
                assert sample >= made, f"{text!r}: {item} comes after {made} samples, when its sound is gone"
                assert 0 <= char < len(text), f"{text!r}: {item} is not in the text"
                assert (sample, char) >= (last.sample, last.char), f"{text!r}: {item} comes after {last}"
                last = item
    assert last.sample <= made, f"{text!r}: {last} starts after the last of {made} samples"
    return made


def _items(engine: Engine, text: str, language: str, style: Style) -> Generator[Sound | Word]:
    yield from engine.synthesize(text, language, style)


def _opened(plugin: object, location: str, limits: Limits) -> Page | Story | Listing | str | None:
    plugins = _plugins([plugin])
    found: Page | Story | Listing | str | None = plugins.first("open_location", location=location, limits=limits)
    _raise_trouble(plugins)
    return found


def _ready(page: PageLike, detail: str, plugins: PluginLike, option: str) -> Reading:
    opened = Page("", "text/html; charset=utf-8", page.encode()) if isinstance(page, str) else page
    taking_part = _plugins(plugins)
    found = entered(Entry("", opened), Listing("", ()), _LIMITS, taking_part)
    _raise_trouble(taking_part)
    assert not isinstance(found, Listing), f"{found.location}: holds several stories; test with one of its entries"
    return prepare(found, taking_part, detail, options={plugin.name: option for plugin in taking_part})


def _plugins(given: PluginLike) -> Plugins:
    plugins = Plugins()
    named = given if isinstance(given, Mapping) else {_name(plugin): plugin for plugin in given}
    for name, plugin in named.items():
        plugins.add(plugin, name)
    _raise_trouble(plugins)
    return plugins


def _name(plugin: object) -> str:
    return plugin.__name__ if isinstance(plugin, ModuleType) else type(plugin).__name__


def _raise_trouble(plugins: Plugins) -> None:
    for plugin in plugins:
        if plugin.error:
            raise plugin.error
