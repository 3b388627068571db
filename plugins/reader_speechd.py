"""The service ``speechd``: speaks through the listener's own Speech Dispatcher, in the voice and at the rate set there.

A screen reader that uses the same service and sayall take turns sentence by sentence: neither talks over the other.
Speech Dispatcher's PAUSE is never used, since it silences every program; see `reader.speech.service`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from reader import hookimpl

if TYPE_CHECKING:
    from reader.speech.service import Service


@hookimpl
def services() -> Mapping[str, Callable[[], Service]]:
    """None on Windows and macOS, where Speech Dispatcher does not run."""
    return {} if sys.platform in ("win32", "darwin") else {"speechd": _connected}


def _connected() -> Service:
    from reader_speechd_service import Speechd

    return Speechd()
