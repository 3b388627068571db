"""The language of a story is what its page says, unless the text says nothing of the kind."""

from pathlib import Path

import pytest

from reader.readability.html_story import read_html
from reader.readability.language import language_in
from reader.readability.plain_text import read_text
from reader.story import Role, Story

CASES = Path(__file__).parent / "cases" / "tongues.txt"
TEXTS = dict(line.split("\t") for line in CASES.read_text("utf-8").splitlines())


def read(text: str, attributes: str = "") -> Story:
    return read_html(f"<html {attributes}><body><article><h1>1688</h1><p>{text}</p></article></body></html>", "")


@pytest.mark.parametrize("language", TEXTS)
def test_a_page_that_says_nothing_is_in_the_language_of_its_text(language: str) -> None:
    assert read(TEXTS[language]).language == language


@pytest.mark.parametrize("language", TEXTS)
def test_a_page_that_is_right_is_believed(language: str) -> None:
    assert read(TEXTS[language], f"lang='{language}-XX'").language == f"{language}-XX"


@pytest.mark.parametrize(("said", "is_in"), [("en-US", "de"), ("ru", "en"), ("de", "en"), ("en", "ja"), ("ja", "zh")])
def test_a_page_that_is_plainly_wrong_is_not_believed(said: str, is_in: str) -> None:
    story = read(TEXTS[is_in], f"lang='{said}'")
    assert (story.language, {block.language for block in story.blocks}) == (is_in, {""})


def test_a_few_words_are_no_reason_to_guess() -> None:
    assert language_in("The mill and the river.") == ""
    assert language_in("The mill and the river.", "de") == "de"
    assert language_in("") == ""


def test_languages_that_are_much_alike_are_left_as_the_page_says() -> None:
    assert language_in(TEXTS["da"], "nb") == "nb"


def test_a_language_that_is_not_known_here_is_left_as_the_page_says() -> None:
    assert language_in(TEXTS["de"], "lb") == "lb"


def test_a_long_paragraph_in_another_language_says_so() -> None:
    story = read("</p><p>".join([TEXTS["de"]] * 3 + [TEXTS["en"]]))
    spoken = [block.language for block in story.blocks if block.role is Role.PARAGRAPH]
    assert (story.language, spoken[0], spoken[-1]) == ("de", "", "en")


def test_a_plain_text_is_in_the_language_of_its_words() -> None:
    assert read_text(TEXTS["fr"], "").language == "fr"
