"""The head of a very long page says what the whole page says at its beginning, or there is none."""

import random
from collections.abc import Callable
from dataclasses import replace

import pytest

from reader.page import Page
from reader.readability import read
from reader.readability.long_pages.beside import read_beside
from reader.readability.long_pages.head import begun, heads_of
from reader.script.narrate import narrate
from reader.story import Block, Group, Role, Story
from reader.treatment import treat

CHANCE = random.Random(11)
SAID = "harbour boat morning people council river road winter market station letter bread water train island year"
WORDS = SAID.split()


def sentence(words: int = 12) -> str:
    return " ".join(CHANCE.choices(WORDS, k=words)).capitalize() + "."


def paragraph() -> str:
    return " ".join(sentence(CHANCE.randint(6, 20)) for _ in range(5))


def page(body: str, head: str = "") -> bytes:
    menu = "".join(f"<li><a href=/{word}>{word}</a></li>" for word in WORDS)
    return (
        f"<!doctype html><html lang=en><head><title>The long story - Example</title>{head}</head><body><nav><ul>{menu}"
        f"</ul></nav><main><h1>The long story</h1>{body}</main><footer><p>Copyright Example</p></footer></body></html>"
    ).encode()


def told(author: str) -> str:
    fields = f'"@type":"NewsArticle","headline":"The long story","author":{{"name":"{author}"}}'
    return f'<script type="application/ld+json">{{{fields}}}</script>'


def chapters(count: int) -> str:
    return "".join(f"<h2>{sentence(4)[:-1]}</h2>" + f"<p>{paragraph()}</p>" * 3 for _ in range(count))


def entries(count: int) -> str:
    return "".join(
        f"<article><time>{n % 24}:{n % 60:02}</time><h3>{sentence(5)[:-1]}</h3><p>{paragraph()}</p></article>"
        for n in range(count)
    )


PAGES: dict[str, Callable[[], bytes]] = {
    "a book": lambda: page("<p class=byline>By Ann Holt</p>" + chapters(300)),
    "a report with many entries": lambda: page("<ul class=key-points><li>One fact.</li></ul>" + entries(600)),
    "a story with many comments": lambda: page(
        chapters(20) + "<section class=comments><h2>Comments</h2>" + f"<div><b>Bo</b><p>{paragraph()}</p></div>" * 600
    ),
    "a manual": lambda: page(
        f"<h2>Part</h2><p>{paragraph()}</p><pre>a = 1\nb = 2</pre><ul><li>{sentence()}</li></ul>" * 500
    ),
    "one with its author told at the end": lambda: page("<div>Ann Berg</div>" + chapters(300) + told("Ann Berg")),
    "one with scripts in its midst": lambda: page(
        f"<p>{paragraph()}</p><script>var a = '<p>';{'x' * 3_000}</script><style>p {{}}</style>" * 600
    ),
    "one with line breaks for paragraphs": lambda: page("<br><br>".join(paragraph() for _ in range(700))),
    "plain text": lambda: "\n\n".join(["The long story", "By Ann Holt", *(paragraph() for _ in range(600))]).encode(),
    "notes, each on a line": lambda: "\n".join(paragraph() for _ in range(600)).encode(),
}


def head_of(data: bytes, media_type: str = "") -> Story | None:
    """The story of a page's head as far as it is clear, each block treated."""
    kind = media_type or ("text/html" if data.startswith(b"<") else "text/plain")
    for head in heads_of(Page("long", kind, data)):
        if story := begun(read(head), is_text=kind == "text/plain"):
            return treat(story, "standard")
    return None


def lines(story: Story) -> list[str]:
    return [utterance.text for utterance in narrate(story)]


@pytest.mark.parametrize("name", PAGES)
def test_what_is_said_of_the_head_is_the_beginning_of_the_whole(name: str) -> None:
    data = PAGES[name]()
    head = head_of(data)
    whole = treat(read(Page("long", "text/html" if data.startswith(b"<") else "text/plain", data)), "standard")
    assert head is not None
    said = lines(head)
    assert len(" ".join(said)) > 8_000
    assert said == lines(whole)[: len(said)]
    assert head.headline == whole.headline
    assert head.byline == whole.byline


def test_a_page_that_is_not_long_has_no_head() -> None:
    assert head_of(page(chapters(20))) is None
    assert head_of(page(f"<p>{paragraph()}</p>" * 40 + f"<script>{'x' * 5_000_000}</script>")) is None


def test_where_the_beginning_tells_little_of_the_story_there_is_no_head() -> None:
    menu = f"<ul>{'<li><a href=/>More of what we have</a></li>' * 20_000}</ul>"
    assert head_of(page(menu + chapters(60))) is None


def test_a_page_in_an_encoding_that_its_whole_must_tell_has_no_head() -> None:
    data = page(f"<p>En färja går över ån. {paragraph()}</p>" * 1_000)
    assert head_of(data) is not None
    assert head_of(data.decode().encode("latin-1")) is None
    assert head_of(data.decode().encode("utf-16")) is None


def test_a_page_that_holds_its_story_once_more_for_machines_has_no_head() -> None:
    body = f'<script type="application/ld+json">{{"articleBody":"{"word " * 10_000}"}}</script>'
    assert head_of(page(chapters(300) + body)) is None


def test_a_head_cuts_no_list_and_ends_behind_a_paragraph() -> None:
    long = Block(Role.PARAGRAPH, "Word. " * 1_000)
    item = Block(Role.LIST_ITEM, "An item of a list. " * 100, group=Group(1, "", 9))
    head = Story("Title", (long, long, long, long, *[item] * 9))
    assert begun(head) == replace(head, blocks=head.blocks[:4])
    assert begun(replace(head, headline="")) is None
    assert begun(replace(head, headline=""), is_text=True) == replace(head, headline="", blocks=head.blocks[:4])
    assert begun(replace(head, blocks=(item,) * 20)) is None


def test_another_process_reads_what_this_one_would() -> None:
    long = Page("long", "text/html", page(chapters(30)))
    assert read_beside(long) == read(long)


def test_where_no_other_process_can_be_had_the_page_is_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    long = Page("long", "text/html", page(chapters(3)))
    assert read_beside(long) == read(long)
