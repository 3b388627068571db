"""What is not needed before the first sound is not made ready before it: modules, patterns, generated classes."""

import subprocess
import sys
from pathlib import Path

import pytest

TOWNS = ("Kyiv", "Lviv", "Odesa", "Poltava", "Uzhhorod", "Kovel", "Lutsk", "Rivne")
PAGE = "<title>The way of a samovar</title><h1>The way of a samovar</h1>" + "".join(
    f"<p>From {town} they came by train, {number} of them, and brought along what they had at home. It was a long way, "
    f"said those who had got in at {town}, with {number} changes and no tea, and nobody had slept in all that time.</p>"
    for number, town in enumerate(TOWNS, 2)
)
BEGIN = """
import dataclasses, sys
generated = []
plain = dataclasses.dataclass
def dataclass(kind=None, /, **how):
    if how.get("init", True):
        generated.append(1)
    return plain(kind, **how)
dataclasses.dataclass = dataclass
from reader.cli import main
sys.argv = ["sayall", "save", sys.argv[1], "--engine", "silent", "--quiet", "-o", sys.argv[1] + ".wav"]
try:
    main()
except SystemExit as over:
    assert not over.code, over.code
"""


@pytest.fixture(name="page")
def _page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for folder in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(folder, str(tmp_path))
    page = tmp_path / "page.html"
    page.write_text(PAGE, "utf-8")
    return page


def after_saving(page: Path, script: str) -> list[str]:
    """What ``script`` prints when a page was saved; ``generated`` has an item for each generated class."""
    run = [sys.executable, "-c", BEGIN + script, str(page)]
    return subprocess.run(run, capture_output=True, check=True, text=True).stdout.split()


def test_a_page_that_is_saved_needs_no_sound_device_and_a_page_without_data_no_parser_for_it(page: Path) -> None:
    late = {
        "asyncio", "email", "ftfy", "html", "importlib.metadata", "json", "readability", "ssl",
        "reader.readability.site_rules", "reader.readability.choosing.unshown",
        "reader.speech.outputs.device", "reader.speech.outputs.libpulse", "reader.view",
    }  # fmt: skip
    assert after_saving(page, f"print(*sorted({late!r}.intersection(sys.modules)))") == []


def test_most_values_are_made_without_generated_code(page: Path) -> None:
    (count,) = after_saving(page, "print(len(generated))")
    assert int(count) <= 20


def test_no_pattern_that_few_pages_need_is_compiled_when_it_is_imported(page: Path) -> None:
    look = (
        "from reader.patterns import _Later\n"
        "late = [value for name, module in sys.modules.copy().items() if name.startswith('reader')\n"
        "    for value in vars(module).values() if isinstance(value, _Later)]\n"
        "print(len(late), sum(len(vars(value)) > 1 for value in late))"
    )
    late, compiled = map(int, after_saving(page, look))
    assert late >= 70
    assert compiled <= late // 4
