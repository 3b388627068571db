"""What a reader can set on the page: size, spacing, font, width and colours, without any script."""

from collections.abc import Mapping
from typing import Final

from .markup import element, shown

SETTINGS: Final = {
    "size": ("Text size", ("Normal", "Large", "Larger", "Huge")),
    "lines": ("Space between lines", ("Normal", "Wide", "Widest")),
    "letters": ("Space between letters", ("Normal", "Wide", "Widest")),
    "words": ("Space between words", ("Normal", "Wide", "Widest")),
    "font": ("Font", ("Plain", "With serifs", "For dyslexia")),
    "width": ("Length of lines", ("Normal", "Short", "As wide as the window")),
    "colours": ("Colours", ("As the system", "Light", "Dark", "High contrast", "Yellow on black")),
}
"""By name: words, and choices, of which the first is the default; the style sheet gives ``NAME-1`` and on their effect.
"""

Kept = Mapping[str, str]
"""The choice for each setting that is not the default, in the words of `SETTINGS`."""


def known(given: Mapping[str, object]) -> Kept:
    """Those of ``given`` that are choices for settings."""
    return {name: str(given[name]) for name, (_, choices) in SETTINGS.items() if given.get(name) in choices}


def settings(kept: Kept, *, keeps: bool = False) -> str:
    """A closed fold with one group of radio buttons for each setting, and a button that ``keeps`` them."""
    groups = [
        element("fieldset", element("legend", shown(words)), *(_choice(name, n, kept) for n in range(len(choices))))
        for name, (words, choices) in SETTINGS.items()
    ]
    if keeps:
        button = element("button", "Keep these settings", type="submit", id="keep")
        form = element("form", *groups, button, id="settings", method="post", action="keep")
    else:
        form = element("form", *groups, id="settings")
    return element("details", element("summary", "Reading settings"), form, class_="settings")


def _choice(name: str, number: int, kept: Kept) -> str:
    choices = SETTINGS[name][1]
    word = choices[number]
    checked = " checked" if kept.get(name, choices[0]) == word else ""
    button = f'<input type="radio" name="{name}" value="{word}" id="{name}-{number}"{checked}>'
    return element("label", button, shown(word))
