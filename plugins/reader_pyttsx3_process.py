"""The child program of the engine pyttsx3, as a process to ask."""

import json
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import IO, Any

from reader.errors import EngineError


class Process:
    """A running child; its answers are read as they come, so that one that hangs can be given up."""

    def __init__(self) -> None:
        program = Path(__file__).with_name("reader_pyttsx3_child.py")
        self._process = subprocess.Popen(
            [sys.executable, "-P", str(program)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="ascii",
            start_new_session=True,  # so that Ctrl-C is for the reader alone to answer
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._answers: SimpleQueue[str] = SimpleQueue()
        assert self._process.stdout
        self._reading = Thread(target=_read, args=(self._process.stdout, self._answers), daemon=True)
        self._reading.start()
        self._described: dict[str, Any] = {}

    @property
    def pid(self) -> int:
        return self._process.pid

    def described(self, limit_s: float) -> dict[str, Any]:
        """What the child told of its driver and its voices when it started."""
        if not self._described:
            self._described = self._answer("start", limit_s)
        return self._described

    def ask(self, request: dict[str, Any], limit_s: float) -> None:
        """Returns when it has done so; `EngineError` when it cannot, has ended, or takes longer than ``limit_s``."""
        assert self._process.stdin
        try:
            self._process.stdin.write(json.dumps(request) + "\n")
            self._process.stdin.flush()
        except OSError:
            pass  # it has ended: the answer, which is none, tells how
        self._answer(f"speak: {request['text'][:60]}", limit_s)

    def _answer(self, task: str, limit_s: float) -> dict[str, Any]:
        try:
            line = self._answers.get(timeout=limit_s)
        except Empty:
            raise EngineError(f"pyttsx3 did not answer for {limit_s:.0f} s; it was to {task}") from None
        if not line:
            raise EngineError(f"pyttsx3 ended with status {self._process.wait()}; it was to {task}")
        answer: dict[str, Any] = json.loads(line)
        if "error" in answer:
            raise EngineError(f"pyttsx3 cannot {task} ({answer['error']})")
        return answer

    def end(self) -> None:
        """Kills it, whatever it does."""
        self._process.kill()
        self._process.wait()
        self._reading.join()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):  # what was still to be written is for nobody
                pipe and pipe.close()


def _read(answers: IO[str], queue: "SimpleQueue[str]") -> None:
    for line in answers:
        queue.put(line)
    queue.put("")
