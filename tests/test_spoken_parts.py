"""A sentence in several languages is spoken by one engine or by several, and its words keep their places."""

import re
from array import array
from collections.abc import Iterator
from types import ModuleType

import pytest

import reader_espeak
from reader import hookimpl
from reader.cli.speaking import start
from reader.plugins import Plugins
from reader.script.narrate import narrate
from reader.script.utterance import Pause, Utterance
from reader.speech.engine import Engine, Sound, Speaker, Style, Word, who_speaks
from reader.speech.segments import by_language, segments
from reader.speech.shared import Shared
from reader.speech.synthesis import Began, Ended, Planned, Spoke, voiced
from reader.story import Block, Role, Story, Tongue
from reader.testing import loudness
from reader_espeak import Espeak
from reader_silent import Silent

TEXT = "He spoke of déjà vu, then said: no sabemos cuándo llegará el barco, and of fjaka."


def sentence(*passages: tuple[str, str]) -> Utterance:
    tongues = tuple(Tongue(TEXT.index(words), TEXT.index(words) + len(words), tag) for words, tag in passages)
    return next(narrate(Story("", (Block(Role.PARAGRAPH, TEXT, tongues=tongues),), language="en")))


MIXED = sentence(("déjà vu", "fr"), ("no sabemos cuándo llegará el barco", "es"), ("fjaka", "tlh"))


class Noting:
    """Says nothing for a word in 10 ms, and notes what it was asked for; others step in for French and Spanish."""

    name = "noting"
    sample_rate = 1_000

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []

    def speakers(self) -> tuple[Speaker, ...]:
        return ()

    def who_speaks(self, language: str) -> str:
        return {"en": "noting", "fr": "other", "es": "other"}.get(language, "")

    def synthesize(self, text: str, language: str, style: Style) -> Iterator[Sound | Word]:
        self.asked.append((language, text))
        for number, word in enumerate(re.finditer(r"\S+", text)):
            yield Word(10 * number, word.start())
            yield Sound(bytes(20))

    def close(self) -> None:
        """Nothing to end."""


def pieces(engine: Engine, utterance: Utterance) -> list[bytes | Began | Spoke | Ended]:
    planned = [Planned(utterance)]
    return [piece for piece in voiced(planned, engine, lambda _: (Style(), 1.0), engine.sample_rate) if piece]  # type: ignore[misc]


def test_a_word_is_left_to_the_voice_of_its_sentence_where_another_would_step_in_and_a_passage_is_not() -> None:
    engine = Noting()
    pieces(engine, MIXED)
    assert engine.asked == [
        ("en", "He spoke of,"),
        ("en", "déjà vu"),
        ("en", ", then said: "),
        ("es", "no sabemos cuándo llegará el barco"),
        ("en", ", and of,"),
        ("en", "fjaka."),
    ]


@pytest.mark.parametrize("make", [Silent, Espeak])
def test_each_word_has_its_place_and_no_pause_falls_within_the_sentence(make: type[Espeak] | type[Silent]) -> None:
    engine = make()
    said = pieces(engine, MIXED)
    engine.close()
    heard = [MIXED.text[piece.char :].split()[0] for piece in said if isinstance(piece, Spoke)]
    assert [word.strip(",.:") for word in heard if word.strip(",.:")] == [word.strip(",.:") for word in TEXT.split()]
    sound = b"".join(piece for piece in said if isinstance(piece, bytes))
    assert longest_silence_ms(sound, engine.sample_rate) < 200 or make is Silent


def test_each_word_stands_within_20_ms_of_where_its_part_puts_it() -> None:
    engine = Espeak()
    said, at = list[tuple[str, int]](), 0
    for piece in pieces(engine, MIXED):
        if isinstance(piece, bytes):
            at += len(piece) // 2
        elif isinstance(piece, Spoke):
            said.append((MIXED.text[piece.char :].split()[0], at))
    meant, at = list[tuple[str, int]](), 0
    for part in segments(MIXED):
        if isinstance(part, Pause):
            at += part.ms * engine.sample_rate // 1_000
            continue
        language = "en" if part.language == "tlh" else part.language
        text = part.text.rstrip() + "," * part.goes_on if part.text.rstrip()[-1].isalnum() else part.text
        for item in engine.synthesize(text, language, Style()):
            if isinstance(item, Word):
                meant.append((MIXED.text[part.char + item.char :].split()[0], at + item.sample))
        at += sum(len(item.pcm) // 2 for item in engine.synthesize(text, language, Style()) if isinstance(item, Sound))
    engine.close()
    assert [word for word, _ in said] == [word for word, _ in meant]
    # Some milliseconds are espeak's own, who says nothing twice the same way when its voice has changed.
    assert max(abs(one - other) for (_, one), (_, other) in zip(said, meant, strict=True)) <= engine.sample_rate // 50


def longest_silence_ms(pcm: bytes, rate: int) -> float:
    frame = rate // 100
    samples = array("h", pcm)
    frames = (loudness(samples[at : at + frame]) > 30 for at in range(0, len(samples) - frame, frame))
    longest = run = 0
    for is_loud in frames:
        run = 0 if is_loud else run + 1
        longest = max(longest, run)
    return longest * 10


class English(Noting):
    """An engine that speaks English, and slowly."""

    @staticmethod
    def suits(language: str, rate_wpm: int) -> bool:
        return language.startswith("en") and rate_wpm <= 300


class German(Noting):
    """The other one, at another sample rate."""

    name = "german"
    sample_rate = 2_000

    def who_speaks(self, language: str) -> str:
        return self.name


QUOTE = "„Wir haben die ganze Nacht nicht geschlafen, weil es auf dem Wasser so laut war“"


def shared(text: str, language: str, rate_wpm: int = 180) -> dict[str, list[tuple[str, str]]]:
    """What each engine is asked to say of a story."""
    better, other = English(), German()
    engine = Shared(better, English.suits, lambda: other)
    planned = map(Planned, narrate(Story("", (Block(Role.PARAGRAPH, text),), language=language)))
    style = Style(rate_wpm=rate_wpm)
    said = [piece for piece in voiced(planned, engine, lambda _: (style, 1.0), 1_000) if isinstance(piece, Spoke)]
    engine.close()
    assert [piece.planned.utterance.position_at(piece.char).offset for piece in said] == [
        found.start() for found in re.finditer(r"\S+", text)
    ]
    return {"english": better.asked, "german": other.asked}


def test_a_quotation_in_another_language_is_said_by_an_engine_for_it_and_the_story_goes_on_with_its_own() -> None:
    assert shared(f"The captain said: {QUOTE} Nobody answered.", "en") == {
        "english": [("en", "The captain said: "), ("en", " Nobody answered.")],
        "german": [("de", QUOTE)],
    }


def test_what_is_too_fast_for_an_engine_another_says() -> None:
    assert shared("They waited.", "en", rate_wpm=400) == {"english": [], "german": [("en", "They waited.")]}


def test_auto_shares_a_story_between_the_best_engine_and_espeak_and_leaves_a_german_story_to_espeak() -> None:
    plugin = ModuleType("slow")
    plugin.engines = hookimpl(lambda: {"noting": English})  # type: ignore[attr-defined]
    plugins = Plugins()
    plugins.add(reader_espeak, "espeak")
    plugins.add(plugin, "slow")
    speaking = start(plugins, None, "plain", language="en")
    assert [speaking.engine.name, who_speaks(speaking.engine, "en"), who_speaks(speaking.engine, "de")] == [
        "noting",
        "noting",
        "espeak",
    ]
    speaking.engine.close()
    german = start(plugins, None, "plain", language="de").engine
    assert [german.name, who_speaks(german, "en")] == ["espeak", "espeak"]
    german.close()


def test_espeak_says_a_foreign_word_with_a_voice_for_it() -> None:
    engine = Espeak()
    plain, told = (
        b"".join(piece for piece in pieces(engine, one) if isinstance(piece, bytes))
        for one in (sentence(), sentence(("déjà vu", "fr")))
    )
    engine.close()
    assert plain != told
    assert [engine.who_speaks(tag) for tag in ("fr-CA", "zh", "tlh", "")] == ["espeak", "espeak", "", "espeak"]


def test_a_service_gets_a_message_for_each_passage_and_none_for_a_word() -> None:
    assert [(one.language, one.text) for one in by_language(MIXED)] == [
        ("en", "He spoke of déjà vu, then said: "),
        ("es", "no sabemos cuándo llegará el barco"),
        ("en", ", and of fjaka."),
    ]
    assert [one.start.offset for one in by_language(MIXED)] == [0, TEXT.index("no sab"), TEXT.index(", and")]
