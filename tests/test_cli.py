"""The command line: what it prints, and what it says when something given is wrong."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parents[1] / "docs" / "example.html"


def sayall(*arguments: str, given: str | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from reader.cli import main; main()", *arguments]
    return subprocess.run(command, input=given, capture_output=True, text=True, encoding="utf-8", timeout=60)


def test_text_prints_the_story_and_lists_what_was_left_out() -> None:
    done = sayall("text", str(EXAMPLE))
    assert done.returncode == 0
    assert done.stdout == EXAMPLE.with_suffix(".heard.txt").read_text("utf-8")
    assert done.stderr == "Left out: 1 dateline, 2 captions, 1 promo, 1 sidebar, 3 related links.\n"


def test_a_page_on_standard_input_is_read_like_a_file() -> None:
    assert sayall("text", "-", given=EXAMPLE.read_text("utf-8")).stdout == sayall("text", str(EXAMPLE)).stdout


def test_roles_can_be_chosen() -> None:
    with_captions = sayall("text", str(EXAMPLE), "--speak", "caption", "--skip", "highlight").stdout
    assert "Caption: The Saint Brannoc at the north quay" in with_captions
    assert "212 passengers" not in with_captions.split("PORT ELLERY")[0]


def test_explain_gives_every_block_with_its_reason_as_json() -> None:
    story = json.loads(sayall("explain", "--json", str(EXAMPLE)).stdout)
    assert story["headline"] == "Night ferry returns to Port Ellery after eleven years"
    assert {"role", "text", "level", "treatment", "reason"} <= set(story["blocks"][0])
    assert all(block["reason"] for block in story["blocks"])
    first = story["blocks"][0]
    assert (first["role"], first["text"], first["treatment"]) == ("headline", story["headline"], "speak")


def test_the_outline_lists_sections_with_their_spoken_length() -> None:
    lines = sayall("outline", str(EXAMPLE)).stdout.splitlines()
    assert [re.sub(r"\d+ (minutes?|seconds?)( \d+ seconds?)?", "TIME", line) for line in lines] == [
        "1. Night ferry returns to Port Ellery after eleven years, level 1, TIME",
        "2. A smaller ship, level 2, TIME",
        "3. Trains from May, level 2, TIME",
        "3 sections, TIME",
    ]


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        (["text", "no/such/page.html"], "no/such/page.html"),
        (["text"], "PAGE"),
        (["text", str(EXAMPLE), "--detail", "most"], "most"),
        (["text", str(EXAMPLE), "--speak", "capton"], "capton"),
        (["text", str(EXAMPLE), "--set", "captions"], "--set captions"),
        (["text", str(EXAMPLE), "--skip", "caption", "--speak", "caption"], "--skip caption"),
        (["text", "ftp://example.org/page"], "ftp://example.org/page"),
        (["text", "http://127.0.0.1:9/page"], "--allow-private"),
        (["--no-such-option"], "--no-such-option"),
        (["txet", str(EXAMPLE)], "did you mean text?"),
        (["save", str(EXAMPLE), "-o", "x.mid"], ".mp3"),
        (["save", str(EXAMPLE)], "-o"),
        (["save", str(EXAMPLE), "-o", "x.wav", "--engine", "espek"], "espek"),
        (["save", str(EXAMPLE), "-o", "x.wav", "--voice", "plian"], "plian"),
        (["save", str(EXAMPLE), "-o", "no/such/folder/x.wav"], "no/such/folder"),
    ],
)  # fmt: skip
def test_a_mistake_is_one_line_that_names_it_and_nothing_else(arguments: list[str], names: str) -> None:
    done = sayall(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    (line,) = done.stderr.splitlines()
    assert line.startswith("sayall: ")
    assert names in line
    assert not Path("x.wav").exists()


def test_a_pipe_that_closes_early_is_no_error() -> None:
    command = f"{sys.executable} -c 'from reader.cli import main; main()' text {EXAMPLE} | head -n 1"
    done = subprocess.run(["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, text=True, timeout=60)
    assert done.stderr in ("", "Left out: 1 dateline, 2 captions, 1 promo, 1 sidebar, 3 related links.\n")
    assert done.stdout == "Night ferry returns to Port Ellery after eleven years\n"


def test_without_a_sound_device_the_ways_out_are_named() -> None:
    nowhere = {**os.environ, "PULSE_SERVER": "unix:/nonexistent", "XDG_RUNTIME_DIR": "/nonexistent"}
    command = [sys.executable, "-c", "from reader.cli import main; main()", str(EXAMPLE)]
    done = subprocess.run(command, capture_output=True, text=True, env=nowhere, timeout=60)
    if done.returncode == 0:
        pytest.skip("this machine has a sound device")
    (line,) = done.stderr.splitlines()
    assert (done.returncode, done.stdout) == (2, "")
    assert "sayall text" in line
    assert "sayall save" in line


def test_without_a_word_the_help_is_printed_in_lines() -> None:
    done = sayall()
    assert (done.returncode, done.stderr) == (2, "")
    assert len(done.stdout.splitlines()) > 10


def test_the_story_alone_is_read_at_brief_detail() -> None:
    assert "skipped" not in sayall("text", str(EXAMPLE), "--detail", "brief").stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["text", "PAGE", "PAGE"], "Got unexpected extra argument (PAGE); sayall text --help shows how it is used"),
        (["queue", "rearrange"], "No such command 'rearrange'; sayall queue --help shows how it is used"),
        (["recent", "x"], "Invalid value for '[NUMBER]': 'x' is no whole number."),
        (["voices", "--language", "xx"], "--language xx: there is no speaker of it; sayall voices lists all"),
    ],
)
def test_words_that_cannot_be_placed_are_told_with_what_to_do(arguments: list[str], says: str) -> None:
    done = sayall(*arguments)
    told = done.stderr.replace("; -c ", "; sayall ")  # as Python names a program that it is given with -c
    assert (done.returncode, done.stdout, told) == (2, "", f"sayall: {says}\n")


@pytest.mark.parametrize("command", ["text", "outline", "html", "save"])
def test_a_page_that_is_furniture_alone_has_no_story(tmp_path: Path, command: str) -> None:
    page, sound = tmp_path / "menu.html", tmp_path / "story.wav"
    page.write_text("<nav><a href='/'>Home</a> <a href='/news'>News</a></nav>")
    done = sayall(command, str(page), *(["-o", str(sound)] if command == "save" else []))
    why = f"no story was found on this page; sayall explain {page} --all shows what is there"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"sayall: {page}: {why}\n")
    assert not sound.exists()
    explained = sayall("explain", str(page))
    assert explained.returncode == 0
    assert explained.stdout.splitlines()[-1].endswith("of page furniture, listed with --all")
