"""An output that is heard many times faster than a person could listen, in a thread, as a device would play."""

import threading
import time

from reader.speech.output import Feed
from reader.speech.synthesis import Over

STEP_MS = 50


class Hasty:
    """Takes 50 ms of sound every ``pause_s`` seconds and tells at once that they were heard."""

    def __init__(self, pause_s: float = 0.0005) -> None:
        self._pause = pause_s
        self._closed = threading.Event()
        self._thread: threading.Thread | None = None

    def warm_up(self) -> None:
        """It needs nothing."""

    def open(self, sample_rate: int, feed: Feed) -> None:
        self._thread = threading.Thread(target=self._play, args=(sample_rate, feed), daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._closed.set()
        if self._thread and self._thread is not threading.current_thread():
            self._thread.join()

    def _play(self, sample_rate: int, feed: Feed) -> None:
        while not self._closed.is_set():
            taken = feed.take(sample_rate * STEP_MS // 1000, wait=True)
            for due in taken.dues:
                feed.heard(due)
                if isinstance(due.cue, Over):
                    return
            time.sleep(self._pause)
