"""The player: what is heard, when, and what pausing, jumping, saying and changing the rate do to it."""

import itertools
import threading
import time
from array import array
from collections.abc import Iterator

import pytest
from humming import LOUDNESS, STORY, Humming, Listening
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import EngineError
from reader.script.narrate import narrate
from reader.script.utterance import Mark, Pause, Utterance
from reader.speech.engine import Style
from reader.speech.output import Feed
from reader.speech.outputs.nothing import Nothing
from reader.speech.player import Player
from reader.story import Position

WORDS = [
    (0, 0), (0, 6), (0, 11), (1, 0), (1, 6), (1, 11), (1, 16), (1, 22), (1, 27), (3, 0), (4, 0), (4, 3), (4, 8),
    (4, 14), (4, 19), (4, 22),
]  # fmt: skip


def test_each_word_is_reported_when_its_first_sample_is_heard() -> None:
    with Listening() as listening:
        listening.player.play(Position(3))
        listening.output.run()
    assert listening.log == [
        "0 started Outlook",
        "0 at 3:0",
        "70 finished Outlook",
        "70 started It will rain.",
        "70 at 4:0",
        "100 at 4:3",
        "150 at 4:8",
        "200 finished It will rain.",
        "200 started Then it stops.",
        "200 at 4:14",
        "250 at 4:19",
        "280 at 4:22",
        "340 finished Then it stops.",
    ]


def test_the_pauses_of_the_style_and_of_the_script_are_silence_between_the_words() -> None:
    style = Style(pause_before_ms=100, pause_after_ms=300, sentence_pause_ms=50)
    paused = Utterance((Mark(Position(0)), "One ", Pause(40), "two"))
    with Listening(script=lambda start: iter([paused, *narrate(STORY, Position(4))]), style=style) as listening:
        listening.player.play()
        listening.output.run()
    assert [line for line in listening.log if "at " not in line] == [
        "0 started One two",
        "110 finished One two",
        "410 started It will rain.",
        "540 finished It will rain.",
        "590 started Then it stops.",
        "730 finished Then it stops.",
    ]


def test_nothing_is_reported_before_it_is_heard_and_nothing_while_paused() -> None:
    with Listening() as listening:
        listening.player.play()
        listening.output.advance(65)
        before = list(listening.log)
        listening.player.pause()
        listening.output.advance(5_000)
        assert listening.log == before == ["0 started Storm hits coast", "0 at 0:0", "60 at 0:6"]
        assert listening.player.position == Position(0, 6)


def test_a_pause_fades_within_ten_milliseconds_and_loses_no_sample() -> None:
    with Listening() as listening:
        listening.player.play()
        listening.output.advance(100)
        listening.player.pause()
        listening.output.advance(200)
        listening.player.resume()
        listening.output.advance(100)
        samples = array("h", bytes(listening.output.pcm))
    fading, silence, rising = samples[800:880], samples[880:2400], samples[2400:2480]
    assert list(fading) == sorted(fading, reverse=True)
    assert fading[0] == LOUDNESS
    assert set(silence) == {0}
    assert list(rising) == sorted(rising)
    assert rising[-1] == LOUDNESS
    # What was faded out is heard again: with the pause the headline ends 200 ms later, to the sample.
    assert "160 finished Storm hits coast" not in listening.log
    assert "360 finished Storm hits coast" in listening.log


def test_a_jump_is_heard_at_once_and_nothing_of_what_was_ahead() -> None:
    with Listening() as listening:
        listening.player.play()
        listening.output.advance(50)
        for block in (1, 3, 4):
            listening.player.seek(Position(block))
        assert listening.player.position == Position(4)
        listening.output.advance(50)
    # The fade comes first.
    assert listening.log == [
        "0 started Storm hits coast",
        "0 at 0:0",
        "57 started It will rain.",
        "57 at 4:0",
        "87 at 4:3",
    ]


def test_a_jump_while_paused_says_one_sentence_and_waits() -> None:
    with Listening() as listening:
        listening.player.play()
        listening.output.advance(50)
        listening.player.pause()
        listening.player.seek(Position(1))
        listening.output.advance(1_000)
        assert listening.heard()[2:] == [
            "started Roofs flew off.",
            "at 1:0",
            "at 1:6",
            "at 1:11",
            "finished Roofs flew off.",
        ]
        assert listening.player.paused
        listening.player.resume()
        listening.output.run()
    assert listening.words()[1:] == [word for word in WORDS if word >= (1, 0)]


def test_what_is_left_out_is_heard_where_one_jumps_to_it_and_reading_goes_on_behind_it() -> None:
    with Listening() as listening:
        listening.player.play(Position(2))
        listening.output.run()
    assert [line for line in listening.heard() if line.startswith("started")][:2] == [
        "started Caption: A roof in a tree.",
        "started Outlook",
    ]


def test_what_is_said_in_between_interrupts_and_the_interrupted_word_is_said_again() -> None:
    with Listening() as listening:
        listening.player.play(Position(3))
        listening.output.advance(120)
        listening.player.say("no next heading")
        listening.output.run()
    assert listening.heard()[3:] == [
        "started It will rain.", "at 4:0", "at 4:3",
        "started no next heading", "finished no next heading",
        "at 4:3", "at 4:8", "finished It will rain.",
        "started Then it stops.", "at 4:14", "at 4:19", "at 4:22", "finished Then it stops.",
    ]  # fmt: skip


def test_a_second_announcement_drops_the_first_and_all_its_lines() -> None:
    with Listening() as listening:
        listening.player.play(Position(4, 14))
        listening.player.say("one", "two", "three")
        listening.output.advance(40)
        listening.player.say("four")
        listening.output.run()
    assert [line for line in listening.heard() if line.startswith("started")] == [
        "started one", "started two", "started four", "started Then it stops.",
    ]  # fmt: skip


def test_an_announcement_is_heard_while_paused_and_the_pause_stays() -> None:
    with Listening() as listening:
        listening.player.play()
        listening.output.advance(130)
        listening.player.pause()
        listening.player.say("no next list")
        listening.output.advance(5_000)
        assert listening.player.paused
        assert listening.heard()[-2:] == ["started no next list", "finished no next list"]
        assert listening.player.position == Position(0, 11)
        listening.player.resume()
        listening.output.run()
    assert listening.words() == [*WORDS[:3], *WORDS[2:]]


@given(st.lists(st.tuples(st.integers(0, 200), st.integers(80, 800)), max_size=6))
@settings(max_examples=60, deadline=None)
def test_changing_the_rate_loses_no_word_and_repeats_none(changes: list[tuple[int, int]]) -> None:
    with Listening() as listening:
        listening.player.play()
        for ms, rate in changes:
            listening.output.advance(ms)
            listening.player.set_rate(rate)
        listening.output.run()
    assert listening.words() == WORDS


def test_a_new_rate_is_heard_from_the_next_word_on() -> None:
    with Listening() as listening:
        listening.player.play(Position(4))
        listening.output.advance(10)
        listening.player.set_rate(360)
        listening.output.run()
    assert listening.log[:5] == [
        "0 started It will rain.",
        "0 at 4:0",
        "30 at 4:3",
        "55 at 4:8",
        "80 finished It will rain.",
    ]


_MEDDLING = st.lists(
    st.tuples(st.integers(0, 150), st.sampled_from(["pause", "resume", "say", "faster", "slower", "styles"])),
    max_size=12,
)


@given(_MEDDLING)
@settings(max_examples=80, deadline=None)
def test_whatever_a_listener_does_short_of_jumping_every_word_is_heard_in_order(
    meddling: list[tuple[int, str]],
) -> None:
    with Listening() as listening:
        player = listening.player
        player.play()
        for ms, what in meddling:
            listening.output.advance(ms)
            match what:
                case "pause":
                    player.pause()
                case "resume":
                    player.resume()
                case "say":
                    player.say("one", "two")
                case "faster":
                    player.set_rate(400)
                case "slower":
                    player.set_rate(90)
                case _:
                    player.set_styles(lambda name, language: Style(rate_wpm=300))
        player.resume()
        listening.output.run()
    words = listening.words()
    assert [word for word, _ in itertools.groupby(words)] == WORDS


def test_sound_is_made_only_a_little_ahead_however_long_the_story_is() -> None:
    made = itertools.count()

    def endless(start: Position) -> Iterator[Utterance]:
        while True:
            yield Utterance((Mark(Position(next(made))), "A sentence of thirty letters."))

    with Listening(script=endless) as listening:
        listening.player.play()
        listening.output.advance(10)
        time.sleep(0.2)
        # Each takes 290 ms, and 2.5 s lie ready.
        assert next(made) <= 11
        assert listening.log[0] == "0 started A sentence of thirty letters."


def test_an_engine_that_fails_is_named_and_the_next_goes_on_with_the_word() -> None:
    broken, spare = Humming("first", fails_at="will"), Humming("second")
    with Listening(broken, fallbacks=(lambda: spare,)) as listening:
        listening.player.play(Position(4))
        listening.output.run()
        listening.player.wait(1)
    assert [line for line in listening.heard() if line.startswith("started")] == [
        "started It will rain.", "started The engine first stopped working. Another one reads on.",
        "started Then it stops.",
    ]  # fmt: skip
    assert [word for word, _ in itertools.groupby(listening.words())] == WORDS[-6:]
    assert spare.asked[1] == "It will rain."
    assert listening.notices == ["the engine broke (The engine first stopped working. Another one reads on.)"]
    assert broken.closed
    assert spare.closed


def test_an_engine_that_fails_with_none_to_follow_ends_the_reading_with_its_error() -> None:
    with Listening(Humming(fails_at="rain")) as listening:
        listening.player.play()
        listening.output.run()
        with pytest.raises(EngineError, match="the engine broke"):
            listening.player.wait(1)


def test_an_engine_that_hangs_is_replaced_at_the_same_word() -> None:
    stuck = threading.Event()

    def hang(word: str) -> None:
        if word.startswith("fell"):
            stuck.wait()

    hanging = Humming("first", hangs=hang)
    with Listening(hanging, fallbacks=(Humming,), patience_s=0.2) as listening:
        listening.player.play()
        listening.output.run()
        stuck.set()
    assert [word for word, _ in itertools.groupby(listening.words())] == WORDS
    assert "started The engine first stopped working. Another one reads on." in listening.heard()


def test_a_fallback_that_cannot_start_is_passed_over() -> None:
    def missing() -> Humming:
        raise EngineError("not installed")

    with Listening(Humming(fails_at="Then"), fallbacks=(missing, Humming)) as listening:
        listening.player.play()
        listening.output.run()
        listening.player.wait(1)
    assert [word for word, _ in itertools.groupby(listening.words())] == WORDS


def test_what_the_script_raises_ends_the_reading_and_is_raised() -> None:
    def script(start: Position) -> Iterator[Utterance]:
        yield from itertools.islice(narrate(STORY, start), 1)
        raise ZeroDivisionError

    with Listening(script=script) as listening:
        listening.player.play()
        listening.output.run()
        with pytest.raises(ZeroDivisionError):
            listening.player.wait(1)


def test_after_the_end_one_can_jump_back() -> None:
    with Listening() as listening:
        listening.player.play(Position(4))
        listening.output.run()
        assert listening.player.ended
        listening.player.seek(Position(3))
        assert not listening.player.ended
        listening.output.run()
    assert listening.words() == [*WORDS[-6:], *WORDS[-7:]]


def test_an_output_that_cannot_be_opened_says_so_and_the_engine_is_closed() -> None:
    class Absent(Nothing):
        def open(self, sample_rate: int, feed: Feed) -> None:
            raise EngineError("no output")

    engine = Humming()
    player = Player(lambda start: iter(()), engine=engine, style_for=lambda *_: Style(), output=Absent())
    with pytest.raises(EngineError, match="no output"):
        player.play()
    assert engine.closed


def test_a_jump_with_a_line_says_the_line_first_and_while_paused_nothing_else() -> None:
    with Listening() as listening:
        listening.player.play()
        listening.output.advance(50)
        listening.player.seek(Position(3), "Row 2 of 3")
        listening.output.advance(200)
        assert listening.heard()[2:6] == ["started Row 2 of 3", "finished Row 2 of 3", "started Outlook", "at 3:0"]
        listening.player.pause()
        listening.player.seek(Position(4, 3), "will", alone=True)
        listening.output.advance(1_000)
        assert listening.heard()[-2:] == ["started will", "finished will"]
        assert listening.player.position == Position(4, 3)
        assert listening.player.paused
        before = listening.words()
        listening.player.resume()
        listening.output.run()
    assert listening.words() == [*before, *WORDS[-5:]]


def test_the_volume_changes_with_the_next_word() -> None:
    with Listening() as listening:
        listening.player.play(Position(4))
        for percent in (50, 20, 400, 0):
            listening.output.advance(10)
            listening.player.set_volume(percent)
            assert listening.player.volume == min(percent, 200)
        listening.player.set_volume(150)
        listening.output.run()
        samples = array("h", bytes(listening.output.pcm))
    # "It " lasts 30 ms; the last change before the next word counts.
    assert [samples[8 * ms] for ms in (5, 25, 35, 260)] == [LOUDNESS, LOUDNESS, LOUDNESS * 2, LOUDNESS * 3 // 2]
    assert listening.words() == WORDS[-6:]


def test_the_pace_is_learnt_from_what_was_said_announcements_included_but_not_what_the_listener_asked_for() -> None:
    script = [Utterance((Mark(Position(n)), "A sentence of thirty letters ."), "", "paragraph") for n in range(400)]
    with Listening(script=lambda start: iter(script), style=Style(sentence_pause_ms=50)) as listening:
        listening.player.play()
        assert listening.player.characters_a_second == 12.75
        listening.player.say("What was asked for." * 100)
        listening.output.run()
        # 30 characters take 300 ms; what it began with still counts for 8 words.
        assert 98 < listening.player.characters_a_second < 99
        listening.player.set_rate(360)
        assert 196 < listening.player.characters_a_second < 198
