"""The engine pyttsx3 speaks with every word in its place."""

import sys
from array import array
from collections.abc import Iterator
from functools import partial

import pytest

from reader.errors import EngineError
from reader.speech.engine import Engine, Style, Word
from reader.testing import asked, loudness, spoken

engines = partial(asked, "pyttsx3", "engines")

PLAIN = "The quick brown fox jumped over a lazy dog, then ran away towards another farmer."
NORMAL = Style()
on_linux = pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="needs the voices of eSpeak NG")


@pytest.fixture(name="engine")
def _engine() -> Iterator[Engine]:
    engine = engines()["pyttsx3"]()
    yield engine
    engine.close()


def test_it_is_offered_under_its_name() -> None:
    made = {name: make() for name, make in engines().items()}
    assert [made[name].name for name in made] == ["pyttsx3"]
    for engine in made.values():
        engine.close()


def test_a_sentence_is_spoken_with_every_word_in_order(engine: Engine) -> None:
    words, sound = spoken(engine, PLAIN)
    assert list(words) == PLAIN.split()
    assert list(words.values()) == sorted(words.values())
    assert 3 < len(sound) / engine.sample_rate < 9
    assert loudness(sound) > 300


def test_each_sentence_of_many_is_its_own(engine: Engine) -> None:
    sentences = ["Yes.", PLAIN, "No, never.", "A rather longer sentence about rather little.", "Yes."] * 4
    lengths = [len(spoken(engine, sentence)[1]) for sentence in sentences]
    for at, sentence in enumerate(sentences):
        assert lengths[at] == pytest.approx(lengths[sentences.index(sentence)], rel=0.15)
    assert lengths[0] < lengths[2] < lengths[3] < lengths[1]


@on_linux
def test_the_rate_is_kept(engine: Engine) -> None:
    slow, fast = (len(spoken(engine, PLAIN, Style(rate_wpm=rate))[1]) for rate in (120, 360))
    assert fast == pytest.approx(slow / 3, rel=0.15)


def test_volume_is_percent(engine: Engine) -> None:
    half, whole = (loudness(spoken(engine, PLAIN, Style(volume=volume))[1]) for volume in (50, 100))
    assert half == pytest.approx(whole / 2, rel=0.15)


@on_linux
def test_another_language_has_another_voice(engine: Engine) -> None:
    english, german = (len(spoken(engine, PLAIN, language=language)[1]) for language in ("en", "de"))
    assert abs(english - german) > engine.sample_rate / 10


def test_sentences_begin_and_end_at_once(engine: Engine) -> None:
    _, sound = spoken(engine, "“Is it so?”")
    voiced = [at for at, sample in enumerate(sound) if abs(sample) > 50]
    assert voiced[0] / engine.sample_rate < 0.03
    assert (len(sound) - voiced[-1]) / engine.sample_rate < 0.03


@pytest.mark.parametrize("text", ["", " \n", "\0"])
def test_nothing_to_say_makes_no_sound(engine: Engine, text: str) -> None:
    assert spoken(engine, text)[1] == array("h")


def test_a_text_without_end_is_said_in_parts(engine: Engine) -> None:
    text = "Words upon words. " * 300
    words = [item for item in engine.synthesize(text, "en", Style(rate_wpm=450)) if isinstance(item, Word)]
    assert [word.char for word in words] == [at for at in range(len(text)) if f" {text}"[at] == " " != text[at]]
    assert words == sorted(words, key=lambda word: word.sample)


def test_an_unknown_speaker_is_named_with_those_near_it(engine: Engine) -> None:
    with pytest.raises(EngineError, match=r"^pyttsx3 has no speaker nobody-at-all; did you mean .+\?$"):
        spoken(engine, PLAIN, Style(speaker="nobody-at-all"))
    assert spoken(engine, "But it speaks on.")[0].keys() == {"But", "it", "speaks", "on."}
