"""Finding places in a story: the next heading, the word before, the cell below, a text, 40 percent, where am I.

Pure functions on a `Story`. What is read when the story is read (treated ``speak`` or ``after``) is called heard here.
"""

from .amounts import at_percent, at_second, further, sentence
from .jumps import back, forward, into, out
from .kinds import LEVELS, Kind, named
from .order import first, heard, last
from .search import match_number, next_match, previous_match
from .spans import link_at, word_at
from .tables import Cell, beside, cell_at
from .where import Section, Where, outline, section_number, where

__all__ = [
    "LEVELS", "Cell", "Kind", "Section", "Where", "at_percent", "at_second", "back", "beside", "cell_at",
    "first", "forward", "further", "heard", "into", "last", "link_at", "match_number",
    "named", "next_match", "out", "outline", "previous_match", "section_number", "sentence", "where", "word_at",
]  # fmt: skip
