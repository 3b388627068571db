"""The screen reader that is running, reached through prismatoid: NVDA, JAWS and others on Windows, Orca on Linux."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Final

from reader.errors import EngineError

if TYPE_CHECKING:
    from prism import Backend, Context

_SCREEN_READERS: Final = frozenset(
    ("nvda", "jaws", "orca", "zdsr", "zoomtext", "pctalker", "boypcreader", "sensereader", "systemaccess", "windoweyes")
)
"""What prismatoid calls them, in small letters without spaces. The others it knows are voices, which would talk over a
screen reader, or need a window, which a program in a terminal has not."""


class Prism:
    """A backend of prismatoid; see `reader_screenreader_service.Announcer`."""

    def __init__(self, context: Context, backend: Backend) -> None:
        self._context, self._backend = context, backend
        self._can = backend.features
        self.name = backend.name

    def present(self, text: str) -> None:
        text = " ".join(text.replace("\0", " ").split())
        if not text:
            return
        try:
            if self._can.supports_output:  # speech and braille
                self._backend.output(text, interrupt=False)
            else:
                self._backend.speak(text, interrupt=False)
        except Exception as error:
            raise EngineError(
                f"{self.name} does not answer any more ({error}); start sayall again, or choose another with --engine"
            ) from error

    def silence(self) -> None:
        if self._can.supports_stop:
            with contextlib.suppress(Exception):  # it has gone: that is silence too
                self._backend.stop()

    def is_speaking(self) -> bool | None:
        if not self._can.supports_is_speaking:
            return None
        with contextlib.suppress(Exception):
            return bool(self._backend.speaking)
        return None


def running(context: Context | None = None) -> Prism:
    """The screen reader that answers, the best first; ``context`` is prismatoid's own unless given."""
    context = context or _context()
    for index in range(context.backends_count):
        which = context.id_of(index)
        if context.name_of(which).replace(" ", "").lower() in _SCREEN_READERS:
            with contextlib.suppress(Exception):  # it does not run, and each backend has its own way to say so
                return Prism(context, context.create(which))
    raise EngineError(
        "no screen reader answers: prismatoid reaches NVDA, JAWS, and Orca from version 49 on; "
        "choose another with --engine"
    )


def _context() -> Context:
    try:
        import prism
    except ImportError as error:
        raise EngineError(f'screenreader is not installed; pip install "sayall[screenreader]" ({error})') from error
    return prism.Context()
