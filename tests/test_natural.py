"""The engine natural says its own sentences with every word in its place, and leaves to eSpeak what it cannot say."""

from array import array
from collections.abc import Iterator
from functools import partial
from importlib.util import find_spec
from itertools import groupby

import pytest

from reader.errors import EngineError
from reader.speech.engine import Engine, Style, Word
from reader.testing import asked, loudness
from reader.testing import spoken as spoken_by

engines = partial(asked, "natural", "engines")

PLAIN = "The quick brown fox jumped over a lazy dog, then ran away towards another farmer."
NORMAL = Style(rate_wpm=166)
is_there = find_spec("hibari") is not None
with_extra = pytest.mark.skipif(not is_there, reason="needs the extra: pip install sayall[natural]")


@pytest.fixture(name="engine", scope="module")
def _engine() -> Iterator[Engine]:
    engine = engines()["natural"]()
    yield engine
    engine.close()


def spoken(
    engine: Engine, text: str, style: Style = NORMAL, language: str = "en"
) -> tuple[dict[str, int], "array[int]"]:
    """At the model's own rate, where nothing stretches its sound."""
    return spoken_by(engine, text, style, language)


def test_the_plugin_loads_without_the_extra() -> None:
    assert list(engines()) == ["natural"]


@pytest.mark.skipif(is_there, reason="the extra is installed")
def test_without_the_extra_the_listener_is_told_how_to_install_it() -> None:
    with pytest.raises(EngineError, match=r'^natural is not installed; pip install "sayall\[natural\]"'):
        engines()["natural"]()


@with_extra
def test_every_word_is_told_in_order(engine: Engine) -> None:
    words, sound = spoken(engine, PLAIN)
    assert list(words) == PLAIN.split()
    assert list(words.values()) == sorted(words.values())
    assert 4 < len(sound) / engine.sample_rate < 8
    assert loudness(sound) > 500


@with_extra
def test_a_word_after_a_pause_starts_where_the_pause_ends(engine: Engine) -> None:
    text = "He had left the town, then they all danced, and at the end, Bob went home."
    words, sound = spoken(engine, text)
    silent = [loudness(sound[at : at + 240]) < 150 for at in range(0, len(sound), 240)]  # every 10 ms
    ends = [at * 240 for at in range(5, len(silent)) if not silent[at] and all(silent[at - 5 : at])]
    late_ms = [min(abs(words[word] - end) for end in ends) / 24 for word in ("then", "and", "Bob")]
    assert max(late_ms) < 75


@with_extra
def test_a_brisk_voice_stops_less_and_its_words_keep_their_places(engine: Engine) -> None:
    text = "The boat left at noon, after a long while; nobody, as it seems, had seen it leave."
    normal, calm = spoken(engine, text)
    words, brisk = spoken(engine, text, Style(rate_wpm=280))
    assert len(brisk) == pytest.approx(len(calm) * 166 / 280, rel=0.03)
    assert list(words) == list(normal)
    after = {word: loudness(brisk[at + 240 : at + 1_440]) for word, at in words.items()}
    assert min(after.values()) > 200
    assert _longest_silence(brisk) < 0.8 * _longest_silence(calm) * 166 / 280


def _longest_silence(sound: "array[int]") -> int:
    """In steps of 10 ms."""
    steps = [max(map(abs, sound[at : at + 240])) < 250 for at in range(0, len(sound) - 240, 240)]
    return max(len(list(run)) for is_silent, run in groupby(steps) if is_silent)


@with_extra
def test_what_is_written_in_figures_keeps_its_place(engine: Engine) -> None:
    text = "Dr. Smith paid $5.50 at 7:30 p.m. in 1999, and U.S. No. 10 is well-known."
    words, _ = spoken(engine, text)
    assert list(words) == text.split()
    assert list(words.values()) == sorted(words.values())


@with_extra
@pytest.mark.parametrize("rate", [100, 200, 220, 300])
def test_the_rate_is_kept(engine: Engine, rate: int) -> None:
    _, normal = spoken(engine, PLAIN)
    words, sound = spoken(engine, PLAIN, Style(rate_wpm=rate))
    assert len(sound) == pytest.approx(len(normal) * 166 / rate, rel=0.05)
    assert list(words) == PLAIN.split()


@with_extra
def test_volume_is_percent(engine: Engine) -> None:
    half, whole = (loudness(spoken(engine, PLAIN, Style(volume=volume))[1]) for volume in (50, 100))
    assert half == pytest.approx(whole / 2, rel=0.02)


@with_extra
def test_silence_still_takes_its_time(engine: Engine) -> None:
    words, sound = spoken(engine, PLAIN, Style(volume=0))
    assert (list(words), loudness(sound)) == (PLAIN.split(), 0)
    assert len(sound) > 4 * engine.sample_rate


@with_extra
def test_other_languages_and_great_speed_are_espeaks(engine: Engine) -> None:
    german, _ = spoken(engine, "Guten Tag, ihr Lieben.", language="de")
    fast, sound = spoken(engine, PLAIN, Style(rate_wpm=450, speaker="heart"))
    assert list(german) == ["Guten", "Tag,", "ihr", "Lieben."]
    assert list(fast) == PLAIN.split()
    assert 1 < len(sound) / engine.sample_rate < 3


@with_extra
@pytest.mark.parametrize("text", ["", " ", "—", "\0"])
def test_nothing_to_say_makes_next_to_no_sound(engine: Engine, text: str) -> None:
    assert len(spoken(engine, text)[1]) / engine.sample_rate < 0.5


@with_extra
def test_a_text_without_end_is_said_in_parts(engine: Engine) -> None:
    text = "words upon words and " * 60
    making = [item for item in engine.synthesize(text, "en", NORMAL) if isinstance(item, Word)]
    assert [item.char for item in making] == [at for at in range(len(text)) if f" {text}"[at] == " " != text[at]]
    assert making == sorted(making, key=lambda word: word.sample)


@with_extra
def test_its_speakers_are_those_on_this_machine(engine: Engine) -> None:
    assert ("heart", ("en-US",)) in [(speaker.name, speaker.languages) for speaker in engine.speakers()]
    with pytest.raises(EngineError, match=r"^natural has no speaker nobody on this machine; there is .*heart"):
        spoken(engine, PLAIN, Style(speaker="nobody"))
