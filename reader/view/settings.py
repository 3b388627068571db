"""What a reader can set on the page: size, spacing, letters, width and colours, without any script."""

from .markup import element, shown

_SETTINGS = (
    ("size", "Text size", ("Normal", "Large", "Larger", "Huge")),
    ("spacing", "Spacing", ("Normal", "Wide", "Widest")),
    ("letters", "Letters", ("Plain", "With serifs", "For dyslexia")),
    ("width", "Lines", ("Normal", "Short", "As wide as the window")),
    ("colours", "Colours", ("As the system", "Light", "Dark", "High contrast", "Yellow on black")),
)
"""Name, words, and choices, of which the first is the default; the style sheet gives ``NAME-1`` and on their effect."""


def settings() -> str:
    """A closed fold with one group of radio buttons for each setting."""
    groups = (
        element(
            "fieldset", element("legend", shown(words)), *(_choice(name, n, word) for n, word in enumerate(choices))
        )
        for name, words, choices in _SETTINGS
    )
    return element("details", element("summary", "Reading settings"), element("form", *groups), class_="settings")


def _choice(name: str, number: int, word: str) -> str:
    checked = " checked" if number == 0 else ""
    return element("label", f'<input type="radio" name="{name}" id="{name}-{number}"{checked}>', shown(word))
