"""A private Speech Dispatcher that speaks into PulseAudio's null sink."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def missing() -> str:
    """Which programs are not there, as a reason to skip; "" where all are."""
    absent = [name for name in ("speech-dispatcher", "pulseaudio") if not shutil.which(name)]
    return f"not installed: {', '.join(absent)}" if absent else ""


@contextmanager
def dispatching(folder: Path, module: str) -> Iterator[dict[str, str]]:
    """Speech Dispatcher with one module, "espeak-ng" or "sayall", while the block runs; gives its environment."""
    program = folder / "sd_sayall"
    program.write_text(f"#!{sys.executable}\nfrom reader.cli.speechd_module import main\nmain()\n")
    program.chmod(0o700)
    path = {"espeak-ng": "sd_espeak-ng", "sayall": str(program)}[module]
    (folder / "speechd.conf").write_text(
        f'LogLevel 3\nLogDir "{folder}"\nAudioOutputMethod "pulse"\nDefaultModule {module}\n'
        f'AddModule "{module}" "{path}" "module.conf"\n'
    )
    (folder / "modules").mkdir()
    (folder / "modules" / "module.conf").write_text("")
    private = {
        "HOME": str(folder), "XDG_RUNTIME_DIR": str(folder), "PULSE_SERVER": f"unix:{folder}/pulse.sock",
        "SPEECHD_ADDRESS": f"unix_socket:{folder}/speechd.sock",
    }  # fmt: skip
    native = f"module-native-protocol-unix auth-anonymous=1 socket={folder}/pulse.sock"
    pulse = ["pulseaudio", "--exit-idle-time=-1", "--daemonize=no", "-n", "-L", native, "-L", "module-null-sink"]
    server = ["speech-dispatcher", "-s", "-C", str(folder), "-c", "unix_socket", "-S", f"{folder}/speechd.sock"]
    running = []
    try:
        for name, command in (("pulse.sock", pulse), ("speechd.sock", server)):
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
