"""The chapters of a film, a talk or a podcast, and its title, from its subtitles or from a file beside them.

What stands beside is what programs write there: yt-dlp (NAME.info.json, NAME.description), mp4chaps and mkvmerge
(NAME.chapters.txt), ffmpeg (NAME.ffmetadata), podcasts (NAME.chapters.json, NAME.psc) and WebVTT (NAME.chapters.vtt).
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from itertools import pairwise
from typing import Any

Chapter = tuple[float, str]
"""The second at which it begins, and its title."""

_BESIDE = (
    ".chapters.json", ".chapters.txt", ".chapters.vtt", ".chapters.xml", ".chapters", ".psc", ".ffmetadata", ".ffmeta",
    ".info.json", ".json", ".description",
)  # fmt: skip
_BYTES, _LONGEST = 4_000_000, 200
"""How much of such a file is looked at, and how long a line with a title may be."""

_CLOCK = r"(?:(?:(\d{1,2}):)?(\d{1,2}):)?(\d{1,2})(?:[.,](\d+))?"
_TIME = r"(?:\d{1,2}:)?\d{1,2}:\d{2}(?:\.\d{1,3})?"
_LINE = rf"\W*?\b({_TIME})\b[)\]]?(?:[ \t]+[-–—:|][ \t]*|[ \t]*[-–—:|][ \t]+|[ \t]+)(\S.*)"
_BACKWARDS = rf"(.*?\w.*?)[ \t]*[-–—:|]?[ \t]+[(\[]?({_TIME})[)\]]?[ \t]*"


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a recording beside its words; each "" or empty where it is not told."""

    title: str = ""
    author: str = ""
    published: str = ""
    chapters: tuple[Chapter, ...] = ()


def beside(path: str) -> Known:
    """What the files beside the subtitles at ``path`` tell; what the first of them does not know, the next may."""
    if not os.path.isabs(path) or not os.path.isfile(path):
        return Known()
    stem = os.path.splitext(path)[0]
    stems = dict.fromkeys((stem, re.sub(r"\.[a-z]{2,3}(?:[-_]\w+)*$", "", stem)))
    found = [_known(data) for name in stems for ending in _BESIDE if (data := _data(name + ending))]
    return Known(
        next((known.title for known in found if known.title), ""),
        next((known.author for known in found if known.author), ""),
        next((known.published for known in found if known.published), ""),
        next((known.chapters for known in found if known.chapters), ()),
    )


def listed(lines: Iterable[str]) -> tuple[Chapter, ...]:
    """Chapters from lines such as "00:00 Opening", "(0:20) – Questions" or "Thanks 1:02:03", two at least, in order."""
    found = []
    for line in map(str.strip, lines):
        if len(line) > _LONGEST:
            continue
        if there := re.fullmatch(_LINE, line):
            found.append((seconds(there[1]), there[2].strip()))
        elif there := re.fullmatch(_BACKWARDS, line):
            found.append((seconds(there[2]), there[1].strip("-–—:|([ \t")))
    rises = all(first < second for (first, _), (second, _) in pairwise(found))
    return tuple(found) if len(found) > 1 and rises else ()


def seconds(clock: str) -> float:
    """ "1:02:03.5" in seconds."""
    parts = re.fullmatch(_CLOCK, clock.strip())
    if parts is None:
        raise ValueError(clock)
    hours, minutes, whole, fraction = parts.groups()
    return int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(whole) + float(f"0.{fraction or 0}")


def _data(path: str) -> str:
    try:
        with open(path, "rb") as file:
            return file.read(_BYTES).decode("utf-8-sig", "replace")
    except OSError:
        return ""


def _known(text: str) -> Known:
    """What a file tells, whatever it is called: told by what is in it."""
    start = text.lstrip()[:400]
    try:
        if start.startswith(("{", "[")):
            return _json(json.loads(text))
        if start.startswith(";FFMETADATA"):
            return _ffmetadata(text)
        if re.match(r"CHAPTER\d+=", start):
            return Known(chapters=tuple(_simple(text)))
        if start.startswith("WEBVTT"):
            cues = re.findall(rf"(?m)^[ \t]*({_TIME})[ \t]*-->.*\n(.+)", text)
            return Known(chapters=tuple((seconds(at), title.strip()) for at, title in cues))
        if start.startswith("<"):
            return Known(chapters=tuple(_xml(text)))
    except (ValueError, TypeError, AttributeError, RecursionError):
        return Known()
    chapters = listed(text.splitlines())
    # As YouTube has it: the first line of a list of chapters says 0:00, and so is told from other times.
    return Known(chapters=chapters if chapters and chapters[0][0] == 0 else ())


def _json(found: Any) -> Known:
    """JSON Chapters of Podcasting 2.0, Podlove's, and the ``info.json`` of yt-dlp."""
    about: Mapping[str, Any] = found if isinstance(found, dict) else {"chapters": found}
    chapters = []
    for chapter in about.get("chapters") or ():
        at = next((chapter[name] for name in ("startTime", "start_time", "start") if name in chapter), None)
        if at is not None and chapter.get("title") and chapter.get("toc", True):
            title = " ".join(str(chapter["title"]).split())
            chapters.append((seconds(at) if isinstance(at, str) else float(at), title))
    date = re.sub(r"^(\d{4})(\d\d)(\d\d)$", r"\1-\2-\3", str(about.get("upload_date") or ""))
    author = about.get("author") or about.get("uploader") or about.get("channel")
    return Known(str(about.get("title") or ""), str(author or ""), date, tuple(sorted(chapters)))


def _ffmetadata(text: str) -> Known:
    """What ``ffmpeg -f ffmetadata`` writes; times without a base are nanoseconds there."""
    head, *parts = re.split(r"(?m)^\[(?=CHAPTER\])", text)
    about = _fields(re.split(r"(?m)^\[", head)[0])
    chapters = []
    for part in parts:
        fields = _fields(re.split(r"(?m)^\[", part)[0])
        above, _, below = fields.get("timebase", "1/1000000000").partition("/")
        if fields.get("title") and int(below or 1):
            chapters.append((int(fields["start"]) * int(above) / int(below or 1), fields["title"]))
    return Known(about.get("title", ""), about.get("artist", ""), about.get("date", ""), tuple(chapters))


def _fields(text: str) -> dict[str, str]:
    pairs = re.findall(r"(?m)^((?:[^=;#\\\n]|\\.)+)=((?:[^\\\n]|\\(?:.|\n))*)$", text)
    return {name.lower(): re.sub(r"\\(.|\n)", r"\1", value).strip() for name, value in pairs}


def _simple(text: str) -> Iterator[Chapter]:
    """Chapters as mkvmerge and Ogg have them: CHAPTER01=00:00:00.000 and CHAPTER01NAME=Opening."""
    names = dict(re.findall(r"(?m)^CHAPTER(\d+)NAME=(.+)$", text))
    for number, clock in re.findall(r"(?m)^CHAPTER(\d+)=(\S+)", text):
        yield seconds(clock), names.get(number, f"Chapter {int(number)}").strip()


def _xml(text: str) -> Iterator[Chapter]:
    """Podlove Simple Chapters."""
    for tag in re.findall(r"<(?:\w+:)?chapter\s[^<>]*>", text):
        fields = {name: unescape(value) for name, _, value in re.findall(r"(\w+)\s*=\s*([\"'])(.*?)\2", tag)}
        if "start" in fields and fields.get("title"):
            yield seconds(fields["start"]), fields["title"].strip()
