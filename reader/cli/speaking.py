"""Which engine speaks, in which voice."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from ..errors import EngineError
from ..patience import Turn
from ..plugins import Plugins
from ..speech.engine import Engine, Style
from ..speech.hastened import Hastened
from ..voices import Voice, available, load

if TYPE_CHECKING:
    from ..reading import Reading
    from ..speech.walk import Voices

AUTO = "auto"
"""The best engine that is installed for the language of the story."""

QUICKEST = "espeak"
_SPARE = (QUICKEST, "pyttsx3")
"""Engines that take over where the chosen one stops working, in this order."""


START_SECONDS = 30.0
"""What an engine may take to start: some load large models."""


class Speaking(NamedTuple):
    """An engine at work, the voice it speaks in, and the engines that would take its place."""

    engine: Engine
    voice: Voice
    fallbacks: tuple[Callable[[], Engine], ...]

    def style_for(self, style: str, language: str) -> Style:
        """How an utterance of that style sounds."""
        return self.voice.style_for(style, language)


def factories(plugins: Plugins) -> Mapping[str, Callable[[], Engine]]:
    """Every engine that a plugin brings, by name, in alphabetical order."""
    found: dict[str, Callable[[], Engine]] = {}
    for _, engines in plugins.each("engines", dict):
        found = {**engines, **found}
    return dict(sorted(found.items()))


def warm_up(plugins: Plugins, *, engine: str | None, voice: str) -> None:
    """Has the engine that will probably speak first load what it needs, while the page is still being read.

    Its class may have a function ``warm_up()`` for that, which returns at once. Whatever is wrong is told later.
    """
    with suppress(Exception):
        name = engine or load(voice).engine
        prepare = getattr(factories(plugins).get(QUICKEST if name == AUTO else name), "warm_up", None)
        if prepare:
            prepare()


class Chosen(NamedTuple):
    """The engine that speaks a story, and why it does."""

    name: str
    why: str


def choose(
    known: Mapping[str, Callable[[], Engine]], engine: str | None, voice: Voice, language: str, rate_wpm: int | None
) -> Chosen:
    """``engine``, else the voice's own; for `AUTO` the best that is installed for the language of the story.

    That is the first engine that says of itself that it suits the language at this rate: its class may have a function
    ``suits(language, rate_wpm)`` that tells so without starting it. Otherwise it is eSpeak, which has most languages.
    """
    name = engine or voice.engine
    by = "you chose it" if engine else f"the voice {voice.name} wants it"
    if name != AUTO:
        return Chosen(name, by)
    rate = rate_wpm or voice.rate_wpm
    for other, make in known.items():
        suits = getattr(make, "suits", None)
        if suits is not None and _is_so(suits, language, rate):
            return Chosen(other, f"it is the best for {language or 'an unknown language'} at {rate} words a minute")
    spare = next((other for other in _SPARE if other in known), "")
    return Chosen(spare, f"none is better for {language or 'an unknown language'} at {rate} words a minute")


def _is_so(suits: Callable[[str, int], bool], language: str, rate: int) -> bool:
    """Whether an engine says that it suits; one that stumbles over the question does not."""
    try:
        return suits(language, rate)
    except Exception:
        return False


def start(
    plugins: Plugins,
    engine: str | None,
    voice: str,
    *,
    language: str = "",
    rate_wpm: int | None = None,
    at_once: bool = False,
) -> Speaking:
    """Makes the engine ``engine``, else the voice's own, where that is `AUTO` the best for a story in ``language``.

    What `AUTO` chose says what suits it; the rest, such as a passage in another language, the quickest engine says.
    With ``at_once`` that one begins while the other is loaded; what `AUTO` chose and cannot start is passed over.
    `EngineError` or `VoiceError` name what there is instead of what cannot be had.
    """
    chosen = load(voice)
    known = factories(plugins)
    name = choose(known, engine, chosen, language, rate_wpm).name
    if name not in known:
        raise unknown(name, plugins, known)
    spare = [partial(made, known[other], other) for other in _SPARE if other in known and other != name]
    rate = getattr(known[name], "sample_rate", None)
    if (engine or chosen.engine) != AUTO or name in _SPARE or not spare:
        at_work = made(known[name], name)
    elif at_once and isinstance(rate, int):
        quick = spare[0]()
        share = partial(_shared, known[name], name, lambda: quick)
        at_work = Hastened(name, rate, share, quick=quick, on_failed=_report(plugins, name))
    else:
        try:
            at_work = _shared(known[name], name, spare[0])
        except EngineError:
            at_work = spare.pop(0)()
    return Speaking(at_work, chosen.spoken_by(at_work.name), tuple(spare))


def _shared(make: Callable[[], Engine], name: str, spare: Callable[[], Engine]) -> Engine:
    """That engine at work for what suits it, and a spare one for the rest."""
    from ..speech.shared import Shared

    suits: Callable[[str, int], bool] = make.suits  # type: ignore[attr-defined]
    return Shared(made(make, name), partial(_is_so, suits), spare)


def _report(plugins: Plugins, name: str) -> Callable[[Exception], None]:
    return lambda error: plugins.note(f"The engine {name} cannot start: {error}. Reading on with another.")


def unknown(name: str, plugins: Plugins, known: Mapping[str, Any]) -> EngineError:
    """What is said of an engine that there is not."""
    from difflib import get_close_matches

    from .playing import services

    every = sorted({AUTO, *known, *services(plugins)})
    near = get_close_matches(name, every, n=1)
    advice = f"did you mean {near[0]}?" if near else f"there are {', '.join(every)}"
    return EngineError(f"{name}: there is no such speech engine; {advice}")


def voices(reading: "Reading", engine: str | None, voice: str, rate_wpm: int | None) -> "Voices":
    """The voices that can be chosen while ``reading`` is read so; ``voice`` is the first."""
    from ..speech.walk import Voices

    name = choose(factories(reading.plugins), engine, load(voice), reading.story.language, rate_wpm).name

    def style_for(other: str) -> Callable[[str, str], Style]:
        return load(other).spoken_by(name).style_for

    return Voices(voice, available, style_for)


def made(factory: Callable[[], Any], name: str) -> Engine:
    """The engine, at work; whatever it raises comes as `EngineError`, and so does a start without end."""
    turn = Turn()
    try:
        engine: Engine = turn.run(partial(turn.made, name, "", START_SECONDS, factory))
    except EngineError:
        raise
    except Exception as error:
        raise EngineError(f"{name}: the engine cannot start: {error}; choose another with --engine") from error
    lacks = [member for member in ("name", "sample_rate", "synthesize", "close") if not hasattr(engine, member)]
    if lacks:
        raise EngineError(f"{name}: the engine has no {lacks[0]}; choose another with --engine")
    return engine
