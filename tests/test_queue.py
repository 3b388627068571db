"""The queue: what waits is read one after the other, and only what was heard to its end leaves it."""

import json
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from hasty import Hasty

from reader.cli.app import app
from reader.errors import SayallError
from reader.speech.places import Places
from reader.speech.queue import Queue, Waiting

Sayall = Callable[..., list[str]]


@pytest.fixture(name="sayall")
def _sayall(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Sayall:
    """The command line, with a folder of its own for all it keeps, and a listener who is very quick."""
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    monkeypatch.setattr("reader.cli.playing.sound_device", Hasty)
    for name in ("ant", "bee", "cat"):
        page = f"<h1>Page {name}</h1><p>The first of page {name}. The second of page {name}.</p>"
        (tmp_path / f"{name}.html").write_text(page)
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> list[str]:
        app(list(arguments), standalone_mode=False)
        return capsys.readouterr().out.splitlines()

    return run


def test_what_is_added_is_listed_in_order_and_only_once(sayall: Sayall, tmp_path: Path) -> None:
    assert sayall("queue", "add", "ant.html", "https://example.org/b") == [
        f"1. {tmp_path}/ant.html", "2. https://example.org/b",
    ]  # fmt: skip
    assert sayall("queue", "add", "ant.html") == [f"{tmp_path}/ant.html waits already, as number 1."]
    assert sayall("queue", "list") == [f"1. {tmp_path}/ant.html", "2. https://example.org/b"]
    assert json.loads("\n".join(sayall("queue", "list", "--json")))[1] == {
        "number": 2, "location": "https://example.org/b", "headline": "", "begun": False, "story": 1,
    }  # fmt: skip


def test_what_waits_is_taken_out_by_number_or_by_name(sayall: Sayall) -> None:
    sayall("queue", "add", "ant.html", "bee.html", "cat.html")
    sayall("queue", "remove", "2", "ant.html")
    assert [Path(waiting.location).name for waiting in Queue().all()] == ["cat.html"]
    assert sayall("queue", "clear") == ["1 page taken out of the queue."]
    assert sayall("queue", "list") == ["Nothing waits; sayall queue add PAGE puts a page into the queue."]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["queue"], r"^nothing waits in the queue; sayall queue add PAGE"),
        (["queue", "next"], r"^nothing waits in the queue"),
        (["queue", "add", "gone.html"], r"^gone\.html: there is no such file"),
        (["queue", "add", "-"], r"^-: standard input cannot wait"),
        (["queue", "remove", "7"], r"^7: does not wait in the queue, which holds 0"),
        (["--resume"], r"^--resume: no story is waiting"),
        (["read"], r"^give a PAGE"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(sayall: Sayall, arguments: list[str], message: str) -> None:
    with pytest.raises(SayallError, match=message):
        sayall(*arguments)


def test_the_queue_is_read_in_order_and_what_was_heard_leaves_it(
    sayall: Sayall, capsys: pytest.CaptureFixture[str]
) -> None:
    sayall("queue", "add", "bee.html", "ant.html")
    heard = sayall("queue", "--engine", "silent")
    assert heard == []
    assert Queue().all() == []
    assert Places().recent() == []


def test_a_page_that_cannot_be_read_is_told_and_stays_and_the_next_is_read(
    sayall: Sayall, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sayall("queue", "add", "ant.html", "bee.html", "cat.html")
    (tmp_path / "bee.html").unlink()
    with pytest.raises(SayallError, match=r"^1 of 3 pages could not be read and stay in the queue$"):
        sayall("queue", "--engine", "silent")
    assert [Path(waiting.location).name for waiting in Queue().all()] == ["bee.html"]


def test_several_pages_are_read_one_after_another(sayall: Sayall) -> None:
    spoken = [line for line in sayall("bee.html", "ant.html", "--engine", "silent", "--show") if "first" in line]
    assert spoken == ["The first of page bee.", "The first of page ant."]


def test_of_several_pages_one_that_cannot_be_opened_is_told_and_the_others_are_read(
    sayall: Sayall, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SayallError, match=r"^1 of 2 pages could not be read: gone\.html: there is no such file"):
        sayall("gone.html", "ant.html", "--engine", "silent", "--show")
    spoken = capsys.readouterr().out.splitlines()
    assert spoken[0] == "gone dot html"
    assert "there is no such file" in spoken[1]
    assert "The first of page ant." in spoken


def test_resume_without_a_page_goes_on_with_the_story_that_was_heard_last(
    sayall: Sayall, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from reader.cli.options import Choices
    from reader.cli.pipeline import prepare
    from reader.story import Position

    for name in ("bee.html", "ant.html"):
        story = prepare(Choices(name)).story
        Places().save(story.location, story, Position(1, story.blocks[1].text.index("The second")))
    assert sayall("recent", "1") == [f"1. Page ant, {tmp_path}/ant.html"]
    assert sayall("--resume", "--engine", "silent", "--show")[0] == "The second of page ant."
    assert [place["headline"] for place in json.loads("\n".join(sayall("recent", "--json")))] == ["Page bee"]


def test_next_leaves_the_page_one_is_in_for_later(sayall: Sayall, tmp_path: Path) -> None:
    from reader.cli.options import Choices
    from reader.cli.pipeline import prepare
    from reader.story import Position

    sayall("queue", "add", "ant.html", "bee.html")
    (tmp_path / "bee.html").unlink()
    story = prepare(Choices("ant.html")).story
    Places().save(story.location, story, Position(1))
    (tmp_path / "ant.html").unlink()
    with pytest.raises(SayallError, match=r"^2 of 2 pages"):
        sayall("queue", "--engine", "silent", "next")
    assert [Path(waiting.location).name for waiting in Queue().all()] == ["bee.html", "ant.html"]


def test_many_may_add_at_once(tmp_path: Path) -> None:
    def add(name: int) -> None:
        for number in range(10):
            Queue(tmp_path).add(f"{name}-{number}")

    threads = [threading.Thread(target=add, args=(name,)) for name in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    waiting = Queue(tmp_path).all()
    assert [one.number for one in waiting] == list(range(1, 41))
    assert len({one.location for one in waiting}) == 40


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"location": "a", "story": "x"}'])
def test_a_broken_entry_is_passed_over(tmp_path: Path, text: str) -> None:
    queue = Queue(tmp_path)
    queue.add("ant.html")
    (tmp_path / "000007.json").write_text(text)
    assert queue.all() == [Waiting(1, "ant.html")]
    assert queue.add("bee.html").number == 2


def test_a_queue_that_cannot_be_kept_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SayallError, match="the queue cannot be kept there"):
        Queue(tmp_path / "file").add("ant.html")
