"""Says the day of a story and leaves the time of day out, as a newsreader does: "November 28, 2013".

A listener chooses with ``--set datelines=speak`` (or skip, announce, after). Without a choice an English date line
with a time of day in it is cut down to its date at standard detail.
"""

import re

from reader import Block, Role, Story, Treatment, hookimpl
from reader.treatment import chosen

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DATE = (
    rf"(?i)(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?"
    rf"(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}\s+{_MONTH}),?\s+\d{{4}}\b"
)
_CLOCK = r"(?i)\d{1,2}[:.]\d\d|\d\s?[ap]\.?m\b|\b\d{4}\s*(?:GMT|UTC)\b"


@hookimpl
def treat_block(block: Block, story: Story, detail: str, option: str) -> Treatment | None:
    """What the listener chose, else summarize for a date with a time of day, else None."""
    if block.role is not Role.DATELINE:
        return None
    if option:
        return chosen(option)
    long = detail == "standard" and story.language[:2].lower() in ("en", "") and re.search(_CLOCK, block.text)
    return Treatment.SUMMARIZE if long and re.search(_DATE, block.text) else None


@hookimpl(tryfirst=True)
def summarize(blocks: tuple[Block, ...]) -> str | None:
    """The dates of date lines, each once; asked before the general summary, which would take the whole line."""
    if any(block.role is not Role.DATELINE for block in blocks):
        return None
    dates = dict.fromkeys(found[0] for block in blocks if (found := re.search(_DATE, block.text)))
    return ", ".join(dates) or None
