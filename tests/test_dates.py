"""Dates, names of authors and credits of pictures are known by how they are written, in many languages."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.readability.shapes import is_byline, is_credit, is_date, iso_date

CASES = [line.split(" | ") for line in (Path(__file__).parent / "cases" / "shapes.txt").read_text("utf-8").splitlines()]


@pytest.mark.parametrize(("kind", "day", "text"), CASES, ids=[case[2] for case in CASES])
def test_a_line_is_known_for_what_it_is(kind: str, day: str, text: str) -> None:
    found: dict[str, Callable[[str], bool]] = {"date": is_date, "byline": is_byline, "credit": is_credit}
    assert [name for name, holds in found.items() if holds(text)] == ([] if kind == "other" else [kind])
    assert iso_date(text) == ("" if day == "-" else day)
