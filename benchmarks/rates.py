"""How many words a minute come out at each rate, beside the program espeak-ng, and whether every word is reported.

    python benchmarks/rates.py [--words 5000]

Needs Debian's espeak-ng for the comparison. A story of so many words is read to nowhere in the voice plain: "speech" is
without the pauses between sentences and paragraphs, "story" with them.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
import wave
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "plugins"), str(ROOT / "tests")]

from sound_path import TEXT  # noqa: E402

import reader_espeak  # noqa: E402
from reader.script.narrate import narrate  # noqa: E402
from reader.speech.engine import Style  # noqa: E402
from reader.speech.events import Event, Reached  # noqa: E402
from reader.speech.outputs.nothing import Nothing  # noqa: E402
from reader.speech.player import Player  # noqa: E402
from reader.speech.playing import StyleFor  # noqa: E402
from reader.story import Block, Role, Story  # noqa: E402
from reader.voices import load  # noqa: E402

RATES_WPM = (120, 200, 300, 450, 600, 700, 800)
PARAGRAPH = TEXT * 3


def main() -> None:
    """Prints a line for each rate."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--words", type=int, default=5_000)
    count = parser.parse_args().words // len(PARAGRAPH.split())
    story = Story("", tuple(Block(Role.PARAGRAPH, PARAGRAPH) for _ in range(count)), language="en")
    words = count * len(PARAGRAPH.split())
    print(f"{words} words; words a minute that come out")
    print("asked  speech  story  espeak-ng  speech/espeak-ng  words reported")
    for rate in RATES_WPM:
        speech, reported = measured(story, lambda style, language: Style(), rate)
        whole, _ = measured(story, load("plain").style_for, rate)
        peer = words / espeak_seconds(story, rate) * 60
        print(
            f"{rate:5}  {words / speech * 60:6.0f}  {words / whole * 60:5.0f}  {peer:9.0f}  "
            f"{words / speech * 60 / peer:16.2f}  {reported / words:13.2%}"
        )


def measured(story: Story, style_for: StyleFor, rate_wpm: int) -> tuple[float, int]:
    """The seconds of the whole story, and how many of its words were reported, each counted once."""
    places: set[tuple[int, int]] = set()

    def note(event: Event) -> None:
        if isinstance(event, Reached):
            places.add((event.at.block, event.at.offset))

    output = Nothing()
    engine = reader_espeak.engines()["espeak"]()
    with Player(
        partial(narrate, story), engine=engine, style_for=style_for, output=output, on_event=note
    ) as player:  # fmt: skip
        player.set_rate(rate_wpm)
        player.play()
        output.run()
    return output.frames / output.sample_rate, len(places)


def espeak_seconds(story: Story, rate_wpm: int) -> float:
    """The same text read by the program espeak-ng."""
    if not shutil.which("espeak-ng"):
        return float("nan")
    text = "\n\n".join(block.text for block in story.blocks)
    with tempfile.NamedTemporaryFile(suffix=".wav") as file:
        command = ["espeak-ng", "-v", "en-us", "-s", str(rate_wpm), "-w", file.name]
        subprocess.run(command, input=text, text=True, check=True)
        with wave.open(file.name) as sound:
            return float(sound.getnframes() / sound.getframerate())


if __name__ == "__main__":
    main()
