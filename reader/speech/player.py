"""Plays a story: says it from any place, and at once pauses, jumps and stops; it alone knows what was heard."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from typing import Final

from ..errors import EngineError
from ..script.utterance import ANNOUNCEMENT, Mark, Utterance
from ..story import Position
from .engine import Engine, Style
from .events import Event, Finished, Reached, Started
from .lead import Lead
from .output import Due, Output, Taken
from .samples import FADE_MS, faded_in, faded_out
from .synthesis import Began, Cue, Ended, Over, Piece, Planned, Spoke, voiced
from .watched import Watched

LEAD_SECONDS: Final = 2.5
"""Sound is made at most this far ahead of the listener."""

PATIENCE_SECONDS: Final = 8.0
"""An engine that gives nothing for so long hangs."""

Script = Callable[[Position], Iterator[Utterance]]
StyleFor = Callable[[str, str], Style]


_TOP: Final = Position(0)


class _Overtaken(Exception):
    """The listener has jumped on; what is being made is no longer wanted."""


class _Plan:
    """What is still to be said: utterances ``ahead``, then those of ``script`` from ``start`` on."""

    def __init__(self, script: Script, start: Position) -> None:
        self.ahead: deque[Planned] = deque()
        self._script, self._start = script, start
        self._rest: Iterator[Utterance] | None = None
        self._holding = True

    def more(self) -> Planned | None:
        """The next utterance of the script; only one thread may ask."""
        if self._rest is None:
            self._rest = iter(self._script(self._start))
        utterance = next(self._rest, None)
        if utterance is None:
            return None
        # While the listener has paused, a jump says the one sentence it leads to, after what announces it.
        holds = self._holding and utterance.style != ANNOUNCEMENT
        self._holding = self._holding and not holds
        return Planned(utterance, holds=holds)


class Player:
    """Says what ``script`` gives, from any position on.

    - ``script`` gives the utterances from a position to the end, lazily; it runs in a thread of the player.
    - ``engine`` is the player's from now on: it is closed with it. When it fails or hangs, the engines that
      ``fallbacks`` make take its place one after another, from the word on that was being made; ``on_notice`` gets
      the line that is said then.
    - ``style_for(style, language)`` is how an utterance sounds.
    - ``on_event`` is called as things are heard, from another thread; it should return soon.

    `play` begins; `wait` lasts until the end and raises what went wrong; `stop`, or leaving a ``with``, ends it.
    Every command returns at once and may come from any thread.
    """

    def __init__(
        self,
        script: Script,
        *,
        engine: Engine,
        style_for: StyleFor,
        output: Output,
        on_event: Callable[[Event], None] = lambda event: None,
        on_notice: Callable[[str], None] = lambda line: None,
        fallbacks: Sequence[Callable[[], Engine]] = (),
        patience_s: float = PATIENCE_SECONDS,
    ) -> None:
        self._script, self._style_for, self._output = script, style_for, output
        self._on_event, self._on_notice = on_event, on_notice
        self._fallbacks, self._patience = deque(fallbacks), patience_s
        self._first_engine, self._rate = engine, engine.sample_rate
        self._engine: Watched | None = None
        self._shift = 0
        self._rate_wpm: int | None = None

        self._changed = threading.Condition(threading.RLock())
        self._plan = _Plan(script, Position(0))
        self._making: deque[Planned] = deque()
        self._lead = Lead()
        self._made: Began | Spoke | None = None
        self._last: Began | Spoke | None = None
        self._fade, self._rising = b"", False
        self._paused = self._resting = False
        self._run = self._epoch = 0
        self._position = Position(0)
        self._ended = threading.Event()
        self._over = self._closing = self._opened = False
        self._error: Exception | None = None
        self._worker: threading.Thread | None = None

    # What the listener does

    def play(self, start: Position = _TOP) -> None:
        """Begins at ``start``; raises `NoSoundError` without a device, `SayallError` without a file."""
        self.seek(start)
        self.resume()
        if self._opened:
            return
        self._opened = True
        self._hire(lambda: self._first_engine)
        try:
            self._output.open(self._rate, self)
        except BaseException:
            self.stop()
            raise

    def pause(self) -> None:
        """Silence, until `resume`; what is not heard yet stays for then."""
        with self._changed:
            self._paused = True
            self._rest()

    def resume(self) -> None:
        """Speech goes on, at the very sample."""
        with self._changed:
            self._rising = self._rising or self._resting
            self._paused = self._resting = False
            self._changed.notify_all()

    def seek(self, position: Position) -> None:
        """Reads on from ``position`` at once. While paused, only the sentence there is said, and the pause goes on."""
        with self._changed:
            self._cut()
            self._plan, self._last = _Plan(self._script, position), None
            self._making.clear()
            self._position = position
            self._epoch += 1
            self._go()

    def say(self, *lines: str, language: str = "en") -> None:
        """Says ``lines`` in between, at once; then reading goes on with the word that was interrupted, or stays paused.

        What an earlier call had still to say is dropped.
        """
        if not lines:
            return
        said = [Planned(Utterance((Mark(self._position), line), language, ANNOUNCEMENT), aside=True) for line in lines]
        said[-1] = replace(said[-1], holds=True)
        with self._changed:
            self._cut()
            self._restart_from(self._last)
            self._plan.ahead.extendleft(reversed(said))
            self._go()

    def set_rate(self, rate_wpm: int) -> None:
        """Speaks at ``rate_wpm`` words a minute from the next word on: the voice's styles keep their proportions."""
        with self._changed:
            self._rate_wpm = rate_wpm
            self._renew()

    def set_styles(self, style_for: StyleFor) -> None:
        """Speaks with other styles from the next word on."""
        with self._changed:
            self._style_for = style_for
            self._renew()

    def stop(self) -> None:
        """Ends at once, and frees the device and the engine; safe to call twice."""
        with self._changed:
            self._rest()
            self._closing = True
            self._epoch += 1
            self._overtake()
        self._output.close()
        if self._worker and self._worker is not threading.current_thread():
            self._worker.join(timeout=1)
        self._ended.set()

    def wait(self, timeout_s: float | None = None) -> None:
        """Until the last sound was heard, it was stopped, or ``timeout_s`` has passed; raises what went wrong."""
        self._ended.wait(timeout_s)
        if self._error:
            raise self._error

    def __enter__(self) -> Player:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def position(self) -> Position:
        """The place that is being heard, or where the last jump leads while that is not heard yet.

        What sayall itself says has no place of its own.
        """
        return self._position

    @property
    def paused(self) -> bool:
        return self._paused

    @property
    def ended(self) -> bool:
        """Whether the last sound was heard, or nothing more will be."""
        return self._ended.is_set()

    @property
    def rate_wpm(self) -> int:
        """Words a minute of a plain paragraph."""
        return self._rate_wpm or self._style_for("paragraph", "").rate_wpm

    # How a command takes effect; the lock is held

    def _cut(self) -> None:
        """Ends what is being heard with a short fade."""
        if not self._resting and self._opened:
            self._fade = faded_out(self._lead.peek(self._rate * FADE_MS // 1000))
        self._lead.clear()

    def _rest(self) -> None:
        if not self._resting:
            self._fade = faded_out(self._lead.peek(self._rate * FADE_MS // 1000))
            self._resting = True

    def _go(self) -> None:
        """Begins with the plan as it is now."""
        self._resting = self._rising = False
        self._overtake()

    def _overtake(self) -> None:
        self._run += 1
        self._over = False
        if not self._closing:
            self._ended.clear()
        self._changed.notify_all()

    def _restart_from(self, cue: Began | Spoke | None) -> None:
        """Puts back into the plan what was not heard, from the word of ``cue`` on, but no asides."""
        ahead = deque(p for p in (*self._making, *self._plan.ahead) if not p.aside)
        self._making.clear()
        if cue is not None and not cue.planned.aside:
            since = cue.char if isinstance(cue, Spoke) else cue.planned.since
            if ahead and ahead[0].utterance is cue.planned.utterance:
                ahead[0] = replace(ahead[0], since=since)
        self._plan.ahead = ahead

    def _renew(self) -> None:
        """Makes the sound anew from the next word on; what lies ready up to there is still heard."""
        cue = self._lead.cut_at_word()
        if cue is not None:
            index = next(i for i, p in enumerate(self._making) if p.utterance is cue.planned.utterance)
            self._plan.ahead.extendleft(reversed([*self._making][index:]))
            while len(self._making) > index:
                self._making.pop()
            since = cue.char if isinstance(cue, Spoke) else cue.planned.since
            self._plan.ahead[0] = replace(self._plan.ahead[0], since=since)
            self._overtake()
        elif self._making and not self._lead.holds(Ended(self._making[-1])):
            self._cut()
            self._restart_from(self._last)
            self._overtake()

    # What the output asks; see Feed

    def take(self, frames: int, *, wait: bool = False) -> Taken:
        pcm, dues = bytearray(), []
        with self._changed:
            if self._fade:
                size = min(len(self._fade), frames * 2)
                pcm += self._fade[:size]
                self._fade = self._fade[size:]
            while not self._resting and not self._over and not self._closing:
                left = frames - len(pcm) // 2
                if left == 0:
                    break
                piece = self._lead.next(left)
                if piece is None:
                    if self._error or not self._wait_for_more(wait):
                        break
                elif isinstance(piece, bytes):
                    pcm += faded_in(piece, self._rate) if self._rising else piece
                    self._rising = False
                else:
                    dues.append(Due(len(pcm) // 2, piece, self._epoch))
                    self._pass(piece)
            self._changed.notify_all()
            return Taken(bytes(pcm), tuple(dues), self._closing or self._error is not None)

    def heard(self, due: Due) -> None:
        event = _event(due.cue)
        with self._changed:
            if due.epoch != self._epoch:
                return
            match event:
                case Started(utterance) if utterance.style != ANNOUNCEMENT:
                    self._position = utterance.start
                case Reached(at):
                    self._position = at
                case _:
                    pass
        if isinstance(due.cue, Over):
            self._ended.set()
        if event is None:
            return
        try:
            self._on_event(event)
        except Exception as error:
            self.failed(error)

    def failed(self, error: Exception) -> None:
        with self._changed:
            self._error = self._error or error
            self._run += 1
            self._lead.clear()
            self._changed.notify_all()
        self._ended.set()

    def _pass(self, cue: Began | Spoke | Ended | Over) -> None:
        """Notes a cue that the output has taken."""
        match cue:
            case Began() | Spoke():
                self._last = cue
            case Ended():
                self._last = None
                while self._making and self._making.popleft().utterance is not cue.planned.utterance:
                    pass
                if cue.planned.holds and self._paused:
                    self._resting = True
            case Over():
                self._over = True

    def _wait_for_more(self, wait: bool) -> bool:
        """Waits for sound where that is wanted, and sees to an engine that hangs."""
        if self._engine and self._engine.silent_seconds > self._patience:
            name = self._engine.name
            self._replace_engine(EngineError(f"the engine {name} hangs; choose another with --engine"), name)
        if wait:
            self._changed.wait(timeout=min(1.0, self._patience))
        return wait

    # The worker, which makes sound ahead

    def _replace_engine(self, error: EngineError, name: str) -> None:
        """Lets the next engine go on with the word that was being made; the lock is held."""
        self._shift += 1
        self._engine = None
        if not self._fallbacks:
            self.failed(error)
            return
        if self._making and not self._lead.holds(Ended(self._making[-1])):
            broken = self._making.pop()
            made = self._made if self._made and self._made.planned.utterance is broken.utterance else None
            self._plan.ahead.appendleft(replace(broken, since=made.char if isinstance(made, Spoke) else broken.since))
        line = f"The engine {name} stopped working. Another one reads on."
        notice = Utterance((Mark(self._position), line), "en", ANNOUNCEMENT)
        self._plan.ahead.appendleft(Planned(notice, aside=True))
        self._run += 1
        self._changed.notify_all()
        self._hire(self._fallbacks.popleft())
        self._on_notice(f"{error} ({line})")

    def _hire(self, make: Callable[[], Engine]) -> None:
        self._worker = threading.Thread(target=self._work, args=(make, self._shift), name="sayall speech", daemon=True)
        self._worker.start()

    def _work(self, make: Callable[[], Engine], shift: int) -> None:
        try:
            engine = Watched(make())
        except EngineError as error:
            with self._changed:
                if shift == self._shift:
                    self._replace_engine(error, "that was to take its place")
            return
        except Exception as error:
            self.failed(error)
            return
        with self._changed:
            if shift == self._shift:
                self._engine = engine
        done = -1
        while (run := self._next_run(done, shift)) is not None:
            done = run
            try:
                with closing(voiced(self._planned(run, self._plan), engine, self._style_of, self._rate)) as pieces:
                    for piece in pieces:
                        self._put(run, piece)
                self._put(run, Over())
            except _Overtaken:
                continue
            except EngineError as error:
                with self._changed:
                    if run == self._run and not self._closing:
                        self._replace_engine(error, engine.name)
            except Exception as error:
                self.failed(error)
        engine.close()

    def _next_run(self, done: int, shift: int) -> int | None:
        with self._changed:
            self._changed.wait_for(
                lambda: self._closing or shift != self._shift or (self._run != done and not self._error)
            )
            return None if self._closing or shift != self._shift else self._run

    def _planned(self, run: int, plan: _Plan) -> Iterator[Planned]:
        while True:
            with self._changed:
                self._must_be(run)
                planned = plan.ahead.popleft() if plan.ahead else None
                if planned:
                    self._making.append(planned)
            if planned:
                yield planned
                continue
            more = plan.more()
            if more is None:
                return
            with self._changed:
                # Also when another run has begun: an utterance is never lost between two runs of one plan.
                plan.ahead.append(more)

    def _put(self, run: int, piece: Piece) -> None:
        with self._changed:
            self._changed.wait_for(lambda: self._lead.frames < LEAD_SECONDS * self._rate or run != self._run)
            self._must_be(run)
            self._lead.put(piece)
            if isinstance(piece, Began | Spoke):
                self._made = piece
            self._changed.notify_all()

    def _must_be(self, run: int) -> None:
        if run != self._run or self._closing:
            raise _Overtaken

    def _style_of(self, utterance: Utterance) -> tuple[Style, float]:
        style = self._style_for(utterance.style, utterance.language)
        if not self._rate_wpm:
            return style, 1.0
        speed = self._rate_wpm / self._style_for("paragraph", utterance.language).rate_wpm
        return replace(style, rate_wpm=round(style.rate_wpm * speed)), speed


def _event(cue: Cue) -> Event | None:
    match cue:
        case Began(planned):
            return Started(planned.utterance)
        case Spoke(planned, char) if planned.utterance.style != ANNOUNCEMENT:
            return Reached(planned.utterance.position_at(char))
        case Ended(planned):
            return Finished(planned.utterance)
        case _:
            return None
