"""What comes with sayall keeps the contract that is asked of anyone's, and is tested with what anyone tests with."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from opening import DOCUMENTS

import reader
import reader.testing
from reader.installed import installed
from reader.plugins import Plugins
from reader.testing import SourceContract


class TestFiles(SourceContract):
    plugin = "files"
    opens = (str(DOCUMENTS / "letter.eml"), (DOCUMENTS / "paper.html").as_uri())
    fails = (str(DOCUMENTS / "none.html"), str(DOCUMENTS))
    leaves = ("https://example.org/", "http://example.org/")
    odd = ()  # anything else may be the name of a file


class TestFeeds(SourceContract):
    plugin = "feeds"
    opens = ("feed:https://example.org/", f"feed:{DOCUMENTS / 'harbour.rss'}")
    leaves = (str(DOCUMENTS / "harbour.rss"),)


class TestMail(SourceContract):
    plugin = "mail"
    opens = (f"mail:{DOCUMENTS / 'crew.mbox'}",)
    leaves = (str(DOCUMENTS / "crew.mbox"),)


class TestFolder(SourceContract):
    plugin = "folder"
    opens = (str(DOCUMENTS),)
    leaves = (str(DOCUMENTS / "crew.mbox"),)


class TestThreads(SourceContract):
    plugin = "threads"
    opens = ("hn:8863",)
    leaves = ("hn:", "8863")


class TestWiki(SourceContract):
    plugin = "wiki"
    opens = ("wiki:Braille", "wiki:de:Blindenschrift")
    leaves = ("wiki:", "Braille")


OFFERED = {
    "reader": set(reader.__all__),
    "reader.testing": set(reader.testing.__all__),
    "reader.errors": None,
    "reader.speech.engine": None,  # what docs/plugins.md has authors of engines import
}
"""What the tests of a plugin may import of sayall; None stands for all of a module."""
SERVICES = {"screenreader", "speechd"}
"""Their tests are of the player too, and of the programs that it talks to."""
ELSEWHERE = {"code": "treatments", "pullquotes": "treatments", "related": "treatments", "tables": "treatments"}
"""Which tests are those of a plugin, where they do not bear its name."""


@pytest.mark.parametrize(
    "plugin", sorted({entry.name for entry in installed("sayall") if entry.distribution == "sayall"} - SERVICES)
)
def test_the_tests_of_our_plugins_use_what_authors_are_offered(plugin: str) -> None:
    path = Path(__file__).with_name(f"test_{ELSEWHERE.get(plugin, plugin)}.py")
    assert re.search(rf'["/\[]{plugin}"', path.read_text("utf-8")), f"{path.name} does not test {plugin}"
    for module, name in imported(path):
        allowed = OFFERED.get(module, set()) if module.startswith("reader") else None
        assert allowed is None or name in allowed, f"{path.name} imports {name or 'all'} of {module}"


def test_no_plugin_of_ours_adds_a_command() -> None:
    """Nobody asks them: help, and a word that may be a command, come sooner so."""
    plugins = Plugins.installed(only={entry.name for entry in installed("sayall") if entry.distribution == "sayall"})
    assert [plugin.name for plugin in plugins if "commands" in plugin.hooks] == []


def imported(path: Path) -> Iterator[tuple[str, str]]:
    """Each name that a test imports, and from where; what it shares with other tests is looked through as well."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        match node:
            case ast.Import(names):
                yield from ((alias.name, "") for alias in names)
            case ast.ImportFrom(module=str(module), names=names):
                yield from ((module, alias.name) for alias in names)
                if (shared := path.with_name(f"{module}.py")).exists():
                    yield from imported(shared)
