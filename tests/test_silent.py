"""The silent engine's timings follow from the text and the rate alone."""

from hypothesis import given
from hypothesis import strategies as st

from reader.speech.engine import Sound, Style, Word
from reader.testing import asked

Silent = asked("silent", "engines")["silent"]


def test_each_character_takes_a_sixth_of_a_word() -> None:
    made = list(Silent().synthesize("Hi there, you.", "en", Style(rate_wpm=160)))
    assert [item for item in made if isinstance(item, Word)] == [Word(0, 0), Word(3_000, 3), Word(10_000, 10)]
    assert b"".join(item.pcm for item in made if isinstance(item, Sound)) == bytes(2 * 14_000)


def test_twice_the_rate_takes_half_the_time() -> None:
    made = Silent().synthesize("a b c d", "en", Style(rate_wpm=320))
    assert [item.sample for item in made if isinstance(item, Word)] == [0, 1_000, 2_000, 3_000]


def test_an_empty_text_makes_nothing() -> None:
    assert list(Silent().synthesize("", "en", Style())) == []


def test_a_sentence_can_be_left_in_the_middle() -> None:
    making = Silent().synthesize("word " * 1_000, "en", Style())
    assert next(making) == Word(0, 0)
    making.close()
    assert list(making) == []


@given(st.text(), st.integers(1, 900))
def test_a_word_comes_before_the_sound_in_which_it_starts(text: str, rate: int) -> None:
    made = 0
    for item in Silent().synthesize(text, "", Style(rate_wpm=rate)):
        match item:
            case Word(sample, char):
                assert sample >= made
                assert not text[char].isspace()
            case Sound(pcm):
                made += len(pcm) // 2
    assert made == len(text) * 160_000 // rate
