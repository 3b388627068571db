"""Sentences and counts that stand for what is left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from math import log, sqrt

from reader import Block, Role, Story

_FEW_SENTENCES = 4
"""Up to so many, the first sentence is the best summary that is to be had."""

_LEAD = 0.25
"""How much of its weight a sentence loses with each sentence that stands before it; see benchmarks/summary.py."""

_COLUMNS = 6
_DEFINED = r"^\s*(?:(?:async|export|pub|public|private|static) )*(?:def|class|function|fn|func|struct|trait)\s+(\w+)"


def summary_of(blocks: tuple[Block, ...], story: Story) -> str | None:
    """What ``blocks``, neighbours of one role, hold."""
    members = [block for block in blocks if not block.is_label] or list(blocks)
    match members[0].role:
        case Role.CAPTION:
            return None
        case Role.SIDEBAR:
            return _sidebars(blocks, story)
        case Role.TABLE:
            return " ".join(_table(block) for block in members)
        case Role.CODE:
            return " ".join(_code(block) for block in members)
        case Role.RELATED:
            return _first_of(members, "related story", "related stories")
        case Role.PROMO | Role.HIGHLIGHT | Role.FOOTNOTE | Role.MEDIA | Role.BOILERPLATE as role:
            return _first_of(members, role.spoken(), role.spoken(2))
        case Role.LIST_ITEM:
            return _first_of(members, "item", "items")
        case _:
            return " ".join(extract([block.text for block in members], story, 2))


def extract(texts: Sequence[str], story: Story, count: int) -> list[str]:
    """The ``count`` sentences of ``texts`` that say most of them, in their order."""
    from reader.script.sentences import sentences

    said = [text[start:end].strip() for text in texts for start, end in sentences(text, story.language)]
    if len(said) <= max(count, _FEW_SENTENCES):
        return said[:count]
    rarity = _rarity(said, story)
    weights = [_weight(sentence, rarity) / (1 + _LEAD * at) for at, sentence in enumerate(said)]
    best = sorted(range(len(said)), key=lambda at: -weights[at])[:count]
    return [said[at] for at in sorted(best)]


def _rarity(said: list[str], story: Story) -> dict[str, float]:
    """How much each word sets the sentences that have it apart, in the story as a whole: its inverse frequency."""
    others = [block.text for block in story.blocks[:2000] if block.role is Role.PARAGRAPH]
    spread = Counter(word for text in (*said, *others) for word in set(_words(text)))
    total = len(said) + len(others)
    often = Counter(word for text in said for word in _words(text))
    return {word: log(1 + total / spread[word]) * sqrt(times) for word, times in often.items()}


def _weight(sentence: str, rarity: dict[str, float]) -> float:
    """What the words of a sentence carry, held against its length; very short ones say little."""
    words = _words(sentence)
    return sum(rarity[word] for word in set(words)) / sqrt(max(len(words), 8))


def _words(text: str) -> list[str]:
    """Words long enough to mean something; where no spaces part them, pairs of signs."""
    if re.search("[\u3040-\u30ff\u4e00-\u9fff]", text):
        signs = re.sub(r"\W", "", text)
        return [signs[at : at + 2] for at in range(len(signs) - 1)]
    return [word for word in re.findall(r"\w+", text.casefold()) if len(word) > 3 or word.isdigit()]


def _sidebars(blocks: tuple[Block, ...], story: Story) -> str:
    return " ".join(_sidebar(list(box), story) for _, box in groupby(blocks, key=lambda block: block.group))


def _sidebar(box: list[Block], story: Story) -> str:
    label = next((block.text.rstrip(" :.") for block in box if block.is_label), "")
    points = [block.text for block in box if not block.is_label]
    name = f"Sidebar: {label}" if label else "Sidebar"
    count = f", {len(points)} points" if len(points) > 1 else ""
    return " ".join([f"{name}{count}.", *(_ended(sentence) for sentence in extract(points, story, 1))])


def _first_of(members: list[Block], name: str, plural: str) -> str:
    """The first of several that are alike, and how many there are: "13 related stories, first: Boats."."""
    first = _ended(_line(members[0].text))
    return f"1 {name}: {first}" if len(members) == 1 else f"{len(members)} {plural}, first: {first}"


def _table(block: Block) -> str:
    """The size of a table, its columns, and what its rows are called."""
    rows = block.items
    if not rows:
        return f"Table: {_ended(_line(block.text))}"
    columns = [cell for cell in rows[0][:_COLUMNS] if cell]
    names = [row[0] for row in rows[1:] if row and row[0]]
    size = f"Table, {len(rows)} rows, {max(map(len, rows))} columns"
    more = f" and {len(rows[0]) - _COLUMNS} more" if len(rows[0]) > _COLUMNS else ""
    ends = f" Rows from {_line(names[0])} to {_line(names[-1])}." if len(names) > 1 else ""
    return f"{size}: {', '.join(map(_line, columns))}{more}.{ends}"


def _code(block: Block) -> str:
    """How long a sample is, and what it defines, or else how it begins."""
    lines = [line.strip() for line in block.text.splitlines() if line.strip()]
    size = f"Code sample, {len(lines)} {'line' if len(lines) == 1 else 'lines'}"
    defined = list(dict.fromkeys(re.findall(_DEFINED, block.text, re.M)))
    if defined:
        more = f" and {len(defined) - 3} more" if len(defined) > 3 else ""
        return f"{size}, defines {', '.join(defined[:3])}{more}."
    return f"{size}, begins: {_line(lines[0])}" if lines else f"{size}."


def _line(text: str, length: int = 160) -> str:
    line = " ".join(text.split())
    return line if len(line) <= length else line[:length].rsplit(" ", 1)[0] + " …"


def _ended(sentence: str) -> str:
    return sentence if sentence.rstrip("\"')”’»").endswith((".", "!", "?", "…", "。", "！", "？")) else f"{sentence}."
