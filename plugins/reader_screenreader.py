"""The service ``screenreader``: hands the story to the screen reader that is running, and so to its braille display.

It needs ``pip install "sayall[screenreader]"`` for NVDA, JAWS and Orca from version 49 on, and nothing for VoiceOver.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from reader import hookimpl

if TYPE_CHECKING:
    from reader.speech.service import Service


@hookimpl
def services() -> Mapping[str, Callable[[], Service]]:
    return {"screenreader": _found}


def _found() -> Service:
    """The screen reader itself; `reader.errors.EngineError` where none can be reached."""
    import sys

    from reader_screenreader_service import ScreenReader

    if sys.platform == "darwin":
        from reader_screenreader_voiceover import VoiceOver

        return ScreenReader(VoiceOver())
    from reader_screenreader_prism import running

    return ScreenReader(running())
