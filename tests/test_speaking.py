"""Which engine speaks: the one that was asked for, or the best for the language, without a wait for the first sound."""

import itertools
import threading
import time
from collections.abc import Callable, Mapping

import pytest
from humming import Humming, Listening

from reader.cli import speaking
from reader.cli.speaking import AUTO, Chosen, choose
from reader.errors import EngineError
from reader.speech.engine import Engine
from reader.speech.hastened import Hastened
from reader.story import START
from reader.voices import Voice


class Warm(Humming):
    """Says that it suits Swedish, up to 200 words a minute."""

    sample_rate = 16_000

    def __init__(self) -> None:
        super().__init__("warm")

    @staticmethod
    def suits(language: str, rate_wpm: int) -> bool:
        return language.startswith("sv") and rate_wpm <= 200


KNOWN: Mapping[str, Callable[[], Engine]] = {"espeak": Humming, "silent": Humming, "warm": Warm}
VOICE = Voice("own", rate_wpm=190)


@pytest.mark.parametrize(
    ("engine", "language", "rate_wpm", "chosen"),
    [
        (None, "sv", None, Chosen("warm", "it is the best for sv at 190 words a minute")),
        (AUTO, "sv-FI", 150, Chosen("warm", "it is the best for sv-FI at 150 words a minute")),
        (None, "sv", 201, Chosen("espeak", "none is better for sv at 201 words a minute")),
        (None, "de", None, Chosen("espeak", "none is better for de at 190 words a minute")),
        (None, "", None, Chosen("espeak", "none is better for an unknown language at 190 words a minute")),
        ("silent", "sv", None, Chosen("silent", "you chose it")),
    ],
)
def test_the_best_engine_for_the_language_and_the_rate_is_chosen(
    engine: str | None, language: str, rate_wpm: int | None, chosen: Chosen
) -> None:
    assert choose(KNOWN, engine, VOICE, language, rate_wpm) == chosen


def test_a_voice_may_ask_for_an_engine() -> None:
    voice = Voice("own", engine="silent")
    assert choose(KNOWN, None, voice, "sv", None) == Chosen("silent", "the voice own wants it")


def test_while_a_slow_engine_loads_a_quick_one_speaks_and_then_the_slow_one() -> None:
    loaded, quick, slow = threading.Event(), Humming("quick"), Warm()

    def load() -> Engine:
        loaded.set()
        return slow

    engine = Hastened("warm", Warm.sample_rate, load, quick=quick)
    assert not loaded.is_set()
    with Listening(engine) as listening:
        listening.player.play()
        listening.output.advance(100)
        assert loaded.wait(5)
        # A few sentences lie ready, made by the quick one.
        listening.output.run()
        listening.player.seek(START)
        listening.output.run()
        words = listening.words()
    assert quick.asked[0] == "Storm hits coast"
    assert slow.asked[-6:] == [
        "Storm hits coast", "Roofs flew off.", "Trees fell too.", "Outlook", "It will rain.", "Then it stops.",
    ]  # fmt: skip
    assert [word for word, _ in itertools.groupby(words)][:3] == [(0, 0), (0, 6), (0, 11)]
    assert quick.closed
    assert slow.closed


def test_a_slow_engine_that_cannot_load_leaves_the_word_to_the_quick_one() -> None:
    failed: list[str] = []

    def load() -> Engine:
        raise EngineError("not installed")

    engine = Hastened("warm", 16_000, load, quick=Humming(), on_failed=lambda error: failed.append(str(error)))
    with Listening(engine) as listening:
        listening.player.play()
        listening.output.run()
        assert len(listening.words()) == 16
    assert failed == ["not installed"]


def test_an_engine_that_never_starts_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speaking, "START_SECONDS", 0.1)
    with pytest.raises(EngineError, match=r"^slow: the engine cannot start: did not answer within 0\.1 s; choose"):
        speaking.made(lambda: time.sleep(2), "slow")


def test_an_engine_that_stumbles_over_whether_it_suits_is_passed_over() -> None:
    def make() -> Engine:
        raise AssertionError("not to be made")

    make.suits = lambda language, rate: 1 / 0  # type: ignore[attr-defined]
    chosen = speaking.choose({"odd": make, "espeak": make}, None, Voice("plain", engine="auto"), "en", None)
    assert chosen.name == "espeak"
