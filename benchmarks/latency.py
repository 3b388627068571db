"""How soon the player answers, by ear: a private PulseAudio server with a null sink plays, its monitor is recorded.

    python benchmarks/latency.py [--seconds 60] [--busy] [--times 20]

Needs Debian's pulseaudio and pulseaudio-utils, and espeak-ng to compare with. Speaks with espeak. ``--seconds`` is how
long drop-outs are looked for, ``--busy`` keeps one core busy meanwhile. Without a device it says first how long a story
of a million words, once it is found on its page, waits for its first sound beside one of a thousand, and what it takes
of memory.
"""

import argparse
import multiprocessing
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "plugins"), str(ROOT / "tests")]

from ears import Ears, ears, loud, missing  # noqa: E402
from sound_path import TEXT, session  # noqa: E402

import reader_espeak  # noqa: E402
from reader.script.narrate import narrate  # noqa: E402
from reader.speech.engine import Style  # noqa: E402
from reader.speech.outputs.nothing import Nothing  # noqa: E402
from reader.speech.player import Player  # noqa: E402
from reader.story import Block, Role, Story  # noqa: E402

ESPEAK = reader_espeak.engines()["espeak"]


def main() -> None:
    """Prints one figure a line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--busy", action="store_true")
    given = parser.parse_args()
    by_length()
    if missing():
        sys.exit(f"the sound path {missing()}")
    with tempfile.TemporaryDirectory(prefix="ears") as folder, ears(Path(folder)) as heard, load(given.busy):
        by_ear(heard, given.times, given.seconds)
        by_a_pipe(heard, given.times)


def by_ear(heard: Ears, times: int, seconds: int) -> None:
    """What is measured on the sound path: keys ``times`` times, drop-outs for so many ``seconds``."""
    with session(heard, ESPEAK, Style()) as playing:
        print(f"play() to the first sound          {playing.first_sound_ms:6.0f} ms")
        likeness, late_ms = playing.fidelity()
        print(f"recorded against synthesized       {likeness:6.4f} correlation")
        told("a word is reported after its sound", late_ms)
        told("silence between sentences, past style", playing.gaps_ms())
        bursts = [playing.after_presses([*"swPk"] * 10 + ["s"]) for _ in range(max(1, times // 4))]
        told("forty quick presses, last to its sound", (sound_ms for _, sound_ms, _ in bursts))
        told("pause to silence", (playing.pause_to_silence_ms() for _ in range(times)))
        told("jump to the next sound", (playing.seek_to_sound_ms(block % 90) for block in range(times)))
        found = playing.drop_outs(seconds)
        print(f"drop-outs in {seconds:4} s               {len(found):6}")
        for second, ms in found:
            print(f"  after {second:6.1f} s, by {ms:.0f} ms")


def by_a_pipe(heard: Ears, times: int) -> None:
    """The same by the means that everyone has: espeak-ng piped into pacat, killed to be silent and started to jump."""
    if not shutil.which("espeak-ng"):
        print("espeak-ng is not here to compare with")
        return
    silence, sound = [], []
    for number in range(times):
        began = time.monotonic()
        text = f"Ship {number} came in at dawn, and nobody had slept."
        command = f"espeak-ng --stdout '{text}' | pacat --format=s16le --rate=22050 --channels=1"
        with subprocess.Popen(["sh", "-c", command], start_new_session=True, stderr=subprocess.DEVNULL) as process:
            time.sleep(1.2)
            killed = time.monotonic()
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        time.sleep(0.5)
        samples = heard.samples()
        audible = loud(samples, heard.number_at(began), len(samples))
        sound.append((heard.moment_of(audible[0]) - began) * 1000)
        silence.append(max(0.0, heard.moment_of(audible[-1]) - killed) * 1000)
    told("espeak-ng | pacat: killed to silence", silence)
    told("espeak-ng | pacat: started to sound", sound)


def told(what: str, figures: Iterable[float]) -> None:
    """One line: median, least and most."""
    ms = sorted(figures)
    print(f"{what:34} {statistics.median(ms):6.0f} ms   from {ms[0]:.0f} to {ms[-1]:.0f}, {len(ms)} times")


def by_length() -> None:
    """The first sound of a long story, and the memory that it takes to play ten minutes of it, beside a short one."""
    waits: dict[int, list[float]] = {1_000: [], 1_000_000: []}
    stories = {words: _of_length(words) for words in waits}
    for _ in range(40):  # in turn, since a machine has its moods
        for words, story in stories.items():
            waits[words].append(first_sound_ms(story))
    short, *_ = (statistics.median(found) for found in waits.values())
    for words, found in waits.items():
        median = statistics.median(found)
        print(f"{words:9,} words: first sound after    {median:6.1f} ms   {median / short:.2f} times")
    story = stories[1_000_000]
    tracemalloc.start()
    output = Nothing()
    with Player(partial(narrate, story), engine=ESPEAK(), style_for=lambda *_: Style(), output=output) as player:
        player.play()
        sizes = []
        for _ in range(10):
            output.advance(60_000)
            sizes.append(tracemalloc.get_traced_memory()[0] / 1e6)
    tracemalloc.stop()
    print(f"memory after 1 and 10 min of speech {sizes[0]:5.2f} MB   {sizes[-1]:.2f} MB")


def _of_length(words: int) -> Story:
    blocks = (Block(Role.PARAGRAPH, TEXT * 3),) * (words // len((TEXT * 3).split()))
    return Story("Storm", blocks, language="en")


def first_sound_ms(story: Story) -> float:
    """From the call of `play` to the first sample that can be heard, on a clock that does not wait."""
    output = Nothing(keep=True)
    engine = ESPEAK()
    with Player(partial(narrate, story), engine=engine, style_for=lambda *_: Style(), output=output) as player:
        began = time.perf_counter()
        player.play()
        while not any(output.pcm):
            output.advance(10)
        return (time.perf_counter() - began) * 1000


@contextmanager
def load(busy: bool) -> Iterator[None]:
    """Keeps one core busy where ``busy``."""
    worker = multiprocessing.Process(target=spin, daemon=True) if busy else None
    if worker:
        worker.start()
    try:
        yield
    finally:
        if worker:
            worker.kill()
            worker.join()


def spin() -> None:
    """Computes for ever."""
    while True:
        sum(range(10_000))


if __name__ == "__main__":
    main()
