"""A sentence in another language is said in a voice for it, when that is sure; a name or a few words never are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.script.narrate import narrate
from reader.script.tongues import passages
from reader.story import Block, Position, Role, Story

GERMAN = "„Wir haben die ganze Nacht nicht geschlafen, weil es auf dem Wasser so laut war“"
FRENCH = "« Nous avons attendu le bateau dans le port avec les enfants »"
SPANISH = "“No sabemos cuándo llegará el barco, pero todos los que están aquí lo esperan”"


def said(sentence: str, language: str = "en") -> list[tuple[str, str]]:
    return [(tongue, sentence[start:end]) for start, end, tongue in passages(sentence, language)]


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        (f"{GERMAN}, said the captain.", [("de", GERMAN), ("en", ", said the captain.")]),
        (f"The captain said: {GERMAN}.", [("en", "The captain said: "), ("de", GERMAN)]),
        (
            f"“We waited,” she said, {FRENCH}, and then, “it came.”",
            [("en", "“We waited,” she said, "), ("fr", FRENCH), ("en", ", and then, “it came.”")],
        ),
        (f"As the notice said, {SPANISH}", [("en", "As the notice said, "), ("es", SPANISH)]),
        (
            "Ils ont dit que le bateau ne viendrait pas avant la nuit.",
            [("fr", "Ils ont dit que le bateau ne viendrait pas avant la nuit.")],
        ),
        (
            "На корабле было много людей, и все они ждали утра.",
            [("ru", "На корабле было много людей, и все они ждали утра.")],
        ),
    ],
)
def test_a_foreign_sentence_is_told_from_the_words_around_it(sentence: str, parts: list[tuple[str, str]]) -> None:
    assert said(sentence) == parts


@pytest.mark.parametrize(
    "sentence",
    [
        "He read Die Zeit, Le Monde, La Repubblica and El País on the quay.",
        "The film “La vita è bella” won three prizes.",
        "“Les Misérables” and “Der Rosenkavalier” were sold out in Paris and in Wien.",
        "She ordered a café au lait, pâté de foie gras and crème brûlée.",
        "Ludwig van Beethoven, Vincent van Gogh and Charles de Gaulle never met.",
        "“Je ne regrette rien,” she sang.",
        "The São Paulo Museum of Art and the Universidade de São Paulo are in Brazil.",
        "Real Madrid, Atlético de Madrid, Bayern München and Paris Saint-Germain are in the draw.",
        "“The rain in Spain stays mainly in the plain,” he said, “as we all know.”",
        "De la Cruz, de la Rosa and del Toro signed.",
        "Москва.",
        "A | B | C | D | E | F | G | H | I | J | K | L | M",
        "",
    ],
)
def test_names_and_a_few_words_are_never_taken_for_another_language(sentence: str) -> None:
    assert said(sentence) == [("en", sentence)]


def test_languages_that_are_much_alike_are_not_told_apart() -> None:
    danish = "De har ikke været her siden i går, og det er der ingen som har sagt noget om."
    assert said(danish, "nb") == [("nb", danish)]


@given(st.text(max_size=80), st.sampled_from(["en", "de-AT", "ja", "xx"]))
def test_the_parts_are_the_sentence_without_a_gap(sentence: str, language: str) -> None:
    parts = list(passages(sentence, language))
    assert [start for start, _, _ in parts][1:] == [end for _, end, _ in parts][:-1]
    assert parts[0][0] == 0
    assert not any(map(str.isalnum, sentence[parts[-1][1] :]))


def test_each_part_is_said_in_its_language_and_keeps_its_place() -> None:
    text = f"The captain said: {GERMAN}. Nobody answered."
    story = Story("", (Block(Role.PARAGRAPH, text),), language="en")
    utterances = list(narrate(story))
    assert [(one.language, one.text.strip()) for one in utterances] == [
        ("en", "The captain said:"),
        ("de", GERMAN),
        ("en", "Nobody answered."),
    ]
    assert [one.start.offset for one in utterances] == [0, text.index(GERMAN), text.index("Nobody")]
    inside = text.index("Nacht")
    (first, *_) = narrate(story, Position(0, inside))
    assert (first.language, first.text.split()[0], first.start.offset) == ("de", "Nacht", inside)
