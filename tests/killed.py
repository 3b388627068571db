"""Reads a story, is killed, goes on where it was, is killed again: what it remembers is compared with what was heard.

    python tests/killed.py FOLDER TIMES

For each of the ``TIMES`` prints a line: the number of the sentence that was heard last, and of the one remembered. A
program of its own, since it forks, and only a process without threads may do that.
"""

import os
import random
import signal
import sys
import time
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "plugins"), str(ROOT / "tests")]

from hasty import Hasty  # noqa: E402

import reader_silent  # noqa: E402
from reader.cli.remembering import Remembering  # noqa: E402
from reader.script.narrate import narrate  # noqa: E402
from reader.speech.engine import Style  # noqa: E402
from reader.speech.events import Event, Started  # noqa: E402
from reader.speech.places import Places  # noqa: E402
from reader.speech.player import Player  # noqa: E402
from reader.story import Block, Role, Story  # noqa: E402

SENTENCES = "Ship {n} came in at dawn. It carried {n} crates. Nobody on quay {n} had slept. "
STORY = Story(
    "The quay",
    tuple(Block(Role.PARAGRAPH, SENTENCES.replace("{n}", str(number)) * 2) for number in range(2_000)),
    language="en",
    location="https://example.org/quay",
)


def read_aloud(folder: Path, heard: int) -> None:
    """Reads on from the place that is remembered, and writes the number of each sentence as it begins to be heard."""
    remembering = Remembering(STORY, Places(folder))

    def tell(event: Event) -> None:
        if isinstance(event, Started):
            start = event.utterance.start
            os.write(heard, f"{start.block}:{start.offset}\n".encode())
        remembering.heard(event)

    player = Player(
        partial(narrate, STORY),
        engine=reader_silent.engines()["silent"](),
        style_for=lambda *_: Style(),
        output=Hasty(),
        on_event=tell,
    )
    player.play(remembering.place())
    player.wait()


def main(folder: Path, times: int) -> None:
    """Kills as many readings, each after a while that chance decides."""
    numbers = {str(u.start.block) + ":" + str(u.start.offset): at for at, u in enumerate(narrate(STORY))}
    chance = random.Random(4)
    for _ in range(times):
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reading)
            read_aloud(folder, writing)
            os._exit(0)
        os.close(writing)
        with os.fdopen(reading) as heard:
            line = heard.readline()
            time.sleep(chance.random() * 0.15)
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            line = (line + heard.read()).splitlines()[-1]
        place = Places(folder).find(STORY.location, STORY)
        assert place is not None, "the place is lost"
        print(numbers[line], numbers[f"{place.block}:{place.offset}"], flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
