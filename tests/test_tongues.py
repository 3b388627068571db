"""A sentence in another language is said in a voice for it, when that is sure; a name or a few words never are."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import Page
from reader.readability import read
from reader.script.narrate import narrate
from reader.script.tongues import passages
from reader.script.utterance import Language, Mark, Part, Pause, Utterance
from reader.story import Block, Link, Position, Role, Story, Tongue
from reader.view import page as view

GERMAN = "„Wir haben die ganze Nacht nicht geschlafen, weil es auf dem Wasser so laut war“"
FRENCH = "« Nous avons attendu le bateau dans le port avec les enfants »"
SPANISH = "“No sabemos cuándo llegará el barco, pero todos los que están aquí lo esperan”"


def said(sentence: str, language: str = "en") -> list[tuple[str, str]]:
    return [(tongue, sentence[start:end]) for start, end, tongue in passages(sentence, language)]


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        (f"{GERMAN}, said the captain.", [("de", GERMAN), ("en", ", said the captain.")]),
        (f"The captain said: {GERMAN}.", [("en", "The captain said: "), ("de", f"{GERMAN}.")]),
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
    assert parts[-1][1] == len(sentence)


def parts(utterance: Utterance) -> list[str]:
    """What is said, with each change of language as "[de]"."""

    def shown(part: Part) -> str:
        return f"[{part.tag}]" if isinstance(part, Language) else "[pause]" if isinstance(part, Pause) else str(part)

    return [shown(part) for part in utterance.parts if not isinstance(part, Mark)]


def test_each_part_is_said_in_its_language_and_keeps_its_place() -> None:
    text = f"The captain said: {GERMAN}. Nobody answered."
    story = Story("", (Block(Role.PARAGRAPH, text),), language="en")
    said, answered = narrate(story)
    assert (said.language, parts(said)) == ("en", ["The captain said: ", "[pause]", "[de]", f"{GERMAN}."])
    assert (answered.language, answered.text) == ("en", "Nobody answered.")
    inside = text.index("Nacht")
    assert said.position_at(inside) == Position(0, inside)
    (first, *_) = narrate(story, Position(0, inside))
    assert (first.language, first.text.split()[0], first.start.offset) == ("de", "Nacht", inside)


WORDS = "A feeling of déjà vu, he said, is no Gemütlichkeit."


def told(*passages: tuple[str, str], text: str = WORDS, language: str = "en") -> Story:
    tongues = tuple(Tongue(text.index(words), text.index(words) + len(words), tag) for words, tag in passages)
    return Story("", (Block(Role.PARAGRAPH, text, tongues=tongues),), language=language)


def test_a_single_word_is_said_in_the_language_that_its_page_gives_it() -> None:
    story = told(("Gemütlichkeit", "de"), ("déjà vu", "fr-CA"))
    (said,) = narrate(story)
    assert parts(said) == [
        "A feeling of ", "[fr-CA]", "déjà vu", "[pause]", "[en]", ", he said, is no ", "[de]", "Gemütlichkeit.",
    ]  # fmt: skip
    assert said.position_at(WORDS.index("Gem")) == Position(0, WORDS.index("Gem"))


def test_one_switch_leaves_all_in_the_language_of_the_story() -> None:
    text = f"{WORDS} The captain said: {GERMAN}. Мы ждали всю ночь."
    story = told(("Gemütlichkeit", "de"), text=text)
    assert [(one.language, "[" in "".join(parts(one))) for one in narrate(story, one_language=True)] == [
        ("en", False),
        ("en", False),
        ("en", False),
    ]


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("en-GB", "déjà vu"),
        ("und", "déjà vu"),
        ("zxx", "déjà vu"),
        ("not a tag", "déjà vu"),
        ("", "déjà vu"),
        ("ja", "déjà vu"),
        ("ja-Latn", "Gemütlichkeit"),
        ("de", WORDS),
    ],
)
def test_a_page_is_not_believed_where_the_words_speak_against_it(tag: str, words: str) -> None:
    assert parts(next(narrate(told((words, tag))))) == [WORDS]


def test_a_passage_within_a_passage_keeps_its_own_language() -> None:
    text = "They said: il faut du fair play dans ce match de football, and left."
    story = told(("il faut du fair play dans ce match de football", "fr"), ("fair play", "en-GB"), text=text)
    assert parts(next(narrate(story))) == [
        "They said: ", "[pause]", "[fr]", "il faut du ", "[en]", "fair play", "[fr]", " dans ce match de football",
        "[pause]", "[en]", ", and left.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "tongue", "passage"),
    [
        ("He said “Мы ждали всю ночь” and left.", "ru", "“Мы ждали всю ночь”"),
        ("He said “Ми чекали її всю ніч” and left.", "uk", "“Ми чекали її всю ніч”"),
        ("A sign said 「猫が好きな人はここで待つ」 in red.", "ja", "「猫が好きな人はここで待つ」"),
        ("A sign said “人们必须把轮子绑住” in red.", "zh", "“人们必须把轮子绑住”"),
        ("كل الناس ينتظرون السفينة، said the man.", "ar", "كل الناس ينتظرون السفينة،"),
        ("They sang “כל הלילה חיכינו לאונייה” at dawn.", "he", "“כל הלילה חיכינו לאונייה”"),
    ],
)
def test_a_script_of_its_own_is_enough(sentence: str, tongue: str, passage: str) -> None:
    assert (tongue, passage) in said(sentence)


def test_a_name_in_another_script_is_left_to_the_voice_of_the_sentence() -> None:
    for sentence in ("Lev Tolstoy (Лев Толстой) wrote it.", "The paper 東京新聞 wrote it.", "Αθήνα is Athens."):
        assert said(sentence) == [("en", sentence)]


def page(body: str, language: str = "en") -> Story:
    html = f'<html lang="{language}"><body><article><h1>Words</h1>{body}</article></body></html>'
    return read(Page("words.html", "text/html", html.encode()))


def test_the_languages_of_inline_elements_are_kept_at_their_place() -> None:
    story = page(
        '<p>A feeling of <a href="/x"><i lang="fr">déjà\n vu</i></a>, he said,<br> is no'
        ' <em xml:lang="de">Gemütlichkeit <b>at all</b></em>, as everybody on the shore knows very well.</p>'
    )
    (block,) = (block for block in story.blocks if block.tongues)
    assert sorted((block.text[one.start : one.end], one.language) for one in block.tongues) == [
        ("Gemütlichkeit at all", "de"),
        ("déjà vu", "fr"),
    ]


def test_languages_of_parts_are_marked_in_the_reading_view() -> None:
    link = Link(WORDS.index("vu"), WORDS.index(", he"), "https://example.org/")
    story = told(("déjà vu", "fr"), ("Gemütlichkeit", "de"))
    story = replace(story, blocks=tuple(replace(block, links=(link,)) for block in story.blocks))
    assert (
        'A feeling of <span lang="fr" dir="ltr">déjà </span><a href="https://example.org/"><span lang="fr" dir="ltr">vu'
        '</span></a>, he said, is no <span lang="de" dir="ltr">Gemütlichkeit</span>.'
    ) in view(story)
    (block,) = told(text="A sign said 「猫が好きな人はここで待つ」 in red.").blocks
    assert '<span lang="ja" dir="ltr">「猫が好きな人はここで待つ」</span>' in view(Story("", (block,), language="en"))
