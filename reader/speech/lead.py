"""The sound that lies ready ahead of the listener, with its cues in their places."""

from collections import deque

from .samples import SAMPLE_BYTES
from .synthesis import Began, Cue, Piece, Spoke


class Lead:
    """Sound and cues in order, put in at one end and taken from the other. Not thread-safe: its owner locks."""

    def __init__(self) -> None:
        self._pieces: deque[Piece] = deque()
        self.frames = 0
        """How much sound lies ready."""

    def put(self, piece: Piece) -> None:
        """Adds sound, or a cue for what follows."""
        if isinstance(piece, bytes):
            self.frames += len(piece) // SAMPLE_BYTES
        self._pieces.append(piece)

    def next(self, frames: int) -> Piece | None:
        """Takes the next cue, or at most ``frames`` of the next sound; None where nothing lies ready."""
        if not self._pieces:
            return None
        piece = self._pieces.popleft()
        if isinstance(piece, bytes):
            size = frames * SAMPLE_BYTES
            if len(piece) > size:
                self._pieces.appendleft(piece[size:])
                piece = piece[:size]
            self.frames -= len(piece) // SAMPLE_BYTES
        return piece

    def peek(self, frames: int) -> bytes:
        """The next sound, at most ``frames`` of it, which stays where it is."""
        pcm = b""
        for piece in self._pieces:
            if isinstance(piece, bytes):
                pcm += piece[: frames * SAMPLE_BYTES - len(pcm)]
            if len(pcm) == frames * SAMPLE_BYTES:
                break
        return pcm

    def cut_at_word(self) -> Began | Spoke | None:
        """Drops everything from the next word on and gives its cue; None where no word is here."""
        for number, piece in enumerate(self._pieces):
            if isinstance(piece, Began | Spoke):
                kept = [self._pieces[i] for i in range(number)]
                self.clear()
                for other in kept:
                    self.put(other)
                return piece
        return None

    def holds(self, cue: Cue) -> bool:
        """Whether this very cue lies here."""
        return any(piece == cue for piece in self._pieces if not isinstance(piece, bytes))

    def clear(self) -> None:
        """Drops all of it."""
        self._pieces.clear()
        self.frames = 0
