"""How large the reading view is and how soon it is seen; how soon Speech Dispatcher speaks and is silent.

Run from the project's folder: ``python benchmarks/screen_reader.py``. Needs chromium, speech-dispatcher, pulseaudio.
"""

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

import chromium  # noqa: E402
import dispatcher  # noqa: E402

from reader import Block, Page, Role, Story  # noqa: E402
from reader.plugins import Plugins  # noqa: E402
from reader.reading import prepare  # noqa: E402
from reader.script.narrate import narrate  # noqa: E402
from reader.speech.service_player import ServicePlayer  # noqa: E402
from reader.view import page  # noqa: E402

RUNS = 10
PAINTED = """new Promise(done => new PerformanceObserver(list => done(list.getEntriesByName("first-contentful-paint")[0]
    .startTime)).observe({type: "paint", buffered: true}))"""


def view(source: Path, folder: Path) -> None:
    """Prints the size of the view of ``source`` in kilobytes, and when Chromium first shows it."""
    story = prepare(Page(str(source), "text/html", source.read_bytes()), Plugins.installed()).story
    began = time.perf_counter()
    written = page(story).encode()
    made_ms = (time.perf_counter() - began) * 1000
    (folder / "view.html").write_bytes(written)
    text = sum(len(block.text.encode()) for block in story.blocks)
    print(
        f"{source.name}: view {len(written) / 1000:.1f} kB for {text / 1000:.1f} kB of text, made in {made_ms:.1f} ms"
    )
    if why := chromium.missing():
        print(f"  first paint not measured: {why}")
        return
    with chromium.tab(folder / f"profile-{source.stem}") as tab:
        times = []
        for _ in range(RUNS):
            tab.open((folder / "view.html").as_uri())
            times.append(tab.evaluate(PAINTED))
    print(f"  first paint {median(times):.0f} ms (median of {RUNS})")


def speech(module: str, folder: Path) -> None:
    """Prints how long it takes from a command to sound, and to silence, with that output module."""
    from reader_speechd_service import Speechd

    story = Story("", (Block(Role.PARAGRAPH, "The tide came in at six and nobody slept. " * 40),), language="en")
    speaks, stops = [], []
    with dispatcher.dispatching(folder, module) as environment:
        os.environ.update(environment)
        with recorded() as loud, ServicePlayer(partial(narrate, story), service=Speechd()) as player:
            time.sleep(2)  # the sink runs smoothly only then
            for run in range(RUNS):
                pressed = time.perf_counter()
                player.play()
                time.sleep(0.8 + 0.07 * run)  # at another sound each time
                speaks.append(1000 * (min(at for at in loud if at > pressed) - pressed))
                pressed = time.perf_counter()
                player.pause()
                time.sleep(0.8)
                if any(pressed - 0.03 < at <= pressed for at in loud):  # not between two words
                    stops.append(1000 * max([at - pressed for at in loud if at > pressed], default=0))
    print(f"{module}: key to sound {median(speaks):.0f} ms (worst {max(speaks):.0f}), ", end="")
    print(f"key to silence {median(stops):.0f} ms (worst {max(stops):.0f}), median of {len(stops)}")


@contextmanager
def recorded() -> Iterator[list[float]]:
    """The times at which something was to be heard at the sink, to some 10 ms."""
    command = [
        "parec",
        "--latency-msec=10",
        "--rate=44100",
        "--channels=1",
        "--format=s16le",
        "-d",
        "@DEFAULT_MONITOR@",
    ]
    loud: list[float] = []
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        pipe = process.stdout
        assert pipe

        def note() -> None:
            while piece := pipe.read(882):
                if max(memoryview(piece).cast("h"), key=abs, default=0) not in range(-50, 51):
                    loud.append(time.perf_counter())

        thread = threading.Thread(target=note)
        thread.start()
        yield loud
        process.terminate()
        thread.join()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="sr", ignore_cleanup_errors=True) as name:
        for source in (ROOT / "docs" / "example.html", ROOT / "tests" / "view" / "lighthouse.html"):
            view(source, Path(name))
        if why := dispatcher.missing():
            print(f"speech not measured: {why}")
        else:
            for module in ("espeak-ng", "sayall"):
                (Path(name) / module).mkdir()
                speech(module, Path(name) / module)
