"""Writes a new plugin as a package that is complete: module, saved page, tests, README, and checks for a server."""

import keyword
import re
from collections.abc import Collection, Iterator
from pathlib import Path

from .errors import UsageError

TEMPLATES = Path(__file__).parent / "templates"
KINDS = ("source", "treatment", "engine")

_FILES = {
    "pyproject.toml": "common/pyproject.toml.txt",
    "README.md": "common/README.md",
    ".github/workflows/test.yml": "common/ci.yml",
    "tests/pages/ferry.html": "common/ferry.html",
    "tests/pages/ferry.heard.txt": "{kind}/heard.txt",
    "@module@.py": "{kind}/module.py.txt",
    "tests/test_@module@.py": "{kind}/test.py.txt",
}
"""Each file of the package, and the template it is made from."""

_ABOUT = {
    "source": "A source for sayall: `@name@:PAGE` opens a page of a site.",
    "treatment": "A treatment for sayall: it decides which captions are read.",
    "engine": "A speech engine for sayall, which speaks every word as a beep.",
}
_TRY = {
    "source": "sayall text @name@:ferry           # opens an address, so be online and set your own site first",
    "treatment": "sayall text tests/pages/ferry.html",
    "engine": "sayall --engine @name@ tests/pages/ferry.html",
}


def scaffold(name: str, kind: str, version: str, folder: Path, taken: Collection[str] = ()) -> Iterator[Path]:
    """Writes the package ``name`` into ``folder`` and gives each file that it wrote; ``version`` is that of sayall.

    Raises `UsageError` where the name does not suit a plugin or is ``taken``, or the folder is there already.
    """
    if not re.fullmatch(r"[a-z](?:[a-z0-9_-]{0,38}[a-z0-9])?", name) or keyword.iskeyword(name):
        raise UsageError(
            f"{name}: is no name for a plugin; use small letters, digits and hyphens, such as harbour-news"
        )
    if name in taken:
        raise UsageError(f"{name}: is the name of a plugin that comes with sayall; choose another")
    target = folder / name
    if target.exists():
        raise UsageError(f"{target}: is there already; choose another name, or move it away")
    values = {"about": _ABOUT[kind], "try": _TRY[kind], "name": name, "module": _module(name), "version": version}
    for path, template in _FILES.items():
        text = (TEMPLATES / template.format(kind=kind)).read_text("utf-8")
        for key, value in values.items():
            text, path = text.replace(f"@{key}@", value), path.replace(f"@{key}@", value)
        written = target / path
        written.parent.mkdir(parents=True, exist_ok=True)
        written.write_text(text, "utf-8")
        yield written


def _module(name: str) -> str:
    return f"sayall_{name.replace('-', '_')}"
