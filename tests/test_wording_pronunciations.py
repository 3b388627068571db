"""A listener's own pronunciations come before everything else, and a broken file says where it is broken."""

from pathlib import Path

import pytest

from reader.errors import PronunciationError
from reader.script.wording import RULES, speak
from reader.script.wording.pronunciations import load

TOML = r"""
[[say]]
word = "Kyiv"
as = "Keev"

[[say]]
word = "US"
as = "the States"
case = true

[[say]]
word = "San  Jose"
as = "San Ho-zay"

[[say]]
pattern = 'Ep\. (\d+)'
as = 'episode \1'
language = "en"

[[say]]
word = "Paris"
as = "Paree"
language = "fr-FR"

[[skip]]
word = "Advertisement"
"""

PLS = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE lexicon [<!ENTITY name "expanded">]>
<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="ipa" xml:lang="en-US">
  <lexeme><grapheme>W3C</grapheme><alias>World Wide Web Consortium</alias></lexeme>
  <lexeme><grapheme>Sault</grapheme><grapheme>Soo</grapheme><phoneme>suː</phoneme><alias>Sue</alias></lexeme>
  <lexeme><grapheme>tomato</grapheme><phoneme>təmɑːtoʊ</phoneme></lexeme>
  <lexeme><grapheme>odd</grapheme><alias>&name;</alias></lexeme>
</lexicon>
"""

NVDA = "\ufeff#two comments\n#in a row\nlol\tlaughing\t0\t2\n\nC\\#\tC sharp\t1\t0\n"
NVDA += "(\\d+)px\t\\1 pixels\t0\t1\nun\tnot \t1\t4\n"


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_words_patterns_languages_and_what_is_skipped(tmp_path: Path) -> None:
    rules = (*load(written(tmp_path, "mine.toml", TOML)), *RULES)
    assert speak("Kyiv, KYIV and Kyivan", "en", rules) == "Keev, Keev and Kyivan"
    assert speak("The US told us.", "en", rules) == "The the States told us."
    assert speak("In San\nJose: Ep. 12, Paris", "en", rules) == "In San Ho-zay: episode twelve, Paris"
    assert speak("Ep. 12 à Paris", "fr", rules) == "Ep. douze à Paree"
    assert speak("Advertisement The mayor left.", "", rules) == "The mayor left."


def test_a_lexicon_of_the_w3c_gives_its_aliases_and_expands_nothing(tmp_path: Path) -> None:
    rules = load(written(tmp_path, "names.pls", PLS))
    assert speak("The W3C met in Sault, or Soo, over a tomato and an odd w3c.", "en", rules) == (
        "The World Wide Web Consortium met in Sue, or Sue, over a tomato and an odd w3c."
    )
    assert speak("W3C", "de", rules) == "W3C"


def test_a_dictionary_of_nvda_gives_words_parts_and_expressions(tmp_path: Path) -> None:
    rules = load(written(tmp_path, "default.dic", NVDA))
    assert speak("LOL, lollipop! C# is 20px undone, un.", "en", rules) == (
        "laughing, lollipop! C sharp is 20 pixels not done, un."
    )


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.toml", "[[say]]\nword = 1", "[[say]] number 1: word = 1 is no text"),
        ("a.toml", "[[say]]\nword = 'a'", '[[say]] number 1: give what is said, as = "…"'),
        ("a.toml", "[[say]]\nas = 'a'", "[[say]] number 1: give either a word or a pattern"),
        (
            "a.toml",
            "[[skip]]\nword = 'a'\nas = 'b'",
            "[[skip]] number 1: 'as' is unknown; there are word, pattern, language, case",
        ),
        ("a.toml", "[say]\nword = 'a'", "begin each entry with [[say]] or [[skip]], not 'say'"),
        (
            "a.toml",
            "[[say]]\npattern = '('\nas = ''",
            "the pattern '(' is broken (missing ), unterminated subpattern at position 0)",
        ),
        (
            "a.toml",
            "[[say]]\npattern = 'a'\nas = '\\1'",
            "the pattern 'a' is broken (invalid group reference 1 at position 1)",
        ),
        ("a.dic", "lol\tlaughing\n", "line 1 is no entry of a speech dictionary (pattern, replacement, 0 or 1, type)"),
        ("a.dic", "lol\tlaughing\t0\t9\n", "line 1 has the type 9; 0 to 5 are known"),
        ("a.pls", "<html/>", "is no pronunciation lexicon, it begins with <html>"),
    ],
)
def test_a_broken_file_is_named_with_the_place_and_what_to_do(
    tmp_path: Path, name: str, text: str, message: str
) -> None:
    path = written(tmp_path, name, text)
    with pytest.raises(PronunciationError) as raised:
        load(path)
    assert str(raised.value) == f"{path}: {message}"


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(PronunciationError, match="cannot be read"):
        load(tmp_path / "none.toml")
