"""Where sound goes: what every output is, and the sound that it asks the player for."""

from typing import NamedTuple, Protocol

from ..errors import SayallError
from .synthesis import Cue


class Due(NamedTuple):
    """Something begins to be heard ``offset`` samples into the sound it was taken with; ``epoch`` tells jumps apart."""

    offset: int
    cue: Cue
    epoch: int


class Taken(NamedTuple):
    """Sound to be played now: less than was asked for, or none, where speech rests or is not ready yet.

    ``ended`` says that nothing more will ever come, since the player was stopped or failed.
    """

    pcm: bytes
    dues: tuple[Due, ...] = ()
    ended: bool = False


class Feed(Protocol):
    """Where an output gets its sound, and where it tells what was heard: the player."""

    def take(self, frames: int, *, wait: bool = False) -> Taken:
        """At most ``frames`` of sound; with ``wait`` sound that is not ready yet is waited for, a pause never is."""
        ...

    def peek(self, frames: int) -> bytes:
        """The sound, at most ``frames`` of it, that `take` will most likely give next."""
        ...

    def heard(self, due: Due) -> None:
        """Its sound has left for the ear."""
        ...

    def failed(self, error: Exception) -> None:
        """The output cannot go on."""
        ...


class Output(Protocol):
    """Takes sound from a feed, in a thread or by hand, and tells the feed when it was heard."""

    def open(self, sample_rate: int, feed: Feed) -> None:
        """Begins to take 16-bit mono sound; raises `reader.errors.SayallError` when that cannot be."""
        ...

    def close(self) -> None:
        """Ends it, once what was taken is heard; safe to call twice."""
        ...


def cannot_write(path: object, error: OSError) -> SayallError:
    """What is said of a file that cannot be written."""
    return SayallError(f"{path}: cannot be written: {error.strerror or error}; give another place with -o")
