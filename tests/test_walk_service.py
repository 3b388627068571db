"""Walking while a speech service speaks: the same keys, answered as soon, and nothing stale is said."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import ssip
from test_walk import LONG, TEXT

import reader_speechd_service as reader_speechd
from reader.script.narrate import narrate
from reader.speech.bookmarks import Bookmarks
from reader.speech.key_names import named
from reader.speech.service_player import ServicePlayer
from reader.speech.walk import Marks, Voices, Walk
from reader.story import Position
from reader.voices import load

FIRST, SECOND = TEXT[: TEXT.index(" It")], TEXT[TEXT.index("It can") :]


class Walking:
    """A listener of `LONG` who presses keys and waits for what is to be said next."""

    def __init__(self, service: ssip.Service, folder: Path) -> None:
        self.service = service
        self.player = ServicePlayer(lambda start: narrate(LONG, start), service=reader_speechd.Speechd())
        voices = Voices("plain", lambda: ("brisk", "plain"), lambda name: load(name).style_for)
        self.printed: list[str] = []
        marks = Marks(LONG, Bookmarks(folder / "bookmarks"))
        self.walk = Walk(LONG, self.player, show=self.printed.append, voices=voices, marks=marks)
        self.player.play()
        self.press()

    def press(self, *keys: str, typed: str = "") -> list[str]:
        """What the service is given after ``keys`` and what is typed then, until it has enough for a while."""
        before = len(self.service.said)
        for key in (*keys, *(named(typed + "\r") if typed else ())):
            self.walk.press(key)
        time.sleep(0.15)
        return self.service.texts()[before:]


@pytest.fixture
def walking(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Walking]:
    monkeypatch.setenv("SPEECHD_ADDRESS", f"unix_socket:{tmp_path}/ssip")
    # So slow that no message ends while it is looked at.
    with ssip.serving(tmp_path / "ssip", pace=1.0) as service:
        ready = Walking(service, tmp_path)
        with ready.player:
            yield ready


def test_each_jump_is_said_at_once_and_then_what_follows(walking: Walking) -> None:
    assert walking.press("p") == [FIRST, SECOND]
    assert walking.press("f", "f")[-2:] == [FIRST[FIRST.index("roof") :], SECOND]
    assert walking.press("s") == [SECOND, "Town, Wind, Damage"]
    assert walking.press("u") == [SECOND[SECOND.index("harbour") :], "Town, Wind, Damage"]
    assert walking.press("t", "alt-down", "alt-right")[-2:] == ["Column 2 of 3, Wind", "90, Damage: roofs"]
    assert walking.press("j", typed="p5")[-2:] == ["List, 2 items", "Rain on Monday"]
    assert walking.press("/", typed="MUSEUM")[-2:] == ["from the beginning, 1 of 1", SECOND[SECOND.index("museum") :]]
    assert walking.press("5") == ["no next heading at level 5", SECOND[SECOND.index("museum") :]]
    assert walking.press("z")[0] == "List, 2 items"


def test_while_paused_a_word_a_link_and_a_cell_are_said_alone(walking: Walking) -> None:
    walking.press("p", "space")
    assert walking.press("f") == ["Zürich’s"]
    assert walking.press("u") == ["harbour museum, link"]
    assert walking.press("W") == ["H, A, R, B, O, U, R"]
    assert walking.press("t") == ["Table, 4 rows, 3 columns", "Town, Wind, Damage"]
    assert walking.press("alt-down") == ["Row 2 of 4: Bern"]
    assert walking.press("m") == ["bookmark 1 set; press m again for a note"]
    assert walking.player.paused
    assert walking.press("space")[0] == "Bern, Wind: 90, Damage: roofs"


def test_rate_and_volume_are_set_and_the_voice_stays_that_of_the_service(walking: Walking) -> None:
    walking.press("p")
    before = walking.service.said[-1].settings
    assert walking.press("+")[0] == FIRST
    assert walking.press("9")[0] == FIRST
    after = walking.service.said[-1].settings
    assert (before.get("RATE"), before.get("VOLUME"), after["RATE"], after["VOLUME"]) == (None, None, "9", "-10")
    assert walking.printed == ["190 words a minute", "volume 90 percent"]
    assert walking.press("v")[0] == "the voice is that of the program that speaks; change it there"
    assert walking.press(*"+" * 9)[-2] == "as fast as it goes"
    assert walking.printed[-2:] == ["390 words a minute", "as fast as it goes"]


def test_after_forty_quick_presses_nothing_stale_is_said(walking: Walking) -> None:
    keys = ["s", "p", "w", "P", "h", "5", "u", "f"] * 5
    for key in keys:
        walking.walk.press(key)
    before, canceled = len(walking.service.said), walking.service.lines.count("CANCEL SELF")
    assert walking.press("G") == ["Footnote: Measured in Bern."]
    assert len(walking.service.said) == before + 1
    # All that was given before was taken back first.
    assert walking.service.lines.count("CANCEL SELF") == canceled + 1
    assert walking.player.position == Position(7)
