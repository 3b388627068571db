"""The reading view under the fingers: Orca shows it on a braille display that BRLTTY makes of nothing.

It needs Debian's package brltty, and what tests/test_orca.py needs.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import braille_display
import orca
import pytest
import ssip
from viewing import viewing

PAGE = Path(__file__).parent / "view" / "lighthouse.html"
pytestmark = [pytest.mark.orca, pytest.mark.slow]


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder whose path is short, as sockets want it."""
    if why := orca.missing("chromium") or braille_display.missing():
        pytest.skip(why)
    with tempfile.TemporaryDirectory(prefix="brl", ignore_cleanup_errors=True) as name:
        yield Path(name)


def test_the_view_its_folds_and_the_answers_of_its_player_are_shown_in_braille(folder: Path) -> None:
    with (
        braille_display.display(folder) as display,
        ssip.serving(folder / "ssip") as service,
        viewing(PAGE, folder / "ssip") as address,
        orca.at_work(service, folder, address, also=display.environment) as desk,
    ):
        desk.press("ctrl+Home")
        desk.press("2")
        assert display.shows("Key points h2")
        desk.press("b")
        assert display.shows("& y Show Caption, 1 collapsed toggle but")
        desk.press("Return")
        assert display.shows("& y Show Caption, 1 expanded toggle butt")
        desk.press("Down")
        assert display.shows("The Skerry light at dusk. Its lamp can b")
        desk.press("ctrl+Home", "Return")
        desk.press("Tab", "Tab")
        desk.press("space")
        assert display.shows("Section 1 of 3")
