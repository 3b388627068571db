"""The check of a plugin finds what is wrong with it, and nothing where nothing is."""

import time
from collections.abc import Iterator
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from reader import Block, Page, Role, Story, Treatment, conformance, hookimpl
from reader.conformance import checked
from reader.errors import EngineError, LocationError
from reader.installed import installed
from reader.script.wording.rule import Edit, Rule
from reader.speech.engine import Style
from reader.testing import Ticking


def troubles(**hooks: object) -> list[str]:
    plugin = SimpleNamespace(**{name: hookimpl(function) for name, function in hooks.items()})  # type: ignore[call-overload]
    return [finding.trouble for finding in checked(plugin, "mine") if finding.trouble]


OWN = {entry.name: entry for entry in installed("sayall") if entry.distribution == "sayall"}


@pytest.mark.parametrize("name", sorted(OWN))
def test_plugins_that_come_with_sayall_keep_the_contract(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPEECHD_ADDRESS", "inet_socket:127.0.0.1:9")  # nobody listens there, nor hears the test
    assert [finding for finding in checked(OWN[name].load(), name) if finding.trouble] == []


def test_a_plugin_that_raises_is_found_out() -> None:
    def treat_block(block: Block) -> Treatment | None:
        return Treatment.SKIP if block.text[0] == "A" else None

    assert len(troubles(treat_block=treat_block)) == 3
    assert "IndexError" in troubles(treat_block=treat_block)[0]


def test_a_plugin_that_loses_words_is_found_out() -> None:
    def adjust_story(story: Story) -> Story:
        return replace(story, blocks=story.blocks[1:])

    (trouble,) = troubles(adjust_story=adjust_story)
    assert trouble.startswith("loses words of the story, such as 'Boats'")


def test_a_plugin_that_says_nothing_is_found_out() -> None:
    def summarize(blocks: tuple[Block, ...]) -> str:
        return " "

    assert troubles(summarize=summarize) == ["says nothing for headlines; give None instead"]


def test_a_rule_whose_edits_overlap_is_found_out() -> None:
    def wording_rules(language: str) -> list[Rule]:
        return [Rule("twice", lambda text: (Edit(0, 3, "x"), Edit(2, 4, "y")))]

    assert len(troubles(wording_rules=wording_rules)) == 4


def test_a_source_that_stumbles_over_pages_is_found_out() -> None:
    def read_page(page: Page) -> Story | None:
        return Story("", (), location=page.data.decode("ascii"))

    assert "UnicodeDecodeError" in troubles(read_page=read_page)[0]


def test_an_engine_that_is_not_installed_is_no_trouble_but_a_doubt() -> None:
    def engines() -> dict[str, object]:
        def make() -> object:
            raise EngineError("no voice here")

        return {"mine": make}

    plugin = SimpleNamespace(engines=hookimpl(engines))
    assert [finding.doubt for finding in checked(plugin, "mine")] == ["", "mine cannot be checked here: no voice here"]


def test_a_source_is_asked_to_open_what_it_should() -> None:
    def open_location(location: str) -> object:
        match location:
            case "a:bytes":
                return b"words"
            case "a:raises":
                raise KeyError("x")
            case "a:not":
                raise LocationError("a:not: is not there")
            case "a:ok":
                return Story("Boats", (Block(Role.PARAGRAPH, "They sailed."),))
        return None

    plugin = SimpleNamespace(open_location=hookimpl(open_location))
    locations = ("a:ok", "b", "a:bytes", "a:raises", "a:not")
    found = {finding.what: finding.trouble for finding in checked(plugin, "mine", locations)}
    assert {what: trouble for what, trouble in found.items() if what.startswith("opens")} == {
        "opens a:ok": "",
        "opens b": "is to be opened, but it was left to others",
        "opens a:bytes": "gave b'words' instead of a Page, Story, Listing or str",
        "opens a:raises": "KeyError: 'x'",
        "opens a:not": "is not there",
    }


class Engine(Ticking):
    def synthesize(self, text: str, language: str, style: Style) -> Iterator[Any]:  # type: ignore[override]
        yield text.encode()


class Nameless:
    name = "nameless"


class Hanging(Ticking):
    def synthesize(self, text: str, language: str, style: Style) -> Iterator[Any]:  # type: ignore[override]
        time.sleep(60)
        yield from super().synthesize(text, language, style)


def none() -> object:
    raise ValueError("no voice today")


@pytest.mark.parametrize(
    ("make", "trouble"),
    [
        (Ticking, ""),
        (Engine, "mine: '': it gave a bytes instead of a Sound or a Word"),
        (Nameless, "mine: an engine has sample_rate; see reader.speech.engine"),
        (Hanging, "mine: did not speak within 0 s"),
        (none, "mine: ValueError: no voice today"),
    ],
)
def test_what_is_wrong_with_an_engine_is_told(make: object, trouble: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if make is Hanging:
        monkeypatch.setattr(conformance, "_ENGINE_SECONDS", 0.3)
    plugin = SimpleNamespace(engines=hookimpl(lambda: {"mine": make}))
    assert [finding.trouble for finding in checked(plugin, "mine")] == ["", trouble]
