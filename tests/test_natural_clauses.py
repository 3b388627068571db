"""In which pieces a long sentence is made, so that it begins soon."""

import pytest

from reader_natural import _clauses

GOING_ON = " talked" + " and talked" * 8


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("A short one, which is made at once.", ["A short one, which is made at once."]),
        (f"When they had met at last, they{GOING_ON}, all", ["When they had met at last, ", f"they{GOING_ON}, all"]),
        (f"So, they{GOING_ON}", [f"So, they{GOING_ON}"]),
        ("word " * 70, ["word " * 60, "word " * 10]),
        ("x" * 310, ["x" * 300, "x" * 10]),
    ],
)  # fmt: skip
def test_the_first_clause_of_a_long_sentence_is_made_by_itself(text: str, clauses: list[str]) -> None:
    made = list(_clauses(text))
    assert [clause for _, clause in made] == clauses
    assert [text[start : start + len(clause)] for start, clause in made] == clauses
