"""sayall reads the story on a page aloud, and lets you walk through it.

This package is the pipeline, one frozen value between every two stages::

    location ─ open ─▶ Page ─ readability ─▶ Story ─ treat ─▶ Story ─ narrate ─▶ Utterances ─ speak ─▶ Events

It knows no plugin and no engine: those arrive through the hooks in `reader.hookspecs`.
"""

from .hookspecs import hookimpl
from .listing import Entry, Listing
from .page import Limits, Page
from .story import Block, Group, Link, Ordinal, Position, Role, Story, Tongue, Treatment

__all__ = [
    "Block",
    "Entry",
    "Group",
    "Limits",
    "Link",
    "Listing",
    "Ordinal",
    "Page",
    "Position",
    "Role",
    "Story",
    "Tongue",
    "Treatment",
    "hookimpl",
]
