"""Formulas are said in words, and all that only looks like one is left alone."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import Block, Role, Story
from reader.testing import asked, heard, said

CASES = [
    line.split(" | ") for line in (Path(__file__).parent / "cases" / "formulas.txt").read_text("utf-8").splitlines()
]
COMMANDS = (
    "times cdot ast div pm mp leq le geq ge neq ne approx sim equiv propto ll gg in notin subset subseteq cup cap to "
    "rightarrow mapsto Rightarrow Leftrightarrow iff infty partial nabla forall exists land wedge lor vee lnot neg "
    "emptyset varnothing dots ldots cdots mid circ prime hbar ell sum prod int oint lim max min langle rangle degree "
    "sin cos tan log ln exp det Delta varphi"
)
TONGUES = [
    line.split(" | ")
    for line in (Path(__file__).parent / "cases" / "formulas_tongues.txt").read_text("utf-8").splitlines()
]
(RULE,) = asked("math", "wording_rules", language="en")


@pytest.mark.parametrize(("formula", "words"), CASES)
def test_a_formula_is_said_in_words(formula: str, words: str) -> None:
    assert said(RULE, f"Say {formula} ") == f"Say {words} "


def test_a_formula_is_found_in_its_sentence() -> None:
    sentence = r"Let x_{i} be real; then x^2 + y^2 = z^2 holds, and \alpha is 3."
    assert said(RULE, sentence) == (
        "Let x sub i be real; then x squared plus y squared equals z squared holds, and alpha is 3."
    )


@pytest.mark.parametrize(
    "text", ["Use snake_case in file_name.py.", r"It is in C:\Users\ada.", "a_b_c and __init__", "^_^"]
)
def test_what_only_looks_like_a_formula_is_left_alone(text: str) -> None:
    assert list(RULE.find(text)) == []


@given(st.text("\\{}^_ abfrac12=", max_size=80))
def test_nothing_makes_it_raise_and_edits_never_overlap(text: str) -> None:
    end = 0
    for edit in RULE.find(text):
        assert end <= edit.start <= edit.end <= len(text)
        end = edit.end


@pytest.mark.parametrize(("language", "formula", "words"), TONGUES)
def test_a_formula_is_said_in_the_language_of_its_story(language: str, formula: str, words: str) -> None:
    (rule,) = asked("math", "wording_rules", language=f"{language}-XX")
    assert said(rule, f"A {formula} ", language) == f"A {words} "


@pytest.mark.parametrize(("language", "international"), [("de", set()), ("fr", {"prime", "nabla"}), ("es", {"nabla"})])
def test_every_command_has_a_word_in_every_language(language: str, international: set[str]) -> None:
    """What has none is said by its own name."""
    (rule,) = asked("math", "wording_rules", language=language)
    names = COMMANDS.split()
    unsaid = {name for name in names if said(rule, f"A \\{name} x ", language).split()[1] == name}
    assert unsaid == international


def test_other_languages_have_no_english_formulas() -> None:
    assert asked("math", "wording_rules", language="sv") == ()


def test_formulas_on_their_own_lines_are_a_choice() -> None:
    story = Story("", (Block(Role.PARAGRAPH, "See:"), Block(Role.MATH, "x^{2}")))
    assert heard(story, plugins=["math"]) == ["See:", "x squared"]
    assert heard(story, plugins=["math"], option="announce") == ["See:", "Formula skipped."]
