"""What a speech engine is: it turns text into sound, word by word, and never plays it."""

from collections.abc import Iterator
from typing import Protocol

from ..frozen import frozen


@frozen
class Sound:
    """A piece of sound: 16-bit signed little-endian mono PCM at the engine's ``sample_rate``."""

    pcm: bytes


@frozen
class Word:
    """A word starts: ``sample`` counts from the start of this synthesis, ``char`` is its place in the text given."""

    sample: int
    char: int


@frozen
class Speaker:
    """A voice that an engine has: ``name`` chooses it, ``languages`` are BCP 47 tags."""

    name: str
    languages: tuple[str, ...] = ()
    description: str = ""


@frozen
class Style:
    """How to speak: ``rate_wpm`` in words a minute, ``pitch`` and ``volume`` in percent of the speaker's own.

    ``speaker`` is one of the engine's own names, "" for the one that fits the language.
    The pauses are the player's affair, engines pass them over: ``pause_before_ms`` and ``pause_after_ms`` set a block
    off from its neighbours, ``sentence_pause_ms`` is between two sentences of a block. So is ``earcon``, the word for a
    short sound before a block, "" for none.
    """

    rate_wpm: int = 180
    pitch: int = 100
    volume: int = 100
    speaker: str = ""
    pause_before_ms: int = 0
    pause_after_ms: int = 0
    sentence_pause_ms: int = 0
    earcon: str = ""


class Engine(Protocol):
    """Turns one utterance's text into sound. Not thread-safe: the player calls it from one thread at a time.

    ``synthesize`` yields `Sound` as it comes and a `Word` no later than the sound in which that word starts; closing
    the generator ends the synthesis soon. It raises `EngineError` when the engine has stopped working.

    It may have a method ``who_speaks(language)``: the name of the voice or the engine that says text in a language, ""
    where none can. By it a passage that nobody can say, and a foreign word for which another would step in, is left
    to the voice of its sentence.
    """

    name: str
    sample_rate: int
    """Samples a second."""

    def speakers(self) -> tuple[Speaker, ...]:
        """The voices it has, each with its languages."""
        ...

    def synthesize(self, text: str, language: str, style: Style) -> Iterator[Sound | Word]:
        """The sound of ``text``, which holds no markup; ``language`` is a BCP 47 tag or ""."""
        ...

    def close(self) -> None:
        """Ends it; safe to call twice."""
        ...


def who_speaks(engine: Engine, language: str) -> str:
    """The name of who says text in ``language`` with that engine, "" for nobody; its own where it cannot tell."""
    ask = getattr(engine, "who_speaks", None)
    return engine.name if ask is None else str(ask(language))
