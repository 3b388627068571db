"""Looks for pages on which the readability stage fails with an error that is not its own, or loses words.

    python -m benchmarks.fuzz [--seconds 60] [--atheris]

Without ``--atheris`` pages are made by the generators of ``tests/test_hostile.py``, each kind for a third of the time.
With it, libFuzzer changes bytes to reach more of the code (``pip install atheris``, which is no dependency of the
project), and tells itself what it does. Prints how many pages were tried; ends with the page that failed, if one did.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
KINDS = ("text/html", "text/plain", "", "text/html; charset=gb18030")


def main() -> None:
    """Fuzzes for a while and says what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--atheris", action="store_true")
    given_options = parser.parse_args()
    counts: Counter[str] = Counter()
    if given_options.atheris:
        _with_atheris(given_options.seconds)
        return
    hostile = import_module("test_hostile")

    def must_be_clear(data: str | bytes, kind: str) -> None:
        if isinstance(data, str):
            data = data.encode("utf-8", "surrogatepass")
        assert hostile.is_clear(hostile.outcome(data, kind)), (kind, data)

    third = given_options.seconds / 3
    _until(third, counts, "generated pages", hostile.pages, hostile.test_no_visible_word_of_a_page_is_lost)
    _until(third, counts, "soups", (hostile.soups, hostile.kinds), must_be_clear)
    _until(third, counts, "bytes", (st.binary(max_size=2000), hostile.kinds), must_be_clear)
    _tell(counts)


def _until(seconds: float, counts: Counter[str], what: str, made: Any, check: Callable[..., None]) -> None:
    """Runs ``check`` on pages of one kind, a thousand at a time, until the time is over."""
    plain = getattr(check, "hypothesis", None)
    inner: Callable[..., None] = plain.inner_test if plain else check
    strategies = made if isinstance(made, tuple) else (made,)
    end = time.monotonic() + seconds

    @settings(
        max_examples=1000, deadline=None, database=None, phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(st.tuples(*strategies))
    def run(page: tuple[Any, ...]) -> None:
        if time.monotonic() < end:
            counts[what] += 1
            inner(*page)

    while time.monotonic() < end:
        run()


def _with_atheris(seconds: float) -> None:
    try:
        atheris = import_module("atheris")
    except ImportError:
        sys.exit("atheris is not installed: pip install atheris, or run without --atheris")
    with atheris.instrument_imports(include=["reader"]):
        hostile = import_module("test_hostile")
        for name in ("decoding.decode", "html_story", "plain_text"):  # they are imported late, and would be left out
            import_module(f"reader.readability.{name}")

    def one(data: bytes) -> None:
        kind = KINDS[data[0] % len(KINDS)] if data else ""
        hostile.outcome(data[1:], kind)

    words = ["".join(map("\\x{:02x}".format, piece.encode())) for piece in hostile.FRAGMENTS]
    dictionary = Path(tempfile.gettempdir()) / "sayall-fuzz.dict"
    dictionary.write_text("".join(f'"{word}"\n' for word in words), "ascii")
    options = [f"-max_total_time={seconds:.0f}", "-max_len=4000", f"-dict={dictionary}", "-timeout=10"]
    atheris.Setup([sys.argv[0], *options], one)
    atheris.Fuzz()


def _tell(counts: Counter[str]) -> None:
    for what, number in counts.items():
        print(f"{number:8,} {what}: no error but our own, no word lost")


if __name__ == "__main__":
    main()
