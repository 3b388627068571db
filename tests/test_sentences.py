"""Every sentence is found once, in order, and quickly, whatever the text."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.script.sentences import LONG_QUOTE, WIDEST, sentences

CASES = [
    line
    for line in (Path(__file__).parent / "cases" / "sentences.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
TROUBLE = st.text(alphabet="aAbB1 .!?…“”\"'()[]\n。—\ud800\u00a0\u3000", max_size=400)


def said(text: str, language: str = "") -> list[str]:
    return [text[start:end] for start, end in sentences(text, language)]


@pytest.mark.parametrize("case", CASES)
def test_a_text_is_parted_where_a_listener_expects_it(case: str) -> None:
    language = case[:2] if case[2:4] == ": " else ""
    expected = (case[4:] if language else case).split(" | ")
    assert said(("" if language in ("ja", "zh") else " ").join(expected), language) == expected


@given(TROUBLE | st.text())
def test_spans_are_in_order_and_hold_everything_that_is_not_space(text: str) -> None:
    at = 0
    for start, end in sentences(text):
        assert at <= start < end <= len(text)
        assert not text[at:start].strip()
        assert text[start:end] == text[start:end].strip()
        at = end
    assert not text[at:].strip()


@given(st.lists(st.sampled_from(["He went out. ", "“Why?” she said. ", "It was in the U.S. Senate. "]), max_size=900))
def test_the_window_does_not_change_what_a_sentence_is(parts: list[str]) -> None:
    assert said("".join(parts)) == [part.strip() for part in parts]


def test_a_quotation_of_several_sentences_is_kept_whole_only_while_it_is_short() -> None:
    short = "“It rained. We stayed.”"
    long = f"“{'It rained all day long and nobody came. ' * 8}We stayed,” he said."
    assert said(short) == [short]
    assert len(long) > LONG_QUOTE
    assert said(long)[-1] == "We stayed,” he said."


def test_a_wide_space_is_a_space() -> None:
    assert said("It is J.\u00a0K.\u00a0Moss.\u00a0He\u3000wrote.") == ["It is J.\u00a0K.\u00a0Moss.", "He\u3000wrote."]


def test_two_paragraphs_are_never_one_sentence() -> None:
    assert said("one day\n\nanother day") == ["one day", "another day"]


def test_a_text_without_any_end_is_given_in_pieces_cut_at_spaces() -> None:
    pieces = said("word " * 20_000)
    assert all(len(piece) <= WIDEST and piece.endswith("word") for piece in pieces)


@pytest.mark.parametrize("unit", ["word ", "(“ ", "“", ".)\n", "\n\n", "A. ", "…", '"A. '])
def test_a_million_characters_take_seconds_and_the_first_sentence_no_time(unit: str) -> None:
    text = (unit * 1_000_000)[:1_000_000]
    began = time.perf_counter()
    next(sentences(text), None)
    assert time.perf_counter() - began < 1
    for _ in sentences(text):
        pass
    assert time.perf_counter() - began < 15
