"""What a listener hears of the tides, and whether each plugin keeps its contract."""

from pathlib import Path

import harbour_lows
import harbour_morse
import harbour_tides
import pytest

from reader import Story
from reader.testing import SourceContract, check_engine, golden, heard, listening, opened

HERE = Path(__file__).parent


@pytest.fixture(autouse=True)
def at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder tides is looked for in the current one."""
    monkeypatch.chdir(HERE.parent)


def tides() -> Story:
    story = opened("tide:quay", plugins=[harbour_tides])
    assert isinstance(story, Story)
    return story


class TestTides(SourceContract):
    plugin = harbour_tides
    opens = ("tide:quay",)
    fails = ("tide:nowhere",)
    leaves = ("quay", "tides/quay.txt")


def test_low_tides_are_heard_last() -> None:
    golden(heard(tides(), plugins=[harbour_lows]), HERE / "quay.heard.txt")


def test_low_tides_can_be_stepped_over() -> None:
    with listening(tides(), plugins=[harbour_lows], option="skip") as listener:
        assert listener.press("i") == ["high at ten twelve, four point one metres"]
        assert listener.press("i") == ["high at twenty two forty, four point three metres"]
        assert listener.press("i") == ["no next list item"]


def test_the_engine_keeps_its_contract() -> None:
    check_engine(harbour_morse.Morse)
