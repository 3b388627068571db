"""The engine ``pyttsx3``: the system's own voices on Windows and macOS, eSpeak NG on Linux, all through pyttsx3.

A child program speaks each sentence into a file, as pyttsx3 can neither give sound in pieces nor be stopped, and some
of its drivers hang or crash. Where words start is estimated: they share the sentence's time by their length.

A speaker is the id or the name of a voice; on Linux also with a variant, as in "gmw/en-US+f3".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Mapping
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader import hookimpl
from reader.errors import EngineError
from reader.patterns import later
from reader.speech.engine import Engine, Sound, Speaker, Style, Word

if TYPE_CHECKING:
    from tempfile import TemporaryDirectory

    from reader_pyttsx3_process import Process

_NEAREST = {"en": "en-us", "zh": "cmn", "no": "nb", "nn": "nb"}
"""Lower-case tags of texts, and of the voices for them where those are called otherwise."""

_PIECE_BYTES = 2 * 2_205
_LONGEST = later(r"(?s)\S.{0,999}(?=\s|$)|\S.{0,999}")
"""A thousand characters at most are spoken at once; a longer text is cut between words where it has any."""


@hookimpl
def engines() -> Mapping[str, Callable[[], Engine]]:
    return {"pyttsx3": Pyttsx3}


class Pyttsx3:
    """Speaks with the system's voices; see `reader.speech.engine.Engine`.

    The child lives on from sentence to sentence. It has ``patience_s`` seconds, and a little for each character, to
    answer; one that does not, or that ends, is an `EngineError`, and the next sentence has a new child. Pitch is kept
    on Linux only.
    """

    name = "pyttsx3"

    def __init__(self, patience_s: float = 15.0) -> None:
        from reader_pyttsx3_sound import SAMPLE_RATE

        self.sample_rate = SAMPLE_RATE
        self._patience_s = patience_s
        self._folder: TemporaryDirectory[str] | None = None
        self._child: Process | None = None
        self._start()

    def speakers(self) -> tuple[Speaker, ...]:
        """The system's voices."""
        return tuple(
            Speaker(voice["id"], tuple(tag.replace("_", "-") for tag in voice["languages"]), voice["name"])
            for voice in self._start().described(self._patience_s)["voices"]
        )

    def synthesize(self, text: str, language: str, style: Style) -> Generator[Sound | Word, None, None]:
        """The sentence in pieces of a tenth of a second, all of it made before the first."""
        before = 0
        for found in _LONGEST.finditer(text):
            pcm = self._spoken(found[0], language, style)
            words = _estimated(found[0], len(pcm) // 2)
            for at in range(0, len(pcm), _PIECE_BYTES):
                piece = pcm[at : at + _PIECE_BYTES]
                while words and words[0].sample < (at + len(piece)) // 2:
                    word = words.pop(0)
                    yield Word(before + word.sample, found.start() + word.char)
                yield Sound(piece)
            before += len(pcm) // 2

    def close(self) -> None:
        """Ends the child and removes its files; a sentence that it was speaking raises `EngineError`."""
        if self._child:
            self._child.end()
        if self._folder:
            self._folder.cleanup()
        self._child = self._folder = None

    def _start(self) -> Process:
        from reader_pyttsx3_process import Process

        if self._folder is None:
            from tempfile import TemporaryDirectory

            self._folder = TemporaryDirectory(prefix="sayall-", ignore_cleanup_errors=True)
        if self._child is None:
            self._child = Process()
        return self._child

    def _spoken(self, text: str, language: str, style: Style) -> bytes:
        from reader_pyttsx3_sound import read_sound

        child = self._start()
        assert self._folder
        file = Path(self._folder.name, "sentence.wav")
        file.unlink(missing_ok=True)
        try:
            described = child.described(self._patience_s)
            request = {
                "text": text.replace("\0", " "),
                "file": str(file),
                "voice": voice_id(described, language, style.speaker),
                "rate_wpm": style.rate_wpm,
                "pitch": style.pitch,
                "volume": style.volume,
            }
            child.ask(request, self._patience_s + len(text) / 50)
        except EngineError:
            child.end()
            self._child = None
            raise
        try:
            return read_sound(file.read_bytes())
        except FileNotFoundError:
            raise EngineError(f"pyttsx3 made no sound for: {text[:60]}") from None


def _estimated(text: str, samples: int) -> list[Word]:
    """Each word with its share of the time, by how long its characters take."""
    ends = list(accumulate(_duration(text, at) for at in range(len(text))))
    starts = [0.0, *ends]
    return [Word(int(starts[found.start()] * samples / ends[-1]), found.start()) for found in re.finditer(r"\S+", text)]


def _duration(text: str, at: int) -> float:
    """How long the character at ``at`` takes, a letter being 1; fitted to eSpeak NG on sentences of news."""
    character, after = text[at], text[at + 1 : at + 2]
    if character.isspace():
        return 0.3
    if character.isdigit():
        return 5
    return 4 if after.isspace() and not character.isalpha() else 1


def voice_id(described: Mapping[str, Any], language: str, speaker: str) -> str:
    """The voice to ask for: the speaker, or the best for the language, or the system's own; see the child's answers."""
    voices = described["voices"]
    name, _, variant = speaker.partition("+")
    if name:
        for voice in voices:
            if name.lower() in (voice["id"].lower(), voice["name"].lower()):
                return str(voice["id"]) + (f"+{variant}" if variant else "")
        raise _unknown(name, [voice["id"] for voice in voices] + [voice["name"] for voice in voices])
    return _for_language(described, language) + (f"+{variant}" if variant else "")


def _for_language(described: Mapping[str, Any], language: str) -> str:
    tags = {voice["id"]: [tag.lower().replace("_", "-") for tag in voice["languages"]] for voice in described["voices"]}
    own = str(described["voice"])
    wanted = language.lower().replace("_", "-")
    primary = wanted.split("-")[0]
    for tag in (wanted, _NEAREST.get(primary, primary)):
        for voice in (own, *tags):
            if tag in tags.get(voice, ()):
                return str(voice)
    for voice in (own, *tags):
        if any(tag.split("-")[0] == primary for tag in tags.get(voice, ())):
            return str(voice)
    return own


def _unknown(name: str, known: list[str]) -> EngineError:
    from difflib import get_close_matches

    near = get_close_matches(name, known, n=3)
    return EngineError(f"pyttsx3 has no speaker {name}; did you mean {' or '.join(near or known[:5])}?")
