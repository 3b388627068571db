"""What a listener always wants, from the file of settings."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parents[1] / "docs" / "example.html"


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "sayall").mkdir()
    return tmp_path / "sayall" / "settings.toml"


def sayall(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from reader.cli import main; main()", *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=60, env=os.environ)


def spoken(*options: str) -> str:
    done = sayall("text", str(EXAMPLE), *options)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_what_is_set_holds_as_if_it_were_given(file: Path) -> None:
    as_given = spoken("--detail", "brief", "--speak", "caption", "--width", "30", "--quiet")
    file.write_text('detail = "brief"\nspeak = ["caption"]\nwidth = 30\nquiet = true\n')
    done = sayall("text", str(EXAMPLE))
    assert (done.stdout, done.stderr) == (as_given, "")


def test_a_wording_rule_is_switched_off_for_every_reading(file: Path) -> None:
    file.write_text('literal = ["money"]\n')
    done = sayall("say", "--words", "It cost $5 on Jan. 5.")
    assert (done.stdout, done.stderr) == ("It cost $5 on January fifth.\n", "")
    page = file.parent / "page.txt"
    page.write_text("A day out\n\nIt cost $5 on Jan. 5, and nobody had thought that it would be so much.\n", "utf-8")
    assert "It cost $5 on January fifth, and" in sayall("text", "--words", str(page)).stdout


def test_a_wording_rule_that_is_not_there_is_named(file: Path) -> None:
    done = sayall("text", str(EXAMPLE), "--literal", "monney")
    assert (done.returncode, done.stderr) == (
        2, "sayall: --literal monney: there is no such wording rule; sayall say --rules lists them\n"
    )  # fmt: skip


def test_what_is_given_outweighs_what_is_set(file: Path) -> None:
    usual, announced = spoken(), spoken("--announce", "caption")
    file.write_text('detail = "full"\nspeak = ["caption"]\n')
    assert spoken() != usual
    skipping = spoken("--skip", "caption")
    assert "caption" not in skipping.lower()
    assert spoken("--detail", "standard", "--announce", "caption") == announced


def test_options_of_plugins_are_set_one_by_one(file: Path) -> None:
    both = spoken("--set", "captions=summarize", "--set", "datelines=speak")
    file.write_text('[set]\ncaptions = "summarize"\ndatelines = "skip"\n')
    assert spoken("--set", "datelines=speak") == both


def test_the_settings_and_their_file_are_shown(file: Path) -> None:
    assert sayall("settings").stdout == f"Nothing is set; write what you always want in {file}\n"
    file.write_text('rate = 240\nskip = ["footnote", "promo"]\nset = { captions = "summarize" }\n')
    assert sayall("settings").stdout == (f"rate: 240\nskip: footnote, promo\nset: captions=summarize\nSet in {file}\n")


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("rate = 5\n", "rate: 5 is not in the range 40<=x<=900."),
        ('rate = "fast"\n', "rate: must be a whole number, as rate = 240"),
        ('voise = "brisk"\n', "voise: there is no such setting; did you mean voice?"),
        ('detail = "most"\n', "detail: 'most' is not one of 'brief', 'standard', 'full'."),
        ("rate\n", "is not TOML: Expected '=' after a key in a key/value pair (at line 1, column 5)"),
        (b"\xff", "cannot be read: it is not UTF-8 text"),
    ],
)
def test_a_mistake_is_named_with_its_file(file: Path, written: str | bytes, told: str) -> None:
    file.write_bytes(written if isinstance(written, bytes) else written.encode())
    done = sayall(str(EXAMPLE))
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"sayall: {file}: {told}\n")
