"""The program behind the engine pyttsx3: it has the system's voice speak one sentence at a time into a file.

It reads requests from standard input and answers on standard output, one JSON object a line. First of all it tells
``{"driver", "voice", "voices": [{"id", "name", "languages"}]}``. A request is ``{"text", "file", "voice", "rate_wpm",
"pitch", "volume"}``, all settings in the units of `reader.speech.engine.Style`; the answer is ``{}`` when the file is
complete, or ``{"error"}``. It ends with its input. It is a process of its own since a driver may hang or crash.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TextIO

ESPEAK = "espeak"
"""The driver of Linux. Those of Windows and macOS return when they are done, and keep no pitch."""

_TRIES = 3
_WAV_HEADER = 44


def main() -> None:
    """Serves requests until the input ends."""
    answers = os.fdopen(os.dup(1), "w", encoding="ascii")
    os.dup2(2, 1)  # drivers print
    try:
        engine = _started()
        failed: list[str] = []
        finished: list[bool] = []
        engine.connect("error", lambda name, exception: failed.append(f"{type(exception).__name__}: {exception}"))
        engine.connect("finished-utterance", lambda name, completed: finished.append(completed))
        _answer(answers, _described(engine))
    except Exception as error:
        _answer(answers, {"error": f"{type(error).__name__}: {error}"})
        return
    for line in sys.stdin:
        failed.clear()
        finished.clear()
        try:
            _speak(engine, json.loads(line), lambda: bool(finished or failed))
        except Exception as error:
            failed.append(f"{type(error).__name__}: {error}")
        _answer(answers, {"error": failed[0]} if failed else {})


def _answer(answers: TextIO, answer: dict[str, Any]) -> None:
    answers.write(json.dumps(answer) + "\n")
    answers.flush()


def _started() -> Any:
    if sys.platform not in ("darwin", "win32"):
        _bring_espeak()
    import pyttsx3

    engine = pyttsx3.init()
    if str(engine) == ESPEAK:
        engine.runAndWait()  # until then settings wait in a queue
    return engine


def _bring_espeak() -> None:
    """Loads the eSpeak NG of espeakng-loader, so that pyttsx3 finds it loaded when it asks for the system's."""
    import ctypes

    import espeakng_loader

    os.environ["ESPEAK_DATA_PATH"] = espeakng_loader.get_data_path()
    ctypes.CDLL(espeakng_loader.get_library_path(), mode=ctypes.RTLD_GLOBAL)
    from pyttsx3.drivers import _espeak

    synth = _espeak.cSynth
    # pyttsx3 2.99 gives ten times the text's size, and the library reads that far.
    _espeak.cSynth = lambda text, size, *rest: synth(text, len(text) + 1, *rest)


def _described(engine: Any) -> dict[str, Any]:
    voices = [
        {"id": str(voice.id), "name": str(voice.name), "languages": [_text(tag) for tag in voice.languages or ()]}
        for voice in engine.getProperty("voices")
    ]
    return {"driver": str(engine), "voice": str(engine.getProperty("voice")), "voices": voices}


def _text(tag: object) -> str:
    return tag.decode("utf-8", "replace") if isinstance(tag, bytes) else str(tag)


def _speak(engine: Any, request: dict[str, Any], is_done: Callable[[], bool]) -> None:
    driver = str(engine)
    engine.setProperty("voice", request["voice"])
    engine.setProperty("rate", _within(driver, request["rate_wpm"]))
    engine.setProperty("volume", min(request["volume"] / 100, 2.0 if driver == ESPEAK else 1.0))
    if driver == ESPEAK:
        engine.setProperty("pitch", _espeak_pitch(request["pitch"]))
    for _ in range(_TRIES):
        if driver == ESPEAK:
            _wait_for_espeak()
        engine.save_to_file(request["text"], request["file"])
        engine.runAndWait()
        if driver == ESPEAK:
            while not is_done():
                time.sleep(0.002)
            _wait_for_espeak()
        if not _is_lost(driver, request):
            break


def _is_lost(driver: str, request: dict[str, Any]) -> bool:
    """Whether words were asked for and the file is empty: on a busy machine the cancelling comes late all the same."""
    file = Path(request["file"])
    has_words = any(map(str.isalnum, request["text"]))
    return driver == ESPEAK and has_words and (not file.exists() or file.stat().st_size <= _WAV_HEADER)


def _wait_for_espeak() -> None:
    """Waits until the library's own thread is idle: pyttsx3 begins by cancelling whatever that thread still does.

    Setting a voice or a rate is such a thing too, and the cancelling may come late enough to end the new sentence.
    """
    from pyttsx3.drivers import _espeak

    while _espeak.IsPlaying():
        time.sleep(0.001)


def _within(driver: str, rate_wpm: int) -> int:
    """The nearest rate that the driver takes: SAPI knows only ten steps of a tenth up and down."""
    return min(max(rate_wpm, 60), 440) if driver == "sapi5" else min(max(rate_wpm, 80), 900)


def _espeak_pitch(percent: int) -> int:
    """eSpeak's number from 0 to 100 for percent of the voice's own frequency, which goes from 68 to 162 there."""
    return min(max(round(50 + (percent - 100) * (0.81 if percent > 100 else 1.56)), 0), 100)


if __name__ == "__main__":
    main()
