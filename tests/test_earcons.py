"""Earcons: short, soft, each like no other, and heard once where a block of their role begins."""

from array import array

import pytest
from humming import LOUDNESS, STORY, Humming

from reader.script.narrate import narrate
from reader.speech.earcons import EARCONS, GAP_MS, earcon
from reader.speech.engine import Style
from reader.speech.outputs.nothing import Nothing
from reader.speech.player import Player


@pytest.mark.parametrize("word", EARCONS)
def test_an_earcon_takes_an_eighth_of_a_second_at_most_and_does_not_click(word: str) -> None:
    samples = array("h", earcon(word, 22_050))
    tone = samples[: -GAP_MS * 22_050 // 1000]
    assert 40 <= len(tone) / 22.05 <= 125
    assert 4_000 < max(tone) <= 5_000
    assert abs(tone[0]) + abs(tone[-1]) < 500
    assert not any(samples[len(tone) :])


def test_no_two_sound_alike() -> None:
    assert len({earcon(word, 8_000) for word in EARCONS}) == len(EARCONS)
    assert earcon("", 8_000) == earcon("gong", 8_000) == b""


def test_it_is_heard_before_each_block_of_its_role_and_before_no_second_sentence() -> None:
    def style_for(name: str, language: str) -> Style:
        return Style(earcon="section" if name in ("heading", "paragraph") else "")

    output = Nothing(keep=True)
    player = Player(lambda at: narrate(STORY, at), engine=Humming(), style_for=style_for, output=output)
    with player:
        player.play()
        output.run()
    heard, sound = bytes(output.pcm), earcon("section", 8_000)
    words = LOUDNESS.to_bytes(2, "little") * 80
    assert heard.count(sound) == heard.count(sound + words) == 3


def test_an_interrupted_block_is_not_opened_again() -> None:
    output = Nothing(keep=True)
    player = Player(
        lambda at: narrate(STORY, at), engine=Humming(), style_for=lambda *_: Style(earcon="item"), output=output
    )
    with player:
        player.play()
        output.advance(150)
        before = bytes(output.pcm).count(earcon("item", 8_000))
        player.set_rate(200)
        output.advance(40)
        assert (before, bytes(output.pcm).count(earcon("item", 8_000))) == (1, 1)
