"""What the plugins that come with sayall cost when it starts: all of them installed, against none.

    python -m benchmarks.startup [PAGE] [--runs 21]

Makes two environments by itself, with the same wheel in each. In one all plugins are installed, as they come; in the
other the wheel has none: its list of them (the entry points) is empty, or has only those without which the command
could do nothing, which are named in the table. The commands run in turns, and what is compared is the time of the
processor, since other programs lengthen the time on the clock; the fastest run on the clock is shown beside it.
"""

import argparse
import os
import re
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "example.html"
READ = """
import sys
from pathlib import Path
from reader.page import Page
from reader.plugins import Plugins
from reader.reading import prepare
page = Page("page", "text/html", Path(sys.argv[1]).read_bytes())
for utterance in prepare(page, Plugins.installed()).narrate():
    print(utterance.text)
"""
"""Reads a page through everything that is installed, without a source: it is the same program in both environments."""


@dataclass(frozen=True, slots=True)
class Started:
    """One way to start sayall: ``needs`` are the plugins without which it could do nothing."""

    what: str
    command: tuple[str, ...]
    needs: tuple[str, ...] = ()


def ways(page: Path) -> tuple[Started, ...]:
    return (
        Started("sayall --version", ("sayall", "--version")),
        Started("sayall --help", ("sayall", "--help")),
        Started("sayall say TEXT", ("sayall", "say", "It is 5 km to the quay.")),
        Started("a program that reads PAGE", ("python", "-c", READ, str(page))),
        Started("sayall text PAGE", ("sayall", "text", str(page)), ("files",)),
        Started("sayall save PAGE", ("sayall", "save", str(page), "-o", "-"), ("files", "espeak")),
    )


def main() -> None:
    """Prints a line for each way to start: milliseconds with none and with all, and the ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("page", nargs="?", type=Path, default=PAGE)
    parser.add_argument("--runs", type=int, default=21)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        every = environment(Path(folder, "all"))
        none = environment(Path(folder, "none"))
        print(
            f"{len(plugins_of(every))} plugins against those without which nothing goes; medians of {given.runs} runs"
        )
        print(f"{'':26} {'none but':>13} {'processor, ms':>15} {'ratio':>6} {'clock, fastest':>16} {'ratio':>6}")
        for way in ways(given.page.resolve()):
            leave(none, way.needs)
            one, other = compared(way.command, none, every, given.runs)
            cpu = [statistics.median(run.cpu_ms for run in runs) for runs in (one, other)]
            clock = [min(run.clock_ms for run in runs) for runs in (one, other)]
            print(
                f"{way.what:26} {', '.join(way.needs) or '-':>13} {cpu[0]:7.0f} {cpu[1]:7.0f} {cpu[1] / cpu[0]:6.2f} "
                f"{clock[0]:8.0f} {clock[1]:7.0f} {clock[1] / clock[0]:6.2f}"
            )


@dataclass(frozen=True, slots=True)
class Run:
    cpu_ms: float
    clock_ms: float


def compared(command: tuple[str, ...], one: Path, other: Path, runs: int) -> tuple[list[Run], list[Run]]:
    """The runs of a command in both environments, in turns; the first of each is not counted."""
    made: tuple[list[Run], list[Run]] = ([], [])
    for number in range(runs + 1):
        for environment, kept in zip((one, other), made, strict=True):
            run = timed((str(environment / "bin" / command[0]), *command[1:]))
            kept.extend([run] if number else [])
    return made


def timed(command: tuple[str, ...]) -> Run:
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd="/")
    assert process.stderr
    told = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stderr.close()
    clock = time.perf_counter() - began
    if process.returncode:
        sys.exit(f"{' '.join(command)[:200]}: {told.decode()}")
    return Run(1000 * (used.ru_utime + used.ru_stime), 1000 * clock)


def environment(folder: Path) -> Path:
    """A fresh environment with sayall as a wheel, and what it needs from the packages that are installed here."""
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    (packages,) = folder.rglob("site-packages")
    (packages / "needed.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    install = ["-m", "pip", "install", "-q", "--no-deps", "--no-index", "--no-build-isolation", str(ROOT)]
    subprocess.run([str(folder / "bin" / "python"), *install], check=True)
    return folder


def entry_points(environment: Path) -> Path:
    (found,) = environment.rglob("sayall-*.dist-info/entry_points.txt")
    return found


def plugins_of(environment: Path) -> list[str]:
    return re.findall(r"(?m)^(\w+) = ", entry_points(environment).read_text("utf-8").partition("[sayall]")[2])


def leave(environment: Path, needs: tuple[str, ...]) -> None:
    """From now on the environment has only those plugins."""
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    (group,) = re.findall(r"^\[project\.entry-points\.sayall\]\n(.*?)\n\n", text, re.M | re.S)
    modules = dict(re.findall(r'^(\w+) = "(\w+)"$', group, re.M))
    lines = [f"{name} = {modules[name]}" for name in needs]
    path = entry_points(environment)
    scripts = path.read_text("utf-8").partition("[sayall]")[0]
    path.write_text("\n".join([scripts.rstrip(), "", "[sayall]", *lines, ""]), "utf-8")


if __name__ == "__main__":
    main()
