"""sayall as the voice of Orca: Orca, a real Speech Dispatcher, and our module, which is set up as our document says.

It needs Debian's packages orca, xvfb, openbox, xdotool, at-spi2-core, dbus, libglib2.0-bin, chromium,
speech-dispatcher and pulseaudio. Without them these tests skip and say so.
"""

import re
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import dispatcher
import orca
import pytest

from reader import Block, Role, Story
from reader.view import page

STORY = Story(
    "The hens of Skerry",
    (
        Block(Role.HEADLINE, "The hens of Skerry"),
        Block(Role.PARAGRAPH, "On May 3, 2026 the last 40 hens left. They cost $5 each."),
        Block(Role.HEADING, "What comes next", level=2),
        Block(Role.PARAGRAPH, "Boats go at 9:30 a.m. from Lamb Haven."),
        Block(Role.PARAGRAPH, "The piano stays."),
    ),
    language="en",
)
LAST = "collapsed"
"""The state of the last thing on the page, its fold with settings."""

SAMPLES_PER_S = 22_050
pytestmark = [pytest.mark.orca, pytest.mark.sound, pytest.mark.slow]


@dataclass(slots=True)
class Message:
    """What Orca asked for, when, and what the module told of it."""

    text: str
    at_s: float
    samples: int = 0
    told: list[str] = field(default_factory=list)

    @property
    def plain(self) -> str:
        return " ".join(re.sub("<[^>]*>", "", self.text).split())

    @property
    def marks(self) -> list[str]:
        return re.findall('<mark name="([^"]*)"/>', self.text)


def messages(log: Path) -> list[Message]:
    """The messages in the log of the module, in order."""
    found: list[Message] = []
    speaking = False
    for line in log.read_text("utf-8").splitlines():
        at, way, what = line.split(" ", 2)
        if way == ">" and what == "SPEAK":
            speaking = True
        elif way == ">" and speaking:
            found.append(Message(what, float(at)))
            speaking = False
        elif found and what.startswith("705-num_samples="):
            found[-1].samples += int(what.partition("=")[2])
        elif found and way == "<" and what.startswith(("700-", "701", "702", "703")):
            found[-1].told.append(what)
    return found


@pytest.fixture(scope="module")
def said_all() -> Iterator[list[Message]]:
    """What Say All made of the story."""
    if why := orca.missing("chromium") or dispatcher.missing():
        pytest.skip(why)
    with tempfile.TemporaryDirectory(prefix="ov", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        (folder / "desk").mkdir()
        (folder / "view.html").write_text(page(STORY), "utf-8")
        log = folder / "module.log"
        with dispatcher.dispatching(folder, "sayall", "ssip"):
            address = (folder / "view.html").as_uri()
            with orca.desktop(folder / "desk", address, speech=folder / "ssip") as environment:
                orca.until(lambda: log.exists() and messages(log), "Orca said nothing", 40)
                quiet(log, 4)
                press("ctrl+Home", environment)
                quiet(log, 3)
                before = len(messages(log))
                press("KP_Add", environment)
                orca.until(lambda: LAST in [m.plain for m in messages(log)[before:]], "Say All did not end", 60)
                quiet(log, 1)
                yield messages(log)[before:]


def press(key: str, environment: dict[str, str]) -> None:
    subprocess.run(["xdotool", "key", key], env=environment, check=True, timeout=10)


def quiet(log: Path, seconds: float, limit_s: float = 40) -> None:
    """Waits until nothing was asked for, and nothing heard, during that time."""
    end = time.monotonic() + limit_s
    while time.monotonic() < end:
        last = messages(log)[-1]
        if time.time() > last.at_s + last.samples / SAMPLES_PER_S + seconds:
            return
        time.sleep(0.1)


def test_say_all_goes_through_the_whole_story_in_order(said_all: list[Message]) -> None:
    said = " ".join(message.plain for message in said_all)
    at = [said.find(block.text) for block in STORY.blocks]
    assert -1 not in at
    assert at == sorted(at)


def test_begin_every_mark_and_end_are_told_of_each_message(said_all: list[Message]) -> None:
    for message in said_all:
        assert message.told == ["701 BEGIN", *(f"700-{mark}" for mark in message.marks), "702 END"], message


def test_say_all_moves_on_when_the_sound_is_over(said_all: list[Message]) -> None:
    late = [after.at_s - message.at_s - message.samples / SAMPLES_PER_S for message, after in pairwise(said_all)]
    print("seconds from the end of a sound to the next message:", [f"{s:.2f}" for s in late])
    assert len(late) >= 8
    assert min(late) > -0.15  # how much later depends on what else the machine does
