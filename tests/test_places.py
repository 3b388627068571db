"""Places: what is remembered of a story is found again, whatever was edited around it."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import SayallError
from reader.speech.places import Place, Places
from reader.story import Block, Position, Role, Story

TEXTS = (
    "Storm hits the coast",
    "Roofs were torn off along the whole coast before dawn, and the trains stood still until the early afternoon.",
    "Nobody was badly hurt, the mayor said on Monday. Schools stay closed until the wind has calmed down.",
    "Ten roofs",
    "More rain is expected on Tuesday, and the river may rise by half a metre by the end of the week.",
)
STORY = Story("Storm hits the coast", tuple(Block(Role.PARAGRAPH, text) for text in TEXTS))
CALMED = Position(2, TEXTS[2].index("calmed"))


def story(*texts: str) -> Story:
    return replace(STORY, blocks=tuple(Block(Role.PARAGRAPH, text) for text in texts))


def found(changed: Story, position: Position = CALMED) -> Position | None:
    return Place.at("page.html", STORY, position).within(changed)


@given(st.integers(0, len(TEXTS) - 1), st.floats(0, 1))
def test_every_place_is_found_where_it_was(number: int, share: float) -> None:
    position = Position(number, int(share * len(TEXTS[number])))
    assert found(STORY, position) == position


def test_a_place_moves_with_its_paragraph() -> None:
    new = story("Updated at noon", TEXTS[0], "A new paragraph comes first.", *TEXTS[1:])
    assert found(new) == Position(4, CALMED.offset)


def test_a_place_moves_within_its_paragraph() -> None:
    new = story(TEXTS[0], TEXTS[1], "There was luck. " + TEXTS[2], TEXTS[4])
    assert found(new) == Position(2, CALMED.offset + len("There was luck. "))


def test_of_equal_paragraphs_the_nearest_is_the_place() -> None:
    same = story(*(TEXTS[4] for _ in range(9)))
    assert Place.at("page.html", same, Position(6, 30)).within(same) == Position(6, 30)


def test_where_the_words_at_the_place_were_changed_the_text_before_them_leads_there() -> None:
    new = story(*TEXTS[:2], TEXTS[2].replace("calmed down", "gone"), *TEXTS[3:])
    assert found(new) == CALMED


def test_where_the_paragraph_was_rewritten_it_begins_again() -> None:
    new = story(TEXTS[0], TEXTS[2].replace("Schools", "All schools").replace("has calmed", "calms"), TEXTS[4])
    assert found(new) in (Position(1), Position(1, new.blocks[1].text.index("calms")))


def test_a_place_whose_text_is_gone_is_not_found() -> None:
    assert found(story(TEXTS[0], TEXTS[4], "Ten roofs")) is None
    assert found(story()) is None


def test_each_story_has_its_place_and_the_last_one_heard_comes_first(tmp_path: Path) -> None:
    places = Places(tmp_path)
    places.save("a.html", STORY, Position(1, 6))
    places.save("b.html", STORY, CALMED)
    places.save("a.html", STORY, Position(4))
    again = Places(tmp_path)
    assert again.find("a.html", STORY) == Position(4)
    assert again.find("b.html", STORY) == CALMED
    assert again.find("c.html", STORY) is None
    assert {place.location for place in again.recent()} == {"a.html", "b.html"}
    places.forget("a.html")
    assert again.find("a.html", STORY) is None
    assert [path.suffix for path in tmp_path.iterdir()] == [".json"]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"location": 1}', "\0"])
def test_a_broken_file_is_as_good_as_none(tmp_path: Path, text: str) -> None:
    places = Places(tmp_path)
    places.save("a.html", STORY, CALMED)
    next(tmp_path.iterdir()).write_text(text, "utf-8")
    assert places.find("a.html", STORY) is None
    assert places.recent() == []


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SayallError, match="your place cannot be remembered there"):
        Places(tmp_path / "file").save("a.html", STORY, CALMED)
