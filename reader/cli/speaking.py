"""Which engine speaks, in which voice."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from ..errors import EngineError
from ..plugins import Plugins
from ..speech.engine import Engine, Style
from ..voices import Voice, available, load

if TYPE_CHECKING:
    from ..speech.walk import Voices

_SPARE = ("espeak", "pyttsx3")
"""Engines that take over where the chosen one stops working, in this order."""


@dataclass(frozen=True, slots=True)
class Speaking:
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


def start(plugins: Plugins, engine: str | None, voice: str) -> Speaking:
    """Makes the engine ``engine``, else the voice's own; `EngineError` or `VoiceError` name what there is instead."""
    chosen = load(voice)
    known = factories(plugins)
    name = engine or chosen.engine
    if name not in known:
        from difflib import get_close_matches

        from .playing import services

        every = sorted({*known, *services(plugins)})
        near = get_close_matches(name, every, n=1)
        advice = f"did you mean {near[0]}?" if near else f"there are {', '.join(every) or 'none'}"
        raise EngineError(f"{name}: there is no such speech engine; {advice}")
    spare = tuple(partial(_made, known[other], other) for other in _SPARE if other in known and other != name)
    return Speaking(_made(known[name], name), chosen.spoken_by(name), spare)


def voices(engine: str | None, voice: str) -> "Voices":
    """The voices that can be chosen while ``engine``, else the engine of ``voice``, is speaking; ``voice`` is first."""
    from ..speech.walk import Voices

    def style_for(name: str) -> Callable[[str, str], Style]:
        return load(name).spoken_by(engine or load(voice).engine).style_for

    return Voices(voice, available, style_for)


def _made(factory: Callable[[], Any], name: str) -> Engine:
    try:
        engine: Engine = factory()
    except EngineError:
        raise
    except Exception as error:
        raise EngineError(f"{name}: the engine cannot start: {error}; choose another with --engine") from error
    return engine
