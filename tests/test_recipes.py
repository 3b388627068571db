"""The parts of a recipe are what its labels say: ingredients and steps are items, tips and nutrition stand beside."""

from pathlib import Path

import pytest

from reader.readability.html_story import read_html
from reader.readability.kinds.recipes import part_of
from reader.readability.shapes import is_rating
from reader.story import Role

PROSE = [
    "These knots look difficult and are not: whoever can tie a shoe can tie one, and the taste is the same.",
    "The dough is soft and wants a cool room, which is why I put the bowl into the sink on hot days.",
    "Eat them warm. They will be good tomorrow as well, but there will not be any tomorrow.",
]
SPOONS = "<h2>Ingredients</h2><ul><li>500 g flour</li><li>80 g butter</li></ul>"


def cases(section: str) -> list[tuple[str, str]]:
    """Markup, and what is told of it: role, number and text of each block."""
    text = (Path(__file__).parent / "cases" / "recipes.txt").read_text("utf-8")
    lines = text.partition(f"[{section}]\n")[2].partition("\n\n")[0].splitlines()
    return [(markup, told.strip()) for markup, told in zip(lines[::2], lines[1::2], strict=True)]


def told(inside: str, before: str = SPOONS) -> list[str]:
    """Role, number and text of what stands in the midst of a recipe."""
    text = [f"<p>{sentence}</p>" for sentence in PROSE]
    markup = f"<html><body><article><h1>Knots</h1>{text[0]}{text[1]}{before}{inside}{text[2]}</article></body></html>"
    known = {"Knots", *PROSE}
    if before:
        known |= {"Ingredients", "500 g flour", "80 g butter"}
    blocks = read_html(markup, "https://page.example/knots").blocks
    return [f"{b.role.value} {b.number_shown}|{b.text}" for b in blocks if b.text not in known]


@pytest.mark.parametrize(("markup", "expected"), cases("beside"))
def test_what_stands_beside_a_recipe_is_told_from_it(markup: str, expected: str) -> None:
    assert " / ".join(told(markup)) == expected


def test_where_there_are_no_ingredients_tips_belong_to_the_text() -> None:
    assert told("<div><h3>Tips</h3><p>Freeze what is left.</p></div>", before="") == [
        "heading |Tips", "paragraph |Freeze what is left.",
    ]  # fmt: skip


@pytest.mark.parametrize(("markup", "expected"), cases("ingredients"))
def test_ingredients_are_items_however_they_are_made(markup: str, expected: str) -> None:
    assert " / ".join(told(markup, before="")) == expected


@pytest.mark.parametrize(("markup", "expected"), cases("steps"))
def test_a_number_in_an_element_of_its_own_is_that_of_what_follows(markup: str, expected: str) -> None:
    said = [line for line in told(markup) if not line.startswith(Role.BOILERPLATE)]
    assert " / ".join(said) == expected


PARTS = """
ingredients | Ingredients:  Zutaten für 4 Personen  材料（2人分）  Ingrédients  Dora's ingredients
tips | Tipp!  Dora's tip  コツ・ポイント  Le conseil de Lison
nutrition | Nutrition Facts  Nährwerte pro Portion  Näringsvärde per 100 gram
method | Directions  Gör så här  作り方
asked | Did you make this recipe?
"""


@pytest.mark.parametrize("case", PARTS.strip().splitlines())
def test_the_labels_of_recipes_are_known_in_many_languages(case: str) -> None:
    part, _, labels = case.partition(" | ")
    known = [text for text in labels.split("  ") if part_of(text) == part]
    assert known == [text for text in labels.split("  ") if not text.startswith("Dora's ing")]


RATINGS = "4.87 from 132 votes|4,6 von 5 (218 Bewertungen)|★★★★☆ (87)|4,7/5 (89 avis)|2,114 user ratings"


def test_how_many_stars_were_given_is_told_from_what_says_something() -> None:
    assert all(map(is_rating, RATINGS.split("|")))
    assert not any(map(is_rating, ("4 eggs", "From 9 to 5", "In 2012 votes were few", "Out of 40 bells", "1998")))
