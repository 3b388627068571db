"""The child through which pyttsx3 speaks, the voices that it has, and the sound that it writes down."""

import io
import os
import signal
import struct
import sys
import time
import wave
from array import array
from collections.abc import Iterator
from pathlib import Path

import pytest

import reader_pyttsx3_child
from reader.errors import EngineError
from reader.testing import loudness, spoken
from reader_pyttsx3 import Pyttsx3, voice_id
from reader_pyttsx3_sound import read_sound

WAVES = array("h", [0] * 5_000 + [8_000, -8_000] * 2_000 + [0] * 5_000)


@pytest.fixture(name="engine")
def _engine() -> Iterator[Pyttsx3]:
    engine = Pyttsx3()
    yield engine
    engine.close()


def test_the_child_lives_on_from_sentence_to_sentence(engine: Pyttsx3) -> None:
    spoken(engine, "One.")
    pid = engine._start().pid
    spoken(engine, "Two.")
    assert engine._start().pid == pid


def test_every_speaker_can_be_chosen_by_its_name(engine: Pyttsx3) -> None:
    speakers = engine.speakers()
    described = {"voice": "x", "voices": [{"id": s.name, "name": s.description, "languages": []} for s in speakers]}
    assert speakers
    assert [voice_id(described, "", s.name) for s in speakers] == [s.name for s in speakers]


@pytest.mark.parametrize(
    ("language", "speaker", "chosen"),
    [
        ("", "", "own"), ("en", "", "us"), ("en-GB", "", "own"), ("en-AU", "", "us"), ("EN_us", "", "us"),
        ("de-CH", "", "own2"), ("zh-Hans", "", "mandarin"), ("tlh", "", "own"), ("de", "Anna", "us"),
        ("", "US+f3", "us+f3"),        ("de", "+f3", "own2+f3"),
    ],
)  # fmt: skip
def test_the_voice_follows_the_speaker_and_then_the_language(language: str, speaker: str, chosen: str) -> None:
    voices = [
        {"id": "caribbean", "name": "Marvin", "languages": ["en-029"]},
        {"id": "own", "name": "George", "languages": ["en_GB"]},
        {"id": "us", "name": "Anna", "languages": ["en-US"]},
        {"id": "own2", "name": "Uwe", "languages": ["de"]},
        {"id": "mandarin", "name": "Li", "languages": ["cmn"]},
    ]
    assert voice_id({"voice": "own", "voices": voices}, language, speaker) == chosen


class Late:
    """As pyttsx3 with its driver for eSpeak, whose first files are cancelled before a word is in them."""

    def __init__(self, cancelled: int) -> None:
        self.cancelled, self.asked = cancelled, 0

    def __str__(self) -> str:
        return "espeak"

    def setProperty(self, name: str, value: object) -> None:
        pass

    def save_to_file(self, text: str, file: str) -> None:
        self.asked += 1
        with wave.open(file, "wb") as sound:
            sound.setparams((1, 2, 22_050, 0, "NONE", ""))
            sound.writeframes(b"" if self.asked <= self.cancelled else WAVES.tobytes())

    def runAndWait(self) -> None:
        pass


@pytest.mark.parametrize(("text", "cancelled", "asked"), [("Two.", 0, 1), ("Two.", 1, 2), ("Two.", 9, 3), ("–", 9, 1)])
def test_a_sentence_that_was_cancelled_by_mistake_is_asked_for_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, cancelled: int, asked: int
) -> None:
    monkeypatch.setattr(reader_pyttsx3_child, "_wait_for_espeak", lambda: None)
    engine = Late(cancelled)
    request = {"text": text, "file": str(tmp_path / "a.wav"), "voice": "", "rate_wpm": 200, "pitch": 100, "volume": 100}
    reader_pyttsx3_child._speak(engine, request, lambda: True)
    assert engine.asked == asked


def test_a_child_that_died_is_told_of_and_the_next_sentence_has_another(engine: Pyttsx3) -> None:
    spoken(engine, "One.")
    os.kill(engine._start().pid, signal.SIGTERM)
    with pytest.raises(EngineError, match=r"^pyttsx3 ended with status -?\d+; it was to speak: Two\.$"):
        spoken(engine, "Two.")
    assert list(spoken(engine, "Three.")[0]) == ["Three."]


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot be stopped there")
def test_a_child_that_hangs_is_given_up_in_time() -> None:
    engine = Pyttsx3(patience_s=2)
    spoken(engine, "One.")
    hanging = engine._start().pid
    os.kill(hanging, signal.SIGSTOP)
    started = time.perf_counter()
    with pytest.raises(EngineError, match=r"^pyttsx3 did not answer for 2 s; it was to speak: Two\.$"):
        spoken(engine, "Two.")
    assert time.perf_counter() - started < 4
    with pytest.raises(ProcessLookupError):
        os.kill(hanging, 0)
    engine.close()


def test_closing_leaves_no_process_and_no_files() -> None:
    engine = Pyttsx3()
    spoken(engine, "One.")
    pid, folder = engine._start().pid, engine._folder
    assert folder
    engine.close()
    engine.close()
    assert not os.path.exists(folder.name)
    if sys.platform != "win32":
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def _wav(width: int, channels: int, rate: int, frames: bytes) -> bytes:
    file = io.BytesIO()
    with wave.open(file, "wb") as writing:
        writing.setparams((channels, width, rate, 0, "NONE", ""))
        writing.writeframes(frames)
    return file.getvalue()


def _aiff(kind: bytes, order: bytes, frames: bytes) -> bytes:
    common = struct.pack(">hIh", 1, len(frames) // 2, 16) + bytes.fromhex("400dac44000000000000") + order  # 22,050
    chunks = b"COMM" + struct.pack(">I", len(common)) + common + b"\0" * (len(common) % 2)
    chunks += b"SSND" + struct.pack(">III", len(frames) + 8, 0, 0) + frames
    return b"FORM" + struct.pack(">I", len(chunks) + 4) + kind + chunks


def test_silence_at_either_end_of_a_recording_is_left_out() -> None:
    heard = array("h", read_sound(_wav(2, 1, 22_050, WAVES.tobytes())))
    assert heard == array("h", [0] * 110) + WAVES[5_000:9_000] + array("h", [0] * 110)


@pytest.mark.parametrize(("kind", "order", "swap"), [(b"AIFF", b"", True), (b"AIFC", b"sowt", False)])
def test_what_macos_records_is_read_alike(kind: bytes, order: bytes, swap: bool) -> None:
    samples = array("h", WAVES)
    if swap:
        samples.byteswap()
    assert read_sound(_aiff(kind, order, samples.tobytes())) == read_sound(_wav(2, 1, 22_050, WAVES.tobytes()))


def test_a_recording_in_stereo_at_another_rate_is_brought_to_the_engines_own() -> None:
    slow = array("h", [0] * 100 + [sample for sample in [6_000] * 40 + [-6_000] * 40 for _ in "lr"] * 500 + [0] * 100)
    heard = array("h", read_sound(_wav(2, 2, 44_100, slow.tobytes())))
    assert len(heard) == pytest.approx(20_000, rel=0.02)
    assert loudness(heard) == pytest.approx(6_000, rel=0.1)


@pytest.mark.parametrize("data", [b"", b"RIFF", b"FORM\0\0\0\0AIFF", _aiff(b"AIFC", b"ima4", b"1234")])
def test_a_recording_that_cannot_be_read_is_an_engine_error(data: bytes) -> None:
    with pytest.raises(EngineError, match=r"^pyttsx3 wrote a sound file that cannot be read: "):
        read_sound(data)
