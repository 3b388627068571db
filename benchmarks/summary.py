"""How well summaries say what editors say: ROUGE-1 against the highlights, deck or description of real news pages.

    python benchmarks/summary.py            # pages in ../shared/aeb and ../shared/gold

A story is summarized from its body alone, in one to three sentences: by its first ones, and by the plugin ``summary``.
No editor says in a sentence what is in a sidebar or a gallery. The nearest to it is, for the captions of a page with
four or more, what the page says of itself. Sidebars of three sentences or more are held against their own text: how
much of it is in what is said, which is no judgement of an editor's; and these pages have very few.
"""

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import mean
from typing import NamedTuple

from lxml import html

import reader_summary_words
from reader import Block, Page, Role, Story
from reader.errors import PageError
from reader.readability import read
from reader.script.sentences import sentences

SHARED = Path(__file__).parents[2] / "shared"
MOST = 3


def main() -> None:
    if not SHARED.is_dir():
        sys.exit(f"benchmarks/summary.py: there is no {SHARED}; the pages it needs are not part of the project")
    found = [*truths(), *asides()]
    print(f"{len(found)} stories, sidebars and galleries of which somebody says what they say; ROUGE-1 in percent")
    methods: dict[str, Callable[[Story, list[str], int], list[str]]] = {
        "lead": lambda story, texts, count: first(story, texts)[:count],
        "plugin": lambda story, texts, count: reader_summary_words.extract(texts, story, count),
    }
    for kind in sorted({each.kind for each in found}):
        chosen = [each for each in found if each.kind == kind]
        for count in range(1, MOST + 1):
            scores = {
                name: mean(rouge_1(" ".join(say(each.story, each.texts, count)), each.truth) for each in chosen)
                for name, say in methods.items()
            }
            line = ", ".join(f"{name}-{count} {100 * score:.1f}" for name, score in scores.items())
            print(f"{kind}, {len(chosen)}: {line}")


class Truth(NamedTuple):
    """``truth`` is what somebody says of ``texts``, a part of ``story``."""

    kind: str
    truth: str
    story: Story
    texts: list[str]


def truths() -> Iterator[Truth]:
    """Stories: the truth is the highlights of the page where it has some, else its description."""
    bodies = json.loads((SHARED / "aeb" / "ground-truth.json").read_text("utf-8"))
    for path in sorted((SHARED / "aeb" / "html").glob("*.html.gz")):
        data = gzip.decompress(path.read_bytes())
        text = bodies[path.name.removesuffix(".html.gz")]["articleBody"]
        paragraphs = tuple(Block(Role.PARAGRAPH, line.strip()) for line in text.split("\n") if line.strip())
        story = Story("", paragraphs, language="en")
        if len(first(story, body(story))) <= 8:
            continue
        try:
            found = read(Page("https://example.org/", "text/html", data))
        except PageError:
            continue
        highlights = " ".join(block.text for _, block in found.numbered(Role.HIGHLIGHT))
        if len(words(highlights)) >= 10:
            yield Truth("stories, their highlights", highlights, story, body(story))
        elif len(words(told := description(data))) >= 10 and told[:60] not in text:
            yield Truth("stories, their descriptions", told, story, body(story))


def asides() -> Iterator[Truth]:
    """Sidebars of three sentences or more and all their text; the captions of pages that have four or more."""
    for data in pages():
        try:
            story = read(Page("https://example.org/", "text/html", data))
        except PageError:
            continue
        boxes: dict[int, list[Block]] = {}
        for _, block in story.numbered(Role.SIDEBAR):
            if block.group:
                boxes.setdefault(block.group.number, []).append(block)
        for box in boxes.values():
            texts = [block.text for block in box if not block.is_label]
            if len(first(story, texts)) >= 3:
                yield Truth("sidebars, their own text", " ".join(texts), story, texts)
        captions = list(dict.fromkeys(block.text for _, block in story.numbered(Role.CAPTION)))
        if len(captions) >= 4 and len(words(told := description(data))) >= 10:
            yield Truth("galleries, the page's description", told, story, captions)


def pages() -> Iterator[bytes]:
    for path in sorted((SHARED / "aeb" / "html").glob("*.html.gz")):
        yield gzip.decompress(path.read_bytes())
    for path in sorted((SHARED / "gold" / "pages").glob("*.html")):
        yield path.read_bytes()


def description(data: bytes) -> str:
    """The page's description of itself; those that only repeat the story's first words tell nothing."""
    metas = html.document_fromstring(data).iter("meta")
    found = [m.get("content", "") for m in metas if "description" in (m.get("name"), (m.get("property") or "")[3:])]
    return max(found, key=len, default="")


def body(story: Story) -> list[str]:
    return [block.text for block in story.blocks]


def first(story: Story, texts: list[str]) -> list[str]:
    return [text[start:end] for text in texts for start, end in sentences(text, story.language)]


def rouge_1(said: str, truth: str) -> float:
    """F1 of the words that both have (Lin 2004, ROUGE-1)."""
    one, other = Counter(words(said)), Counter(words(truth))
    both = sum((one & other).values())
    return 2 * both / (one.total() + other.total()) if both else 0.0


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


if __name__ == "__main__":
    main()
