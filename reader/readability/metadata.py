"""What a page tells about itself to machines: JSON-LD, meta elements, microdata."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml.html import HtmlElement

from ..patterns import later

_STORIES = later(
    r"Article|NewsArticle|BlogPosting|Report|Recipe|LiveBlog|Posting|Story|Review|HowTo|QAPage|WebPage|Book|Discussion",
    re.I,
)


_DATES = (
    "article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "pubdate", "publishdate",
    "parsely-pub-date", "sailthru.date", "og:published_time", "article:published", "publish-date",
)  # fmt: skip


class Told(NamedTuple):
    """The page's own words about its story, "" where it is silent. None of it is trusted alone."""

    headlines: tuple[str, ...] = ()
    """Most trusted first: JSON-LD, og:title, twitter:title, title."""
    descriptions: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    published: str = ""
    body: str = ""
    raw_body: str = ""
    """The same as the page gives it, with its line breaks or markup."""
    language: str = ""
    speakable: tuple[str, ...] = ()
    """CSS selectors and XPath expressions (which begin with "/") of the parts that the publisher wants read aloud."""
    site: str = ""
    words: int = 0
    """How many words the story has, 0 where the page does not say."""


def told_by(root: HtmlElement) -> Told:
    """Everything the page says about itself, wherever it says it; broken JSON is passed over."""
    things = list(_things(root))
    metas: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        content = element.get("content")
        if name and content:
            metas.setdefault(name.lower(), content.strip())
    stories = [thing for thing in things if _STORIES.search(_type(thing))]
    stories.sort(key=lambda thing: (not thing.get("articleBody"), _type(thing) == "WebPage"))
    title = next((element.text or "" for element in root.iter("title")), "")
    heads = [_text(story.get(key)) for story in stories for key in ("headline", "name")]
    heads += [metas.get(key, "") for key in ("og:title", "twitter:title", "dc.title", "parsely-title", "title")]
    heads.append(title)
    descriptions = [
        _text(story.get(key)) for story in stories for key in ("description", "alternativeHeadline", "abstract")
    ]
    descriptions += [
        metas.get(key, "") for key in ("description", "og:description", "twitter:description", "dc.description")
    ]
    authors = [name for story in stories for name in _names(story.get("author"))]
    authors += [metas.get(key, "") for key in ("author", "article:author", "dc.creator", "byl", "parsely-author")]
    dates = [_text(story.get(key)) for story in stories for key in ("datePublished", "dateCreated", "uploadDate")]
    dates += [metas.get(key, "") for key in _DATES]
    dates += [
        element.get("content") or element.get("datetime") or ""
        for element in root.iterfind(".//*[@itemprop='datePublished']")
    ]
    return Told(
        _clean(heads),
        _clean(descriptions),
        tuple(author for author in _clean(authors) if not author.startswith(("http", "@")) and len(author) < 100),
        next((date for date in dates if date and re.search(r"\d{4}", date)), ""),
        max((_text(story.get("articleBody")) for story in stories), key=len, default=""),
        max((_raw(story.get("articleBody")) for story in stories), key=len, default=""),
        _language(root, metas, stories),
        tuple(_speakable(things)),
        metas.get("og:site_name", ""),
        max((_count(story.get("wordCount")) for story in stories), default=0),
    )


def _language(root: HtmlElement, metas: dict[str, str], stories: list[dict[str, object]]) -> str:
    found = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang") or ""
    if not found:
        body = root.find("body")
        found = (body.get("lang") if body is not None else "") or ""
    found = found or metas.get("content-language", "") or metas.get("language", "")
    found = found or next((_text(story.get("inLanguage")) for story in stories if story.get("inLanguage")), "")
    found = found or metas.get("og:locale", "")
    tag = found.strip().split(",")[0].replace("_", "-")
    return tag if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", tag) else ""


def _things(root: HtmlElement) -> Iterator[dict[str, object]]:
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        import json

        raw = (script.text or "").strip().removeprefix("<![CDATA[").removesuffix("]]>").removeprefix("//").strip(";\n ")
        try:
            value = json.loads(raw, strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _walk(value, 0)


def _walk(value: object, depth: int) -> Iterator[dict[str, object]]:
    if depth > 4:
        return
    if isinstance(value, list):
        for item in value[:500]:
            yield from _walk(item, depth + 1)
    elif isinstance(value, dict):
        if _type(value):
            yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _walk(value.get(key), depth + 1)


def _type(thing: dict[str, object]) -> str:
    kind = thing.get("@type")
    return " ".join(map(str, kind)) if isinstance(kind, list) else kind if isinstance(kind, str) else ""


def _text(value: object) -> str:
    if isinstance(value, list):
        return " ".join(_text(item) for item in value)
    if not isinstance(value, str):
        return ""
    if "<" in value or "&" in value:
        value = re.sub(r"<[^<>]{0,500}>", " ", _unescaped(value))
    return " ".join(value.split())


def _count(value: object) -> int:
    return int(value) if isinstance(value, (int, float, str)) and re.fullmatch(r"\d{1,6}", str(value).strip()) else 0


def _raw(value: object) -> str:
    return "\n".join(map(_raw, value)) if isinstance(value, list) else value if isinstance(value, str) else ""


def _names(value: object) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield from _names(item)
    elif isinstance(value, dict):
        yield _text(value.get("name"))
    elif isinstance(value, str):
        yield _text(value)


def _speakable(things: list[dict[str, object]]) -> Iterator[str]:
    for thing in things:
        spec = thing.get("speakable")
        for one in spec if isinstance(spec, list) else [spec]:
            if not isinstance(one, dict):
                continue
            for key in ("cssSelector", "xpath"):
                paths = one.get(key)
                yield from (path for path in (paths if isinstance(paths, list) else [paths]) if isinstance(path, str))


def _unescaped(value: str) -> str:
    if "&" not in value:
        return value
    from html import unescape

    return unescape(value)


def _clean(values: list[str]) -> tuple[str, ...]:
    cleaned = (" ".join(_unescaped(value).split()) for value in values if value)
    return tuple(dict.fromkeys(value for value in cleaned if value))
