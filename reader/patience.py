"""Calls what may hang in a thread of its own, so that whoever has waited long enough can go on without it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import Any, Final, NamedTuple, TypeVar

from .errors import PluginError

T = TypeVar("T")

_LOOK_S: Final = 0.5
"""How often it is looked which call is under way, while nothing has come."""


class Call(NamedTuple):
    """A call under way: whose, for what, how many seconds it may take and the moment when they are over."""

    name: str
    what: str
    seconds: float
    until: float


class OverdueError(PluginError):
    """``call`` has taken longer than it may; perhaps it goes on for ever in its thread, unheard."""

    def __init__(self, call: Call) -> None:
        super().__init__(f"did not answer within {call.seconds:g} s")
        self.call = call


class Turn:
    """One job, many calls: which is under way, how long each plugin has taken, and whether anybody still waits."""

    def __init__(self) -> None:
        self.call: Call | None = None
        self.is_over = False
        self._spent_s: dict[tuple[str, str], float] = {}

    def made(self, name: str, what: str, seconds: float, function: Callable[[], T]) -> T:
        """What ``function`` gives; all calls of ``name`` for ``what`` in one turn share the ``seconds``.

        Raises `OverdueError` where none are left, and ends the thread where nobody waits for it any more.
        """
        began, spent = time.monotonic(), self._spent_s.get((name, what), 0.0)
        call = Call(name, what, seconds, began + seconds - spent)
        if self.is_over:
            raise SystemExit
        if spent >= seconds:
            raise OverdueError(call)
        self.call = call
        try:
            return function()
        finally:
            self.call = None
            self._spent_s[name, what] = spent + time.monotonic() - began
            if self.is_over:
                raise SystemExit

    def run(self, job: Callable[[], T]) -> T:
        """What ``job`` gives or raises; raises `OverdueError` as soon as one of the calls in it takes too long."""
        worker = _a_worker()
        worker.jobs.put(job)
        while True:
            call = self.call
            wait = _LOOK_S if call is None else min(_LOOK_S, max(0.0, call.until - time.monotonic()))
            try:
                given, raised = worker.answers.get(timeout=wait)
            except Empty:
                if call is not None and call is self.call and time.monotonic() >= call.until:
                    self.is_over = True
                    worker.abandon()
                    raise OverdueError(call) from None
                continue
            except BaseException:
                self.is_over = True
                worker.abandon()
                raise
            _idle.append(worker)
            if raised is not None:
                raise raised
            return given  # type: ignore[no-any-return]


class _Worker:
    """A thread that does one job after another; one that is abandoned is told to stop, and never used again."""

    def __init__(self) -> None:
        self.jobs: SimpleQueue[Callable[[], Any]] = SimpleQueue()
        self.answers: SimpleQueue[tuple[Any, BaseException | None]] = SimpleQueue()
        self._is_abandoned = False
        self._thread = threading.Thread(target=self._work, name="sayall plugins", daemon=True)
        self._thread.start()

    def _work(self) -> None:
        while not self._is_abandoned:
            job = self.jobs.get()
            answer: tuple[Any, BaseException | None]
            try:
                answer = (job(), None)
            except BaseException as error:
                answer = (None, error)
            self.answers.put(answer)
            del job, answer

    def abandon(self) -> None:
        """Ends what runs in Python at its next step; what waits in the system goes on to wait, and costs nothing."""
        import ctypes

        self._is_abandoned = True
        ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(self._thread.ident or 0), ctypes.py_object(_Stopped))


class _Stopped(BaseException):
    """Raised in the midst of a call for which nobody waits."""


_idle: list[_Worker] = []


def _a_worker() -> _Worker:
    try:
        return _idle.pop()
    except IndexError:
        return _Worker()
