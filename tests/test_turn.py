"""Two readings at once: the one begun last has its turn, and the other pauses until the listener goes on there."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hasty import Hasty
from humming import Humming

from reader.cli.turn import Turn
from reader.script.utterance import Mark, Utterance
from reader.speech.engine import Style
from reader.speech.player import Player
from reader.story import Position


def reading() -> Player:
    def endless(start: Position) -> Iterator[Utterance]:
        while True:
            yield Utterance((Mark(Position(0)), "And so on."))

    player = Player(endless, engine=Humming(), style_for=lambda *_: Style(), output=Hasty(0.01))
    player.play()
    return player


def soon(true: Callable[[], bool]) -> bool:
    end = time.monotonic() + 5
    while not true() and time.monotonic() < end:
        time.sleep(0.02)
    return true()


def test_whoever_begins_last_reads_and_whoever_goes_on_takes_the_turn_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "turn.json"
    with reading() as first, reading() as second:
        with Turn(first, "Storm", has_keys=True, path=path):
            with Turn(second, "Ferry", has_keys=True, path=path):
                assert soon(lambda: first.paused)
                assert not second.paused
                first.resume()
                assert soon(lambda: second.paused)
                assert not first.paused
            time.sleep(0.3)
            assert not first.paused
        assert not path.exists()
    assert capsys.readouterr().err.splitlines() == [
        "sayall: another sayall is reading Storm; it pauses",
        "sayall: another sayall is reading Ferry now, so this one pauses; space goes on",
        "sayall: another sayall is reading Storm now, so this one pauses; space goes on",
    ]


def test_without_keys_reading_goes_on_by_itself_when_the_other_one_has_ended(tmp_path: Path) -> None:
    path = tmp_path / "turn.json"
    with reading() as first, reading() as second, Turn(first, "Storm", has_keys=False, path=path):
        with Turn(second, "Ferry", has_keys=True, path=path):
            assert soon(lambda: first.paused)
        assert first.paused
        assert soon(lambda: not first.paused)


def test_a_turn_that_was_left_behind_by_a_reading_that_was_killed_stops_nobody(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "turn.json"
    path.write_text('{"token": "99999999-1", "story": "Storm"}')
    with reading() as player, Turn(player, "Ferry", has_keys=True, path=path):
        time.sleep(0.3)
        assert not player.paused
    assert capsys.readouterr().err == ""


def test_where_the_turn_cannot_be_written_everyone_reads(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with reading() as player, Turn(player, "Ferry", has_keys=True, path=tmp_path / "file" / "turn.json"):
        time.sleep(0.3)
        assert not player.paused
