"""How well summaries say what editors say: ROUGE-1 against the highlights, deck or description of real news pages.

    python benchmarks/summary.py            # pages in ../shared/aeb and ../shared/gold

A story is summarized from its body alone, in one to three sentences: by its first ones, and by the plugin ``summary``.
Sidebars and galleries have no such truth, and are not measured here.
"""

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import mean

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
    found = list(truths())
    print(f"{len(found)} stories whose editors say what they say")
    methods: dict[str, Callable[[Story, list[str], int], list[str]]] = {
        "lead": lambda story, texts, count: first(story, texts)[:count],
        "plugin": lambda story, texts, count: reader_summary_words.extract(texts, story, count),
    }
    for kind in sorted({kind for kind, _, _ in found}):
        chosen = [(truth, story) for other, truth, story in found if other == kind]
        for count in range(1, MOST + 1):
            scores = {
                name: mean(rouge_1(" ".join(method(story, body(story), count)), truth) for truth, story in chosen)
                for name, method in methods.items()
            }
            line = ", ".join(f"{name} {100 * score:.1f}" for name, score in scores.items())
            print(f"{kind}, {len(chosen)} stories, {count} sentences: {line}")


def truths() -> Iterator[tuple[str, str, Story]]:
    """(What the truth is, the truth, the story): highlights of the page where it has some, else its description."""
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
            yield "highlights", highlights, story
        elif len(words(told := description(data))) >= 10 and told[:60] not in text:
            yield "descriptions", told, story


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
