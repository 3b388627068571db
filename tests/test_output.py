"""Outputs: a file that is whole or not there, a device that keeps time, and what is said where there is none."""

import os
import subprocess
import sys
import threading
import time
import wave
from array import array
from collections.abc import Iterator
from pathlib import Path

import pytest
from humming import LOUDNESS, STORY, Humming

from reader.errors import EngineError, SayallError
from reader.script.narrate import narrate
from reader.script.utterance import Mark, Utterance
from reader.speech.engine import Engine, Style
from reader.speech.events import Event, Finished, Reached, Started
from reader.speech.output import Output
from reader.speech.outputs.device import Device
from reader.speech.outputs.encoders import Tags
from reader.speech.outputs.nothing import Nothing
from reader.speech.outputs.sound_file import SoundFile
from reader.speech.outputs.timings import Timing, webvtt
from reader.speech.player import Player
from reader.speech.samples import Resampling, faded_in, faded_out
from reader.story import Position


def player(output: Output, engine: Engine | None = None) -> Player:
    return Player(
        lambda start: narrate(STORY, start),
        engine=engine or Humming(),
        style_for=lambda name, language: Style(pause_after_ms=100),
        output=output,
    )


def test_a_file_holds_exactly_what_would_be_heard(tmp_path: Path) -> None:
    path = tmp_path / "story.wav"
    with player(SoundFile(path)) as saving:
        saving.play()
        saving.wait(10)
    with player(nothing := Nothing(keep=True)) as listening:
        listening.play()
        nothing.run()
    with wave.open(str(path)) as written:
        assert written.getparams()[:3] == (1, 2, 8_000)
        pcm = written.readframes(written.getnframes())
    assert pcm == bytes(nothing.pcm[: len(pcm)])
    assert not any(nothing.pcm[len(pcm) :])
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_was_there_stays_as_it_was_until_the_new_one_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "story.wav"
    path.write_text("old")
    with player(SoundFile(path), Humming(fails_at="rain")) as saving:
        saving.play()
        with pytest.raises(EngineError, match="the engine broke"):
            saving.wait(10)
    assert [file.read_text() for file in tmp_path.iterdir()] == ["old"]


def test_a_file_of_a_reading_that_was_stopped_is_not_left_half_written(tmp_path: Path) -> None:
    def endless(start: Position) -> Iterator[Utterance]:
        while True:
            yield Utterance((Mark(Position(0)), "And so on."))

    saving = Player(endless, engine=Humming(), style_for=lambda *_: Style(), output=SoundFile(tmp_path / "story.wav"))
    with saving:
        saving.play()
        time.sleep(0.1)
        assert [file.suffix for file in tmp_path.iterdir()] == [".part"]
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(SayallError, match=r"missing/story\.wav: cannot be written: No such file"):
        player(SoundFile(tmp_path / "missing" / "story.wav")).play()


def test_what_reads_a_stream_gets_a_header_of_unknown_length_and_all_the_sound(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[bytes] = []
    reading = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reading.start()
    with player(SoundFile(pipe)) as saving:
        saving.play()
        saving.wait(10)
    reading.join(10)
    assert got[0][:4] + got[0][36:44] == b"RIFFdata\xdb\xff\xff\xff"
    assert len(got[0]) % 2 == 0
    assert array("h", got[0][44:]).count(LOUDNESS) == 80 * len(
        "Storm hits coastRoofs flew off.Trees fell too."
    ) + 80 * (len("OutlookIt will rain.Then it stops."))
    assert pipe.is_fifo()


def test_a_device_reports_each_word_when_it_is_heard() -> None:
    heard: list[tuple[float, Event]] = []
    playing = Player(
        lambda start: narrate(STORY, start),
        engine=Humming(),
        style_for=lambda *_: Style(),
        output=Device(imaginary=True),
        on_event=lambda event: heard.append((time.monotonic(), event)),
    )
    with playing:
        began = time.monotonic()
        playing.play(Position(4))
        playing.wait(10)
    moments = [moment - began for moment, event in heard if isinstance(event, Reached)]
    assert isinstance(heard[0][1], Started)
    assert isinstance(heard[-1][1], Finished)
    assert len(moments) == 6
    # The clock of a device without sound wavers by a few milliseconds. A busy machine may be late, but never early.
    for moment, ms in zip(moments, (0, 30, 80, 130, 180, 210), strict=True):
        assert moment > ms / 1000 - 0.01
        assert moment < ms / 1000 + 0.5


def test_where_there_is_no_sound_device_one_line_names_the_ways_out() -> None:
    script = (
        "from reader.speech.outputs.device import Device\nfrom reader.errors import NoSoundError\n"
        "try:\n    Device().open(22_050, None)\nexcept NoSoundError as error:\n    print(error)\n"
    )
    nowhere = {"PULSE_SERVER": "unix:/nonexistent", "ALSA_CONFIG_PATH": os.devnull, "XDG_RUNTIME_DIR": "/nonexistent"}
    done = subprocess.run(
        [sys.executable, "-c", script], env=os.environ | nowhere, capture_output=True, text=True, timeout=60, check=True
    )
    if not done.stdout:
        pytest.skip("this machine has a sound device that cannot be hidden")
    assert done.stderr == ""
    assert done.stdout == (
        "no sound device was found; print the story with sayall text PAGE, write it to a file with "
        "sayall save PAGE -o story.wav, or choose an engine that speaks for itself with --engine\n"
    )


def test_fades_begin_and_end_in_silence() -> None:
    even = array("h", [1000] * 100).tobytes()
    out, rising = array("h", faded_out(even)), array("h", faded_in(even, 8_000))
    assert (out[0], out[50], out[99]) == (1000, 500, 10)
    assert (rising[0], rising[28], rising[56], rising[99]) == (0, 500, 1000, 1000)
    assert faded_out(b"") == b""


def test_another_sample_rate_sounds_the_same_however_it_is_cut_into_pieces() -> None:
    ramp = array("h", range(0, 3000, 3)).tobytes()
    whole = array("h", Resampling(8_000, 16_000)(ramp))
    pieces = Resampling(8_000, 16_000)
    parted = array("h", b"".join(pieces(ramp[at : at + 14]) for at in range(0, len(ramp), 14)))
    assert parted == whole
    assert len(whole) == pytest.approx(2000, abs=3)
    assert max(abs(sample - i * 1.5) for i, sample in enumerate(whole)) < 5


@pytest.mark.parametrize("kind", ["mp3", "ogg", "opus", "flac"])
def test_smaller_kinds_of_files_hold_as_much_sound_and_say_what_it_is(tmp_path: Path, kind: str) -> None:
    soundfile = pytest.importorskip("soundfile", reason='needs the extra: pip install "sayall[audio]"')
    path = tmp_path / f"story.{kind}"
    file = SoundFile(path, Tags("A sunny story", "Ada Byron"))
    with player(file) as saving:
        saving.play()
        saving.wait(10)
    with soundfile.SoundFile(str(path)) as written:
        seconds = written.frames / written.samplerate
        assert (written.title, written.artist) == ("A sunny story", "Ada Byron")
        assert max(abs(written.read(dtype="int16"))) > LOUDNESS / 2
    assert seconds == pytest.approx(file.timings[-1].end_s, abs=0.15)
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_tells_when_each_sentence_is_said(tmp_path: Path) -> None:
    path = tmp_path / "story.wav"
    file = SoundFile(path)
    with player(file) as saving:
        saving.play()
        saving.wait(10)
    pcm = array("h", path.read_bytes()[44:])
    for timing in file.timings:
        middle = int((timing.start_s + timing.end_s) / 2 * 8_000)
        assert max(map(abs, pcm[middle - 400 : middle + 400])) > LOUDNESS / 2, timing
    assert [timing.utterance.text for timing in file.timings] == [said.text for said in narrate(STORY)]


def test_timings_are_written_as_webvtt() -> None:
    timings = [
        Timing(Utterance((Mark(Position(0)), "Salt & <vinegar>"), "en", "paragraph"), 0.0, 1.5),
        Timing(Utterance((Mark(Position(0)),), "en", "paragraph"), 1.5, 1.5),
        Timing(Utterance((Mark(Position(1)), "The\nend."), "en", "paragraph"), 3661.25, 3662.0004),
    ]
    assert webvtt(timings) == (
        "WEBVTT\n\n00:00:00.000 --> 00:00:01.500\nSalt &amp; &lt;vinegar&gt;\n\n"
        "01:01:01.250 --> 01:01:02.000\nThe end.\n"
    )
