"""Folders as lists of what is in them."""

from pathlib import Path

import pytest

from reader import Page
from reader.errors import LocationError
from reader.testing import asked, listing_at, opened


def test_a_folder_is_listed_as_people_sort(tmp_path: Path) -> None:
    for name in ("Chapter 10.txt", "chapter 2.txt", "Appendix.md", ".hidden.txt", "picture.png"):
        (tmp_path / name).write_text(f"This is {name}.")
    listing = listing_at(str(tmp_path), plugins=["files", "folder"])
    assert [entry.title for entry in listing.entries] == ["Appendix.md", "chapter 2.txt", "Chapter 10.txt"]
    page = opened(f"{listing.location}#2", plugins=["files", "folder"])
    assert isinstance(page, Page)
    assert page.data == b"This is chapter 2.txt."


def test_a_folder_with_nothing_to_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(LocationError, match="is a folder without anything to read in it"):
        asked("folder", "open_location", location=str(tmp_path))


def test_mailboxes_and_files_are_left_to_others(tmp_path: Path) -> None:
    (tmp_path / "cur").mkdir()
    assert asked("folder", "open_location", location=str(tmp_path)) is None
    assert asked("folder", "open_location", location=__file__) is None
