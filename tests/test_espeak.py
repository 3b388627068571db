"""The engine espeak says every word, tells where each starts, and stops when it is told."""

import threading
import time
from array import array
from collections.abc import Generator, Iterator
from itertools import islice
from operator import mul
from statistics import median

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import EngineError
from reader.speech.engine import Engine, Sound, Style, Word
from reader.testing import asked, loudness, spoken

Espeak = asked("espeak", "engines")["espeak"]

PLAIN = "The quick brown fox jumped over a lazy dog, then ran away towards another farmer."
_NORMAL = Style()


@pytest.fixture(name="engine")
def _engine() -> Iterator[Engine]:
    engine = Espeak()
    yield engine
    engine.close()


def seconds(engine: Engine, sound: "array[int]") -> float:
    return len(sound) / engine.sample_rate


def test_it_is_offered_under_its_name() -> None:
    assert {name: make().name for name, make in asked("espeak", "engines").items()} == {"espeak": "espeak"}


def test_every_word_of_a_plain_sentence_is_told_in_order(engine: Engine) -> None:
    words, _ = spoken(engine, PLAIN)
    assert list(words) == PLAIN.split()
    assert list(words.values()) == sorted(words.values())


def test_a_word_starts_where_the_text_before_it_ends(engine: Engine) -> None:
    """Half a second is allowed for, as a text that ends is drawn out and one that goes on is not."""
    words, sound = spoken(engine, PLAIN)
    for word in ("jumped", "then", "farmer."):
        _, before = spoken(engine, PLAIN[: PLAIN.index(word)])
        assert abs(words[word] - len(before)) / engine.sample_rate < 0.5
    assert loudness(sound) > 500


def test_a_number_is_one_word_however_it_is_said(engine: Engine) -> None:
    words, _ = spoken(engine, "He paid $1,234.56 on 3 May 2014, call 555-1234 or +1 (202) 456-1111 now.")
    assert list(words) == [
        "He",
        "paid",
        "$1,234.56",
        "on",
        "3",
        "May",
        "2014,",
        "call",
        "555-1234",
        "or",
        "+1",
        "(202)",
        "456-1111",
        "now.",
    ]


def test_letters_beyond_latin_keep_their_places(engine: Engine) -> None:
    text = "Café détente naïve “quoted words” étude \U0001f600 then the end."
    words, _ = spoken(engine, text)
    assert list(words) == ["Café", "détente", "naïve", "quoted", "words”", "étude", "\U0001f600", "then", "the", "end."]


def test_the_first_sound_comes_before_the_sentence_is_done(engine: Engine) -> None:
    long_sentence = "this goes on " * 70
    list(engine.synthesize("Warm.", "en", Style()))
    started = time.perf_counter()
    making = engine.synthesize(long_sentence, "en", Style())
    next(item for item in making if isinstance(item, Sound))
    first = time.perf_counter() - started
    list(making)
    assert first < (time.perf_counter() - started) / 2


def test_a_sentence_that_is_left_leaves_the_next_one_whole(engine: Engine) -> None:
    _, alone = spoken(engine, "A whole sentence.")
    left = engine.synthesize(PLAIN * 10, "en", Style())
    assert list(islice(left, 3))
    assert isinstance(left, Generator)
    left.close()
    words, after_another = spoken(engine, "A whole sentence.")
    assert list(words) == ["A", "whole", "sentence."]
    assert len(after_another) == pytest.approx(len(alone), rel=0.05)


def test_two_sentences_can_be_made_in_turns(engine: Engine) -> None:
    first, second = engine.synthesize(PLAIN, "en", Style()), engine.synthesize(PLAIN, "de", Style())
    turns = [item for pair in zip(first, second, strict=False) for item in pair]
    assert sum(isinstance(item, Sound) for item in turns) > 100


def test_closing_the_engine_ends_what_it_is_saying(engine: Engine) -> None:
    making = engine.synthesize(PLAIN * 11, "en", Style())
    next(making)
    engine.close()
    engine.close()
    rest = sum(len(item.pcm) // 2 for item in making if isinstance(item, Sound))
    assert rest / engine.sample_rate < 40
    assert not [thread for thread in threading.enumerate() if thread.name == "espeak" and _outlives(thread)]


def _outlives(thread: threading.Thread) -> bool:
    thread.join(timeout=5)
    return thread.is_alive()


@pytest.mark.parametrize("rate", [80, 180, 350, 500, 800])
def test_the_rate_is_kept(engine: Engine, rate: int) -> None:
    _, normal = spoken(engine, PLAIN, Style(rate_wpm=200))
    words, sound = spoken(engine, PLAIN, Style(rate_wpm=rate))
    assert len(sound) == pytest.approx(len(normal) * 200 / rate, rel=0.15)
    assert len(words) >= len(PLAIN.split()) - 1


@pytest.mark.parametrize("rate", [500, 800])
def test_words_stay_with_their_sound_at_great_speed(engine: Engine, rate: int) -> None:
    """The library's own places are up to 60 ms late there; 30 ms is what remains."""
    slow, slow_sound = spoken(engine, PLAIN, Style(rate_wpm=175))
    fast, fast_sound = spoken(engine, PLAIN, Style(rate_wpm=rate))
    shortened = len(fast_sound) / len(slow_sound)
    late = [(fast[word] - slow[word] * shortened) / engine.sample_rate for word in fast.keys() & slow.keys()]
    assert max(map(abs, late)) < 0.03


def test_a_rate_beyond_reason_is_the_nearest_it_can(engine: Engine) -> None:
    _, fastest = spoken(engine, PLAIN, Style(rate_wpm=900))
    _, beyond = spoken(engine, PLAIN, Style(rate_wpm=9_000))
    assert len(beyond) == pytest.approx(len(fastest), rel=0.05)


def test_volume_is_percent(engine: Engine) -> None:
    half, whole = (loudness(spoken(engine, PLAIN, Style(volume=volume))[1]) for volume in (50, 100))
    assert half == pytest.approx(whole / 2, rel=0.1)


@pytest.mark.parametrize("percent", [75, 100, 130])
def test_pitch_is_percent(engine: Engine, percent: int) -> None:
    normal, changed = (_frequency(engine, Style(pitch=pitch)) for pitch in (100, percent))
    assert changed == pytest.approx(normal * percent / 100, rel=0.1)


def _frequency(engine: Engine, style: Style) -> float:
    """Hertz of the voice over a sentence: the median of its loudest moments, each by the lag at which it repeats."""
    _, sound = spoken(engine, "Many men were in a room away over there, and maybe no one knew.", style)
    moments = sorted((sound[at : at + 1_200] for at in range(0, len(sound) - 1_200, 1_200)), key=loudness)[-15:]
    return engine.sample_rate / median(max(range(90, 400), key=lambda lag: _likeness(m, lag)) for m in moments)


def _likeness(sound: "array[int]", lag: int) -> float:
    return float(sum(map(mul, sound[:800:2], sound[lag : lag + 800 : 2])))


@pytest.mark.parametrize("speaker", ["", "+f3"])
def test_sentences_begin_and_end_at_once(engine: Engine, speaker: str) -> None:
    for text in (PLAIN, "Is it so?", "“Well,” she said.", "One; two…", "(An aside.)", "« Bien »", "— A dash —"):
        _, sound = spoken(engine, text, Style(speaker=speaker))
        voiced = [at for at, sample in enumerate(sound) if abs(sample) > 20]
        assert voiced[0] / engine.sample_rate < 0.03
        assert (len(sound) - voiced[-1]) / engine.sample_rate < 0.1


def test_voices_sound_different(engine: Engine) -> None:
    woman, man = (len(spoken(engine, PLAIN, Style(speaker=speaker))[1]) for speaker in ("+f3", "+m7"))
    german = len(spoken(engine, PLAIN, language="de")[1])
    assert len({woman // 100, man // 100, german // 100}) == 3


@pytest.mark.parametrize(
    ("speaker", "message"),
    [
        ("en-UX", "espeak has no speaker en-UX; did you mean en-US or en-GB or en-US-nyc?"),
        ("en-US+f33", "espeak has no variant f33; did you mean f3?"),
    ],
)
def test_an_unknown_speaker_is_named_with_those_near_it(engine: Engine, speaker: str, message: str) -> None:
    with pytest.raises(EngineError) as raised:
        list(engine.synthesize(PLAIN, "en", Style(speaker=speaker)))
    assert str(raised.value) == message


def test_its_speakers_name_their_languages(engine: Engine) -> None:
    speakers = {speaker.name: speaker.languages for speaker in engine.speakers()}
    assert (speakers["en-GB"], speakers["cmn"], speakers["es-419"]) == (
        ("en-GB", "en"),
        ("cmn", "zh-cmn", "zh"),
        ("es-419", "es-MX"),
    )
    assert len(speakers) > 100


def test_every_voice_can_be_heard(engine: Engine) -> None:
    """Each is given letters that one of its kind can say."""
    texts = ("Radio 5, hello.", "Привет, мир.", "你好世界")
    for speaker in engine.speakers():
        styled = Style(rate_wpm=400, speaker=speaker.name)
        assert max(loudness(spoken(engine, text, styled, "")[1]) for text in texts) > 100, speaker


@pytest.mark.parametrize("text", ["", " ", "\n\t", "\0"])
def test_nothing_to_say_makes_no_sound_to_speak_of(engine: Engine, text: str) -> None:
    _, sound = spoken(engine, text)
    assert seconds(engine, sound) < 0.05


def test_markup_is_text(engine: Engine) -> None:
    words, _ = spoken(engine, "x <break time='9s'/> y &amp; [[h@l'oU]] z")
    assert words.keys() >= {"x", "y", "z"}
    assert words["y"] - words["x"] < 6 * engine.sample_rate


def test_a_text_without_end_is_said_in_parts(engine: Engine) -> None:
    text = "Words upon words. " * 300
    words, last = 0, -1
    samples = 0
    for item in engine.synthesize(text, "en", Style(rate_wpm=450)):
        match item:
            case Word(sample, char):
                assert sample >= samples
                assert char > last
                words, last = words + 1, char
            case Sound(pcm):
                samples += len(pcm) // 2
    assert words == 900
    assert samples / engine.sample_rate == pytest.approx(900 / 450 * 60, rel=0.4)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_said_in_order_and_to_its_end(text: str) -> None:
    engine, samples, last = Espeak(), 0, -1
    for item in engine.synthesize(text, "", Style(rate_wpm=800)):
        match item:
            case Word(sample, char):
                assert samples <= sample
                assert last < char < len(text)
                assert not text[char].isspace()
                last = char
            case Sound(pcm):
                samples += len(pcm) // 2
