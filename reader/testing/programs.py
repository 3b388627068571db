"""Programs that a plugin calls, as a test has them."""

import json
import os
import shlex
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

_SCRIPT = """\
import json, sys
with open({calls!r}, "a", encoding="utf-8") as file:
    print(json.dumps(sys.argv[1:]), file=file)
sys.stdout.buffer.write({prints!r})
sys.stderr.write({complains!r})
sys.exit({status})
"""


class Called:
    """With which arguments a program was called so far."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._calls: list[list[str]] = []

    def __iter__(self) -> Iterator[list[str]]:
        if self._file.exists():
            self._calls = [json.loads(line) for line in self._file.read_text("utf-8").splitlines()]
        yield from self._calls


@contextmanager
def program(name: str, prints: str = "", *, complains: str = "", status: int = 0) -> Iterator[Called]:
    """A program ``name`` is found first while the test runs: it prints, complains on its error output, and ends so.

    What is given tells how it was called: ``list(called)``. It is a shell script, so not for Windows.
    """
    before = os.environ.get("PATH", "")
    with TemporaryDirectory() as folder:
        script, started, calls = Path(folder, f"{name}.py"), Path(folder, name), Path(folder, "calls")
        script.write_text(
            _SCRIPT.format(calls=str(calls), prints=prints.encode(), complains=complains, status=status), "utf-8"
        )
        started.write_text(f'#!/bin/sh\nexec {shlex.join([sys.executable, "-I", str(script)])} "$@"\n', "utf-8")
        started.chmod(0o755)
        called = Called(calls)
        os.environ["PATH"] = f"{folder}{os.pathsep}{before}"
        try:
            yield called
        finally:
            os.environ["PATH"] = before
            list(called)
