"""No page stops the reading, and no visible word of a page is lost."""

from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import PageError, PageTooLargeError, SayallError
from reader.page import Page
from reader.readability import read
from reader.story import Story

words = st.text(st.sampled_from("abcdefgRST019éößжاあ中한"), min_size=1, max_size=8)
texts = st.lists(words, min_size=1, max_size=14).map(" ".join)
sentences = texts.map(lambda text: text + ".")
INLINE = ("b", "i", "em", "strong", "span", "a", "code", "q", "small", "u", "abbr", "time", "font")
BLOCK = (
    "p", "div", "section", "article", "main", "aside", "blockquote", "h1", "h2", "h3", "figure", "figcaption", "header",
    "footer", "nav", "center", "address", "details", "summary", "pre", "unknown-tag",
)  # fmt: skip
NAMES = (
    "", "", "", "caption", "story-highlights", "byline", "related", "article-body", "share", "footer", "ad", "comments",
    "newsletter", "pullquote", "sidebar", "headline", "date", "x1",
)  # fmt: skip


def element(tag: str, inside: str, name: str) -> str:
    attributes = f' class="{name}"' if name else ""
    return f"<{tag}{attributes}>{inside}</{tag}>"


def wrapped(tags: tuple[str, ...], inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(element, st.sampled_from(tags), inside, st.sampled_from(NAMES))


inline = st.one_of(texts.map(escape), sentences.map(escape), wrapped(INLINE, texts.map(escape)))
runs = st.lists(
    st.one_of(inline, st.sampled_from(["<br>", " ", "&nbsp;", "<!-- no words -->"])), min_size=1, max_size=5
)
lists = st.lists(inline, min_size=1, max_size=5).map(
    lambda items: "<ul>" + "".join(f"<li>{i}" for i in items) + "</ul>"
)
tables = st.lists(st.lists(inline, min_size=1, max_size=3), min_size=1, max_size=3).map(
    lambda rows: (
        "<table>" + "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows) + "</table>"
    )
)
bodies = st.recursive(
    st.one_of(wrapped(BLOCK, runs.map(" ".join)), lists, tables, inline),
    lambda inner: wrapped(BLOCK, st.lists(inner, max_size=4).map("\n".join)),
    max_leaves=20,
)
pages = st.lists(bodies, min_size=1, max_size=6).map(
    lambda parts: f"<!doctype html><html><head><title>t</title></head><body>{' '.join(parts)}</body></html>"
)


def bare(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def visible_words(page: str) -> set[str]:
    """The words between the tags of a generated page; it has neither scripts nor hidden elements."""
    body = page.partition("<body>")[2].replace("<!-- no words -->", " ").replace("&nbsp;", " ")
    text, inside = [], False
    for letter in body:
        inside = letter == "<" or (inside and letter != ">")
        text.append(" " if inside or letter == ">" else letter)
    return {word for word in map(bare, "".join(text).split()) if word}


@given(pages)
@settings(max_examples=150, deadline=None)
def test_no_visible_word_of_a_page_is_lost(page: str) -> None:
    try:
        story = read(Page("https://example.org/", "text/html", page.encode()))
    except PageError:
        assert not visible_words(page)
        return
    kept = bare(" ".join(block.text for block in story.blocks))
    assert {word for word in visible_words(page) if word not in kept} == set()


_TOLD = "A story is told here, and nobody prints it. " * 12
FRAGMENTS = (
    f'<script type="application/ld+json">{{"@type": "Article", "headline": "T", "articleBody": "{_TOLD}"}}</script>',
    f'<script type="application/json">{{"a": [{{"b": "{_TOLD}"}}, [], null]}}</script>',
    f"<template><p>{_TOLD}</p></template>", f"<noscript><h1>T</h1><p>{_TOLD}</p>",
    "<h1><span>A</span> <span>T</span></h1>",
    '<script type="application/ld+json">{"@type": "Article", "speakable": {"cssSelector": ["p:((", "h1"]}}</script>',
    "<", ">", "</", "/>", "<p", "<p>", "</p>", "<div class='", "<!--", "-->", "<![CDATA[", "]]>", "<script>",
    "</script>", "<style>", "<table>", "<td>", "<li>", "<svg>", "<math>", "<template>", "<noscript>",
    "<title>", "<textarea>", "&amp;", "<plaintext>", "&", "&#0;", "&#xD800;", "&#99999999;", "&lt;p&gt;",
    "\0", "\x1b$B", "\ufeff", "\u202e", '"',
    "'", "=", " ", "\n", "<?xml version='1.0'?>", "<!DOCTYPE html>", "<html lang='", "<meta charset='utf-16'>",
    "<base href='//'>", "<a href='javascript:", "<img src=x>", "<br>",
    '<script type="application/ld+json">{"headline": 1, "author": [null]}',
    '<script type="application/ld+json">[[{"@type": "Article", "speakable": {"xpath": ["//p["]}}]]</script>',
    "A story is told here. ", "By Ann Other", "updated 4:23 PM", "• one\n", "Related\n", "# a\n", "> b\n",
    "| c | d |\n", "```\n", "-- \n", "From: a\nSubject: b\n", "*** START OF THE BOOK\n",
)  # fmt: skip
fragments = st.sampled_from(FRAGMENTS)
soups = st.lists(st.one_of(fragments, texts), max_size=40).map("".join)
kinds = st.sampled_from(
    ["text/html", "text/plain", "application/xhtml+xml", "", "text/html; charset=utf-7", "x/y; charset=big5"]
)


def outcome(data: bytes, kind: str) -> Story | SayallError:
    """What becomes of a page; any other error is a bug and fails the test."""
    try:
        return read(Page("https://example.org/", kind, data))
    except SayallError as error:
        return error


def is_clear(told: Story | SayallError) -> bool:
    match told:
        case Story():
            return all(block.text for block in told.blocks)
        case SayallError():
            return "\n" not in str(told)


@given(soups, kinds)
@settings(max_examples=200, deadline=None)
def test_any_soup_of_markup_becomes_a_story_or_is_refused(soup: str, kind: str) -> None:
    assert is_clear(outcome(soup.encode("utf-8", "surrogatepass"), kind))


@given(st.binary(max_size=400), kinds)
@settings(max_examples=150, deadline=None)
def test_any_bytes_become_a_story_or_are_refused(data: bytes, kind: str) -> None:
    assert is_clear(outcome(data, kind))


PARAGRAPH = "The river had risen in the night, and nobody in the village could say when it would fall again. " * 3
HOSTILE = {
    "attributes": "<p " + " ".join(f'a{i}="{i}"' for i in range(20_000)) + ">odd</p>",
    "line breaks": "<br>" * 50_000,
    "spaces": " " * 1_000_000,
    "nested tags": "<div>" * 20_000 + "odd" + "</div>" * 20_000,
    "unclosed tags": "<b><i><a href=x>" * 5_000,
    "links": '<a href="/x">Another story</a> ' * 5_000,
    "cells": "<table><tr>" + "<td>cell</td>" * 5_000,
    "entities": "&amp;" * 50_000,
    "zero bytes": "a\0b" * 20_000,
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_story_among_many(what: str) -> None:
    page = f"<!doctype html><h1>The flood</h1>{f'<p>{PARAGRAPH}</p>' * 3}{HOSTILE[what]}<p>{PARAGRAPH}</p>"
    story = read(Page("https://example.org/", "text/html", page.encode()))
    assert sum(PARAGRAPH.strip() in block.text for block in story.blocks) == 4


def test_nothing_deeper_than_any_limit_is_lost() -> None:
    page = "<!doctype html>" + "".join(f"<div>word{i} " for i in range(5_000))
    story = read(Page("https://example.org/", "text/html", page.encode()))
    kept = set(" ".join(block.text for block in story.blocks).split())
    assert {f"word{i}" for i in range(5_000)} <= kept


def test_nothing_after_very_many_pieces_is_lost() -> None:
    page = "<!doctype html><h1>All</h1>" + "".join(f"<p>Few words{i}</p>" for i in range(17_000))
    story = read(Page("https://example.org/", "text/html", page.encode()))
    kept = set(" ".join(block.text for block in story.blocks).split())
    assert {f"words{i}" for i in range(17_000)} <= kept


def test_a_page_beyond_the_limits_is_refused_before_it_costs_anything() -> None:
    with pytest.raises(PageTooLargeError, match=r"^https://example\.org/: longer than 10 MB; "):
        read(Page("https://example.org/", "text/html", b"<p>word " * 1_300_000))


def test_an_entity_bomb_stays_small_and_names_no_file() -> None:
    page = (
        b'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
        b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
        b"<html><body><p>A story of one sentence, and not a long one at all. &c; &f;</p></body></html>"
    )
    story = read(Page("https://example.org/", "application/xhtml+xml", page))
    text = " ".join(block.text for block in story.blocks)
    assert "A story of one sentence" in text
    assert "hahaha" not in text
    assert "root:" not in text
