"""A private Speech Dispatcher that speaks into PulseAudio's null sink."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_WATCHED = """#!{python}
\"\"\"The module sayall, with a note of each line that it was told or tells, and when; sound is left out.\"\"\"
import subprocess, sys, threading, time

def copy(given, taken, way):
    with open({folder!r} + "/module.log", "a", buffering=1) as log:
        for line in iter(given.readline, b""):
            at = time.time()
            taken.write(line)
            taken.flush()
            if not line.startswith((b"705-AUDIO", b"705 AUDIO")):
                log.write(f"{{at:.4f}} {{way}} {{line.decode('utf-8', 'replace').rstrip()}}\\n")
    taken.close()

module = subprocess.Popen([{python!r}, "-c", "from reader.cli.speechd_module import main; main()", *sys.argv[1:]],
    stdin=subprocess.PIPE, stdout=subprocess.PIPE)
threading.Thread(target=copy, args=(sys.stdin.buffer, module.stdin, ">"), daemon=True).start()
copy(module.stdout, sys.stdout.buffer, "<")
module.wait()
"""


def missing() -> str:
    """Which programs are not there, as a reason to skip; "" where all are."""
    absent = [name for name in ("speech-dispatcher", "pulseaudio") if not shutil.which(name)]
    return f"not installed: {', '.join(absent)}" if absent else ""


@contextmanager
def dispatching(folder: Path, module: str, socket: str = "speechd.sock") -> Iterator[dict[str, str]]:
    """Speech Dispatcher while the block runs, with "espeak-ng", or set up with "sayall" as our own document says.

    Gives its environment; ``socket`` is the name of its socket in ``folder``. With "sayall", ``module.log`` there
    holds what passed between the two, line by line.
    """
    (folder / "speechd.conf").write_text(
        f'LogLevel 3\nLogDir "{folder}"\nAudioOutputMethod "pulse"\nDefaultModule {module}\n'
    )
    (folder / "modules").mkdir()
    if module == "sayall":
        (folder / ".local" / "share").mkdir(parents=True)
        program = folder / ".local" / "libexec" / "speech-dispatcher-modules" / "sd_sayall"
        program.parent.mkdir(parents=True)
        program.write_text(_WATCHED.format(python=sys.executable, folder=str(folder)))
        program.chmod(0o700)
    private = {
        "HOME": str(folder), "XDG_RUNTIME_DIR": str(folder), "PULSE_SERVER": f"unix:{folder}/pulse.sock",
        "SPEECHD_ADDRESS": f"unix_socket:{folder}/{socket}",
    }  # fmt: skip
    native = f"module-native-protocol-unix auth-anonymous=1 socket={folder}/pulse.sock"
    pulse = ["pulseaudio", "--exit-idle-time=-1", "--daemonize=no", "-n", "-L", native, "-L", "module-null-sink"]
    server = ["speech-dispatcher", "-s", "-C", str(folder), "-c", "unix_socket", "-S", f"{folder}/{socket}"]
    running = []
    try:
        for name, command in (("pulse.sock", pulse), (socket, server)):
            with (folder / f"{command[0]}.out").open("w") as log:
                running.append(subprocess.Popen(command, stdout=log, stderr=log, env={**os.environ, **private}))
            end = time.monotonic() + 15
            while not (folder / name).exists():
                assert time.monotonic() < end, (folder / f"{command[0]}.out").read_text()
                time.sleep(0.02)
        yield private
    finally:
        for process in reversed(running):
            process.terminate()
            process.wait(5)
