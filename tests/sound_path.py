"""Measures the player by ear: a story is played on a real sound path, and what was recorded there is looked at."""

from __future__ import annotations

import math
import time
from array import array
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from ears import Ears, correlation, find, loud

from reader.script.narrate import narrate
from reader.speech.engine import Engine, Style
from reader.speech.events import Event, Reached
from reader.speech.output import Due, Feed, Output, Taken
from reader.speech.outputs.device import Device
from reader.speech.player import Player
from reader.speech.synthesis import Ended, Spoke
from reader.speech.walk import Walk
from reader.story import Block, Position, Role, Story

TEXT = (
    "The wind reached a hundred miles an hour before dawn. Roofs were torn off along the whole coast. "
    "Nobody was badly hurt, the mayor said. Schools stay closed until Monday. "
)
STORY = Story("Storm", tuple(Block(Role.PARAGRAPH, TEXT * 3) for _ in range(200)), language="en")


@dataclass
class Tapped:
    """An output, and all that it took from the player: the sound, and each cue with the number of its sample."""

    output: Output
    delay_s: float = 0.0
    """How long the next request is kept waiting."""
    pcm: bytearray = field(default_factory=bytearray)
    dues: list[tuple[int, Due]] = field(default_factory=list)

    def open(self, sample_rate: int, feed: Feed) -> None:
        self._feed = feed
        self.output.open(sample_rate, self)

    def close(self) -> None:
        self.output.close()

    def take(self, frames: int, *, wait: bool = False) -> Taken:
        delay_s, self.delay_s = self.delay_s, 0.0
        time.sleep(delay_s)
        taken = self._feed.take(frames, wait=wait)
        self.dues += ((len(self.pcm) // 2 + due.offset, due) for due in taken.dues)
        self.pcm += taken.pcm
        return taken

    def peek(self, frames: int) -> bytes:
        return self._feed.peek(frames)

    def heard(self, due: Due) -> None:
        self._feed.heard(due)

    def failed(self, error: Exception) -> None:
        self._feed.failed(error)

    def samples(self) -> array[int]:
        return array("h", bytes(self.pcm))


class Session:
    """A story being played to ``ears``; each measurement gives milliseconds, or what its name says."""

    def __init__(self, ears: Ears, player: Player, tapped: Tapped, heard: list[tuple[float, Event]]) -> None:
        self._ears, self._player, self._tapped, self._heard = ears, player, tapped, heard
        self._rate = ears.sample_rate
        began = time.monotonic()
        player.play(Position(0))
        self.opened_ms = (time.monotonic() - began) * 1000
        time.sleep(1.0)
        samples = ears.samples()
        self.first_sound_ms = (ears.moment_of(loud(samples, ears.number_at(began), len(samples))[0]) - began) * 1000

    def wait(self, timeout_s: float) -> None:
        """Until nothing more will be heard; raises what went wrong."""
        self._player.wait(timeout_s)

    @property
    def position(self) -> Position:
        """Where the listener is."""
        return self._player.position

    def fidelity(self, seconds: float = 4.0) -> tuple[float, list[float]]:
        """How what is recorded correlates with what was synthesized, and by how much each word was reported late."""
        time.sleep(seconds)
        start, made, recorded = self._aligned()
        size = min(len(made) - start, int(seconds * self._rate), len(recorded))
        likeness = correlation(made[start : start + size], recorded[:size])
        reached = [(moment, event.at) for moment, event in self._heard if isinstance(event, Reached)]
        late = []
        for number, due in self._tapped.dues:
            if isinstance(due.cue, Spoke) and start <= number < start + size:
                place = due.cue.planned.utterance.position_at(due.cue.char)
                moment = next((moment for moment, at in reached if at == place), math.nan)
                late.append((moment - self._ears.moment_of(self._recorded_from + number - start)) * 1000)
        return likeness, late

    def _aligned(self) -> tuple[int, array[int], array[int]]:
        """From which sample of what was made it is looked at, what was made, and what was recorded from there on."""
        made, recorded = self._tapped.samples(), self._ears.samples()
        begun = len(made) - int(4.4 * self._rate)
        start = loud(made, begun, len(made), 2_000)[0]
        about = len(recorded) - (len(made) - start)
        self._recorded_from = find(
            made[start : start + self._rate // 4], recorded, about - self._rate // 3, about + self._rate // 2
        )
        return start, made, recorded[self._recorded_from :]

    def keep_waiting(self, seconds: float) -> None:
        """Whoever plays is not served for so long."""
        self._tapped.delay_s = seconds

    def pause_to_silence_ms(self) -> float:
        """From the call of `pause` to the last sample that can be heard."""
        began = time.monotonic()
        self._player.pause()
        time.sleep(0.4)
        heard = loud(samples := self._ears.samples(), self._ears.number_at(began), len(samples))
        self._player.resume()
        return (self._ears.moment_of(heard[-1]) - began) * 1000 if heard else 0.0

    def seek_to_sound_ms(self, block: int) -> float:
        """From the call of `seek` to the first sound of the sentence it leads to."""
        began = time.monotonic()
        self._player.seek(Position(block))
        time.sleep(0.7)
        _, at = self._landed(began)
        return (self._ears.moment_of(at) - began) * 1000

    def _landed(self, began: float) -> tuple[int, int]:
        """The first sample that can be heard of where the last jump led, in what was made and in what was recorded."""
        made, recorded = self._tapped.samples(), self._ears.samples()
        epoch = self._tapped.dues[-1][1].epoch
        first = next(number for number, due in self._tapped.dues if due.epoch == epoch)
        first = loud(made, first, len(made))[0]
        about = self._ears.number_at(began)
        return first, find(made[first : first + self._rate // 4], recorded, about, about + self._rate * 2 // 3)

    def after_presses(self, keys: list[str], gap_s: float = 0.01) -> tuple[float, float, float]:
        """What is heard when ``keys`` are pressed in quick succession, the last of which jumps.

        Gives the milliseconds from the last one to the last sound of what was said before, and to the first sound of
        the sentence it leads to, and how the second after that correlates with that sentence alone.
        """
        walk = Walk(STORY, self._player)
        for key in keys:
            began = time.monotonic()
            walk.press(key)
            time.sleep(gap_s)
        time.sleep(1.8)
        first, at = self._landed(began)
        made, recorded, about = self._tapped.samples(), self._ears.samples(), self._ears.number_at(began)
        likeness = correlation(made[first : first + self._rate], recorded[at : at + self._rate])
        before = [number for number in loud(recorded, about - self._rate // 10, at) if number < at - self._rate // 200]
        silent = (self._ears.moment_of(before[-1]) - began) * 1000 if before else 0.0
        return silent, (self._ears.moment_of(at) - began) * 1000, likeness

    def gaps_ms(self) -> list[float]:
        """The silences between the sentences that were played without interruption until now."""
        made, ends = self._tapped.samples(), [n for n, due in self._tapped.dues if isinstance(due.cue, Ended)]
        gaps = []
        for end in ends:
            near = loud(made, end - self._rate, end + self._rate)
            before, behind = [n for n in near if n < end], [n for n in near if n >= end]
            if before and behind:
                gaps.append((behind[0] - before[-1]) * 1000 / self._rate)
        return gaps

    def drop_outs(self, seconds: float) -> list[tuple[float, float]]:
        """Each drop-out within ``seconds``: after how many seconds it came, and the milliseconds by which it shifted
        what follows. All that can be heard is compared, a tenth of a second at a time.
        """
        self._player.seek(Position(0))
        first = len(self._tapped.pcm) // 2
        about = self._ears.number_at(time.monotonic())
        time.sleep(seconds)
        made, recorded = self._tapped.samples(), self._ears.samples()
        size = self._rate // 10
        start = loud(made, first + self._rate // 5, first + 2 * self._rate, 2_000)[0]
        shift = find(made[start : start + size], recorded, about, about + start - first + self._rate) - start
        found: list[tuple[float, float]] = []
        for at in range(start, len(made) - 2 * self._rate, size):
            if at + shift + 2 * self._rate > len(recorded):
                break
            wanted = made[at : at + size]
            if max(wanted) < 500 or correlation(wanted, recorded[at + shift : at + shift + size]) > 0.98:
                continue
            # Behind it, where the sound is whole again, it shows by how much it came late.
            again = loud(made, at + size, len(made), 2_000)[0]
            middle, long = again + shift, self._rate // 4
            later = find(made[again : again + long], recorded, middle - 2 * long, middle + 3 * long) - again
            moment, ms = (at - first) / self._rate, (later - shift) * 1000 / self._rate
            # Sound never comes early: there it is the recorder that was kept waiting, and lost some.
            if ms > -1 and (not found or moment - found[-1][0] > 0.15):
                found.append((moment, ms))
            shift = later
        return found


@contextmanager
def session(
    ears: Ears, make: Callable[[], Engine], style: Style, device: Callable[[], Output] = Device
) -> Iterator[Session]:
    """Plays `STORY` with an engine that ``make`` makes, on a device that ``device`` makes."""
    heard: list[tuple[float, Event]] = []
    tapped = Tapped(device())
    player = Player(
        lambda start: narrate(STORY, start),
        engine=make(),
        style_for=lambda name, language: style,
        output=tapped,
        on_event=lambda event: heard.append((time.monotonic(), event)),
    )
    with player:
        yield Session(ears, player, tapped, heard)
