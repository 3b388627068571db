"""A voice says how each role is spoken, and a file with a mistake says where and what is allowed."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import VoiceError
from reader.speech.engine import Style
from reader.story import Role
from reader.voices import STYLES, Manner, Voice, available, load

NAMES = ("brisk", "gentle", "newscast", "plain")
OWN = """\
description = "Mine"
rate_wpm = 200
pitch = 95
volume = 120
speaker = "en-GB"
pause_before_ms = 10
pause_after_ms = 300
sentence_pause_ms = 150

[speakers]
de = "de+m3"
en-US = "en-US"

[headline]
rate = 0.8
pitch = 105
volume = 110
pause_before_ms = 20
pause_after_ms = 600
sentence_pause_ms = 160
earcon = "note"

[quote]
speaker = "+f3"

[announcement]
speaker = "sv"
"""


@pytest.fixture(name="folder")
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The listener's own folder of voices, empty."""
    monkeypatch.setattr("reader.voices.own_folder", tmp_path.joinpath)
    folder = tmp_path / "voices"
    folder.mkdir()
    return folder


def test_four_voices_come_with_it(folder: Path) -> None:
    assert available() == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_each_voice_that_comes_with_it_can_say_every_role(name: str) -> None:
    voice = load(name)
    assert (voice.name, bool(voice.description)) == (name, True)
    for style_name in STYLES:
        style = voice.style_for(style_name)
        assert style.rate_wpm > 0
        assert style.pause_before_ms + style.pause_after_ms > 0
        assert style.sentence_pause_ms > 0


@pytest.mark.parametrize("name", NAMES)
def test_a_headline_is_slower_and_set_off_further_than_the_text(name: str) -> None:
    headline, paragraph = (load(name).style_for(role) for role in (Role.HEADLINE, Role.PARAGRAPH))
    assert headline.rate_wpm < paragraph.rate_wpm
    assert headline.pause_after_ms > paragraph.pause_after_ms > paragraph.sentence_pause_ms


@pytest.mark.parametrize("engine", ["espeak", "natural"])
@pytest.mark.parametrize("name", NAMES)
def test_quotes_have_another_voice_and_captions_stand_aside(name: str, engine: str) -> None:
    voice = load(name).spoken_by(engine)
    text, quote, caption = (voice.style_for(role) for role in (Role.PARAGRAPH, Role.QUOTE, Role.CAPTION))
    assert (quote.speaker, quote.pitch) != (text.speaker, text.pitch)
    assert (caption.speaker, caption.pitch, caption.volume) != (text.speaker, text.pitch, text.volume)


def test_quotes_have_a_second_voice_in_the_news() -> None:
    voice = load("newscast")
    assert voice.style_for(Role.QUOTE).speaker != voice.style_for(Role.PARAGRAPH).speaker


def test_a_role_differs_in_what_its_table_says(folder: Path) -> None:
    (folder / "mine.toml").write_text(OWN, "utf-8")
    voice = load("mine")
    assert voice == Voice(
        name="mine", description="Mine", engine="auto", rate_wpm=200, pitch=95, volume=120, speaker="en-GB",
        pause_before_ms=10, pause_after_ms=300, sentence_pause_ms=150, speakers={"de": "de+m3", "en-us": "en-US"},
        styles={
            "headline": Manner(0.8, 105, 110, None, 20, 600, 160, "note"),
            "quote": Manner(speaker="+f3"),
            "announcement": Manner(speaker="sv"),
        },
    )  # fmt: skip
    assert voice.style_for("headline") == Style(160, 105, 110, "en-GB", 20, 600, 160, "note")
    assert voice.style_for("paragraph") == Style(200, 95, 120, "en-GB", 10, 300, 150)
    assert (voice.earcon_for("headline"), voice.earcon_for("quote")) == ("note", "")


@pytest.mark.parametrize(
    ("style_name", "language", "speaker"),
    [
        ("paragraph", "", "en-GB"), ("paragraph", "sv", "en-GB"), ("paragraph", "de-AT", "de+m3"),
        ("paragraph", "EN_us", "en-US"), ("quote", "", "en-GB+f3"), ("quote", "de", "de+f3"),
        ("announcement", "de", "sv"),
    ],
)  # fmt: skip
def test_the_speaker_follows_the_language_and_the_role(
    folder: Path, style_name: str, language: str, speaker: str
) -> None:
    (folder / "mine.toml").write_text(OWN, "utf-8")
    assert load("mine").style_for(style_name, language).speaker == speaker


def test_a_rate_that_is_asked_for_keeps_the_proportions(folder: Path) -> None:
    (folder / "mine.toml").write_text(OWN, "utf-8")
    voice = load("mine")
    rates = [voice.style_for(name, rate_wpm=300).rate_wpm for name in ("headline", "paragraph")]
    assert rates == [240, 300]


def test_another_engine_has_speakers_of_its_own(folder: Path) -> None:
    (folder / "mine.toml").write_text(OWN, "utf-8")
    voice = load("mine").spoken_by("pyttsx3")
    assert (voice.engine, voice.style_for("quote", "de")) == ("pyttsx3", Style(200, 95, 120, "", 10, 300, 150))
    assert load("mine").spoken_by("espeak") == load("mine")


def test_the_listeners_own_voice_goes_before_one_of_the_same_name(folder: Path) -> None:
    (folder / "plain.toml").write_text("rate_wpm = 123\n", "utf-8")
    (folder / "zest.toml").write_text("", "utf-8")
    assert (load().rate_wpm, available()) == (123, (*NAMES, "zest"))


def test_a_voice_can_be_given_by_path(tmp_path: Path) -> None:
    file = tmp_path / "my own.toml"
    file.write_text(OWN, "utf-8")
    assert load(str(file)).name == "my own"


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("rate_wpm = 5", "rate_wpm: is 5; give a whole number from 50 to 900"),
        ("rate_wpm = 180.5", "rate_wpm: is 180.5; give a whole number from 50 to 900"),
        ("pitch = true", "pitch: is True; give a whole number from 50 to 200"),
        ("volume = 'loud'", "volume: is 'loud'; give a whole number from 0 to 200"),
        ("engine = 3", 'engine: is 3; give text in quotes, such as "espeak"'),
        ("speaker = ['a']", 'speaker: is list; give text in quotes, such as "espeak"'),
        ("rate_wmp = 180", "rate_wmp: is no setting; did you mean rate_wpm?"),
        ("[heading]\nrate = 9", "heading.rate: is 9; give a number from 0.3 to 3"),
        ("[heading]\nrate = nan", "heading.rate: is nan; give a number from 0.3 to 3"),
        ("[heading]\nvolumes = 9", "heading.volumes: is no setting; did you mean volume?"),
        ("[heading]\nrate_wpm = 180", "heading.rate_wpm: is no setting; did you mean rate?"),
        (
            "[heading]\nearcon = 'gong'",
            "heading.earcon: is 'gong'; there are headline, section, item, quote, caption, aside, code, note",
        ),
        ("[headlines]\nrate = 0.9", "headlines: is no role; did you mean headline or heading?"),
        ("[speakers]\nde = 4", 'speakers.de: is 4; give text in quotes, such as "espeak"'),
        ("quote = 0.9", "quote: is 0.9; give a table of settings, under a line [quote]"),
        ("rate_wpm 180", "is not TOML: Expected '=' after a key in a key/value pair (at line 1, column 10)"),
    ],
)
def test_a_mistake_is_named_with_its_file_its_key_and_what_is_allowed(
    tmp_path: Path, written: str, message: str
) -> None:
    file = tmp_path / "odd.toml"
    file.write_text(written, "utf-8")
    with pytest.raises(VoiceError) as raised:
        load(str(file))
    assert str(raised.value) == f"{file}: {message}"


def test_an_unknown_voice_is_named_with_those_near_it(folder: Path) -> None:
    with pytest.raises(VoiceError) as raised:
        load("plane")
    assert str(raised.value) == "there is no voice plane, nor is it the path of a .toml file; did you mean plain?"


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(VoiceError, match=r"gone\.toml: cannot be read: No such file or directory"):
        load(str(tmp_path / "gone.toml"))


@given(st.sampled_from(STYLES), st.text(max_size=12), st.integers(50, 900))
def test_any_language_and_rate_has_a_style(style_name: str, language: str, rate_wpm: int) -> None:
    style = load("newscast").style_for(style_name, language, rate_wpm)
    assert 0.8 * rate_wpm < style.rate_wpm < 1.2 * rate_wpm
