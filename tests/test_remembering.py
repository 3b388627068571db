"""The place in a story is there again tomorrow."""

from pathlib import Path

from reader.cli.remembering import Remembering
from reader.script.narrate import narrate
from reader.speech.events import Started
from reader.speech.places import Places
from reader.story import START, Block, Position, Role, Story

STORY = Story(
    "The quay",
    (Block(Role.HEADLINE, "The quay"), Block(Role.PARAGRAPH, "It rained on Monday. It stopped on Tuesday.")),
    location="https://example.org/quay",
)


def test_reading_goes_on_with_the_sentence_that_was_heard_last(tmp_path: Path) -> None:
    remembering = Remembering(STORY, Places(tmp_path))
    assert remembering.place() == START
    for utterance in narrate(STORY):
        remembering.heard(Started(utterance))
    assert Remembering(STORY, Places(tmp_path)).place() == Position(1, 21)


def test_a_story_heard_to_its_end_begins_anew(tmp_path: Path) -> None:
    remembering = Remembering(STORY, Places(tmp_path))
    for utterance in narrate(STORY):
        remembering.heard(Started(utterance))
    remembering.finished()
    assert Remembering(STORY, Places(tmp_path)).place() == START
    assert Places(tmp_path).recent() == []


def test_no_place_is_kept_of_standard_input(tmp_path: Path) -> None:
    piped = Story("", STORY.blocks, location="-")
    for utterance in narrate(piped):
        Remembering(piped, Places(tmp_path)).heard(Started(utterance))
    assert list(tmp_path.iterdir()) == []
