"""Bookmarks: kept one by one, found again when the page was edited, and listed over all stories."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reader.cli.app import app
from reader.errors import SayallError
from reader.folders import name_of
from reader.speech.bookmarks import Bookmarks
from reader.speech.walk import Marks
from reader.story import Block, Position, Role, Story

PARAGRAPHS = (
    "Roofs were torn off along the whole coast before dawn, and the trains stood still until the early afternoon.",
    "Nobody was badly hurt, the mayor said on Monday. Schools stay closed until the wind has calmed down.",
    "More rain is expected on Tuesday, and the river may rise by half a metre by the end of the week.",
)
STORY = Story(
    "Storm", tuple(Block(Role.PARAGRAPH, text) for text in PARAGRAPHS), language="en", location="https://example.org/storm"
)  # fmt: skip
SCHOOLS = Position(1, PARAGRAPHS[1].index("Schools"))


def lines(story: Story, folder: Path) -> list[str]:
    return [mark.line() for mark in Marks(story, Bookmarks(folder)).all()]


def test_a_bookmark_stands_at_the_start_of_its_sentence_and_they_are_numbered_in_order(tmp_path: Path) -> None:
    marks = Marks(STORY, Bookmarks(tmp_path))
    assert marks.set(Position(2, 40)).number == 1
    first = marks.set(Position(1, SCHOOLS.offset + 9))
    assert (first.number, first.at, first.bookmark.text) == (1, SCHOOLS, PARAGRAPHS[1][SCHOOLS.offset :])
    marks.annotate(first, "ask the head teacher")
    assert lines(STORY, tmp_path) == [
        "1. ask the head teacher. Schools stay closed until the wind has calmed down",
        "2. More rain is expected on Tuesday, and the river may rise by …",
    ]
    marks.delete(first)
    assert [mark.at for mark in marks.all()] == [Position(2)]


def test_a_bookmark_is_found_again_when_the_page_was_edited_and_is_named_when_its_text_is_gone(tmp_path: Path) -> None:
    marks = Marks(STORY, Bookmarks(tmp_path))
    marks.set(SCHOOLS)
    marks.set(Position(2))
    edited = replace(STORY, blocks=(Block(Role.PARAGRAPH, "An update comes first."), *STORY.blocks[:2]))
    found = Marks(edited, Bookmarks(tmp_path)).all()
    assert [mark.at for mark in found] == [Position(2, SCHOOLS.offset), None]
    assert found[1].line().startswith("2. no longer in the story. More rain")


def test_a_file_that_is_broken_or_half_written_is_as_good_as_none(tmp_path: Path) -> None:
    bookmarks = Bookmarks(tmp_path)
    kept = bookmarks.set(STORY.location, STORY, SCHOOLS, "Schools stay closed.")
    for number, text in enumerate(("", "{", "[]", '{"place": 1}', '{"place": {"block": 1}, "note": 2}', "\0")):
        kept.path.with_name(f"{number}.json").write_text(text)
    kept.path.with_name("half.123.part").write_text("{")
    assert bookmarks.of(STORY.location) == [kept]
    assert bookmarks.stories() == [[kept]]


def test_two_programs_set_bookmarks_at_once_and_none_is_lost(tmp_path: Path) -> None:
    one, other = Marks(STORY, Bookmarks(tmp_path)), Marks(STORY, Bookmarks(tmp_path))
    for number in range(3):
        (one if number % 2 else other).set(Position(number))
    assert len(one.all()) == len(other.all()) == 3


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SayallError, match="a bookmark cannot be kept there"):
        Bookmarks(tmp_path / "file").set(STORY.location, STORY, SCHOOLS, "")


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bookmarks:
    """The bookmarks of two stories, where the commands look for them."""
    monkeypatch.setattr("reader.speech.bookmarks.data_folder", lambda name: tmp_path / name)
    bookmarks = Bookmarks()
    bookmarks.set(STORY.location, STORY, SCHOOLS, "Schools stay closed.", "call home")
    bookmarks.set(STORY.location, STORY, Position(2), "More rain is expected.")
    other = replace(STORY, headline="", location="/home/me/quay.html")
    path = bookmarks.set(other.location, other, Position(0), "Roofs were torn off.").path
    older = {**json.loads(path.read_text()), "set_at": "2001-01-01T00:00:00+00:00"}
    path.write_text(json.dumps(older))
    return bookmarks


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["bookmarks", *arguments])


def test_the_command_lists_the_bookmarks_of_every_story_with_note_and_sentence(kept: Bookmarks) -> None:
    storm = (
        "Storm, https://example.org/storm\n1. call home: Schools stay closed.\n2. More rain is expected.\n"
    )  # fmt: skip
    quay = "Untitled, /home/me/quay.html\n1. Roofs were torn off.\n"
    assert run().output == storm + quay
    assert run("storm").output == run(STORY.location).output == storm
    assert run("nothing").output == "There are no bookmarks; while a story is read, m sets one.\n"


def test_as_json_it_gives_the_same(kept: Bookmarks) -> None:
    stories = json.loads(run("--json").output)
    assert [(story["headline"], story["location"]) for story in stories] == [
        ("Storm", STORY.location), ("", "/home/me/quay.html"),
    ]  # fmt: skip
    assert [{**mark, "set_at": ""} for mark in stories[0]["bookmarks"]] == [
        {"number": 1, "note": "call home", "text": "Schools stay closed.", "set_at": "", "block": 1, "offset": 49},
        {"number": 2, "note": "", "text": "More rain is expected.", "set_at": "", "block": 2, "offset": 0},
    ]


def test_one_is_deleted_by_its_page_and_number(kept: Bookmarks) -> None:
    assert run("storm", "--delete", "1").output == "Bookmark 1 deleted.\n"
    assert run("storm").output == "Storm, https://example.org/storm\n1. More rain is expected.\n"
    assert "has 1 bookmark;" in str(run("storm", "--delete", "2").exception)
    assert "2 stories with bookmarks" in str(run("--delete", "1").exception)
    run("quay", "--delete", "1")
    assert [len(story) for story in kept.stories()] == [1]
    assert not (kept._folder / name_of("/home/me/quay.html")).exists()


def test_a_bookmark_that_is_not_there_is_named_before_anything_is_read(kept: Bookmarks, tmp_path: Path) -> None:
    page = tmp_path / "quay.html"
    page.write_text("<h1>The quay</h1><p>Roofs were torn off along the whole coast before dawn.</p>")
    asked = CliRunner().invoke(app, [str(page), "--bookmark", "7"])
    assert str(asked.exception) == f"--bookmark 7: {page} has 0 bookmarks; sayall bookmarks lists them"
    both = CliRunner().invoke(app, [str(page), "--bookmark", "1", "--resume"])
    assert str(both.exception) == "--resume and --bookmark both say where to begin; give one"
