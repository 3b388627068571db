"""Plays a story: says it from any place, and at once pauses, jumps and stops; it alone knows what was heard."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace

from ..errors import EngineError
from ..script.moved import Move
from ..script.utterance import ANNOUNCEMENT, Utterance
from ..story import START, Position
from .engine import Engine, Style
from .events import Event, Reached, Started, event_for
from .maker import Maker
from .output import Due, Output, Taken
from .plan import Plan, Script
from .playing import LOUDEST, Playback, StyleFor
from .samples import FADE_MS, SAMPLE_BYTES, faded_in, faded_out
from .synthesis import Began, Cue, Ended, Over, Planned, Spoke
from .watched import PATIENCE_SECONDS


class Player(Playback):
    """Says what ``script`` gives, from any position on.

    - ``script`` gives the utterances from a position to the end, lazily; it runs in a thread of the player.
    - ``engine`` is the player's from now on: it is closed with it. When it fails or hangs, the engines that
      ``fallbacks`` make take its place one after another, from the word on that was being made; ``on_notice`` gets
      a line about it, and the listener hears one.
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
        super().__init__()
        self._script, self._style_for, self._output = script, style_for, output
        self._on_event, self._on_notice = on_event, on_notice
        self._engine, self._rate = engine, engine.sample_rate
        self._rate_wpm: int | None = None
        self._changed = threading.Condition(threading.RLock())
        self._maker = Maker(
            Plan(script, START),
            sample_rate=self._rate,
            changed=self._changed,
            style_of=self._style_of,
            fallbacks=fallbacks,
            patience_s=patience_s,
            on_replaced=self._tell_of_replacement,
            on_failed=self.failed,
        )
        self._patience = patience_s
        self._last: Began | Spoke | None = None
        self._fade, self._rising = b"", False
        self._resting = False
        self._epoch = 0
        self._over = self._stopped = self._opened = False

    # What the listener does

    def play(self, start: Position = START) -> None:
        """Begins at ``start``; raises `NoSoundError` without a device, `SayallError` without a file."""
        self.seek(start)
        self.resume()
        if self._opened:
            return
        self._opened = True
        self._maker.begin(lambda: self._engine)
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

    def seek(self, position: Position, *lines: str, alone: bool = False, language: str = "en") -> None:
        """Says ``lines`` and reads on from ``position``, at once.

        While paused, no more than the sentence there is said, with ``alone`` only the lines, and the pause goes on.
        """
        with self._changed:
            self._cut()
            self._last, self._position = None, position
            self._maker.plan = Plan(self._script, position)
            self._maker.plan.interrupt(None, self._asides(lines, language, alone=alone))
            self._epoch += 1
            self._go_on()

    def say(self, *lines: str, language: str = "en") -> None:
        """Says ``lines`` in between, at once; then reading goes on with the word that was interrupted, or stays paused.

        What an earlier call had still to say is dropped.
        """
        if not lines:
            return
        with self._changed:
            self._cut()
            self._maker.plan.interrupt(self._last, self._asides(lines, language))
            self._go_on()

    def set_rate(self, rate_wpm: int) -> None:
        """Speaks at ``rate_wpm`` words a minute from the next word on: the voice's styles keep their proportions."""
        with self._changed:
            self._rate_wpm = rate_wpm
            self._maker.renew()

    def set_styles(self, style_for: StyleFor) -> bool:
        """Speaks with other styles from the next word on."""
        with self._changed:
            self._style_for = style_for
            self._maker.renew()
        return True

    def set_volume(self, percent: int) -> bool:
        """Speaks at ``percent`` of the voice's own loudness, 0 to `LOUDEST`, from the next word on."""
        with self._changed:
            self._volume = min(max(percent, 0), LOUDEST)
            self._maker.renew()
        return True

    def go_over(self, move: Move, begin: Callable[[], None]) -> None:
        with self._changed:
            begin()
            self._move = move
            self._position = move(self._position)

    def stop(self) -> None:
        """Ends at once, and frees the device and the engine; safe to call twice."""
        with self._changed:
            self._rest()
            self._stopped = True
            self._epoch += 1
            self._maker.end()
        self._output.close()
        self._maker.join(timeout_s=1)
        self._ended.set()

    @property
    def rate_wpm(self) -> int:
        """Words a minute of a plain paragraph."""
        return self._rate_wpm or self._style_for("paragraph", "").rate_wpm

    # How a command takes effect; the lock is held

    def _cut(self) -> None:
        """Ends what is being heard, with a short fade, and drops what lies ready."""
        self._rest()
        self._maker.lead.clear()

    def _rest(self) -> None:
        if not self._resting:
            # Of a fade that is not heard yet nothing is lost by a second command.
            self._fade = self._fade or faded_out(self._maker.lead.peek(self._rate * FADE_MS // 1000))
            self._resting = True

    def _go_on(self) -> None:
        """Begins with the plan as it is now."""
        self._resting = self._rising = self._over = False
        if not self._stopped and not self._error:
            self._ended.clear()
        self._maker.overtake()

    def _style_of(self, utterance: Utterance) -> tuple[Style, float]:
        style = self._style_for(utterance.style, utterance.language)
        style = replace(style, volume=style.volume * self._volume // 100)
        if not self._rate_wpm:
            return style, 1.0
        speed = self._rate_wpm / self._style_for("paragraph", utterance.language).rate_wpm
        return replace(style, rate_wpm=round(style.rate_wpm * speed)), speed

    def _tell_of_replacement(self, name: str, error: EngineError) -> None:
        line = f"The engine {name} stopped working. Another one reads on."
        self._maker.plan.put_first(Planned(self._announcement(line), aside=True))
        self._on_notice(f"{error} ({line})")

    # What the output asks; see Feed

    def take(self, frames: int, *, wait: bool = False) -> Taken:
        pcm, dues = bytearray(), []
        with self._changed:
            if self._fade:
                size = min(len(self._fade), frames * SAMPLE_BYTES)
                pcm += self._fade[:size]
                self._fade = self._fade[size:]
            while not (self._resting or self._over or self._stopped or self._error):
                left = frames - len(pcm) // SAMPLE_BYTES
                piece = self._maker.lead.next(left) if left else b""
                if piece is None:
                    self._maker.watch()
                    if not wait:
                        break
                    self._changed.wait(timeout=min(1.0, self._patience))
                elif not isinstance(piece, bytes):
                    dues.append(Due(len(pcm) // SAMPLE_BYTES, piece, self._epoch))
                    self._pass(piece)
                elif piece:
                    pcm += faded_in(piece, self._rate) if self._rising else piece
                    self._rising = False
                else:
                    break
            self._changed.notify_all()
            return Taken(bytes(pcm), tuple(dues), self._stopped or self._error is not None)

    def peek(self, frames: int) -> bytes:
        with self._changed:
            changing = self._fade or self._rising or self._resting or self._over or self._stopped or self._error
            return b"" if changing else self._maker.lead.peek(frames)

    def _pass(self, cue: Cue) -> None:
        """Notes a cue that the output has taken."""
        match cue:
            case Began() | Spoke():
                self._last = cue
            case Ended(planned, frames):
                self._last = None
                if not planned.aside:
                    self._pace.note(planned.characters, frames / self._rate, self.rate_wpm)
                self._maker.plan.done(planned)
                self._resting = planned.holds and self._paused
            case Over():
                self._over = True

    def heard(self, due: Due) -> None:
        with self._changed:
            if due.epoch != self._epoch:
                return
            event = event_for(due.cue, self._move)
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
            self._maker.lead.clear()
            self._changed.notify_all()
        self._ended.set()
