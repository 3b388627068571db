"""The command line as a screen reader or a braille display gets it: plain lines, nothing redrawn, no colour."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parents[1] / "docs" / "example.html"


def sayall(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from reader.cli import main; main()", *arguments]
    given = {**os.environ, "DBUS_SESSION_BUS_ADDRESS": "", "XDG_RUNTIME_DIR": "/nonexistent", **environment}
    return subprocess.run(command, capture_output=True, text=True, env=given, timeout=60)


@pytest.mark.parametrize("width", [12, 20, 40, 80])
def test_text_fits_a_braille_display_and_loses_no_word(width: int) -> None:
    wide, narrow = sayall("text", str(EXAMPLE)), sayall("text", str(EXAMPLE), "--width", str(width))
    assert max(map(len, narrow.stdout.splitlines())) <= width
    letters = iter("".join(narrow.stdout.split()))
    assert all(letter in letters for letter in "".join(wide.stdout.split()))
    assert narrow.stderr == wide.stderr


def test_roles_are_told_in_words_in_braille() -> None:
    lines = sayall("text", str(EXAMPLE), "--width", "40", "--speak", "caption").stdout.splitlines()
    assert "  Caption: The Saint Brannoc at the" in lines


def test_pages_for_braille_have_their_length_and_a_form_feed_between_them() -> None:
    lines = sayall("text", str(EXAMPLE), "--width", "40").stdout.splitlines()
    *whole, last = sayall("text", str(EXAMPLE), "--width", "40", "--page", "20").stdout.split("\f")
    assert [page.count("\n") for page in whole] == [20] * len(whole)
    assert last.endswith(f"{len(whole) + 1:>40}\n")
    kept = [line for page in (*whole, last) for line in page.split("\n")[:-2] if line]
    assert kept == lines


def test_pages_need_a_width() -> None:
    done = sayall("text", str(EXAMPLE), "--page", "20")
    assert (done.returncode, done.stdout) == (2, "")
    assert "--width" in done.stderr


def test_quiet_leaves_only_what_was_asked_for() -> None:
    loud, quiet = sayall("text", str(EXAMPLE)), sayall("text", str(EXAMPLE), "--quiet")
    assert loud.stderr.startswith("Left out: ")
    assert (quiet.stdout, quiet.stderr) == (loud.stdout, "")


def test_errors_are_told_even_so() -> None:
    done = sayall("text", "no/such/page.html", "--quiet")
    assert (done.returncode, done.stdout) == (2, "")
    assert "no/such/page.html" in done.stderr


COMMANDS = [
    ["text", str(EXAMPLE)],
    ["outline", str(EXAMPLE)],
    ["explain", str(EXAMPLE)],
    ["say", "5 km on 1 May"],
    ["voices"],
    ["plugins"],
    ["--help"],
    ["read", "--help"],
    ["text", "no/such/page.html"],
]


@pytest.mark.parametrize("colours", [{"NO_COLOR": "1"}, {"FORCE_COLOR": "1", "CLICOLOR_FORCE": "1"}], ids=str)
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_command_moves_the_cursor_or_needs_colour(command: list[str], colours: dict[str, str]) -> None:
    done = sayall(*command, **colours)
    said = done.stdout + done.stderr
    assert said
    assert not set(said) & {"\x1b", "\r", "\b", "\x07", "\x0c"}
    assert not [line for line in said.splitlines() if set(line) & set("│┃─━█▏⠋⠙▁")]
