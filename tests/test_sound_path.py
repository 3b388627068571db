"""The player on a real sound path: what was recorded there is what was made, and every key is answered in time.

Limits are kept by the median, for a machine that tests may be busy; benchmarks/latency.py prints every figure.
"""

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from statistics import median

import pytest
from ears import Ears, ears, missing
from sound_path import Session, session

import reader_espeak
from reader.errors import NoSoundError
from reader.speech.engine import Style
from reader.speech.outputs.device import Device

pytestmark = [pytest.mark.sound, pytest.mark.slow, pytest.mark.skipif(bool(missing()), reason=missing() or "here")]


@pytest.fixture(scope="module")
def listening() -> Iterator[Ears]:
    with tempfile.TemporaryDirectory(prefix="ears") as folder, ears(Path(folder)) as heard:
        yield heard


@pytest.fixture
def playing(listening: Ears) -> Iterator[Session]:
    with session(listening, reader_espeak.engines()["espeak"], Style()) as begun:
        yield begun


def test_what_is_recorded_is_what_was_made_and_each_word_is_reported_as_it_sounds(playing: Session) -> None:
    likeness, late_ms = max(playing.fidelity() for _ in range(2))
    assert likeness > 0.99
    assert len(late_ms) > 8
    assert abs(median(late_ms)) < 20


def test_a_pause_is_silent_within_eighty_milliseconds(playing: Session) -> None:
    assert median(playing.pause_to_silence_ms() for _ in range(7)) < 80


def test_a_jump_is_heard_within_a_hundred_and_twenty_milliseconds(playing: Session) -> None:
    assert median(playing.seek_to_sound_ms(block) for block in range(1, 8)) < 120


def test_of_forty_quick_presses_only_the_last_is_heard_and_as_soon_as_a_single_one(playing: Session) -> None:
    presses = [["s"] * 40, ["w", "p"] * 20, ["s", "P", "u", "s", "h"] * 7 + ["w", "W", "s", "o", "s"]]
    measured = [playing.after_presses(keys) for keys in presses * 2]
    assert median(silent_ms for silent_ms, _, _ in measured) < 80
    assert median(sound_ms for _, sound_ms, _ in measured) < 120
    assert min(likeness for _, _, likeness in measured) > 0.99


def test_between_two_sentences_there_is_no_gap_but_the_pause_of_the_style(playing: Session) -> None:
    playing.fidelity(6)
    gaps = playing.gaps_ms()
    assert len(gaps) >= 2
    assert max(gaps) < 350


def test_a_machine_so_busy_that_the_player_is_kept_waiting_for_a_third_of_a_second_is_not_heard(
    playing: Session,
) -> None:
    for moment in (1.0, 2.0):
        threading.Timer(moment, playing.keep_waiting, [0.3]).start()
    assert playing.drop_outs(6) == []


def test_a_longer_wait_than_there_is_sound_for_is_found_as_one_drop_out(playing: Session) -> None:
    threading.Timer(1.5, playing.keep_waiting, [0.8]).start()
    ((moment, ms),) = playing.drop_outs(6)
    assert 1.5 < moment < 2.5
    assert 100 < ms < 700


def test_when_the_sound_server_dies_reading_goes_on_where_it_stopped_as_soon_as_it_is_back() -> None:
    with (
        tempfile.TemporaryDirectory(prefix="ears") as folder,
        ears(Path(folder)) as heard,
        session(heard, reader_espeak.engines()["espeak"], Style()) as begun,
    ):
        heard.kill_server()
        time.sleep(0.5)
        before = begun.position
        time.sleep(2.5)
        assert begun.position == before
        heard.start_server()
        time.sleep(3)
        after = begun.position
    assert before < after
    assert after.block == before.block
    assert after.offset - before.offset < 120


GONE = "the sound device went away; reading goes on as soon as there is one"
BACK = "there is a sound device again"


def pactl(*words: str) -> None:
    subprocess.run(["pactl", *words], check=True, capture_output=True, timeout=10)


def test_when_the_sink_is_removed_reading_goes_on_through_another_one() -> None:
    notices: list[str] = []
    device = partial(Device, on_notice=notices.append)
    with (
        tempfile.TemporaryDirectory(prefix="ears") as folder,
        ears(Path(folder)) as heard,
        session(heard, reader_espeak.engines()["espeak"], Style(), device) as begun,
    ):
        pactl("unload-module", "module-null-sink")
        pactl("load-module", "module-null-sink", "sink_name=other")
        before = begun.position
        time.sleep(3)
        after = begun.position
    assert notices == [GONE, BACK]
    assert before < after
    assert (after.block, after.offset - before.offset < 120) == (before.block, True)


def test_when_no_sink_is_left_reading_ends_with_a_line_that_says_so() -> None:
    notices: list[str] = []
    device = partial(Device, on_notice=notices.append, patience_s=0.6)
    with (
        tempfile.TemporaryDirectory(prefix="ears") as folder,
        ears(Path(folder)) as heard,
        session(heard, reader_espeak.engines()["espeak"], Style(), device) as begun,
    ):
        pactl("unload-module", "module-null-sink")
        with pytest.raises(NoSoundError, match=r"^the sound device went away; connect one and run sayall again$"):
            begun.wait(10)
    assert notices == [GONE]


def test_the_command_ends_in_a_line_when_no_device_is_left_and_goes_on_there_later(tmp_path: Path) -> None:
    page = tmp_path / "story.html"
    sentences = "".join(f"<p>Ship {n} came in at dawn. Nobody on the quay had slept.</p>" for n in range(1, 30))
    page.write_text(f"<h1>The quay</h1>{sentences}")
    home = {"XDG_DATA_HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
    sayall = [sys.executable, "-c", "from reader.cli import main; main()"]

    def lines_of(*arguments: str, seconds: float) -> tuple[subprocess.Popen[str], list[str]]:
        process = subprocess.Popen(
            [*sayall, *arguments, "--show"], env=os.environ | home, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert process.stdout
        heard = [process.stdout.readline()]
        time.sleep(seconds)
        return process, heard

    with tempfile.TemporaryDirectory(prefix="ears") as folder, ears(Path(folder)):
        process, heard = lines_of(str(page), "--engine", "espeak", "--rate", "300", seconds=4)
        pactl("unload-module", "module-null-sink")
        out, errors = process.communicate(timeout=60)
        heard += out.splitlines()
        assert process.returncode == 2
        assert errors.splitlines() == [
            f"sayall: {GONE}", "sayall: the sound device went away; connect one and run sayall again",
        ]  # fmt: skip
        pactl("load-module", "module-null-sink", "sink_name=other")
        process, again = lines_of("--resume", "--engine", "espeak", seconds=0)
        process.terminate()
        process.communicate(timeout=30)
    assert len(heard) > 3
    assert again[0].strip() == heard[-1].strip()
