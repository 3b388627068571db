"""What is to be said next: in order, and put back in order when it was interrupted."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from ..script.utterance import ANNOUNCEMENT, Utterance
from ..story import Position
from .synthesis import Began, Planned, Spoke

Script = Callable[[Position], Iterator[Utterance]]
"""The utterances from a position to the end, made as they are asked for: to ask for the first takes no time."""


class Plan:
    """Utterances put ``ahead``, then those of ``script`` from ``start`` on. Not thread-safe: its owner locks.

    What was handed out stays known until `done` is told of it, so that it can be said again.
    """

    def __init__(self, script: Script, start: Position) -> None:
        self._rest = iter(script(start))
        self._ahead: deque[Planned] = deque()
        self._making: deque[Planned] = deque()
        self._holding = True

    def next(self) -> Planned | None:
        """Hands out what is to be said next; None where the script must be asked for `more`."""
        if not self._ahead:
            return None
        planned = self._ahead.popleft()
        self._making.append(planned)
        return planned

    def more(self) -> Planned | None:
        """The next utterance of the script, to be given to `append`. It takes its time, and only one thread may ask."""
        utterance = next(self._rest, None)
        if utterance is None:
            return None
        # While the listener has paused, a jump says the one sentence it leads to, after what announces it.
        holds = self._holding and utterance.style != ANNOUNCEMENT
        self._holding = self._holding and not holds
        return Planned(utterance, holds=holds)

    def append(self, planned: Planned) -> None:
        """Puts it behind all that is ahead."""
        self._ahead.append(planned)

    def done(self, planned: Planned) -> None:
        """Forgets it, and what was handed out before it: its sound is on its way to the ear."""
        while self._making and self._making.popleft().utterance is not planned.utterance:
            pass

    @property
    def latest(self) -> Planned | None:
        """What was handed out last and is not done."""
        return self._making[-1] if self._making else None

    def interrupt(self, last: Began | Spoke | None, asides: Iterable[Planned] = ()) -> None:
        """Puts back what is not done, from the word ``last`` on, behind ``asides``; asides from before are dropped."""
        self._ahead = deque(planned for planned in (*self._making, *self._ahead) if not planned.aside)
        self._making.clear()
        if last and not last.planned.aside and self._ahead and self._ahead[0].utterance is last.planned.utterance:
            self._ahead[0] = _since(self._ahead[0], last, begun=True)
        self._ahead.extendleft(reversed([*asides]))

    def put_back(self, word: Began | Spoke, *, begun: bool) -> None:
        """Puts back what was handed out from ``word`` on; ``begun`` where its utterance is still heard to begin."""
        while self._making:
            planned = self._making.pop()
            self._ahead.appendleft(planned)
            if planned.utterance is word.planned.utterance:
                self._ahead[0] = _since(planned, word, begun)
                return

    def put_first(self, planned: Planned) -> None:
        """Puts it before all that is ahead."""
        self._ahead.appendleft(planned)


def _since(planned: Planned, cue: Began | Spoke, begun: bool) -> Planned:
    return replace(planned, since=cue.char if isinstance(cue, Spoke) else cue.planned.since, begun=begun)
