"""Reads tables as a listener wants them: row by row, each cell with its header, or in a sentence of what they hold.

``--set tables=rows`` reads all of every table, ``--set tables=summarize`` tells its size, its columns and what its rows
are called; announce, skip and after are the other choices. Without one the preset decides, by the table's length.
"""

from reader import Block, Role, Treatment, hookimpl
from reader.treatment import chosen


@hookimpl
def treat_block(block: Block, option: str) -> Treatment | None:
    """What the listener chose for tables."""
    return chosen("speak" if option == "rows" else option) if block.role is Role.TABLE else None
