"""However a reading ends, at most the sentence that was heard last is lost."""

import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(__file__).with_name("killed.py")


@pytest.mark.skipif(sys.platform == "win32", reason="kills with a signal")
@pytest.mark.slow
def test_killed_fifty_times_it_goes_on_within_one_sentence_of_what_was_heard(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, PROGRAM, tmp_path / "places", "50"], capture_output=True, text=True, timeout=120, check=True
    )
    pairs = [tuple(map(int, line.split())) for line in done.stdout.splitlines()]
    assert len(pairs) == 50
    assert [(heard, kept) for heard, kept in pairs if heard - kept not in (0, 1)] == []
    assert pairs[-1][0] > pairs[0][0] + 10, "next to nothing was read on"
    # Nothing of the place is half written; what was being written when it was killed may lie beside it.
    assert len(list((tmp_path / "places").glob("*.json"))) == 1
