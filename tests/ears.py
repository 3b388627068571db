"""Ears for tests: a PulseAudio server of their own, whose only sink goes nowhere, and a recording of what it played.

Debian: pulseaudio and pulseaudio-utils. No sound card is needed, and no running sound server is touched.
"""

from __future__ import annotations

import math
import os
import shutil
import signal
import subprocess
import sys
import time
from array import array
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from operator import mul
from pathlib import Path


def missing() -> str:
    """Why there can be no ears here, "" where there can."""
    absent = [name for name in ("pulseaudio", "pactl", "parec", "pacat") if not shutil.which(name)]
    return f"needs {', '.join(absent)}" if absent else ""


# A process of its own, for a busy thread beside the player's would itself make sound drop out. Chunks may come late,
# never early: the earliest of them tells when the recording began.
_RECORDER = """
import os, sys, time
sound, began = open(sys.argv[1], "wb", buffering=0), sys.argv[2]
size, rate = 0, 2 * int(sys.argv[3])
earliest = float("inf")
while data := sys.stdin.buffer.read1(2048):
    now = time.monotonic()
    # A block begins to be played when it is handed to the sink and to us.
    start = now - size / rate
    size += sound.write(data)
    if size > rate and start < earliest:
        earliest = start
        with open(began + ".new", "w") as file:
            file.write(f"{earliest:.6f}")
        os.replace(began + ".new", began)
"""


class Ears:
    """What was played since the recording began, sample by sample, and when each sample was played."""

    def __init__(
        self,
        folder: Path,
        sample_rate: int,
        servers: list[subprocess.Popen[bytes]],
        serve: Callable[[], subprocess.Popen[bytes]],
    ) -> None:
        self.sample_rate = sample_rate
        self._sound, self._start = folder / "sound", folder / "began"
        self._servers, self._serve = servers, serve

    @property
    def _began(self) -> float:
        return float(self._start.read_text())

    def samples(self) -> array[int]:
        """All that was recorded until now."""
        pcm = self._sound.read_bytes() if self._sound.exists() else b""
        return array("h", pcm[: len(pcm) // 2 * 2])

    def number_at(self, moment: float) -> int:
        """The sample that was played at ``moment``, by `time.monotonic`."""
        return int((moment - self._began) * self.sample_rate)

    def moment_of(self, number: int) -> float:
        """When a sample was played, by `time.monotonic`."""
        return self._began + number / self.sample_rate

    def kill_server(self) -> None:
        """Ends the sound server, as a crash would; nothing is recorded from then on."""
        self._servers[-1].kill()
        self._servers[-1].wait()

    def start_server(self) -> None:
        """Starts it again."""
        self._servers.append(self._serve())


@contextmanager
def ears(folder: Path, sample_rate: int = 22_050) -> Iterator[Ears]:
    """A server on a private socket in ``folder``, which must be short: a socket's path has at most 107 characters."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("sound", "began"):
        (folder / name).unlink(missing_ok=True)
    folder.chmod(0o700)
    socket = folder / "native"
    own = {
        "HOME": str(folder), "XDG_RUNTIME_DIR": str(folder), "PULSE_RUNTIME_PATH": str(folder),
        "PULSE_STATE_PATH": str(folder), "PULSE_SERVER": f"unix:{socket}", "PULSE_COOKIE": str(folder / "cookie"),
    }  # fmt: skip
    environment = os.environ | own

    def serve() -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [
                "pulseaudio", "-n", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1", "--disable-shm=yes",
                "-L", f"module-native-protocol-unix socket={socket} auth-anonymous=1",
                "-L", f"module-null-sink sink_name=ears0 rate={sample_rate} channels=1 format=s16le",
            ],
            env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip

    servers = [serve()]
    processes: list[subprocess.Popen[bytes]] = []
    before = {name: os.environ.get(name) for name in own}
    try:
        _until(lambda: _answers(environment))
        listening = subprocess.Popen(
            [
                "parec", "--device=ears0.monitor", f"--rate={sample_rate}", "--channels=1", "--format=s16le", "--raw",
                "--latency-msec=5", "--process-time-msec=5",
            ],
            env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        processes.append(listening)
        processes.append(
            subprocess.Popen(
                [sys.executable, "-S", "-c", _RECORDER, folder / "sound", folder / "began", str(sample_rate)],
                stdin=listening.stdout, start_new_session=True,
            )
        )  # fmt: skip
        # A sink that nobody plays on records nothing, and its clock stands still.
        processes.append(
            subprocess.Popen(
                ["pacat", "--device=ears0", "--raw", f"--rate={sample_rate}", "--channels=1", "/dev/zero"],
                env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
            )
        )  # fmt: skip
        os.environ.update(own)
        heard = Ears(folder, sample_rate, servers, serve)
        # It stands still for two seconds before it goes evenly.
        _until(lambda: len(heard.samples()) > 2 * sample_rate)
        yield heard
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
        for process in (*reversed(processes), *servers):
            with suppress(ProcessLookupError):
                process.send_signal(signal.SIGTERM)
            try:
                process.wait(timeout=3)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            if process.stdout:
                process.stdout.close()


def _answers(environment: dict[str, str]) -> bool:
    return subprocess.run(["pactl", "info"], env=environment, capture_output=True, check=False).returncode == 0


def _until(true: Callable[[], bool], seconds: float = 10.0) -> None:
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            raise TimeoutError("the sound server did not begin")
        time.sleep(0.05)


def find(wanted: array[int], within: array[int], first: int = 0, last: int | None = None) -> int:
    """Where in ``within[first:last]`` the sound ``wanted`` fits best, whatever its loudness."""
    ends = (last if last is not None else len(within)) - len(wanted)

    def fit(at: int, step: int) -> float:
        part = within[at : at + len(wanted) : step]
        return float(sum(map(mul, wanted[::step], part)) / (math.sqrt(sum(map(mul, part, part))) or 1.0))

    # Every place with few of the samples first, then the likeliest with more: a vowel is much like itself a pitch
    # period later.
    likely: Sequence[int] = range(first, ends)
    for step, kept in ((23, 400), (3, 20)):
        likely = sorted(likely, key=lambda at: fit(at, step))[-kept:]
    return max(likely, key=lambda at: fit(at, 1))


def correlation(one: array[int], other: array[int]) -> float:
    """Pearson's correlation of two sounds of the same length: 1 where they are alike."""
    size = min(len(one), len(other))
    mean_one, mean_other = sum(one[:size]) / size, sum(other[:size]) / size
    a, b = [x - mean_one for x in one[:size]], [x - mean_other for x in other[:size]]
    return float(sum(map(mul, a, b)) / (math.sqrt(sum(map(mul, a, a)) * sum(map(mul, b, b))) or 1.0))


def loud(samples: array[int], first: int, last: int, threshold: int = 60) -> list[int]:
    """The numbers of the samples that can be heard."""
    return [n for n in range(max(0, first), min(last, len(samples))) if abs(samples[n]) > threshold]
