"""Makes the sound ahead of the listener, in a thread, and with another engine where one fails or hangs."""

import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from typing import Final

from ..errors import EngineError
from ..script.utterance import Utterance
from .engine import Engine, Style
from .lead import Lead
from .plan import Plan
from .synthesis import Began, Ended, Over, Piece, Planned, Spoke, voiced
from .watched import Watched

LEAD_SECONDS: Final = 2.5
"""Sound is made at most this far ahead of the listener."""


class _Overtaken(Exception):
    """The listener has jumped on; what is being made is no longer wanted."""


class Maker:
    """Fills ``lead`` with the sound of ``plan``; after `overtake` it begins anew with the plan as it is then.

    All but `begin` are called while ``changed``, the player's lock, is held. ``on_replaced`` is told of an engine
    that stopped working before the next one begins, ``on_failed`` of anything that ends it all; both are called with
    the lock held.
    """

    def __init__(
        self,
        plan: Plan,
        *,
        sample_rate: int,
        changed: threading.Condition,
        style_of: Callable[[Utterance], tuple[Style, float]],
        fallbacks: Sequence[Callable[[], Engine]],
        patience_s: float,
        on_replaced: Callable[[str, EngineError], None],
        on_failed: Callable[[Exception], None],
    ) -> None:
        self.plan, self.lead = plan, Lead()
        self._rate, self._changed, self._style_of = sample_rate, changed, style_of
        self._fallbacks, self._patience = deque(fallbacks), patience_s
        self._on_replaced, self._on_failed = on_replaced, on_failed
        self._engine: Watched | None = None
        self._worker: threading.Thread | None = None
        self._shift = self._run = 0
        self._made: Began | Spoke | None = None
        self._ended = self._renews = False

    def begin(self, make: Callable[[], Engine]) -> None:
        """Sets to work with the engine that ``make`` gives."""
        self._worker = threading.Thread(target=self._work, args=(make, self._shift), name="sayall speech", daemon=True)
        self._worker.start()

    def overtake(self) -> None:
        """What is being made is no longer wanted."""
        self._run += 1
        self._renews = False
        self._changed.notify_all()

    def end(self) -> None:
        """Ends the work soon, and the engine with it."""
        self._ended = True
        self.overtake()

    def join(self, timeout_s: float) -> None:
        """Waits until the engine is closed, unless it hangs; not with the lock held."""
        if self._worker and self._worker is not threading.current_thread():
            self._worker.join(timeout_s)

    def watch(self) -> None:
        """Replaces an engine that hangs."""
        if self._engine and self._engine.silent_seconds > self._patience:
            name = self._engine.name
            self._replace(EngineError(f"the engine {name} hangs; choose another with --engine"), name)

    def renew(self) -> None:
        """Makes everything anew from the next word on that is not heard yet, whether it lies ready or is to come."""
        word = self.lead.cut_at_word()
        if word is None:
            self._renews = True
        else:
            self._begin_anew_with(word)

    def _begin_anew_with(self, word: Began | Spoke) -> None:
        self.plan.put_back(word, begun=isinstance(word, Spoke) or word.planned.begun)
        self.overtake()

    def _replace(self, error: EngineError, name: str) -> None:
        """Lets the next engine go on with the word that was being made."""
        self._shift += 1
        self._engine = None
        if not self._fallbacks:
            self._on_failed(error)
            return
        latest = self.plan.latest
        if latest and not self.lead.holds(Ended(latest)):
            if self._made and self._made.planned.utterance is latest.utterance:
                self.plan.put_back(self._made, begun=True)
            else:
                self.plan.put_back(Began(latest), begun=latest.begun)
        self._on_replaced(name, error)
        self.overtake()
        self.begin(self._fallbacks.popleft())

    def _work(self, make: Callable[[], Engine], shift: int) -> None:
        try:
            engine = Watched(make())
        except Exception as error:
            with self._changed:
                if shift == self._shift:
                    self._replace(_as_engine_error(error), "that was to take its place")
            return
        with self._changed:
            if shift == self._shift:
                self._engine = engine
        done = -1
        while (run := self._next_run(done, shift)) is not None:
            done = run
            try:
                with closing(voiced(self._planned(run), engine, self._style_of, self._rate)) as pieces:
                    for piece in pieces:
                        self._put(run, piece)
                self._put(run, Over())
            except _Overtaken:
                continue
            except EngineError as error:
                with self._changed:
                    if run == self._run and not self._ended:
                        self._replace(error, engine.name)
            except Exception as error:
                with self._changed:
                    self._on_failed(error)
        engine.close()

    def _next_run(self, done: int, shift: int) -> int | None:
        with self._changed:
            self._changed.wait_for(lambda: self._ended or shift != self._shift or self._run != done)
            return None if self._ended or shift != self._shift else self._run

    def _planned(self, run: int) -> Iterator[Planned]:
        with self._changed:
            self._must_be(run)
            plan = self.plan
        while True:
            with self._changed:
                self._must_be(run)
                planned = plan.next()
            if planned:
                yield planned
                continue
            more = plan.more()
            if more is None:
                return
            with self._changed:
                # Also when another run has begun: an utterance is never lost between two runs of one plan.
                plan.append(more)

    def _put(self, run: int, piece: Piece) -> None:
        with self._changed:
            self._changed.wait_for(lambda: self.lead.frames < LEAD_SECONDS * self._rate or run != self._run)
            self._must_be(run)
            if isinstance(piece, Began | Spoke):
                if self._renews:
                    self._begin_anew_with(piece)
                    raise _Overtaken
                self._made = piece
            self.lead.put(piece)
            self._changed.notify_all()

    def _must_be(self, run: int) -> None:
        if run != self._run or self._ended:
            raise _Overtaken


def _as_engine_error(error: Exception) -> EngineError:
    return error if isinstance(error, EngineError) else EngineError(f"the engine cannot start: {error}")
