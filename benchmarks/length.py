"""How long a listener waits for the first sound of a page of a thousand words, and of one of a million.

    python -m benchmarks.length [--runs 5] [--seconds 15]

Pages of 1,000 to 1,000,000 words are made, as HTML and as plain text. ``sayall save PAGE -o -`` is started by the shell
and the time taken until the first sample that is not silence arrives; runs of all pages alternate. After that the sound
is taken for so many seconds. Memory is the most that the process has held: up to the first sound, and up to the end. A
very long page is read by another process beside it, which takes what is told last.
"""

import argparse
import os
import random
import shlex
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.first_sound import WAV_HEADER_BYTES, beside

WORDS = (1_000, 10_000, 100_000, 1_000_000)
SAID = """
the harbour boat of morning light people said council river road winter market old new station letter children bread
evening water train north captain island story year after before under window song field grain summer bridge quiet
stone garden machine doctor school village carry hold open close turn walk read write speak listen
"""


def main() -> None:
    """Prints a line a page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=15)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        pages = dict(_pages(Path(folder)))
        waits: dict[tuple[str, int], list[float]] = {key: [] for key in pages}
        for _ in range(given.runs):
            for key, page in pages.items():
                waits[key].append(heard(page, 0)[0])
        print("                words   first sound: fastest, median, ratio   MB then   MB after   beside it, MB")
        for (kind, words), ms in waits.items():
            _, at_first, at_last, other = heard(pages[kind, words], given.seconds)
            fastest, median, ratio = min(ms), sorted(ms)[len(ms) // 2], min(ms) / min(waits[kind, WORDS[0]])
            print(
                f"{kind:10} {words:10,}   {fastest:10.0f} ms {median:6.0f} ms {ratio:6.2f} "
                f"{at_first:12.0f} {at_last:10.0f} {other:12.0f}",
                flush=True,
            )


def heard(page: Path, seconds: float) -> tuple[float, float, float, float]:
    """Milliseconds to the first sound, megabytes then and ``seconds`` later, and those of a process beside it."""
    began = time.perf_counter()
    command = f"exec {beside('sayall')} save {shlex.quote(str(page))} -o -"
    with subprocess.Popen(["sh", "-c", command], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout
        out = process.stdout.fileno()
        left = WAV_HEADER_BYTES
        while left:
            left -= len(os.read(out, left)) or sys.exit(f"nothing came from: {command}")
        while not os.read(out, 4096).strip(b"\0"):
            pass
        waited = (time.perf_counter() - began) * 1000
        first = megabytes(process.pid)
        other, end = 0.0, time.perf_counter() + seconds
        while time.perf_counter() < end and os.read(out, 65536):
            other = max(other, *(megabytes(child) for child in _children(process.pid)), 0.0)
        last = megabytes(process.pid)
        process.kill()
    return waited, first, last, other


def megabytes(process: int) -> float:
    """The most memory that a process has held; 0 where the system does not tell."""
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM")), 0.0)


def _children(process: int) -> list[int]:
    try:
        tasks = os.listdir(f"/proc/{process}/task")
        found = [Path(f"/proc/{process}/task/{task}/children").read_text() for task in tasks]
    except OSError:
        return []
    return [int(child) for line in found for child in line.split()]


def _pages(folder: Path) -> Iterator[tuple[tuple[str, int], Path]]:
    for kind, made in (("HTML", html), ("plain text", text)):
        for words in WORDS:
            page = folder / f"{words}.{kind[-4:].lower()}"
            page.write_text(made(words, random.Random(words)))
            yield (kind, words), page


def sentence(chance: random.Random) -> str:
    """Some words that mean nothing, about 14."""
    return " ".join(chance.choices(SAID.split(), k=chance.randint(6, 22))).capitalize() + "."


def paragraphs(words: int, chance: random.Random) -> Iterator[str]:
    """Paragraphs with ``words`` words in all, and somewhat more."""
    count = 0
    while count < words:
        paragraph = " ".join(sentence(chance) for _ in range(chance.randint(3, 7)))
        count += paragraph.count(" ") + 1
        yield paragraph


def html(words: int, chance: random.Random) -> str:
    """A page with a story of so many words."""
    body = (
        (f"<h2>{sentence(chance)[:-1]}</h2>" if number % 40 == 39 else "") + f"<p>{paragraph}</p>"
        for number, paragraph in enumerate(paragraphs(words, chance))
    )
    return (
        "<!doctype html><html lang=en><head><title>The long harbour - Example</title></head><body><header><nav><ul>"
        "<li><a href=/>Home</a></li><li><a href=/news>News</a></li></ul></nav></header><main><article>"
        f"<h1>The long harbour</h1><p class=byline>By Maren Holt</p>{chr(10).join(body)}</article></main>"
        "<footer><p>Copyright Example</p></footer></body></html>"
    )


def text(words: int, chance: random.Random) -> str:
    """The same as plain text."""
    return "\n\n".join(["The long harbour", "By Maren Holt", *paragraphs(words, chance)])


if __name__ == "__main__":
    main()
