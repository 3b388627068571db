"""How soon the player answers, by ear: a private PulseAudio server with a null sink plays, its monitor is recorded.

    python benchmarks/latency.py [--seconds 60] [--busy] [--times 20]

Needs Debian's pulseaudio and pulseaudio-utils. Speaks with espeak. ``--seconds`` is how long drop-outs are looked for,
``--busy`` keeps one core busy meanwhile. Then, without a device, it says how long a story of a million words waits for
its first sound beside one of a thousand, and what it takes of memory.
"""

import argparse
import multiprocessing
import statistics
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

from ears import Ears, ears, missing  # noqa: E402
from sound_path import TEXT, session  # noqa: E402

import reader_espeak  # noqa: E402
from reader.script.narrate import narrate  # noqa: E402
from reader.speech.engine import Style  # noqa: E402
from reader.speech.outputs import Nothing  # noqa: E402
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


def told(what: str, figures: Iterable[float]) -> None:
    """One line: median, least and most."""
    ms = sorted(figures)
    print(f"{what:34} {statistics.median(ms):6.0f} ms   from {ms[0]:.0f} to {ms[-1]:.0f}, {len(ms)} times")


def by_length() -> None:
    """The first sound of a long story, and the memory that it takes to play ten minutes of it, beside a short one."""
    for words in (1_000, 1_000_000):
        blocks = (Block(Role.PARAGRAPH, TEXT * 3),) * (words // len((TEXT * 3).split()))
        story = Story("Storm", blocks, language="en")
        waits = sorted(first_sound_ms(story) for _ in range(9))
        print(f"{words:9,} words: first sound after    {statistics.median(waits):6.1f} ms   from {waits[0]:.1f}")
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
