"""Reads a very long page in a process of its own, so that neither sound nor keys wait for it."""

from __future__ import annotations

import atexit
import pickle
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from .. import read

if TYPE_CHECKING:
    from ...page import Page
    from ...story import Block, Story
    from ..site_rules import SiteRules

_BATCH: Final = 200
"""So many blocks come at a time: taking them in holds up the sound for no more than a few milliseconds."""

_PROGRAM: Final = "import sys; sys.path.insert(0, sys.argv[1]); from reader.readability.beside import serve; serve()"


def read_beside(page: Page, rules: Sequence[SiteRules] = ()) -> Story:
    """What `read` gives or raises. Where no other process can be had, or it fails, the page is read in this one."""
    story = _in_another_process(page, rules) if sys.executable and not getattr(sys, "frozen", False) else None
    return story or read(page, rules)


def _in_another_process(page: Page, rules: Sequence[SiteRules]) -> Story | None:
    root = str(Path(__file__).parents[2])
    flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    try:
        with subprocess.Popen(
            [sys.executable, "-P", "-c", _PROGRAM, root],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=flags,
        ) as child:
            # Who ends the reading meanwhile leaves nothing behind.
            atexit.register(child.kill)
            try:
                return _given(child, page, rules)
            finally:
                atexit.unregister(child.kill)
    except Exception:
        # Whatever it was: what is wrong with the page shows again where it is read in this process.
        return None


def _given(child: subprocess.Popen[bytes], page: Page, rules: Sequence[SiteRules]) -> Story:
    assert child.stdin
    assert child.stdout
    pickle.dump((page, tuple(rules)), child.stdin)
    child.stdin.close()
    story: Story = pickle.load(child.stdout)
    blocks: list[Block] = []
    while batch := pickle.load(child.stdout):
        blocks += batch
    return replace(story, blocks=tuple(blocks))


def serve() -> None:
    """Reads the page that comes on standard input, and gives its story without blocks, its blocks, and an empty end."""
    page, rules = pickle.load(sys.stdin.buffer)
    story = read(page, rules)
    out = sys.stdout.buffer
    pickle.dump(replace(story, blocks=()), out)
    for first in range(0, len(story.blocks), _BATCH):
        pickle.dump(story.blocks[first : first + _BATCH], out)
    pickle.dump((), out)
    out.flush()
