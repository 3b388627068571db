"""Formulas are said in words, and all that only looks like one is left alone."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

import reader_math
from reader import Block, Role, Story
from reader.readability.formula import tex_of
from reader.testing import heard, said
from reader_math_words import formulas_in, spoken

CASES = [
    line.split(" | ") for line in (Path(__file__).parent / "cases" / "formulas.txt").read_text("utf-8").splitlines()
]
(RULE,) = reader_math.wording_rules("en")


@pytest.mark.parametrize(("formula", "words"), CASES)
def test_a_formula_is_said_in_words(formula: str, words: str) -> None:
    assert spoken(formula) == words


def test_a_formula_is_found_in_its_sentence() -> None:
    sentence = r"Let x_{i} be real; then x^2 + y^2 = z^2 holds, and \alpha is 3."
    assert said(RULE, sentence) == (
        "Let x sub i be real; then x squared plus y squared equals z squared holds, and alpha is 3."
    )


@pytest.mark.parametrize(
    "text", ["Use snake_case in file_name.py.", r"It is in C:\Users\ada.", "a_b_c and __init__", "^_^"]
)
def test_what_only_looks_like_a_formula_is_left_alone(text: str) -> None:
    assert list(formulas_in(text)) == []


@given(st.text("\\{}^_ abfrac12=", max_size=80))
def test_nothing_makes_it_raise_and_edits_never_overlap(text: str) -> None:
    end = 0
    for edit in formulas_in(text):
        assert end <= edit.start <= edit.end <= len(text)
        end = edit.end


def test_other_languages_have_no_english_formulas() -> None:
    assert reader_math.wording_rules("de") == []


def test_formulas_on_their_own_lines_are_a_choice() -> None:
    story = Story("", (Block(Role.PARAGRAPH, "See:"), Block(Role.MATH, "x^{2}")))
    assert heard(story, plugins=[reader_math]) == ["See:", "x squared"]
    assert heard(story, plugins=[reader_math], option="announce") == ["See:", "Formula skipped."]


@pytest.mark.parametrize(
    ("markup", "tex"),
    [
        ('<math alttext="{\\displaystyle x^{2}}"><mi>x</mi></math>', "x^{2}"),
        ("<math><semantics><mi>x</mi><annotation>x_{1}</annotation></semantics></math>", "x_{1}"),
        ("<math><mfrac><mi>a</mi><mrow><mi>b</mi><mo>+</mo><mn>1</mn></mrow></mfrac></math>", r"\frac{a}{b+1}"),
        ("<math><msqrt><mi>x</mi></msqrt><mroot><mi>y</mi><mn>3</mn></mroot></math>", r"\sqrt{x}\sqrt[3]{y}"),
        ("<math><munderover><mo>∑</mo><mi>i</mi><mi>n</mi></munderover><msub><mi>a</mi><mi>i</mi></msub></math>",
         r"\sum_{i}^{n}a_{i}"),
    ],
)  # fmt: skip
def test_mathml_becomes_tex(markup: str, tex: str) -> None:
    assert tex_of(etree.fromstring(markup)) == tex
