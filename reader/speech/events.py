"""What was heard: reported when the sound left for the ear, never when it was only synthesized."""

from dataclasses import dataclass

from ..script.utterance import Utterance
from ..story import Position


@dataclass(frozen=True, slots=True)
class Started:
    """The first sound of an utterance was heard."""

    utterance: Utterance


@dataclass(frozen=True, slots=True)
class Reached:
    """The word at this place is being heard."""

    at: Position


@dataclass(frozen=True, slots=True)
class Finished:
    """The last sound of an utterance was heard."""

    utterance: Utterance


Event = Started | Reached | Finished
