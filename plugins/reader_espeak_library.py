"""The eSpeak NG library that comes with espeakng-loader: text in, pieces of sound and the places of words out.

The library holds one synthesizer for the whole process, so there is one `Library`, and one text at a time in it.
Constants and structures are those of eSpeak NG's public header, ``speak_lib.h``, version 1.52.
"""

import ctypes
import os
from collections.abc import Callable, Iterator
from ctypes import POINTER, c_char_p, c_int, c_short, c_size_t, c_ubyte, c_uint, c_void_p
from functools import cache
from itertools import count
from pathlib import Path
from threading import Lock
from typing import Any, NamedTuple

import espeakng_loader

from reader.errors import EngineError

RATES_WPM = range(80, 901)
_SPEEDED_UP_FROM_WPM = 450
_SPEEDED_UP_WPM = 175
"""From 450 on the library speaks at 175 words a minute and shortens the sound of each piece."""

_RATE, _VOLUME, _PITCH = 1, 2, 3
_SYNCHRONOUS, _DO_NOT_EXIT, _UTF8 = 2, 0x8000, 1
_PIECE_MS = 60
_LAST, _WORD = 0, 1
_GO_ON, _STOP = 0, 1


class _Voice(ctypes.Structure):
    _fields_ = (
        ("name", c_char_p), ("languages", c_void_p), ("identifier", c_char_p), ("gender", c_ubyte), ("age", c_ubyte),
        ("variant", c_ubyte), ("unused", c_ubyte), ("score", c_int), ("spare", c_void_p),
    )  # fmt: skip


class _Event(ctypes.Structure):
    _fields_ = (
        ("type", c_int), ("message", c_uint), ("text_position", c_int), ("length", c_int), ("audio_ms", c_int),
        ("sample", c_int), ("user_data", c_void_p), ("id", c_char_p),
    )  # fmt: skip


_Callback = ctypes.CFUNCTYPE(c_int, POINTER(c_short), c_int, POINTER(_Event))


class Voice(NamedTuple):
    """A voice file: ``identifier`` is its path in the data ("gmw/en-US"); ``languages`` come best first, lower case."""

    identifier: str
    name: str
    languages: tuple[str, ...]


class Settings(NamedTuple):
    """How to speak, in the library's units: ``volume`` 0 to 200 (100 as it is), ``pitch`` 0 to 100 (50 as it is)."""

    voice: str
    rate_wpm: int
    volume: int
    pitch: int


class Piece(NamedTuple):
    """Some 60 ms of sound, 16-bit mono; ``words`` are (sample since the start of the text, character of the text)."""

    pcm: bytes
    words: tuple[tuple[int, int], ...]


class Library:
    """The loaded library. `load` gives the one of this process."""

    def __init__(self, path: str, data: str) -> None:
        self._native = _declared(ctypes.CDLL(path))
        rate = self._native.espeak_Initialize(_SYNCHRONOUS, _PIECE_MS, os.fsencode(data), _DO_NOT_EXIT)
        if rate <= 0:
            raise EngineError(f"espeak cannot read its voices in {data}; a path over 160 characters is too long for it")
        self.sample_rate: int = rate
        dictionaries = {name.removesuffix("_dict") for name in os.listdir(data)}
        self.voices = tuple(v for v in self._listed() if _dictionary(v, Path(data), dictionaries) in dictionaries)
        self.variants = tuple(sorted(os.listdir(Path(data, "voices", "!v"))))
        self._lock = Lock()
        self._chosen = ""

    def speak(
        self, text: str, settings: Settings, hear: Callable[[Piece], None], is_stopped: Callable[[], bool]
    ) -> None:
        """Calls ``hear`` with each piece as it is ready, and returns after the last, or soon once ``is_stopped()``."""
        encoded = text.replace("\0", " ").encode("utf-8", "replace")
        heard_samples = 0
        shortened = _SPEEDED_UP_WPM / settings.rate_wpm if settings.rate_wpm >= _SPEEDED_UP_FROM_WPM else 1

        def take(wave: Any, samples: int, events: Any) -> int:
            nonlocal heard_samples
            if is_stopped():
                return _STOP
            words = tuple(
                (heard_samples + min(samples, round((sample - heard_samples) * shortened)), char)
                for sample, char in _words(events)
            )
            pcm = ctypes.string_at(wave, 2 * samples) if wave and samples > 0 else b""
            if pcm or words:
                hear(Piece(pcm, words))
            heard_samples += max(samples, 0)
            return _GO_ON

        callback = _Callback(take)
        with self._lock:
            self._set(settings)
            self._native.espeak_SetSynthCallback(callback)
            status = self._native.espeak_Synth(encoded, len(encoded) + 1, 0, 1, 0, _UTF8, None, None)
        if status != 0 and not is_stopped():
            raise EngineError(f"espeak stopped with status {status} at: {text[:60]}")

    def _set(self, settings: Settings) -> None:
        if settings.voice != self._chosen:
            self._chosen = ""
            if self._native.espeak_SetVoiceByName(settings.voice.encode()) != 0:
                raise EngineError(f"espeak cannot load its voice {settings.voice}")
            self._chosen = settings.voice
        for parameter, value in ((_RATE, settings.rate_wpm), (_VOLUME, settings.volume), (_PITCH, settings.pitch)):
            self._native.espeak_SetParameter(parameter, value, 0)

    def _listed(self) -> Iterator[Voice]:
        listed = self._native.espeak_ListVoices(None)
        for at in count():
            if not listed[at]:
                return
            voice = listed[at].contents
            yield Voice(voice.identifier.decode(), voice.name.decode().strip(), tuple(_languages(voice.languages)))


def _languages(address: int) -> Iterator[str]:
    """The tags of a voice: each a byte of priority and a string ended by NUL, a priority of 0 ends them."""
    while ctypes.string_at(address, 1) != b"\0":
        tag = ctypes.string_at(address + 1)
        yield tag.decode()
        address += len(tag) + 2


def _dictionary(voice: Voice, data: Path, dictionaries: set[str]) -> str:
    """The dictionary it speaks by; the library also lists voices that lack theirs, and keep silent."""
    language = voice.languages[0].partition("-")[0]
    if language in dictionaries:
        return language
    lines = (data / "lang" / voice.identifier).read_text("utf-8", "replace").splitlines()
    return next((line.split()[1] for line in lines if line.startswith("dictionary ")), "")


def _words(events: Any) -> Iterator[tuple[int, int]]:
    at = 0
    while (event := events[at]).type != _LAST:
        if event.type == _WORD:
            yield event.sample, event.text_position - 1
        at += 1


def _declared(native: Any) -> Any:
    native.espeak_Initialize.argtypes = (c_int, c_int, c_char_p, c_int)
    native.espeak_ListVoices.argtypes = (c_void_p,)
    native.espeak_ListVoices.restype = POINTER(POINTER(_Voice))
    native.espeak_SetVoiceByName.argtypes = (c_char_p,)
    native.espeak_SetParameter.argtypes = (c_int, c_int, c_int)
    native.espeak_SetSynthCallback.argtypes = (_Callback,)
    native.espeak_SetSynthCallback.restype = None
    native.espeak_Synth.argtypes = (c_char_p, c_size_t, c_uint, c_int, c_uint, c_uint, c_void_p, c_void_p)
    return native


def load() -> Library:
    """The library of this process, with its voices read; `EngineError` when it cannot be loaded."""
    with _loading:
        return _loaded()


_loading = Lock()


@cache
def _loaded() -> Library:
    try:
        return Library(espeakng_loader.get_library_path(), espeakng_loader.get_data_path())
    except (OSError, RuntimeError) as error:
        raise EngineError(f"espeak cannot be loaded: {error}; reinstall the package espeakng-loader") from error
