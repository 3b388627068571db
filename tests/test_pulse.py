"""The sound server holds what will most likely be heard; it is replaced as soon as something else will be."""

import time
from array import array
from dataclasses import dataclass, field

from reader.speech.output import Due, Taken
from reader.speech.outputs.libpulse import PulseError
from reader.speech.outputs.pulse import AHEAD_SECONDS, PulsePlayback
from reader.speech.synthesis import Over

RATE = 8_000
AHEAD = int(AHEAD_SECONDS * RATE)


@dataclass
class Server:
    """A line of samples that passes when told to; ``heard`` is what passed, ``log`` each (place, samples) written."""

    now: int = 0
    sink: int = 100
    line: dict[int, int] = field(default_factory=dict)
    log: list[tuple[int, int]] = field(default_factory=list)
    gone: bool = False
    closed: bool = False

    def open(self, name: str, sample_rate: int, *, buffer_seconds: float, request_seconds: float) -> None:
        assert sample_rate == RATE

    def passed(self) -> tuple[int, int]:
        if self.gone:
            raise PulseError
        return self.now, self.sink

    def write(self, pcm: bytes, at: int) -> None:
        samples = array("h", pcm)
        if samples:
            self.log.append((at, len(samples)))
        # What the sink has taken already cannot be changed.
        self.line.update({at + i: sample for i, sample in enumerate(samples) if at + i >= self.now + self.sink})

    def close(self) -> None:
        self.closed = True

    def heard(self, first: int, last: int) -> list[int]:
        return [self.line.get(at, 0) for at in range(first, last)]


@dataclass
class Feed:
    """Counts upwards from 1 for ever, or is silent; ``taken`` is how far it was asked."""

    taken: int = 0
    silent: bool = False
    ended: bool = False
    told: list[Due] = field(default_factory=list)
    failure: Exception | None = None

    def take(self, frames: int, *, wait: bool = False) -> Taken:
        if self.silent:
            return Taken(b"", ended=self.ended)
        pcm = self.peek(frames)
        dues = (Due(0, Over(), self.taken),) if frames else ()
        self.taken += frames
        return Taken(pcm, dues)

    def peek(self, frames: int) -> bytes:
        return b"" if self.silent else array("h", [1 + (self.taken + i) % 30_000 for i in range(frames)]).tobytes()

    def heard(self, due: Due) -> None:
        self.told.append(due)

    def failed(self, error: Exception) -> None:
        self.failure = error


def playback(server: Server, feed: Feed) -> PulsePlayback:
    return PulsePlayback(server, RATE, feed, on_lost=lambda: None)  # type: ignore[arg-type]


def begun(sound: list[int]) -> int:
    return next(at for at, sample in enumerate(sound) if sample)


def test_the_sound_is_heard_without_a_gap_however_unevenly_it_is_asked_for() -> None:
    server, feed = Server(), Feed()
    playing = playback(server, feed)
    for wait in (0, 64, 10, 800, 1, 2_000, 64, AHEAD - 300, 64):
        server.now += wait
        playing._step()
    sound = server.heard(0, server.now)
    first = begun(sound)
    assert sound[first:] == [1 + i % 30_000 for i in range(len(sound) - first)]
    assert first < 250


def test_what_is_written_already_is_not_written_again() -> None:
    server, feed = Server(), Feed()
    playing = playback(server, feed)
    playing._step()
    for _ in range(20):
        server.now += 64
        playing._step()
    assert server.log[0][1] == AHEAD
    assert [size for _, size in server.log[1:]] == [64] * 20


def test_a_pause_replaces_what_was_not_heard_yet_and_only_that() -> None:
    server, feed = Server(), Feed()
    playing = playback(server, feed)
    for _ in range(10):
        server.now += 64
        playing._step()
    feed.silent = True
    taken, paused_at = feed.taken, server.now
    for _ in range(30):
        server.now += 64
        playing._step()
    sound = server.heard(0, server.now)
    audible = [sample for sample in sound if sample]
    # All that the player gave away is heard, to the sample, and nothing of what only lay ready.
    assert audible == [1 + i for i in range(taken)]
    last = max(at for at, sample in enumerate(sound) if sample)
    assert last - paused_at < 300
    feed.silent = False
    for _ in range(10):
        server.now += 64
        playing._step()
    assert [s for s in server.heard(0, server.now) if s][: taken + 1] == [1 + i for i in range(taken + 1)]


def test_a_thread_that_was_kept_waiting_past_the_end_goes_on_with_the_next_sample() -> None:
    server, feed = Server(), Feed()
    playing = playback(server, feed)
    playing._step()
    server.now += 64
    playing._step()
    server.now += 3 * AHEAD
    playing._step()
    server.now += 300
    playing._step()
    audible = [sample for sample in server.heard(0, server.now) if sample]
    assert audible == [1 + i for i in range(len(audible))]
    assert len(audible) > AHEAD


def test_a_cue_is_told_when_its_sample_has_passed_and_not_before() -> None:
    server, feed = Server(), Feed()
    playing = playback(server, feed)
    playing.start()
    end = time.monotonic() + 5
    while not feed.taken and time.monotonic() < end:
        server.now += 8
        time.sleep(0.002)
    assert feed.told == []
    server.now += 400
    while not feed.told and time.monotonic() < end:
        time.sleep(0.002)
    assert feed.told[0].epoch == 0
    feed.silent = feed.ended = True
    server.now += 10 * AHEAD
    playing.finish()
    assert server.closed


def test_a_server_that_is_gone_ends_it_and_is_told_of() -> None:
    server, lost = Server(), []
    playing = PulsePlayback(server, RATE, Feed(), on_lost=lambda: lost.append(1))  # type: ignore[arg-type]
    playing.start()
    time.sleep(0.05)
    server.gone = True
    end = time.monotonic() + 5
    while not lost and time.monotonic() < end:
        time.sleep(0.005)
    assert (lost, server.closed) == ([1], True)
