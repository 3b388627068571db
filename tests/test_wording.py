"""What is written is said as a newsreader would say it, and nothing else is touched."""

import time
from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.script.wording import RULES, Edit, Rule, edits, speak, switched_off
from reader.script.wording.read_out import READ_OUT

CASES = Path(__file__).parent / "cases"


def cases(language: str) -> dict[str, list[tuple[str, str]]]:
    """The cases of a language by their headings."""
    found = defaultdict(list)
    heading = ""
    for line in (CASES / f"wording_{language}.txt").read_text(encoding="utf-8").splitlines():
        written, arrow, said = line.partition(" => ")
        if arrow:
            found[heading].append((written, said))
        elif line.startswith("# "):
            heading = line[2:]
    return dict(found)


ENGLISH = cases("en")
KNOWN = ("en", "de", "fr", "es")
OTHERS = [rule for rule in RULES if rule.name in ("cardinals", "symbols", "punctuation", "rest")]
TROUBLE = st.text(alphabet="0123456789.,:;-–/$£%°'’\"#@&()[]*+=<> \tapmsthkgXIV_½²★\u200b\u00ad😀", max_size=60)
PROSE = """
    the minister said that people in Paris and London were not afraid of what might happen here at night but she had
    never met anyone who could say why they were leaving so early or whether it mattered to him
"""
WORDS = st.lists(st.sampled_from(PROSE.split()), min_size=1, max_size=30)


@pytest.mark.parametrize("heading", ENGLISH)
def test_a_written_form_is_said_as_a_newsreader_says_it(heading: str) -> None:
    assert [(written, speak(written, "en")) for written, _ in ENGLISH[heading]] == ENGLISH[heading]


@pytest.mark.parametrize("language", ["de", "fr", "es"])
def test_other_languages_have_their_numbers_and_signs_said(language: str) -> None:
    for those in cases(language).values():
        assert [(written, speak(written, language)) for written, _ in those] == those


@pytest.mark.parametrize("language", ["de", "fr", "es"])
@given(st.text(alphabet="0123456789 .,:-–/$€%°aermXIV", max_size=40))
def test_other_languages_leave_no_number_unsaid(language: str, text: str) -> None:
    assert not any(char.isdigit() for char in speak(text, language))


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
def test_a_space_that_does_not_break_is_a_space(language: str) -> None:
    for written, said in (case for those in cases(language).values() for case in those):
        assert speak(written.replace(" ", "\u00a0"), language) == said


@given(WORDS, st.sampled_from([".", "!", "?", ",", ":", "”"]))
def test_plain_prose_is_left_as_it_is(words: list[str], end: str) -> None:
    text = " ".join(words) + end
    assert edits(text, RULES, "en") == []


@given(TROUBLE | st.text(max_size=60))
def test_edits_are_in_order_and_within_the_text(text: str) -> None:
    at = 0
    for edit in edits(text, RULES, "en"):
        assert at <= edit.start <= edit.end <= len(text)
        assert edit.said != text[edit.start : edit.end]
        at = edit.end


@given(st.text(alphabet="0123456789 .,:-–/$£%'’()ab", max_size=40))
def test_no_number_is_left_unsaid(text: str) -> None:
    assert not any(char.isdigit() for char in speak(text, "en"))


def test_an_earlier_rule_keeps_what_it_claimed() -> None:
    first = Rule("first", lambda text: [Edit(2, 4, "X")])
    second = Rule("second", lambda text: [Edit(0, 3, "Y"), Edit(4, 6, "Z"), Edit(3, 3, "W")])
    assert edits("abcdef", [first, second]) == [Edit(2, 4, "X"), Edit(4, 6, "Z")]


def test_an_edit_that_says_what_is_written_keeps_later_rules_away() -> None:
    kept = Rule("kept", lambda text: [Edit(0, 2, "12")])
    assert edits("12", [kept, *RULES], "en") == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.name}-{'-'.join(rule.languages)}")
def test_what_a_rule_that_is_switched_off_would_change_stays_as_it_is_written(rule: Rule) -> None:
    language = rule.languages[0] if rule.languages else "en"
    written = [text for those in cases(language).values() for text, _ in those] if language in KNOWN else ["👍"]
    for text in written:
        those = [edit for edit in edits(text, [rule], language) if edit.end > edit.start]
        without = edits(text, [switched_off(rule)], language)
        assert without == []
        for edit in those[:1]:
            assert not any(
                edit.start <= other.start < edit.end for other in edits(text, [switched_off(rule), *OTHERS], language)
            )


def test_a_rule_is_left_out_by_its_name() -> None:
    fewer = [rule for rule in RULES if rule.name not in ("money", "symbols")]
    assert speak("a $5 note", "en") == "a five dollar note"
    assert speak("a $5 note", "en", fewer) == "a $ five note"


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "ja", "xx"])
def test_no_two_rules_of_a_language_have_the_same_name(language: str) -> None:
    names = [rule.name for rule in RULES if rule.suits(language)]
    assert sorted(set(names)) == sorted(names)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (
            "https://www.example.org/a-b_c",
            "HTTPS colon slash slash WWW dot example dot org slash a dash b underscore c",
        ),
        ("Go to example.org/2014/04.", "Go to example dot org slash two zero one four slash zero four."),
        (
            "http://youtu.be/dQw4?t=3",
            "HTTP colon slash slash youtu dot be slash D, cap Q, W, four question mark t equals three",
        ),
        ("ask jo-1@example.org now", "ask jo dash one at example dot org now"),
        ("It rose 3.5% to $4.", "It rose three point five percent to four dollars."),
    ],
)
def test_addresses_are_read_out_for_who_writes_them_down(written: str, said: str) -> None:
    assert speak(written, "en", (*READ_OUT, *RULES)) == said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "de",
            "https Doppelpunkt Schrägstrich Schrägstrich www Punkt example Punkt org Schrägstrich a Unterstrich eins",
        ),
        (
            "fr",
            "https deux-points barre oblique barre oblique www point example point org barre oblique a tiret bas un",
        ),
        ("es", "https dos puntos barra barra www punto example punto org barra a guion bajo uno"),
    ],
)
def test_addresses_are_read_out_in_other_languages(language: str, said: str) -> None:
    assert speak("https://www.example.org/a_1", language, (*READ_OUT, *RULES)) == said


def test_english_rules_leave_other_languages_alone() -> None:
    assert speak("Dr. Hund zahlt $5", "xx") == "Dr. Hund zahlt $5"


HOSTILE = """
    111, ,111 1,111_ $111, 1111,111th #1, 1.1. 1:11 11/ 1e
    1 1, 1- 1/ 1. 1: $ $1_
    a. A. A._ A_ Ab_ AB_ #a @a a@ - -_ a=b [ ( <a_ * *_ > >_ ½ 1_ _ 1_x_ 1am 1_Jan_ a/ http://a. I_ IV_
    ' … 5'_ St._ Ã© 😀 ★ 0 0- 1_km_ to_1_ £1m- =1 St_ Charles_I_ call_911_ 1"_ Aa aA 1st_ " `` ab.cd a: Mon_ (1) +1 % &
    x^2_ A.1. 1s_ 1° 1°1′ M &a; 6-4_ 1_000_ Mo._ der_1._ WWI_ α_ 1x1_ 06_12_ 1.-2. II._ 1-1- MR_A n°1 Psalm_1:1-
"""


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
@pytest.mark.parametrize("unit", HOSTILE.split())
def test_a_hostile_sentence_takes_no_more_than_its_share_of_time(unit: str, language: str) -> None:
    text = (unit.replace("_", " ") * 10_000)[:10_000]
    began = time.process_time()
    speak(text, language)
    assert time.process_time() - began < 2
