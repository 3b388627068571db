"""Rate, voice and volume changed in mid-sentence with the real engine: every word is heard, once, as it should be."""

from __future__ import annotations

import itertools
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reader_espeak
from reader.script.narrate import narrate
from reader.speech.engine import Engine, Sound, Speaker, Style, Word
from reader.speech.events import Event, Reached
from reader.speech.outputs.nothing import Nothing
from reader.speech.player import Player
from reader.story import START, Block, Position, Role, Story
from reader.voices import load

TEXT = (
    "The wind reached a hundred miles an hour before dawn, and roofs were torn off along the whole coast. "
    "Nobody was badly hurt. The mayor, who lives by the harbour, said that schools stay closed until Monday. "
    "More rain is expected tomorrow."
)
STORY = Story("", (Block(Role.PARAGRAPH, TEXT), Block(Role.QUOTE, TEXT), Block(Role.PARAGRAPH, TEXT)), language="en")
VOICES = ("plain", "newscast", "brisk", "gentle")

Change = tuple[int, str]
"""After so many milliseconds: a rate, a voice, or a volume in percent."""


def words_in(story: Story) -> list[Position]:
    """Where each word of the story begins."""
    found: list[Position] = []
    for number, block in enumerate(story.blocks):
        starts = (at for at, char in enumerate(block.text) if char != " " and (at == 0 or block.text[at - 1] == " "))
        found += (Position(number, at) for at in starts)
    return found


def played(changes: list[Change], start: Position = START, rate: int = 0) -> tuple[list[Position], array[int]]:
    """The words that were heard while these changes were made one after another, and the sound."""
    words: list[Position] = []

    def note(event: Event) -> None:
        if isinstance(event, Reached):
            words.append(event.at)

    output = Nothing(keep=True)
    plain = load("plain")
    player = Player(
        lambda position: narrate(STORY, position),
        engine=reader_espeak.engines()["espeak"](),
        style_for=plain.style_for,
        output=output,
        on_event=note,
    )
    with player:
        if rate:
            player.set_rate(rate)
        player.play(start)
        for ms, what in changes:
            output.advance(ms)
            if what in VOICES:
                player.set_styles(load(what).style_for)
            elif what.endswith("%"):
                player.set_volume(int(what[:-1]))
            else:
                player.set_rate(int(what))
        output.run()
    return words, array("h", bytes(output.pcm))


CHANGES = st.lists(
    st.tuples(
        st.integers(0, 1_500), st.sampled_from([*VOICES, "80", "120", "195", "240", "449", "450", "800", "50%", "150%"])
    ),
    max_size=12,
)


@given(CHANGES)
@settings(max_examples=25, deadline=None)
def test_whatever_is_changed_in_mid_sentence_every_word_is_heard_once_and_in_order(changes: list[Change]) -> None:
    words, _ = played(changes)
    assert words == words_in(STORY)


@dataclass
class Recording:
    """The engine, and each text that it was given with the sound that it made of it and where its words begin."""

    engine: Engine
    made: list[tuple[str, bytearray, dict[int, int]]] = field(default_factory=list)
    name = "espeak"

    def __post_init__(self) -> None:
        self.sample_rate = self.engine.sample_rate

    def speakers(self) -> tuple[Speaker, ...]:
        return ()

    def synthesize(self, text: str, language: str, style: Style) -> Iterator[Sound | Word]:
        pcm, words = bytearray(), dict[int, int]()
        self.made.append((text, pcm, words))
        for item in self.engine.synthesize(text, language, style):
            match item:
                case Word(sample, char):
                    words[char] = sample
                case Sound(more):
                    pcm += more
            yield item

    def close(self) -> None:
        self.engine.close()


@pytest.mark.parametrize("after", [Style(120), Style(300), Style(800), Style(195, speaker="+f3", pitch=120)])
@pytest.mark.parametrize("ms", [0, 150, 905, 2_345, 5_100, 9_999])
def test_what_sounds_is_the_old_way_up_to_a_word_and_the_new_way_from_that_word_on(ms: int, after: Style) -> None:
    recording, output = Recording(reader_espeak.engines()["espeak"]()), Nothing(keep=True)
    # No sentence comes twice in it.
    story = Story("", STORY.blocks[:1], language="en")
    with Player(
        lambda position: narrate(story, position),
        engine=recording,
        style_for=lambda style, language: Style(195),
        output=output,
    ) as player:
        player.play()
        output.advance(ms)
        before = len(recording.made)
        player.set_styles(lambda style, language: after)
        output.run()
    made = recording.made
    # The first text since then is the rest of one that had been made before, from a word on.
    new = next(n for n in range(max(0, before - 1), len(made)) if is_rest(made[n][0], made[:n]))
    text = made[new][0]
    old = next(n for n in range(new - 1, -1, -1) if made[n][0].endswith(text))
    whole, pcm, words = made[old]
    cut = 2 * words[len(whole) - len(text)]
    expected = b"".join(sound for _, sound, _ in made[:old]) + pcm[:cut] + b"".join(s for _, s, _ in made[new:])
    assert bytes(output.pcm).rstrip(b"\0") == expected.rstrip(b"\0")
    assert 0 <= cut // 2 + sum(len(s) // 2 for _, s, _ in made[:old]) - ms * 22_050 // 1000 < 22_050


def is_rest(text: str, made: list[tuple[str, bytearray, dict[int, int]]]) -> bool:
    return any(earlier.endswith(text) for earlier, _, _ in made)


def test_a_story_at_eight_hundred_words_a_minute_is_four_times_as_fast_as_at_two_hundred() -> None:
    seconds = {rate: len(played([], rate=rate)[1]) / 22_050 for rate in (200, 300, 400, 600, 800)}
    for slow, fast in itertools.pairwise(seconds):
        assert seconds[slow] / seconds[fast] == pytest.approx(fast / slow, rel=0.08)
