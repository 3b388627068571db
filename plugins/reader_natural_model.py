"""The natural voice itself, hibari-tts: a piece of text in, its sound and the places of its words out.

hibari-tts has no interface to when its words are said. Its network computes it, though: the frame at which each sound
ends is a value inside, which is made an output here. Where that fails, words share the time by their sounds.
"""

import ctypes
import json
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import espeakng_loader
import numpy as np
import onnxruntime
from hibari import dsp
from hibari.g2p import G2P
from hibari.g2p.normalize import normalize
from hibari.tts import ASSETS
from hibari.voices import VOICES, voice_path

SAMPLE_RATE: int = dsp.SR
NORMAL_WPM = 166
"""Its pace as it is: on news it takes as long as eSpeak NG does at this rate."""

_ENDS = "/CumSum_output_0"
_FRAME = 600
_EARLY = 960  # samples by which a sound is heard before its first frame, as measured at the ends of pauses
_LOUDNESS = 1.45  # brings it to that of eSpeak NG
_AUDIBLE = 0.005
_MARGIN = SAMPLE_RATE // 100
_BRISK = 1.2
_STEP = SAMPLE_RATE // 100
_PAUSE_STEPS = 10
_SILENT = 250
"""Beyond this speed pauses within a clause are cut to 100 ms first, so that the words themselves need less haste: at
260 words a minute Whisper tiny.en gets 4.1 of 100 words wrong and not 5.3."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """16-bit little-endian mono PCM at `SAMPLE_RATE`; ``words`` are (sample, character of the text)."""

    pcm: bytes
    words: tuple[tuple[int, int], ...]


def present() -> dict[str, str]:
    """The voices that are on this machine, each with its language; nothing is ever downloaded."""
    return {name: voice["language"] for name, voice in VOICES.items() if _file(name)}


def _file(name: str) -> Path | None:
    try:
        file = Path(voice_path(name, download_missing=False))
    except (OSError, ValueError):
        return None
    return file if file.is_file() else None


class Model:
    """One of its voices, loaded: that takes half a second."""

    def __init__(self, name: str) -> None:
        file = _file(name)
        if file is None:
            raise FileNotFoundError(name)
        with ThreadPoolExecutor(1) as pool:
            session = pool.submit(_session, file.read_bytes())
            self._g2p = G2P(british=VOICES[name]["british"])
            self._session = session.result()
        self._vocabulary: dict[str, int] = json.loads(Path(ASSETS, "vocab.json").read_text("utf-8"))
        self._outputs = [output.name for output in self._session.get_outputs()]
        self._change = getattr(ctypes.CDLL(espeakng_loader.get_library_path()), "sonicChangeShortSpeed", None)

    def speak(self, text: str, speed: float, pitch: float, loudness: float) -> Spoken:
        """``speed``, ``pitch`` and ``loudness`` are factors on its own. Silence at either end is left out."""
        phonemes, words = self._phonemes(text)
        ids, at_id = [0], []
        for phoneme in phonemes:
            at_id.append(len(ids))
            if phoneme in self._vocabulary:
                ids.append(self._vocabulary[phoneme])
        wave, ends = self._made([*ids, 0], speed)
        heard = np.flatnonzero(np.abs(wave) > _AUDIBLE)
        if len(ids) == 1 or not len(heard):
            return Spoken(b"", ())
        first, last = max(0, heard[0] - _MARGIN), heard[-1] + _MARGIN
        part = np.clip(wave[first:last] * (_LOUDNESS * 32_767), -32_767, 32_767)
        kept = _kept(part) if self._change and speed > _BRISK else np.ones(-(-len(part) // _STEP), bool)
        brief = part[np.repeat(kept, _STEP)[: len(part)]]
        paced = self._paced(brief, max(1, speed * len(brief) / len(part)) if len(brief) < len(part) else speed, pitch)
        share = len(paced) / len(brief)
        before = np.concatenate(([0], np.cumsum(kept))) * _STEP
        starts = []
        for at, char in words:
            if at < len(at_id):
                sample = max(0, int(ends[at_id[at] - 1]) - _EARLY - int(first))
                step = min(sample // _STEP, len(kept) - 1)
                starts.append((int((before[step] + kept[step] * (sample % _STEP)) * share), char))
        samples = np.clip(paced * loudness, -32_767, 32_767).astype("<i2")
        return Spoken(samples.tobytes(), tuple((min(max(0, at), len(samples) - 1), char) for at, char in starts))

    def _made(self, ids: list[int], speed: float) -> tuple[Any, Any]:
        """The wave, from -1 to 1, and the sample at which each sound ends; its words a minute are about `NORMAL_WPM`.

        The network's own speed goes in steps, from 180 words a minute straight to 250: it is but a makeshift.
        """
        inputs = {"ids": np.asarray([ids], np.int64), "speed": np.asarray([1 if self._change else speed], np.float32)}
        outputs = dict(zip(self._outputs, self._session.run(None, inputs), strict=True))
        ends = outputs.pop(_ENDS, None)
        wave = dsp.synth(*(output[0] for output in outputs.values()), np.random.default_rng(0))
        return wave, np.linspace(0, len(wave), len(ids)) if ends is None else ends.reshape(-1) * _FRAME

    def _paced(self, samples: Any, speed: float, pitch: float) -> Any:
        """Faster or slower and higher or lower by Sonic, which eSpeak NG's library holds."""
        if self._change is None or (speed, pitch) == (1, 1):
            return samples
        buffer = np.zeros(int(len(samples) / min(speed, 1)) + SAMPLE_RATE, np.int16)
        buffer[: len(samples)] = samples.astype(np.int16)
        real = ctypes.c_float
        at = buffer.ctypes.data_as(ctypes.c_void_p)
        made = self._change(at, len(samples), real(speed), real(pitch), real(1), real(1), 0, SAMPLE_RATE, 1)
        return buffer[:made]

    def _phonemes(self, text: str) -> tuple[str, list[tuple[int, int]]]:
        """How ``text`` is said, and (phoneme, character) for each word of it."""
        normalized = normalize(text)
        said, phonemes, starts = [], "", []
        begun = False
        for token in self._g2p.phonemize_tokens(self._g2p.tokenize(normalized)):
            if not begun:
                starts.append(len(phonemes))
                said.append("")
            said[-1] += token.text
            phonemes += (token.phonemes or "") + (" " if token.whitespace else "")
            begun = not token.whitespace
        written = [(found[0], found.start()) for found in re.finditer(r"\S+", text)]
        return phonemes, [(starts[k], written[i][1]) for i, k in _matched([word for word, _ in written], said)]


def _kept(samples: Any) -> Any:
    """Which steps of 10 ms stay where each silence is cut to `_PAUSE_STEPS` of them."""
    count = -(-len(samples) // _STEP)
    padded = np.zeros(count * _STEP)
    padded[: len(samples)] = np.abs(samples)
    silent = padded.reshape(count, _STEP).max(1) <= _SILENT
    kept, run = np.ones(count, bool), 0
    for step in range(count):
        run = run + 1 if silent[step] else 0
        kept[step] = run <= _PAUSE_STEPS
    return kept


def _matched(written: list[str], said: list[str]) -> Iterator[tuple[int, int]]:
    """(number of a written word, number of the word with which saying it begins), where there is one, in order."""
    for _, i1, i2, k1, k2 in SequenceMatcher(None, written, said, autojunk=False).get_opcodes():
        if k2 > k1:
            yield from ((i, k1 + (i - i1) * (k2 - k1) // (i2 - i1)) for i in range(i1, i2))


def _session(model: bytes) -> Any:
    """The network with the ends of its sounds among its outputs, or as it is where they cannot be had.

    In Protocol Buffers a message written twice is merged: a second graph (field 7) that holds but an output (field 12)
    by its name (field 1) adds that output to the first.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 4
    providers = ["CPUExecutionProvider"]
    addition = _field(7, _field(12, _field(1, _ENDS.encode())))
    try:
        return onnxruntime.InferenceSession(model + addition, options, providers)
    except Exception:  # the runtime has an exception of its own for each way in which a model does not load
        return onnxruntime.InferenceSession(model, options, providers)


def _field(number: int, content: bytes) -> bytes:
    return bytes([number << 3 | 2, len(content)]) + content
