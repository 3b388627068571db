"""Garbled letters are mended, and nothing else is changed."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from languages import TEXTS

from reader.readability.decoding.mend import mend

CODE_PAGES = (
    "cp1252", "latin_1", "cp1250", "cp1251", "cp1254", "cp1257", "iso8859_2", "mac_roman", "cp437", "cp850", "cp852",
    "cp858", "cp857", "cp863", "cp865", "cp861", "cp737", "cp866", "koi8_r", "koi8_u", "mac_turkish",
)  # fmt: skip


def garbled(text: str, codec: str) -> str:
    """``text`` as it looks when its UTF-8 is read in ``codec``; bytes that mean nothing there stay as they are."""
    return "".join(bytes((byte,)).decode(codec, "ignore") or chr(byte) for byte in text.encode())


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("d├ętente", "détente"),
        ("d├®tente", "détente"),
        ("d├⌐tente", "détente"),
        ("d√©tente", "détente"),
        ("dÃ©tente", "détente"),
        ("dÃƒÂ©tente", "détente"),
        ("donâ€™t", "don’t"),
        ("donÔÇÖt say ÔÇ£noÔÇØ", "don’t say “no”"),
        ("donΓÇÖt", "don’t"),
        ("so he said.â€\ufffd", "so he said.”"),
        ("voilÃ le travail", "voilà le travail"),
        ("п÷я─п╦п╡п╣я┌", "Привет"),
        ("╨Я╤А╨╕╨▓╨╡╤В", "Привет"),
    ],
)
def test_a_word_is_mended(text: str, mended: str) -> None:
    assert mend(text) == mended


@pytest.mark.parametrize("codec", CODE_PAGES)
@pytest.mark.parametrize("name", ["de", "fr", "es", "da"])
def test_a_sentence_is_mended_whatever_its_utf_8_was_read_as(name: str, codec: str) -> None:
    text = TEXTS[name]
    assert mend(garbled(text, codec)) == text


@pytest.mark.parametrize("codec", ["cp1252", "cp850", "cp852", "cp437", "mac_roman", "koi8_r", "cp866"])
def test_a_sentence_in_cyrillic_is_mended(codec: str) -> None:
    text = TEXTS["ru"]
    assert mend(garbled(text, codec)) == text


CLEAN = (
    *TEXTS.values(),
    "CAFÉ» MAÇÃ É BOA, IRMÃ, AMANHÃ, LIÇÃO. A ÎLE»",
    "├── état\n│   └── été.txt\n└── src",
    "┌─┬─┐\n│Ä│Ö│\n└─┴─┘",
    "„Äh“, sagte sie, ‚Ärger‘, «ÖÖ» und „BLÅ“.",
    "—А потом? –Я не знаю. СЁСТРЫ, «Я», ЁЖ.",
    "tovarăş, oraşăş, Ţară, ŞŢĂ, Îţi",
    "a² + b² = c², ½ × ¾ ÷ µ ± 5 °C, €5, £5, ¥5, §7, ©, ®, ™, ¶",
    "naïve—café… “Ça”, l’œuvre, Œuvre, Ærø, ØØ, Þór, ÐÞ, Ÿ, ß",
    "ΓΕΙΑ σου Ωμέγα, Ünlü İĞDIR, ıİ, ŁÓDŹ, ÖÄÜ, ÀÈÌ, ÂÊÎ, ÃÕ",
    "¿¡Sí!? ªº «á» ·l·l 1ª 2º",
    "ノーブレーク\xa0スペース, soft\xadhyphen, zero\u200bwidth",
)  # fmt: skip


@pytest.mark.parametrize("text", CLEAN)
def test_clean_text_is_not_changed(text: str) -> None:
    assert mend(text) == text


def _words(text: str) -> st.SearchStrategy[str]:
    letters = sorted({letter.lower() for letter in text if letter.isalpha() and len(letter.lower()) == 1})
    word = st.text(st.sampled_from(letters), min_size=1, max_size=8)
    cased = st.one_of(word, word.map(str.capitalize), word.map(str.upper))
    marks = [
        " ",
        " ",
        " ",
        ", ",
        ". ",
        "… ",
        " – ",
        "—",
        "! ",
        "? ",
        " «",
        "» ",
        " “",
        "” ",
        " „",
        "“ ",
        "’",
        "-",
        "; ",
        ": ",
        "\n",
        "\xa0",
    ]
    return st.lists(st.tuples(cased, st.sampled_from(marks)), max_size=12).map(
        lambda parts: "".join(map("".join, parts))
    )


@given(st.sampled_from(sorted(TEXTS)).flatmap(lambda name: _words(TEXTS[name])))
@settings(max_examples=400, deadline=None)
def test_words_of_no_language_are_changed(text: str) -> None:
    assert mend(text) == text


@given(st.text(max_size=200))
@settings(max_examples=300, deadline=None)
def test_mending_any_text_ends_and_what_is_mended_stays(text: str) -> None:
    mended = mend(text)
    assert mend(mended) == mended


def test_ftfy_is_not_imported_for_clean_text() -> None:
    program = (
        "import sys; from reader.readability.decoding.mend import mend; mend('Größe – “naïve” été'); "
        "sys.exit('ftfy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
