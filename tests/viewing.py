"""``sayall view`` at work: the served view of a page, until the block ends."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def viewing(page: Path, speech: Path, **environment: str) -> Iterator[str]:
    """The address of the view, which speaks to the socket ``speech``; interrupted as with Ctrl-C, it must end well."""
    command = [sys.executable, "-c", "from reader.cli import main; main()", "view", str(page), "--no-open"]
    process = subprocess.Popen(
        [*command, "--engine", "speechd"],
        env={**os.environ, "SPEECHD_ADDRESS": f"unix_socket:{speech}", "PYTHONUNBUFFERED": "1", **environment},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    try:
        (address,) = re.findall(r"http://\S+", process.stdout.readline())
        yield address
    finally:
        process.send_signal(signal.SIGINT)
        code = process.wait(60)  # on a busy machine its threads end late
        process.stdout.close()
    assert code == 130
