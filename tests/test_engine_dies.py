"""An engine that is killed or hangs in the middle of a story: another one goes on at the same sentence."""

import itertools
import os
import signal
import sys
from collections.abc import Callable
from functools import partial

import pytest
from hasty import Hasty

import reader_espeak
from reader.script.narrate import narrate
from reader.speech.engine import Style
from reader.speech.events import Event, Finished, Reached, Started
from reader.speech.player import Player
from reader.story import Block, Position, Role, Story
from reader_pyttsx3 import Pyttsx3

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills with a signal")

STORY = Story(
    "The quay",
    tuple(Block(Role.PARAGRAPH, f"Ship {n} came in at dawn. Nobody on the quay had slept.") for n in range(1, 7)),
    language="en",
)
SENTENCES = [utterance.start for utterance in narrate(STORY)]


def heard_when(happens: Callable[[int], None]) -> tuple[list[Position], list[Position], list[str]]:
    """The sentences that were begun, the words that were heard, and the notices, when that befalls pyttsx3's child.

    It happens to its process while the third paragraph is heard.
    """
    engine = Pyttsx3(patience_s=1.0)
    begun: list[Position] = []
    words: list[Position] = []
    notices: list[str] = []

    def note(event: Event) -> None:
        match event:
            case Started(utterance) if utterance.style != "announcement":
                begun.append(utterance.start)
                if utterance.start == Position(2) and engine._child:
                    happens(engine._child.pid)
            case Reached(at):
                words.append(at)
            case Started() | Finished():
                pass

    player = Player(
        partial(narrate, STORY),
        engine=engine,
        style_for=lambda *_: Style(rate_wpm=300),
        output=Hasty(0.005),
        on_event=note,
        on_notice=notices.append,
        fallbacks=(reader_espeak.engines()["espeak"],),
    )
    with player:
        player.play()
        player.wait(60)
        assert player.ended
    return begun, words, notices


@pytest.mark.parametrize(
    ("number", "trouble"),
    [(signal.SIGKILL, "pyttsx3 ended with status -9"), (signal.SIGSTOP, "pyttsx3 did not answer")],
)
def test_when_the_engine_is_killed_or_hangs_another_goes_on_at_the_same_sentence(
    number: signal.Signals, trouble: str
) -> None:
    begun, words, notices = heard_when(lambda pid: os.kill(pid, number))
    assert begun == SENTENCES
    # The word that was being made may be said again by the other engine.
    assert [place for place, _ in itertools.groupby(words)] == sorted(set(words))
    assert {(at.block, at.offset) for at in words} >= {(at.block, at.offset) for at in SENTENCES}
    (notice,) = notices
    assert notice.startswith(trouble)
    assert notice.endswith("(The engine pyttsx3 stopped working. Another one reads on.)")
