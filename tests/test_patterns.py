"""Regular expressions that are compiled late do what they would do compiled."""

import re

import pytest

from reader.patterns import has_eastern, later


def test_it_is_compiled_when_it_is_first_used_and_then_once() -> None:
    broken = later("(")
    words = later(r"[a-z]+", re.I)
    assert words.findall("One two") == re.compile(r"[a-z]+", re.I).findall("One two")
    assert words.search is words.search
    assert words.sub("x", "One two") == "x x"
    with pytest.raises(re.error, match="unterminated"):
        broken.search("")


def test_eastern_letters_are_told_from_western_punctuation() -> None:
    for text in ("", "plain", "“café” – 5 €…", "العربية", "Москва", "→ ▶ 🙂"):
        assert not has_eastern(text)
    for text in ("ไทย", "记者 Wu", "김", "→ ไ"):
        assert has_eastern(text)
