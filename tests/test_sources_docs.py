"""docs/sources.md and docs/treatments.md name every source and treatment, and their examples are what is printed."""

import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

from reader.installed import installed

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "docs" / "sources.md").read_text("utf-8")


def test_every_source_that_comes_with_sayall_is_described() -> None:
    own = [entry for entry in installed("sayall") if entry.distribution == "sayall"]
    hooks = ("open_location", "read_page")
    sources = {entry.name for entry in own if any(hasattr(import_module(entry.value), hook) for hook in hooks)}
    assert set(re.findall(r"^\| `([a-z]+)` \|", TEXT, re.M)) == sources


def test_every_treatment_that_comes_with_sayall_is_described() -> None:
    own = {entry.name: import_module(entry.value) for entry in installed("sayall") if entry.distribution == "sayall"}
    hooks = ("treat_block", "summarize", "adjust_story")
    treating = {name for name, module in own.items() if any(hasattr(module, hook) for hook in hooks)}
    sources = {name for name, module in own.items() if hasattr(module, "read_page")}
    text = (ROOT / "docs" / "treatments.md").read_text("utf-8")
    assert set(re.findall(r"^\| `([a-z]+)` \|", text, re.M)) == treating - sources


def test_the_examples_print_what_they_say() -> None:
    (session,) = re.findall(r"```console\n(.*?)```", TEXT, re.S)
    for command, output in re.findall(r"^\$ sayall (.*)\n((?:[^$].*\n)*)", session, re.M):
        run = [sys.executable, "-c", "from reader.cli import main; main()", *command.split()]
        done = subprocess.run(run, capture_output=True, text=True, encoding="utf-8", cwd=ROOT, timeout=60)
        assert done.stdout == output
