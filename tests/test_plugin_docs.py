"""What is written for plugin authors is true: every hook is there, and every example runs."""

import doctest
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader import hookspecs, testing
from reader.plugins import HOOKS, Plugins

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "docs" / "plugins.md").read_text(encoding="utf-8")


def fenced(language: str, text: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.M | re.S)


def named(source: str) -> str:
    """The name of the module that an example is to be kept in, from its first line."""
    found = re.match(r"# (\w+)\.py\n", source)
    assert found, source
    return found[1]


MODULES = {named(source): source for source in fenced("python", TEXT)}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where the examples lie as modules, and can be imported."""
    for name, source in MODULES.items():
        assert name not in sys.modules
        (tmp_path / f"{name}.py").write_text(source, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    yield tmp_path
    for name in MODULES:
        sys.modules.pop(name, None)


def test_every_hook_has_a_section_with_its_arguments() -> None:
    headings = dict(re.findall(r"^### `(\w+)\((.*)\)`$", TEXT, re.M))
    assert headings == {name: ", ".join(spec.arguments) for name, spec in HOOKS.items()}


def test_the_table_of_hooks_is_that_of_the_code() -> None:
    rows = re.findall(r"^\| `(\w+)` \| ([\d.]+) \| (\d+) \| (.*) \|$", TEXT, re.M)
    assert rows == [
        (
            name,
            spec.since,
            str(spec.seconds),
            " ".join((getattr(hookspecs, name).__doc__ or "").split("\n\n")[0].split()),
        )
        for name, spec in HOOKS.items()
    ]


def test_every_section_has_an_example_of_its_hook() -> None:
    for section in re.split(r"^### ", TEXT, flags=re.M)[1:]:
        name = section[1:].partition("(")[0]
        (source,) = fenced("python", section)
        assert f"@hookimpl\ndef {name}(" in source


def imported(session: str) -> str:
    """The plugin that a session shows, "" where it shows none of these."""
    return "".join(re.findall(r"^>>> import (\w+)", session, re.M)[-1:])


@pytest.mark.parametrize("session", fenced("pycon", TEXT), ids=imported)
def test_every_example_does_what_it_shows(session: str, folder: Path) -> None:
    example = doctest.DocTestParser().get_doctest(session, {}, "docs/plugins.md", None, None)
    said: list[str] = []
    doctest.DocTestRunner().run(example, out=said.append)
    assert "".join(said) == ""


@pytest.mark.parametrize("name", MODULES)
def test_every_example_is_a_plugin_that_works(name: str, folder: Path) -> None:
    plugins = Plugins()
    plugins.load_file(folder / f"{name}.py")
    assert [plugin.trouble for plugin in plugins] == [""]


def test_the_readme_shows_the_same_plugin() -> None:
    shown = MODULES["corrections"].partition("\n")[2]
    assert shown in fenced("python", (ROOT / "README.md").read_text(encoding="utf-8"))
    assert len([line for line in shown.splitlines() if line.strip()]) <= 15


def test_what_there_is_to_test_with_is_listed() -> None:
    section = TEXT.partition("## What to test with")[2]
    listed = re.findall(r"^\| `(\w+)", section, re.M)
    kinds = ["Answer", "Called", "Listener", "OptionLike", "PageLike", "PluginLike"]
    assert sorted([*listed, *kinds]) == sorted(testing.__all__)
