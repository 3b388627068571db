"""Whether a source or an engine keeps the contract that everything else relies on."""

import re
from collections.abc import Callable, Generator, Iterable
from contextlib import closing
from dataclasses import replace

from ..errors import LocationError, PageError, PageTooLargeError
from ..listing import Listing
from ..page import Limits, Page
from ..sources import shown
from ..speech.engine import Engine, Sound, Speaker, Style, Word
from ..story import Story
from .readied import plugins_of, raise_trouble

_LIMITS = Limits()


class SourceContract:
    """Tests that a source passes; inherit from it in a class ``TestMine`` and say what the source opens.

    ``plugin`` is the module or object, or the name of an installed plugin. ``opens`` are locations that it opens, each
    as often as it is asked; ``fails`` some that are its own but cannot be opened; ``leaves`` some that it leaves to
    others, beside ``odd`` ones.
    """

    plugin: object
    opens: Iterable[str] = ()
    fails: Iterable[str] = ()
    leaves: Iterable[str] = ()
    odd: Iterable[str] = ("", "-", "no-such-prefix:nothing", "a\0b")

    def test_what_is_its_own_is_opened_within_the_limits(self) -> None:
        check_source(self.plugin, opens=self.opens)

    def test_a_failure_is_one_line_that_names_the_location(self) -> None:
        check_source(self.plugin, fails=self.fails)

    def test_all_else_is_left_to_others(self) -> None:
        check_source(self.plugin, leaves=(*self.leaves, *self.odd))


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
    for member in ("name", "sample_rate", "speakers", "synthesize", "close"):
        assert hasattr(engine, member), f"an engine has {member}; see reader.speech.engine"
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
            case _:
                raise AssertionError(f"{text!r}: it gave a {type(item).__name__} instead of a Sound or a Word")
    assert last.sample <= made, f"{text!r}: {last} starts after the last of {made} samples"
    return made


def _items(engine: Engine, text: str, language: str, style: Style) -> Generator[Sound | Word]:
    yield from engine.synthesize(text, language, style)


def _opened(plugin: object, location: str, limits: Limits) -> Page | Story | Listing | str | None:
    plugins = plugins_of([plugin])
    found: Page | Story | Listing | str | None = plugins.first("open_location", location=location, limits=limits)
    raise_trouble(plugins)
    return found
