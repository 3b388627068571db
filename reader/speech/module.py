"""An output module of Speech Dispatcher: lends sayall's voices and wording to a screen reader.

Speech Dispatcher runs it as a child, writes commands to its standard input and reads replies, events and sound from its
standard output; the sound is played by Speech Dispatcher itself. Source: "Communication Protocol for Output Modules" in
Speech Dispatcher's manual, and its server audio (event 705).
"""

import re
import threading
import unicodedata
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from html import unescape
from typing import BinaryIO, Final

from ..script.narrate import narrate
from ..script.utterance import Pause
from ..script.wording.rule import Rule
from ..story import Block, Role, Story
from .engine import Engine, Sound, Style, Word
from .segments import language_for, segments

StyleFor = Callable[[str, str], Style]
"""How to speak, given the name of a voice ("" for the default) and a language."""

_TOKEN = re.compile(r"<mark\s+name=[\"']([^\"']*)[\"']\s*/>|<[^>]*>")
_ESCAPE: Final = 0x7D
_ESCAPED = {byte: bytes((_ESCAPE, byte ^ 0x20)) for byte in (0x0A, _ESCAPE)}
_NAMES = {" ": "space", "\t": "tab", "\n": "new line", ".": "dot", "-": "dash", "'": "apostrophe"}

Piece = bytes | str
"""Sound, or the name of a mark that stands behind it."""


class Module:
    """Answers commands from ``given`` on ``told`` until they end; ``voices`` are (name, language) pairs."""

    def __init__(
        self,
        given: BinaryIO,
        told: BinaryIO,
        *,
        engine: Engine,
        style_for: StyleFor,
        rules: Sequence[Rule],
        voices: Sequence[tuple[str, str]],
    ) -> None:
        self._given, self._told = given, told
        self._engine, self._style_for, self._rules, self._voices = engine, style_for, rules, voices
        self._settings: dict[str, str] = {}
        self._writing = threading.Lock()
        self._stopped = threading.Event()
        self._speaking: threading.Thread | None = None

    def run(self) -> None:
        """Obeys every command, until QUIT or the end of the input."""
        for raw in self._given:
            match raw.decode("utf-8", "replace").strip().split():
                case ["INIT"]:
                    self._tell("299-sayall is ready", "299 OK LOADED SUCCESSFULLY")
                case ["SPEAK" | "CHAR" | "KEY" | "SOUND_ICON" as kind]:
                    self._tell("202 OK RECEIVING MESSAGE")
                    self._speak(kind, self._body())
                case ["STOP" | "PAUSE"]:
                    self._stopped.set()
                case ["SET"]:
                    self._tell("203 OK RECEIVING SETTINGS")
                    self._settings |= _pairs(self._body())
                    self._tell("203 OK SETTINGS RECEIVED")
                case ["AUDIO"]:
                    self._tell("207 OK RECEIVING AUDIO SETTINGS")
                    if _pairs(self._body()).get("audio_output_method") == "server":
                        self._tell("203 OK AUDIO INITIALIZED")
                    else:
                        self._tell("300-sayall leaves playing to the server", "300 UNKNOWN ERROR")
                case ["LOGLEVEL"]:
                    self._tell("207 OK RECEIVING LOGLEVEL SETTINGS")
                    self._body()
                    self._tell("203 OK LOG LEVEL SET")
                case ["LIST", "VOICES", *_]:
                    lines = (f"200-{name}\t{language}\tnone" for name, language in self._voices)
                    self._tell(*lines, "200 OK VOICE LIST SENT")
                case ["DEBUG", *_]:
                    self._tell("200 OK DEBUGGING")
                case ["QUIT"]:
                    self._tell("210 OK QUIT")
                    break
                case _:
                    self._tell("300 ERR UNKNOWN COMMAND")
        self._stopped.set()
        if self._speaking:
            self._speaking.join(timeout=2)
        self._engine.close()

    def _body(self) -> str:
        """The lines up to one with a single dot."""
        lines = []
        for raw in self._given:
            line = raw.decode("utf-8", "replace").rstrip("\n")
            if line == ".":
                break
            lines.append(line.removeprefix(".") if line.startswith("..") else line)
        return "\n".join(lines)

    def _speak(self, kind: str, body: str) -> None:
        if self._speaking:
            self._speaking.join(timeout=2)
        self._stopped = stopped = threading.Event()
        text, marks = message(kind, body, spelled=self._settings.get("spelling_mode") == "on")
        self._tell("200 OK SPEAKING")
        self._speaking = threading.Thread(
            target=self._say, args=(text, marks, stopped), name="sayall module", daemon=True
        )
        self._speaking.start()

    def _say(self, text: str, marks: list[tuple[int, str]], stopped: threading.Event) -> None:
        self._tell("701 BEGIN")
        try:
            with closing(self._pieces(text, marks)) as pieces:
                for piece in pieces:
                    if stopped.is_set():
                        break
                    if isinstance(piece, bytes):
                        self._sound(piece)
                    else:
                        self._tell(f"700-{piece}", "700 INDEX MARK")
        finally:
            self._tell("703 STOP" if stopped.is_set() else "702 END")

    def _pieces(self, text: str, marks: list[tuple[int, str]]) -> Generator[Piece]:
        """Sound and marks in the order in which they are heard."""
        language = _given(self._settings, "language")
        style = styled(self._style_for(_given(self._settings, "synthesis_voice"), language), self._settings)
        story = Story("", (Block(Role.PARAGRAPH, text),), language=language)
        waiting = list(marks)
        for utterance in narrate(story, rules=self._rules):
            for part in segments(utterance):
                if isinstance(part, Pause):
                    continue
                tongue = language_for(self._engine, utterance.language, part)
                for item in _cut(self._engine.synthesize(part.text, tongue, style)):
                    if isinstance(item, bytes):
                        yield item
                        continue
                    at = utterance.position_at(part.char + item.char).offset
                    while waiting and waiting[0][0] <= at:
                        yield waiting.pop(0)[1]
        yield from (name for _, name in waiting)

    def _sound(self, pcm: bytes) -> None:
        samples = len(pcm) // 2
        head = (
            f"705-bits=16\n705-num_channels=1\n705-sample_rate={self._engine.sample_rate}\n705-num_samples={samples}\n"
            "705-big_endian=0\n705-AUDIO\0"
        )
        data = b"".join(_ESCAPED.get(byte) or bytes((byte,)) for byte in pcm)
        with self._writing:
            self._told.write(head.encode() + data + b"\n705 AUDIO\n")
            self._told.flush()

    def _tell(self, *lines: str) -> None:
        with self._writing:
            self._told.write("".join(f"{line}\n" for line in lines).encode())
            self._told.flush()


def message(kind: str, body: str, *, spelled: bool = False) -> tuple[str, list[tuple[int, str]]]:
    """What to say for a command's text, and the marks in it with their places."""
    match kind:
        case "CHAR":
            return character(body), []
        case "KEY":
            keys = [character(body)] if len(body) == 1 else body.split("_")
            return " ".join(character(key) if len(key) == 1 else key for key in keys), []
        case "SOUND_ICON":
            return body.replace("-", " ").replace("_", " "), []
    text, marks, cursor = "", [], 0
    for token in _TOKEN.finditer(body):
        text += unescape(body[cursor : token.start()])
        if token[1] is not None:
            marks.append((len(text), token[1]))
        cursor = token.end()
    text += unescape(body[cursor:])
    return (" ".join(map(character, text.strip())), []) if spelled else (text, marks)


def character(char: str) -> str:
    """How a single character is said: a letter as it is, a sign by its name."""
    if not char or char.isalnum() or len(char) > 1:
        return char
    return _NAMES.get(char) or unicodedata.name(char, "unknown sign").lower()


def styled(style: Style, settings: dict[str, str]) -> Style:
    """``style`` as Speech Dispatcher asks with numbers from -100 to 100.

    The rate goes from a third of the voice's own to three times as much, pitch from half to double, volume from none.
    """
    rate, pitch, volume = (
        _number(settings, name, default) for name, default in (("rate", 0), ("pitch", 0), ("volume", 100))
    )
    return replace(
        style,
        rate_wpm=round(style.rate_wpm * 3 ** (rate / 100)),
        pitch=round(style.pitch * 2 ** (pitch / 100)),
        volume=round(style.volume * (volume + 100) / 200),
    )


def _cut(items: Iterator[Sound | Word]) -> Iterator[bytes | Word]:
    """The sound, cut where a word starts."""
    done, words = 0, list[Word]()
    for item in items:
        if isinstance(item, Word):
            words.append(item)
            continue
        pcm = item.pcm
        while words and words[0].sample * 2 < done + len(pcm):
            cut = max(0, words[0].sample * 2 - done)
            if cut:
                yield pcm[:cut]
            yield words.pop(0)
            pcm, done = pcm[cut:], done + cut
        if pcm:
            yield pcm
        done += len(pcm)
    yield from words


def _pairs(body: str) -> dict[str, str]:
    return dict(line.partition("=")[::2] for line in body.splitlines() if "=" in line)


def _given(settings: dict[str, str], name: str) -> str:
    value = settings.get(name, "NULL")
    return "" if value == "NULL" else value


def _number(settings: dict[str, str], name: str, default: int) -> int:
    try:
        return max(-100, min(100, int(settings.get(name, ""))))
    except ValueError:
        return default
