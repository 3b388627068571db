"""sayall as an output module of Speech Dispatcher: what it answers, what it says, and when it tells of a mark."""

import io
import re
import threading
import time
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field

import pytest

import reader_silent
from reader.script.wording import RULES
from reader.speech.engine import Sound, Style, Word
from reader.speech.module import Module, character, message, styled

WPM = 160
"""At which the engine silent gives a character a thousand samples."""


@dataclass
class Heard(reader_silent.Silent):
    """The engine silent, which notes what it was given."""

    texts: list[tuple[str, str, Style]] = field(default_factory=list)

    def synthesize(self, text: str, language: str, style: Style) -> Generator[Sound | Word, None, None]:
        self.texts.append((text, language, style))
        yield from super().synthesize(text, language, style)


class Slow(io.BytesIO):
    """Input of which the last line comes only when what was asked for before is over."""

    def __init__(self, lines: str, told: io.BytesIO) -> None:
        super().__init__(lines.encode())
        self._told = told

    def __iter__(self) -> Iterator[bytes]:
        for line in iter(self.readline, b""):
            if line == b"QUIT\n":
                end = time.monotonic() + 5
                while self._told.getvalue().count(b"701 ") > len(re.findall(rb"70[23] ", self._told.getvalue())):
                    assert time.monotonic() < end
                    time.sleep(0.005)
            yield line


def run(lines: str) -> tuple[bytes, Heard]:
    told, engine = io.BytesIO(), Heard()
    module = Module(
        Slow(lines, told),
        told,
        engine=engine,
        style_for=lambda name, language: Style(rate_wpm=WPM, speaker=name),
        rules=RULES,
        voices=[("plain", "en"), ("newscast", "en")],
    )
    module.run()
    return told.getvalue(), engine


def lines_of(told: bytes) -> list[str]:
    """Replies and events without the sound: each piece of sound is a line with its samples."""
    sound = re.compile(
        rb"(?:705-[a-z_]+=\d+\n)*705-num_samples=(\d+)\n705-big_endian=0\n705-AUDIO\0.*?\n705 AUDIO\n", re.S
    )
    plain = sound.sub(lambda found: b"sound %d\n" % int(found[1]), told)
    return plain.decode().splitlines()


def test_it_introduces_itself_and_leaves_playing_to_the_server() -> None:
    told, _ = run(
        "INIT\nAUDIO\naudio_output_method=pulse\n.\nAUDIO\naudio_output_method=server\n.\n"
        "LOGLEVEL\nlog_level=3\n.\nLIST VOICES\nDANCE\nQUIT\n"
    )
    assert lines_of(told) == [
        "299-sayall is ready", "299 OK LOADED SUCCESSFULLY",
        "207 OK RECEIVING AUDIO SETTINGS", "300-sayall leaves playing to the server", "300 UNKNOWN ERROR",
        "207 OK RECEIVING AUDIO SETTINGS", "203 OK AUDIO INITIALIZED",
        "207 OK RECEIVING LOGLEVEL SETTINGS", "203 OK LOG LEVEL SET",
        "200-plain\ten\tnone", "200-newscast\ten\tnone", "200 OK VOICE LIST SENT",
        "300 ERR UNKNOWN COMMAND",
        "210 OK QUIT",
    ]  # fmt: skip


def test_a_mark_is_told_between_the_sound_before_it_and_the_word_behind_it() -> None:
    told, engine = run('SPEAK\n<speak>One &lt;<mark name="a"/> two <mark name="b"/>three</speak>\n.\nQUIT\n')
    assert [text for text, _, _ in engine.texts] == ["One < two three"]
    events = lines_of(told)
    assert events[:3] == ["202 OK RECEIVING MESSAGE", "200 OK SPEAKING", "701 BEGIN"]
    assert events[-2:] == ["702 END", "210 OK QUIT"]
    samples, heard = 0, {}
    for line in events[3:-2]:
        if line.startswith("sound"):
            samples += int(line.split()[1])
        elif line.startswith("700-"):
            heard[line[4:]] = samples
    assert heard == {"a": 6_000, "b": 10_000}
    assert samples == 15_000


def test_what_is_written_is_said_in_words_and_its_marks_keep_their_places() -> None:
    told, engine = run('SPEAK\n<speak>It cost <mark name="m"/>$5 <mark name="n"/>today.</speak>\n.\nQUIT\n')
    assert [text for text, _, _ in engine.texts] == ["It cost five dollars today."]
    assert [line for line in lines_of(told) if line.startswith("700-")] == ["700-m", "700-n"]


def test_sound_holds_no_line_feed_and_can_be_decoded() -> None:
    told = io.BytesIO()
    pcm = bytes(range(256)) * 2
    module = Module(io.BytesIO(), told, engine=Heard(), style_for=lambda *_: Style(), rules=(), voices=())
    module._sound(pcm)
    data = told.getvalue().split(b"705-AUDIO\0")[1].removesuffix(b"\n705 AUDIO\n")
    assert b"\n" not in data
    assert re.sub(rb"\x7d(.)", lambda found: bytes((found[1][0] ^ 0x20,)), data, flags=re.S) == pcm


def test_settings_are_kept_for_the_messages_that_follow() -> None:
    _, engine = run(
        "SET\nrate=100\npitch=-100\nvolume=0\nlanguage=fr\nsynthesis_voice=newscast\n.\nSPEAK\n<speak>Oui</speak>\n.\nQUIT\n"
    )
    assert engine.texts == [("Oui", "fr", Style(rate_wpm=3 * WPM, pitch=50, volume=50, speaker="newscast"))]


def test_stop_ends_the_sound_soon() -> None:
    told, engine = io.BytesIO(), Heard()
    long = "word " * 20_000
    module = Module(
        Slow(f"SPEAK\n<speak>{long}</speak>\n.\nSTOP\nQUIT\n", told),
        told, engine=engine, style_for=lambda *_: Style(rate_wpm=WPM), rules=(), voices=(),
    )  # fmt: skip
    thread = threading.Thread(target=module.run)
    thread.start()
    thread.join(10)
    assert lines_of(told.getvalue())[-2:] == ["703 STOP", "210 OK QUIT"]
    assert len(told.getvalue()) < 100_000_000


@pytest.mark.parametrize(
    ("kind", "body", "said"),
    [
        ("CHAR", "a", "a"),
        ("CHAR", " ", "space"),
        ("CHAR", ",", "comma"),
        ("CHAR", "é", "é"),
        ("KEY", "shift_a", "shift a"),
        ("KEY", "control_comma", "control comma"),
        ("KEY", "_", "low line"),
        ("SOUND_ICON", "new-mail", "new mail"),
    ],
)
def test_characters_and_keys_are_said_by_name(kind: str, body: str, said: str) -> None:
    assert message(kind, body) == (said, [])


def test_every_sign_has_a_name() -> None:
    assert all(character(chr(code)).strip() for code in range(33, 0x3000) if not chr(code).isspace())


def test_spelling_says_one_character_after_another() -> None:
    assert message("SPEAK", "<speak>B-7</speak>", spelled=True) == ("B dash 7", [])


def test_without_settings_the_style_is_the_voices_own() -> None:
    assert styled(Style(rate_wpm=200), {}) == Style(rate_wpm=200)
