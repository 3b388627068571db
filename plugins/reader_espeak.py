"""The engine ``espeak``: eSpeak NG in this process, the first sound within milliseconds, in some hundred languages.

eSpeak NG is free software under the GPL, version 3 or later; it comes in the package espeakng-loader.

A speaker is one of its voices ("en-GB", "cmn", "gmw/en-US-nyc"), with "+" and a variant for another timbre
("en-US+f3"), or a variant alone ("+m7") for whichever voice suits the language of the text. A speaker of another
language than the text's lends it only the variant.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import closing, suppress
from functools import cache, lru_cache
from itertools import pairwise
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import TYPE_CHECKING

from reader import hookimpl
from reader.errors import EngineError
from reader.speech.engine import Engine, Sound, Speaker, Style, Word

if TYPE_CHECKING:
    from reader_espeak_library import Library, Piece, Settings, Voice

_DEFAULT = "en-US"
_NEAREST = {
    "en": "en-US", "en-uk": "en-GB", "en-au": "en-GB", "en-nz": "en-GB", "en-ie": "en-GB", "en-in": "en-GB",
    "en-za": "en-GB", "en-jm": "en-029", "en-tt": "en-029", "en-bb": "en-029", "fr": "fr-FR",
    "zh": "cmn", "zh-hk": "yue", "zh-mo": "yue", "no": "nb", "nn": "nb", "iw": "he", "in": "id", "sh": "hr", "mo": "ro",
    "es-ar": "es-419", "es-bo": "es-419", "es-cl": "es-419", "es-co": "es-419", "es-cr": "es-419", "es-cu": "es-419",
    "es-do": "es-419", "es-ec": "es-419", "es-gt": "es-419", "es-hn": "es-419", "es-mx": "es-419", "es-ni": "es-419",
    "es-pa": "es-419", "es-pe": "es-419", "es-pr": "es-419", "es-py": "es-419", "es-sv": "es-419", "es-us": "es-419",
    "es-uy": "es-419", "es-ve": "es-419",
}  # fmt: skip
"""The speaker for tags, in lower case, where it does not follow from the tag."""

_PITCHES = ((68, 0), (81, 25), (100, 50), (126, 75), (162, 100))
"""Percent of the voice's own frequency, as measured, and the library's number for it."""

_LONGEST = 1_000
"""Characters given to the library at once; a longer text is cut between words, so that memory stays small."""

_PATIENCE_S = 10.0


@hookimpl
def engines() -> Mapping[str, Callable[[], Engine]]:
    return {"espeak": Espeak}


class Espeak:
    """Speaks with eSpeak NG; see `reader.speech.engine.Engine`. Rates are kept from 80 to 900 words a minute."""

    name = "espeak"

    @staticmethod
    def warm_up() -> None:
        """Loads the library in another thread, so that it is ready when the first sentence is."""
        Thread(target=_warm_up, name="espeak", daemon=True).start()

    def __init__(self) -> None:
        from reader_espeak_library import load

        self._library = load()
        self.sample_rate = self._library.sample_rate
        self._running: Event | None = None

    def speakers(self) -> tuple[Speaker, ...]:
        """Its voices; each also takes a variant, as in "en-US+f3"."""
        return tuple(
            Speaker(name, tuple(map(_cased, voice.languages)), voice.name)
            for name, voice in _named(self._library).items()
        )

    def who_speaks(self, language: str) -> str:
        """Itself, in every language that it has a voice for."""
        return self.name if not language or _known(self._library, language) else ""

    def synthesize(self, text: str, language: str, style: Style) -> Generator[Sound | Word, None, None]:
        """Sound in pieces of some 60 ms, as it is made; a word for each that the library tells apart."""
        settings = _settings(self._library, language, style)
        made, last = 0, -1
        for start, part in _parts(text):
            before = made
            with closing(self._pieces(part, settings)) as pieces:
                for piece in _trimmed(pieces):
                    for sample, char in piece.words:
                        at = start + word_start(part, char)
                        if at > last:
                            yield Word(before + sample, at)
                            last = at
                    if piece.pcm:
                        yield Sound(piece.pcm)
                        made += len(piece.pcm) // 2

    def close(self) -> None:
        """Stops what is being synthesized; the library itself stays for the next engine of this process."""
        if self._running:
            self._running.set()

    def _pieces(self, text: str, settings: Settings) -> Generator[Piece, None, None]:
        """What the library makes in a thread that never waits, so that a listener who pauses blocks nobody."""
        stopped = self._running = Event()
        made: SimpleQueue[Piece | BaseException | None] = SimpleQueue()

        def work() -> None:
            try:
                self._library.speak(text, settings, made.put, stopped.is_set)
            except BaseException as error:
                made.put(error)
            else:
                made.put(None)

        Thread(target=work, name="espeak", daemon=True).start()
        try:
            while (piece := made.get(timeout=_PATIENCE_S)) is not None:
                if isinstance(piece, BaseException):
                    raise piece
                yield piece
        except Empty:
            raise EngineError(f"espeak gave no sound for {_PATIENCE_S:.0f} s at: {text[:60]}") from None
        finally:
            stopped.set()


def _warm_up() -> None:
    from reader_espeak_library import load

    with suppress(Exception):  # it is raised again for whoever speaks
        load()


def _trimmed(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces without the silence before and after, some 100 and 300 ms where a text opens or ends with quotes."""
    from reader_espeak_library import Piece

    lead = silence = 0
    started = False
    for piece in pieces:
        samples = array("h", piece.pcm)
        end = len(samples) - _silent(reversed(samples))
        start = 0
        if end and not started:
            started = True
            start = _silent(samples)
            lead, silence = silence + start, 0
        words = tuple((max(0, sample - lead) if started else 0, char) for sample, char in piece.words)
        pcm = b""
        if end:
            pcm, silence = bytes(2 * silence) + piece.pcm[2 * start : 2 * end], 0
        silence += len(samples) - end
        if pcm or words:
            yield Piece(pcm, words)


def _silent(samples: Iterable[int]) -> int:
    """How many of them come before the first that can be heard; a variant's echo dies away in threes and less."""
    count = 0
    for sample in samples:
        if abs(sample) > 3:
            break
        count += 1
    return count


def word_start(text: str, char: int) -> int:
    """Where the word that the library places at ``char`` starts.

    Its places are exact in plain words, but drift within numbers and symbols: there they count for the whole token.
    """
    char = min(max(char, 0), len(text) - 1)
    while char > 0 and text[char].isspace():
        char -= 1
    while text[char].isspace() and char < len(text) - 1:
        char += 1
    start = char
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    if char == start or ord(text[char]) >= 0x2E80:
        return char
    before, is_plain = text[char - 1], not any(c.isdigit() for c in text[start : char + 1])
    return char if is_plain and text[char].isalpha() and not (before.isalnum() or before in "'’") else start


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """``text`` in parts of at most `_LONGEST` characters, each with its start."""
    start = 0
    while len(text) - start > _LONGEST:
        end = text.rfind(" ", start + 1, start + _LONGEST) + 1 or start + _LONGEST
        yield start, text[start:end]
        start = end
    if text[start:].strip():
        yield start, text[start:]


def _settings(library: Library, language: str, style: Style) -> Settings:
    from reader_espeak_library import RATES_WPM, Settings

    return Settings(
        voice=_identifier(library, language, style.speaker),
        rate_wpm=min(max(style.rate_wpm, RATES_WPM[0]), RATES_WPM[-1]),
        volume=min(max(style.volume, 0), 200),
        pitch=_pitch(style.pitch),
    )


def _pitch(percent: int) -> int:
    for (low, from_number), (high, to_number) in pairwise(_PITCHES):
        if percent <= high:
            return max(0, round(from_number + (percent - low) / (high - low) * (to_number - from_number)))
    return _PITCHES[-1][1]


@lru_cache(256)
def _identifier(library: Library, language: str, speaker: str) -> str:
    """The library's name for the voice, with its variant; `EngineError` when there is no such speaker."""
    name, _, variant = speaker.partition("+")
    voice = for_language(library, language)
    if name:
        voices = {key.lower(): v for n, v in _named(library).items() for key in (v.identifier, v.name, n)}
        wanted = voices.get(name.strip().lower())
        if wanted is None:
            raise _unknown("speaker", name, _named(library))
        if not language or _primary(voice) & _primary(wanted):
            voice = wanted
    if not variant:
        return voice.identifier
    variants = {known.lower(): known for known in library.variants}
    if variant.lower() not in variants:
        raise _unknown("variant", variant, library.variants)
    return f"{voice.identifier}+{variants[variant.lower()]}"


def _unknown(what: str, name: str, known: Iterable[str]) -> EngineError:
    from difflib import get_close_matches

    known = sorted(known)
    near = get_close_matches(name, known, n=3, cutoff=0.5)
    hint = f"did you mean {' or '.join(near)}?" if near else f"it has {', '.join(known[:8])} and more"
    return EngineError(f"espeak has no {what} {name}; {hint}")


def for_language(library: Library, language: str) -> Voice:
    """The voice for a BCP 47 tag, found by shortening the tag (RFC 4647, lookup); American English where none suits."""
    return _known(library, language) or _named(library)[_DEFAULT]


@lru_cache(256)
def _known(library: Library, language: str) -> Voice | None:
    named = _named(library)
    by_name = {name.lower(): voice for name, voice in named.items()}
    subtags = language.lower().replace("_", "-").split("-")
    regions = [f"{subtags[0]}-{s}" for s in subtags[1:] if len(s) == 2]
    for tag in ["-".join(subtags), *regions, *("-".join(subtags[:n]) for n in range(len(subtags) - 1, 0, -1))]:
        if tag in _NEAREST:
            return named[_NEAREST[tag]]
        if tag in by_name:
            return by_name[tag]
        for voice in named.values():
            if tag in voice.languages:
                return voice
    return None


@cache
def _named(library: Library) -> dict[str, Voice]:
    """Each voice under the first of its language tags, or under its file's name where that is taken."""
    named: dict[str, Voice] = {}
    for voice in library.voices:
        name = _cased(voice.languages[0])
        named[name if name not in named else voice.identifier.rpartition("/")[2]] = voice
    return named


def _primary(voice: Voice) -> set[str]:
    return {tag.split("-")[0] for tag in voice.languages}


def _cased(tag: str) -> str:
    """``tag`` with regions in upper and scripts in title case, as BCP 47 recommends."""
    first, *rest = tag.split("-")
    return "-".join([first, *(s.upper() if len(s) == 2 else s.title() if len(s) == 4 else s for s in rest)])
