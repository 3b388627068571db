"""When a story is over a listener at a terminal stays and can go back; in a pipe it ends, and a queue goes on."""

import os
import subprocess
import sys
from pathlib import Path

from test_following import reading

from reader.speech.places import Places
from reader.speech.queue import Queue

PACE = 0.04
SHORT = "<html lang=en><title>{0}</title><article><h1>{0}</h1><p>{1}</p></article></html>"


def page(folder: Path, name: str, text: str) -> str:
    path = folder / f"{name}.html"
    path.write_text(SHORT.format(name, text))
    return str(path)


def test_at_the_end_of_a_story_the_listener_goes_back_and_is_told_of_the_end_again(tmp_path: Path) -> None:
    story = page(tmp_path, "Quay", "The boat left at noon. It came back at night.")
    with reading(tmp_path, story, pace=PACE) as desk:
        since = desk.hear("End of story. You can go back; q ends.")
        assert b"End of story. You can go back; q ends." in desk.shown
        desk.press("w")
        since = desk.hear("Under Quay. Paragraph 2 of 2", since)
        desk.press("S")
        since = desk.hear("The boat left", since)
        since = desk.hear("End of story.", since)
        assert desk.service.texts().count("End of story. You can go back; q ends.") == 2
        desk.press(" ")
        desk.hear("End of story.", since)
        desk.press("q")
    assert Places(tmp_path / "data" / "sayall" / "places").recent() == []


def test_enter_at_the_end_reads_what_waits_in_the_queue(tmp_path: Path) -> None:
    story, other = page(tmp_path, "Quay", "The boat left at noon."), page(tmp_path, "Mill", "The wheel turned.")
    queue = Queue(tmp_path / "data" / "sayall" / "queue")
    queue.add(story)
    queue.add(other)
    with reading(tmp_path, story, pace=PACE) as desk:
        since = desk.hear(f"End of story. Enter reads {other}; q ends.")
        desk.press("\r")
        since = desk.hear("The wheel turned", since)
        desk.hear("End of story. You can go back", since)
        desk.press("q")
    assert [Path(waiting.location).name for waiting in queue.all()] == ["Quay.html"]


def test_several_pages_are_read_one_after_another_unless_the_listener_wants_to_stay(tmp_path: Path) -> None:
    pages = [page(tmp_path, "Quay", "The boat left at noon."), page(tmp_path, "Mill", "The wheel turned.")]
    with reading(tmp_path, *pages, pace=PACE) as desk:
        since = desk.hear("The wheel turned")
        assert not any(said.startswith("End of story") for said in desk.service.texts()[:since])
        desk.hear("End of story. You can go back", since)
        desk.press("q")
    second = tmp_path / "2"
    second.mkdir()
    with reading(second, *pages, "--at-end", "stay", pace=PACE) as desk:
        since = desk.hear("End of story. Enter reads the next story; q ends.")
        desk.press("n")
        since = desk.hear("The wheel turned", since)
        desk.hear("End of story.", since)
        desk.press("q")


def test_with_at_end_quit_it_ends_by_itself(tmp_path: Path) -> None:
    with reading(tmp_path, page(tmp_path, "Quay", "The boat left."), "--at-end", "quit", pace=PACE) as desk:
        desk.hear("The boat left.")
    assert b"End of story" not in desk.shown


def test_in_a_pipe_nothing_waits_for_a_key(tmp_path: Path) -> None:
    story = page(tmp_path, "Quay", "The boat left.")
    command = [sys.executable, "-c", "from reader.cli import main; main()", story, "--engine", "silent", "--show"]
    environment = {**os.environ, "XDG_DATA_HOME": str(tmp_path / "data"), "HOME": str(tmp_path)}
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True, timeout=60, env=environment
    )
    assert "End of story" not in done.stdout
