"""What a listener keeps in the configuration folder takes part in the reading."""

from pathlib import Path

import pytest

from reader.cli.options import Choices
from reader.cli.pipeline import prepare


@pytest.fixture(name="page")
def _page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    page = tmp_path / "page.html"
    page.write_text(
        "<h1>Kyiv</h1><p>They came from Kyiv by train, on a Monday, and brought a samovar along.</p>", "utf-8"
    )
    return page


def own_pronunciations(page: Path, text: str) -> None:
    folder = page.parent / "sayall" / "pronunciations"
    folder.mkdir(parents=True)
    (folder / "mine.toml").write_text(text, "utf-8")


@pytest.mark.skipif("sys.platform != 'linux'", reason="the folder is chosen by XDG_CONFIG_HOME on Linux only")
def test_own_pronunciations_are_said(page: Path) -> None:
    own_pronunciations(page, '[[say]]\nword = "Kyiv"\nas = "Keev"\n')
    assert [said.text for said in prepare(Choices(str(page))).narrate()] == [
        "Keev",
        "They came from Keev by train, on a Monday, and brought a samovar along.",
    ]


@pytest.mark.skipif("sys.platform != 'linux'", reason="the folder is chosen by XDG_CONFIG_HOME on Linux only")
def test_a_broken_file_of_pronunciations_is_told_once_and_the_reading_goes_on(page: Path) -> None:
    own_pronunciations(page, "[[say]]\n")
    told, *story = [said.text for said in prepare(Choices(str(page))).narrate()]
    assert told.startswith(f"Pronunciations {page.parent}/sayall/pronunciations/mine.toml")
    assert told.endswith("Reading on without them.")
    assert story[0] == "Kyiv"
