"""What hostile pages do: each is made here and read in a process of its own, with its time and memory.

    python -m benchmarks.hostile [NAME …] [--peer]

Prints one line a page: the processor time that `reader.readability.read` took, the most memory the process held, and
the outcome, a story or the one line that the listener is told. Aim: every page in under 3 seconds and 500 MB. With
``--peer`` the same pages are given to readability-lxml alone, with a limit of 60 seconds. Exits with 1 where a page
misses the aim.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable

from reader.errors import SayallError
from reader.page import Page
from reader.readability import read

SECONDS, MEGABYTES, PATIENCE = 3.0, 500, 60
_WORDS = "The river had risen in the night, and nobody in the village could say when it would fall again. "
_PARAGRAPH = _WORDS * 3


def _page(body: str | bytes, head: str = "") -> bytes:
    body = body if isinstance(body, bytes) else body.encode()
    return f"<!doctype html><html><head><title>Flood</title>{head}</head><body><h1>The flood</h1>".encode() + body


def _story(odd: str) -> bytes:
    """A page with a few paragraphs, and ``odd`` between them."""
    return _page(f"<p>{_PARAGRAPH}</p>" * 4 + odd + f"<p>{_PARAGRAPH}</p>" * 4)


def _text(text: str) -> tuple[str, bytes]:
    return "text/plain", text.encode()


Made = bytes | tuple[str, bytes]
PAGES: dict[str, Callable[[], Made]] = {
    "100,000 attributes on one tag": lambda: _story(
        "<p " + " ".join(f'a{i}="{i}"' for i in range(100_000)) + ">odd</p>"
    ),
    "one attribute of 5 MB": lambda: _story(f'<p title="{"x" * 5_000_000}">odd</p>'),
    "a million <br>": lambda: _story("<br>" * 1_000_000),
    "a million words parted by <br>": lambda: _story("word<br>" * 1_000_000),
    "10 MB of spaces": lambda: _story(" " * 9_900_000),
    "10 MB of spaces in one tag": lambda: _story("<p" + " " * 9_900_000 + ">odd</p>"),
    "10 MB of no-break spaces": lambda: _story("\xa0" * 4_900_000),
    "10 MB of line ends": lambda: _story("\n" * 9_900_000),
    "100 MB of text": lambda: _page(_WORDS * 1_000_000),
    "10 MB of paragraphs": lambda: _page(f"<p>{_PARAGRAPH}</p>" * 33_000),
    "10 MB of short paragraphs": lambda: _page("<p>Few words.</p>" * 600_000),
    "one paragraph of 5 MB": lambda: _page(f"<p>{_WORDS * 50_000}</p>"),
    "one word of 5 MB": lambda: _page("<p>" + "x" * 5_000_000),
    "200,000 nested tags": lambda: _story("<div>" * 200_000 + "deep" + "</div>" * 200_000),
    "200,000 nested tags, unclosed": lambda: _page("<b><i>" * 100_000 + f"<p>{_PARAGRAPH}</p>" * 4),
    "20,000 nested lists": lambda: _story("<ul><li>one" * 20_000),
    "20,000 nested tables": lambda: _story("<table><tr><td>" * 20_000 + "deep"),
    "100,000 misnested tags": lambda: _story("<b><p></b>" * 100_000),
    "200,000 links": lambda: _page('<a href="/a/b">Another story</a> ' * 200_000),
    "200,000 links in paragraphs": lambda: _page(f'<p>{_WORDS}<a href="/x">more</a></p>' * 60_000),
    "a table of 200,000 cells": lambda: _story("<table>" + ("<tr>" + "<td>cell</td>" * 20 + "</tr>") * 10_000),
    "a row of 200,000 cells": lambda: _story("<table><tr>" + "<td>cell</td>" * 200_000),
    "100,000 headings": lambda: _page(f"<h2>Another day</h2><p>{_WORDS}</p>" * 50_000),
    "100,000 list items": lambda: _story("<ul>" + "<li>One of many things</li>" * 100_000 + "</ul>"),
    "100,000 pictures with captions": lambda: _page(
        "<figure><img src=a.png alt=x><figcaption>A caption</figcaption></figure>" * 60_000
    ),
    "100,000 same paragraphs and classes": lambda: _page(f'<p class="related promo">{_WORDS}</p>' * 60_000),
    "100,000 different classes": lambda: _page(
        "".join(f'<p class="c{i} x{i}-y">Word {i}.</p>' for i in range(100_000))
    ),
    "an unclosed comment": lambda: _page(f"<p>{_PARAGRAPH}</p>" * 4 + "<!-- " + "x " * 4_000_000),
    "100,000 unclosed comments": lambda: _story("<!-- <p>" * 100_000),
    "an unclosed script": lambda: _page(f"<p>{_PARAGRAPH}</p>" * 4 + "<script>" + "if (a < b) " * 500_000),
    "100,000 unclosed scripts": lambda: _story("<script>x" * 100_000),
    "100,000 unclosed styles and titles": lambda: _story("<style>a<title>b<textarea>" * 50_000),
    "a million <": lambda: _story("<" * 1_000_000),
    "a million <a": lambda: _story("<a " * 1_000_000),
    "a million </p>": lambda: _story("</p>" * 1_000_000),
    "a million &": lambda: _story("&" * 1_000_000),
    "an entity bomb": lambda: (
        "application/xhtml+xml",
        b'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "ha ha ha ha ha ha ha ha ha ha">'
        + b"".join(f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">'.encode() for i in range(12))
        + b"]><html><body><p>" + _PARAGRAPH.encode() + b"&m;</p></body></html>",
    ),
    "an external entity": lambda: (
        "application/xhtml+xml",
        b'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]><html><body><p>'
        + _PARAGRAPH.encode() + b"&x;</p></body></html>",
    ),
    "NUL bytes": lambda: _story("a\0b" * 300_000),
    "control characters": lambda: _story("".join(map(chr, range(1, 32))) * 20_000),
    "a bogus charset": lambda: ("text/html; charset=rot13", _story("")),
    "punycode as charset": lambda: ("text/html; charset=punycode", _story("x-" * 1_000_000)),
    "broken UTF-16": lambda: b"\xff\xfe" + _story("").decode().encode("utf-16-le").replace(b"T", b"\0\xd8T") + b"\0",
    "random bytes in UTF-8": lambda: _page(bytes(128 + i * 37 % 128 for i in range(3_000_000))),
    "UTF-8 read as code page 850, 5 MB": lambda: _page("d├®tente et l├á ÔÇö " * 200_000),
    "empty": lambda: b"",
    "nothing but tags": lambda: _page("<p></p>" * 500_000),
    "binary": lambda: bytes(i * i % 251 for i in range(1_000_000)),
    "deep JSON-LD": lambda: _page(
        f"<p>{_PARAGRAPH}</p>" * 4, '<script type="application/ld+json">' + "[" * 200_000 + "</script>"
    ),
    "5 MB of JSON-LD": lambda: _page(
        f"<p>{_PARAGRAPH}</p>" * 4,
        '<script type="application/ld+json">{"articleBody": "' + _WORDS * 50_000 + '"}</script>',
    ),
    "100,000 meta tags": lambda: _page(f"<p>{_PARAGRAPH}</p>" * 4, '<meta name="author" content="A B">' * 100_000),
    "100,000 speakable selectors": lambda: _page(
        f"<p>{_PARAGRAPH}</p>" * 4,
        '<script type="application/ld+json">{"@type": "Article", "speakable": {"cssSelector": ['
        + ", ".join(f'".c{i} > p"' for i in range(100_000)) + "]}}</script>",
    ),
    "text: 10 MB of paragraphs": lambda: _text(f"{_PARAGRAPH}\n\n" * 33_000),
    "text: 10 MB of short lines": lambda: _text("".join(f"Line {i} of many\n" for i in range(450_000))),
    "text: one line of 9 MB": lambda: _text(_WORDS * 92_000),
    "text: 10 MB of spaces": lambda: _text("A line" + " " * 9_900_000 + "and another"),
    "text: a million bullets": lambda: _text("• " * 1_000_000 + "\n" + "• a\n" * 400_000),
    "text: a million pipes and tabs": lambda: _text("|" * 1_000_000 + "\n" + "a\tb\n" * 400_000 + "| " * 500_000),
    "text: 200,000 quote marks": lambda: _text("> " * 200_000 + "\n" + "> a\n" * 200_000),
    "text: 200,000 labels and dates": lambda: _text("Related\nupdated 4:23 PM EDT, Wed April 16, 2014\n" * 100_000),
    "text: garbled, 5 MB": lambda: _text("Ã©tÃ© donâ€™t " * 300_000),
    "text: hostile to its patterns": lambda: _text(
        "\n".join(
            (
                "(" * 50_000, "[" * 50_000 + "](", "`" * 50_000, "*a " * 50_000, "By " * 50_000, "1." * 50_000,
                "a@" * 50_000, "© " * 50_000, "share " * 50_000, "photo by " * 50_000, "A B " * 50_000, "- -" * 50_000,
                "Jan 1 " * 50_000, " is a reporter" * 50_000, "comments " * 50_000, "# " * 50_000, "=" * 50_000,
            )
        )
    ),
}  # fmt: skip


def _read(made: Made) -> str:
    media_type, data = made if isinstance(made, tuple) else ("text/html", made)
    try:
        story = read(Page("hostile", media_type, data))
    except SayallError as error:
        return str(error)
    return f"a story of {len(story.blocks):,} blocks, {sum(len(block.text) for block in story.blocks):,} characters"


def _peer(made: Made) -> str:
    from readability import Document

    data = made[1] if isinstance(made, tuple) else made
    try:
        return f"a summary of {len(Document(data).summary()):,} characters"
    except Exception as error:
        return f"{type(error).__name__}: {error}".splitlines()[0][:60]


def _measure(name: str, peer: bool) -> None:
    """Reads one page in this process and prints what happened as JSON."""
    made = PAGES[name]()
    read(Page("warm", "text/html", _story("")))
    read(Page("warm", "text/plain", _PARAGRAPH.encode()))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    start = time.process_time()
    outcome = (_peer if peer else _read)(made)
    seconds = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps({"seconds": seconds, "before": before, "memory": memory, "outcome": outcome}))


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME", help="only pages whose name has this in it")
    parser.add_argument("--peer", action="store_true", help="readability-lxml alone instead")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        _measure(given.one, given.peer)
        return
    missed = 0
    print(f"{'page':38} {'seconds':>8} {'MB':>5}  outcome")
    for name in PAGES:
        if given.names and not any(wanted in name for wanted in given.names):
            continue
        seconds, memory, outcome = _in_child(name, given.peer)
        bad = seconds > SECONDS or memory > MEGABYTES
        missed += bad
        print(f"{name:38} {seconds:8.2f} {memory:5} {'!' if bad else ' '} {outcome[:90]}", flush=True)
    print(f"{missed} beyond {SECONDS:g} s or {MEGABYTES} MB")
    sys.exit(missed > 0 and not given.peer)


def _in_child(name: str, peer: bool) -> tuple[float, int, str]:
    command = [sys.executable, "-m", "benchmarks.hostile", "--one", name, *(["--peer"] if peer else [])]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        return float(PATIENCE), 0, "not done in time"
    if done.returncode:
        return 0.0, 10**4, f"ended with {done.returncode}: {done.stderr.strip().splitlines()[-1:]}"
    told = json.loads(done.stdout.strip().splitlines()[-1])
    return told["seconds"], told["memory"], told["outcome"]


if __name__ == "__main__":
    main()
