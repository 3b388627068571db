"""Which voice of eSpeak NG is for which language, and where in a text a word starts."""

from collections.abc import Iterator

import pytest

from reader.speech.engine import Style
from reader_espeak import Espeak, _settings, word_start


@pytest.fixture(name="engine")
def _engine() -> Iterator[Espeak]:
    engine = Espeak()
    yield engine
    engine.close()


@pytest.mark.parametrize(
    ("language", "speaker"),
    [
        ("", "en-US"), ("en", "en-US"), ("en-GB", "en-GB"), ("en_AU", "en-GB"), ("EN-us", "en-US"), ("de-AT", "de"),
        ("sv", "sv"), ("ja", "ja"), ("ar-EG", "ar"), ("zh", "cmn"), ("zh-Hans-CN", "cmn"), ("zh-Hant-HK", "yue"),
        ("pt-BR", "pt-BR"), ("pt-PT", "pt"), ("es-MX", "es-419"), ("nn-NO", "nb"), ("fr-CA", "fr-FR"), ("tlh", "en-US"),
    ],
)  # fmt: skip
def test_each_language_has_its_voice(engine: Espeak, language: str, speaker: str) -> None:
    text = "Radio 5."
    assert _same(engine, text, Style(), language, Style(speaker=speaker), "")


@pytest.mark.parametrize(
    ("language", "speaker", "same_as"),
    [
        ("en", "en-US+F3", "en-us+f3"), ("de", "en-US+f3", "de+f3"), ("sv", "+m7", "sv+m7"), ("", "+m7", "en-US+m7"),
        ("en-GB", "gmw/en-US-nyc", "en-US-nyc"), ("en", "english (scotland)", "en-GB-scotland"),
        ("tlh", "en-GB", "en-GB"),
    ],
)  # fmt: skip
def test_a_speaker_is_a_voice_and_a_variant(engine: Espeak, language: str, speaker: str, same_as: str) -> None:
    assert _same(engine, "Radio 5.", Style(speaker=speaker), language, Style(speaker=same_as), "")


def _same(engine: Espeak, text: str, style: Style, language: str, other: Style, other_language: str) -> bool:
    """The settings decide; the sound itself is never twice the same to the sample."""

    return _settings(engine._library, language, style) == _settings(engine._library, other_language, other)


def test_a_place_within_a_number_is_the_number() -> None:
    text = "paid $1,234.56 on well-known D'Arcy's “day”"
    starts = [word_start(text, char) for char in range(len(text))]
    assert sorted(set(starts)) == [text.index(word) for word in ("paid", "$1", "on", "well", "known", "D'", "“", "day")]
    assert starts[text.index("56")] == text.index("$")
