"""What was heard: reported when the sound left for the ear, never when it was only synthesized."""

from ..frozen import frozen
from ..script.moved import Move, moved
from ..script.utterance import ANNOUNCEMENT, Utterance
from ..story import Position
from .synthesis import Began, Cue, Ended, Over, Spoke


@frozen
class Started:
    """The first sound of an utterance was heard."""

    utterance: Utterance


@frozen
class Reached:
    """The word at this place is being heard."""

    at: Position


@frozen
class Finished:
    """The last sound of an utterance was heard."""

    utterance: Utterance


Event = Started | Reached | Finished


def event_for(cue: Cue, move: Move | None = None) -> Event | None:
    """What is heard at a cue; None for the end, and for the words of what sayall itself says, which have no place.

    Places in the head of a story become with ``move`` those in the whole.
    """
    event = _event_for(cue)
    if event is None or isinstance(cue, Over) or move is None or not cue.planned.utterance.of_head:
        return event
    match event:
        case Reached(at):
            return Reached(move(at))
        case Started(utterance):
            return Started(moved(utterance, move))
        case Finished(utterance):
            return Finished(moved(utterance, move))


def _event_for(cue: Cue) -> Event | None:
    match cue:
        case Began(planned):
            return Started(planned.utterance)
        case Spoke(planned, char) if planned.utterance.style != ANNOUNCEMENT:
            return Reached(planned.utterance.position_at(char))
        case Ended(planned):
            return Finished(planned.utterance)
        case _:
            return None
