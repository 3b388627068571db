"""``sayall voices``: every voice, engine and speaker is listed, and each can be heard."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hasty import Hasty

from reader.cli.app import app
from reader.errors import EngineError, UsageError, VoiceError

Sayall = Callable[..., list[str]]


@pytest.fixture(name="sayall")
def _sayall(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Sayall:
    """The command line, with an empty configuration, and a listener who is very quick."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setattr("reader.cli.hearing.sound_device", Hasty)

    def run(*arguments: str) -> list[str]:
        app(list(arguments), standalone_mode=False)
        return capsys.readouterr().out.splitlines()

    return run


def test_voices_come_first_then_what_auto_takes_then_every_engine_with_its_speakers(sayall: Sayall) -> None:
    lines = sayall("voices")
    assert [line.split(",")[0] for line in lines[:4]] == [
        "voice brisk",
        "voice gentle",
        "voice newscast",
        "voice plain",
    ]
    assert lines[4].startswith("engine auto, for en: ")
    assert lines[5] == "engine auto, for de: espeak, since none is better for de at 195 words a minute"
    assert "engine espeak" in lines
    assert "  en-GB, en-GB, en: English (Great Britain)" in lines
    assert lines[-1] == "engine silent"


def test_speakers_of_one_language_are_picked_out(sayall: Sayall) -> None:
    assert sayall("voices", "--language", "pt-BR", "--engine", "espeak") == [
        "engine espeak", "  pt-BR, pt-BR, pt: Portuguese (Brazil)",
    ]  # fmt: skip
    with pytest.raises(UsageError, match="--language tlh: there is no speaker of it"):
        sayall("voices", "--language", "tlh", "--engine", "espeak")


def test_the_list_is_to_be_had_as_json(sayall: Sayall) -> None:
    told = json.loads("\n".join(sayall("voices", "--json")))
    assert [voice["name"] for voice in told["voices"]] == ["brisk", "gentle", "newscast", "plain"]
    (espeak,) = [engine for engine in told["engines"] if engine["name"] == "espeak"]
    assert {"name": "de", "languages": ["de"], "description": "German"} in espeak["speakers"]


def test_a_broken_voice_is_listed_with_what_is_wrong(sayall: Sayall, tmp_path: Path) -> None:
    (tmp_path / "sayall" / "voices").mkdir(parents=True)
    file = tmp_path / "sayall" / "voices" / "zest.toml"
    file.write_text("rate_wpm = 5\n")
    assert sayall("voices")[4] == f"voice zest, broken: {file}: rate_wpm: is 5; give a whole number from 50 to 900"


def test_an_unknown_engine_is_named_with_the_one_that_was_meant(sayall: Sayall) -> None:
    with pytest.raises(EngineError, match=r"^espaek: there is no such speech engine; did you mean espeak\?$"):
        sayall("voices", "--engine", "espaek")


@pytest.mark.parametrize(
    "arguments", [["brisk"], ["espeak", "Good morning."], ["en-GB+f3"], ["German", "--rate", "300"]]
)
def test_a_voice_an_engine_and_a_speaker_can_be_heard(sayall: Sayall, arguments: list[str]) -> None:
    assert sayall("voices", "hear", *arguments) == []


def test_what_is_none_of_these_is_named(sayall: Sayall) -> None:
    with pytest.raises(VoiceError, match=r"^nobody: is neither a voice, an engine nor a speaker; sayall voices"):
        sayall("voices", "hear", "nobody")


def test_explain_tells_which_engine_would_speak_and_why(sayall: Sayall, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<html lang=de><h1>Der Kai</h1><p>Das Schiff kam am Morgen an.</p></html>", "utf-8")
    assert "engine: espeak, since none is better for de at 195 words a minute" in sayall("explain", str(page))
    (tmp_path / "sayall").mkdir()
    (tmp_path / "sayall" / "settings.toml").write_text('engine = "pyttsx3"\n')
    assert "engine: pyttsx3, since you chose it" in sayall("explain", str(page))
