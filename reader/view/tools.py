"""The buttons of the served view: plain forms, so that they work with and without JavaScript."""

from functools import cache
from pathlib import Path
from typing import Final

from .markup import element, shown

BUTTONS: Final = (
    ("toggle", "Play or pause"),
    ("previous-section", "Previous section"),
    ("next-section", "Next section"),
    ("previous-sentence", "Previous sentence"),
    ("next-sentence", "Next sentence"),
    ("slower", "Slower"),
    ("faster", "Faster"),
)
"""What each asks of the server, and its name."""


def tools() -> tuple[str, str]:
    """A way past the story, and the player: its buttons, where announcements appear, whether the page scrolls along."""
    past = element("a", "To the player", href="#toggle", class_="past", lang="en")
    buttons = (
        element("button", shown(words), name="do", value=asked, id=asked, type="submit") for asked, words in BUTTONS
    )
    along = element("label", '<input type="checkbox" id="along" checked>', "Scroll along")
    status = element("p", "", id="status", role="status")
    form = element("form", *buttons, along, method="post", action="do")
    return past, element("section", form, status, class_="player", aria_label="Player", lang="en")


@cache
def script() -> str:
    """The script of the served view: it marks the sentence that is heard, and does nothing that a button cannot do."""
    return Path(__file__).with_name("follow.js").read_text("utf-8")
