"""``sayall plugins``: listing, showing, checking and making plugins."""

import json
import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from reader.scaffold import KINDS


def run(*arguments: str, folder: Path, path: Path | None = None) -> subprocess.CompletedProcess[str]:
    environment = os.environ | ({"PYTHONPATH": str(path)} if path else {})
    return subprocess.run(
        [sys.executable, *arguments], cwd=folder, env=environment, capture_output=True, text=True, timeout=120
    )


def sayall(*arguments: str, folder: Path, path: Path | None = None) -> subprocess.CompletedProcess[str]:
    return run("-c", "from reader.cli import main; main()", *arguments, folder=folder, path=path)


def test_the_list_is_the_same_with_and_without_its_name(tmp_path: Path) -> None:
    done = sayall("plugins", "list", folder=tmp_path)
    assert (done.returncode, done.stdout) == (0, sayall("plugins", folder=tmp_path).stdout)
    assert any(line.startswith("captions ") and line.endswith(", works") for line in done.stdout.splitlines())


def test_the_list_is_to_be_had_as_json(tmp_path: Path) -> None:
    plugins = json.loads(sayall("plugins", "list", "--json", folder=tmp_path).stdout)
    (captions,) = [plugin for plugin in plugins if plugin["name"] == "captions"]
    assert (captions["hooks"], captions["trouble"]) == (["treat_block", "summarize"], "")


def test_one_plugin_is_shown_with_what_it_is_for(tmp_path: Path) -> None:
    lines = sayall("plugins", "info", "epub", folder=tmp_path).stdout.splitlines()
    assert lines[0].startswith("epub: Reads books in EPUB")
    assert lines[2] == "state: works"
    assert lines[3].startswith("hook read_page(page, asked, limits), since 0.1: What is in ``page``")


PLUGIN = """'''Leaves captions out.'''
from reader import (Block, Role, Treatment, hookimpl)

TESTED_WITH = "0.1"

@hookimpl
def treat_block(block: Block) -> Treatment | None:
    return Treatment.SKIP if block.role is Role.CAPTION else None
"""


def test_a_file_in_the_listeners_folder_is_a_plugin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "config" / "sayall" / "plugins"
    own.mkdir(parents=True)
    (own / "hush.py").write_text(PLUGIN)
    (own / "broken.py").write_text("1 / 0")
    page = tmp_path / "page.html"
    page.write_text("<h1>Boats</h1><p>They sailed.</p><figure><img src=a><figcaption>A boat.</figcaption></figure>")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    done = sayall("text", str(page), folder=tmp_path)
    broken = "Plugin broken cannot be loaded: ZeroDivisionError: division by zero (broken.py, line 1)."
    assert done.stdout.splitlines() == [f"{broken} Reading on without it.", "Boats", "They sailed."]
    assert "Caption skipped." in sayall("text", "--no-plugins", str(page), folder=tmp_path).stdout
    monkeypatch.setenv("SAYALL_PLUGINS", "-hush,-broken")
    assert sayall("text", str(page), folder=tmp_path).stdout.splitlines()[-1] == "Caption skipped."
    monkeypatch.setenv("SAYALL_PLUGINS", "hush")
    assert sayall("text", str(page), folder=tmp_path).stdout.splitlines() == ["Boats", "They sailed."]


def test_a_file_can_be_checked(tmp_path: Path) -> None:
    (tmp_path / "hush.py").write_text(PLUGIN)
    done = sayall("plugins", "check", "hush.py", folder=tmp_path)
    assert (done.returncode, done.stdout.splitlines()[-2:]) == (
        0,
        ["says which sayall it was tested with: 0.1", "hush keeps the contract."],
    )
    (tmp_path / "late.py").write_text(PLUGIN.replace('"0.1"', '"0.0"').replace("block.role", "block.kind"))
    done = sayall("plugins", "check", "late.py", folder=tmp_path)
    here = version("sayall")
    assert done.returncode == 1
    assert done.stdout.splitlines()[1:] == [
        *(
            f"treat_block at detail {detail}: failed in treat_block: AttributeError: 'Block' object has no attribute "
            f"'kind' (late.py, line 8); it was tested with sayall 0.0, and this is {here}"
            for detail in ("brief", "standard", "full")
        ),
        f"says which sayall it was tested with: 0.0, and this is {here}; where all works, write that",
        "3 to be mended.",
    ]


def test_a_misspelt_plugin_is_named_with_what_was_meant(tmp_path: Path) -> None:
    done = sayall("plugins", "check", "sidbars", folder=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "sayall: sidbars: there is no such plugin; did you mean sidebars?\n"


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_a_new_plugin_installs_and_works_at_once(tmp_path: Path, kind: str) -> None:
    made = sayall("plugins", "new", "harbour-news", "--kind", kind, folder=tmp_path)
    assert made.stdout.splitlines()[:-1] == [
        "harbour-news/pyproject.toml",
        "harbour-news/README.md",
        "harbour-news/.github/workflows/test.yml",
        "harbour-news/tests/pages/ferry.html",
        "harbour-news/tests/pages/ferry.heard.txt",
        "harbour-news/sayall_harbour_news.py",
        "harbour-news/tests/test_sayall_harbour_news.py",
    ]
    package, site = tmp_path / "harbour-news", tmp_path / "site"
    pip = ("-m", "pip", "install", "-q", "--no-deps", "--no-build-isolation", "--target", str(site), str(package))
    installed = run(*pip, folder=tmp_path)
    assert installed.returncode == 0, installed.stderr
    tested = run("-m", "pytest", "-q", "-p", "no:cacheprovider", folder=package, path=site)
    assert tested.returncode == 0, tested.stdout
    checked = sayall("plugins", "check", "harbour-news", folder=tmp_path, path=site)
    assert (checked.returncode, checked.stdout.splitlines()[-1]) == (0, "harbour-news keeps the contract.")
    assert "harbour-news 0.1.0" in sayall("plugins", folder=tmp_path, path=site).stdout
    page = str(package / "tests" / "pages" / "ferry.html")
    said = sayall("text", page, folder=tmp_path, path=site).stdout
    assert ("Caption: The ferry" in said) is (kind == "treatment")


@pytest.mark.parametrize("name", ["Harbour", "1st", "class", "a b", "../up", "a-"])
def test_a_name_that_does_not_suit_is_refused(tmp_path: Path, name: str) -> None:
    done = sayall("plugins", "new", name, folder=tmp_path)
    assert (done.returncode, list(tmp_path.iterdir())) == (2, [])
    assert f"sayall: {name}: is no name for a plugin" in done.stderr


def test_a_name_of_sayalls_own_is_refused_since_such_a_plugin_would_not_be_used(tmp_path: Path) -> None:
    done = sayall("plugins", "new", "captions", folder=tmp_path)
    assert (done.returncode, list(tmp_path.iterdir())) == (2, [])
    assert done.stderr == "sayall: captions: is the name of a plugin that comes with sayall; choose another\n"


def test_what_is_there_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    done = sayall("plugins", "new", "mine", folder=tmp_path)
    assert (done.returncode, list((tmp_path / "mine").iterdir())) == (2, [])
    assert "is there already" in done.stderr


def test_commands_of_plugins_are_there_and_in_the_help(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "config" / "sayall" / "plugins"
    own.mkdir(parents=True)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    (own / "counting.py").write_text(
        "import click\nfrom reader import hookimpl\n\n@click.command('count-letters')\n@click.argument('text')\n"
        "def letters(text):\n    'Counts the letters of TEXT.'\n    click.echo(len(text))\n\n"
        "@hookimpl\ndef commands():\n    return [letters]\n"
    )
    (own / "odd.py").write_text("from reader import hookimpl\n\n@hookimpl\ndef commands():\n    return 7\n")
    done = sayall("count-letters", "boat", folder=tmp_path)
    odd = "sayall: Plugin odd failed in commands: gave 7 instead of several Commands. Reading on without it.\n"
    assert (done.stdout, done.stderr) == ("4\n", odd)
    assert sayall("--help", folder=tmp_path).stdout.splitlines()[-2:] == [
        "Commands of plugins:",
        "  count-letters  Counts the letters of TEXT.",
    ]


def test_a_command_that_fails_is_told_with_its_plugin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "config" / "sayall" / "plugins"
    own.mkdir(parents=True)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    (own / "letters.py").write_text(
        "import click\nfrom reader import hookimpl\n\n@click.command()\ndef letters():\n    {}['a']\n\n"
        "@hookimpl\ndef commands():\n    return [letters]\n"
    )
    failed = sayall("letters", folder=tmp_path)
    assert (failed.returncode, failed.stderr) == (
        2,
        "sayall: Plugin letters failed in its command letters: KeyError: 'a' (letters.py, line 6)\n",
    )
