"""How long a listener waits: from the start of the command to the first sound, beside trafilatura piped into espeak.

    python benchmarks/first_sound.py [PAGE] [--runs 15]

Each command is started by the shell and writes its sound to a pipe; the time is taken when the first sample that is not
silence arrives. Runs of the two alternate. PAGE is a saved page; without one, ../shared's CNN page is used.
"""

import argparse
import os
import shlex
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

from reader.installed import installed

ROOT = Path(__file__).parents[1]
CNN = ROOT.parent / "shared" / "gold" / "pages" / "cnn_old_thanksgiving.html"
WAV_HEADER_BYTES = 44
FEW = "sayall, two plugins"
"""Only what opens a file and what speaks: none of those that would have a say in what is read."""


def main() -> None:
    """Prints one line a command: the median and the fastest in milliseconds, and the ratio to the peer."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("page", nargs="?", type=Path, default=CNN)
    parser.add_argument("--runs", type=int, default=15)
    given = parser.parse_args()
    if not given.page.exists():
        sys.exit(f"{given.page} is not here; name a saved page")
    save = f"{beside('sayall')} save {shlex.quote(str(given.page))} -o -"
    commands = {"sayall": save, FEW: f"SAYALL_PLUGINS={_all_but('files', 'espeak')} {save}", **_peer(given.page)}
    waits: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(given.runs):
        for name, command in commands.items():
            waits[name].append(first_sound_ms(command))
    base = statistics.median(list(waits.values())[-1])
    for name, ms in waits.items():
        median = statistics.median(ms)
        print(f"{name:24} median {median:6.0f} ms   fastest {min(ms):6.0f} ms   ratio {median / base:.2f}")
    least = {name: min(ms) for name, ms in waits.items()}
    print(f"all plugins against the two that are needed, fastest runs: ratio {least['sayall'] / least[FEW]:.2f}")


def first_sound_ms(command: str) -> float:
    """Milliseconds from starting ``command`` in a shell to its first sample that is not silence."""
    began = time.perf_counter()
    with subprocess.Popen(["sh", "-c", command], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout
        out = process.stdout.fileno()
        header = b""
        while len(header) < WAV_HEADER_BYTES:
            header += os.read(out, WAV_HEADER_BYTES - len(header)) or sys.exit(f"nothing came from: {command}")
        while True:
            pcm = os.read(out, 4096)
            if not pcm:
                sys.exit(f"no sound came from: {command}")
            if pcm.strip(b"\0"):
                break
        waited = time.perf_counter() - began
        process.kill()
    return waited * 1000


def _peer(page: Path) -> dict[str, str]:
    if shutil.which(beside("trafilatura")) is None:
        print("trafilatura is not installed, so there is nothing to compare with: pip install trafilatura")
        return {}
    if shutil.which("espeak-ng") is None:
        print("espeak-ng is not installed, so there is nothing to compare with: apt-get install espeak-ng")
        return {}
    return {"trafilatura | espeak": f"{beside('trafilatura')} < {shlex.quote(str(page))} | espeak-ng --stdout"}


def _all_but(*needed: str) -> str:
    return ",".join(f"-{entry.name}" for entry in installed("sayall") if entry.name not in needed)


def beside(command: str) -> str:
    found = Path(sys.executable).parent / command
    return str(found) if found.exists() else command


if __name__ == "__main__":
    main()
