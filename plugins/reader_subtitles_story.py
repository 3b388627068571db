"""The running text of a transcript, from what is shown when."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from html import unescape
from itertools import groupby, pairwise

from reader import Block, Page, Role, Story
from reader_subtitles import SOUND
from reader_subtitles_chapters import Chapter, beside, listed

_TIME = r"(?:(\d+):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
_TIMES = rf"[ \t]*{_TIME}[ \t]*-->[ \t]*{_TIME}(.*)"
_HEAD = 8_000
_TITLE = (
    r"\W*(?:chapter|part|act|episode|kapitel|teil|chapitre|partie|cap[ií]tulo|parte|capitolo|hoofdstuk|deel|del)\s+"
    r"(?:\d{1,3}|[ivxlc]{1,6}|one|two|three|four|five|six|seven|eight|nine|ten)(?:\s*[:.–—-]\s*(?!\s).{0,80})?\W*"
)
"""A cue that is nothing but the title of a chapter: "Chapter 3: The quay"."""
_CREDITS = (
    r"(?:sync(?:hroni[sz]ed|ed)?\b.{0,40}\bcorrect|(?:subtitles?|subs|captions?|transcript|translat(?:ion|ed)|resync)"
    r"\s*(?:by|:)\s|downloaded from\b|untertitel(?:ung)?\s*(?:von|:)|sous-titr(?:es|age)\s*(?:par|:|st)"
    r"|subt[ií]tulos\s*(?:por|de|:)|www\.\S+$)"
)
"""How those who made the subtitles name themselves in a cue."""
_NAME = r"(?:>>+ *)?[\[(]?([A-Z][A-Z.' ]{1,28}[A-Z.]|SPEAKER[ _]?\d{1,2})(?: *\([^)]*\))?[\])]?:(?:\s+|$)"
_MIXED = r"(?:>>+ *)?[\[(]?((?:[A-Z][\w.'’-]*)(?: [A-Z][\w.'’-]*){0,2})(?: *\([^)]*\))?[\])]?:\s+"
"""Who speaks, before what is said: ">> ADA LIND:", "SPEAKER_00:", "Ada Lind:"."""
_PAUSE_S = 2.5
_SENTENCE_END = '.!?…。！？"”»)]♪'
_LONG_WORDS = 90
"""A paragraph of speech ends with the first sentence after so many words: some half minute."""


@dataclass(frozen=True, slots=True)
class _Cue:
    """What is shown from ``start_s`` to ``end_s``; ``voice`` is who says it, where that is told."""

    start_s: float
    end_s: float
    text: str
    voice: str = ""


def story_of(page: Page, is_vtt: bool) -> Story | None:
    """The transcript as a story; notes and styles are left out of it. None where it is no transcript."""
    from reader.readability.decoding.decode import decode

    text = decode(page)
    if not is_vtt and not _begins(text):
        return None
    head, details = _head(text) if is_vtt else ("", {})
    known = beside(page.location)
    cues = list(_once(_named(list(_cues(text, is_vtt)))))
    if details.get("kind", "").lower() == "chapters":
        blocks = tuple(_heading(cue.start_s, cue.text) for cue in cues)
    else:
        blocks = tuple(_blocks(cues, list(_chapters(text) or known.chapters)))
    headline = details.get("title") or head or known.title
    top = ((Role.HEADLINE, headline), (Role.BYLINE, known.author and f"By {known.author}"))
    above = (Block(role, said, int(role is Role.HEADLINE), reason="of the recording") for role, said in top if said)
    language = details.get("language", "")
    return Story(headline, (*above, *blocks), known.author, known.published, language, page.location)


def _begins(text: str) -> bool:
    """Whether a file begins with the number and the times of a first cue: a list of chapters may stand before it."""
    lines = text[:_HEAD].lstrip("\ufeff").splitlines()
    for number, times in pairwise(lines):
        if number.strip().isdigit() and re.match(_TIMES, times):
            return True
        if number.strip() not in ("", "NOTE") and not re.search(r"\d:\d\d\b", number):
            return False
    return False


def _head(text: str) -> tuple[str, dict[str, str]]:
    """What stands behind WEBVTT, and the fields of the header ("Kind: captions", "Language: en")."""
    header = re.split(r"\n[ \t]*\n", text, maxsplit=1)[0].splitlines()
    fields = (line.split(":", 1) for line in header[1:] if ":" in line and "-->" not in line)
    return header[0].lstrip("\ufeff")[6:].strip(" -"), {name.strip().lower(): value.strip() for name, value in fields}


def _cues(text: str, is_vtt: bool) -> Iterator[_Cue]:
    """Each cue as it is shown; one begins with its times, even where no empty line is before them (WebVTT, 6.1).

    In SRT what stands behind an empty line without times of its own belongs to the cue before.
    """
    last: tuple[float, float] | None = None
    for part in re.split(r"\n[ \t]*\n", text):
        lines = [line for line in part.split("\n") if line.strip()]
        if not lines or lines[0].strip() == "NOTE" or (is_vtt and lines[0].startswith(("NOTE", "STYLE", "REGION"))):
            continue
        times = [(n, found) for n, line in enumerate(lines) if (found := re.match(_TIMES, line))]
        if not times and last and not is_vtt:
            yield from (_Cue(*last, said, voice) for voice, said in _voiced("\n".join(lines)))
        ends = [_before(lines, n) for n, _ in times[1:]] + [len(lines)]
        for (n, found), end in zip(times, ends, strict=False):
            start_s, end_s = (_seconds(*found.groups()[at : at + 4]) for at in (0, 4))
            last = (start_s, end_s)
            for voice, said in _voiced("\n".join(lines[n + 1 : end])):
                yield _Cue(start_s, end_s, said, voice)


def _before(lines: list[str], times: int) -> int:
    """Where the cue before those times ends: the number of the next is not its text."""
    return times - 1 if lines[times - 1].strip().isdigit() else times


def _voiced(text: str) -> Iterator[tuple[str, str]]:
    """Who says what in a cue: voice tags of WebVTT, and dashes where two speak in turn."""
    for part in re.split(r"(?=<v[ .])", text):
        voice = re.match(r"<v(?:\.[\w.]+)?[ ]+([^>]*)>", part)
        plain = unescape(re.sub(r"<[^>\n]*>|\{\\[^}]*\}", "", part)).strip()
        turns = re.split(r"(?m)^[ \t]*[-–—][ \t]*(?=\S)", plain) if re.match(r"[-–—][ \t]*\S", plain) else [plain]
        for said in turns:
            if said.strip():
                yield (voice[1].strip() if voice else ""), said.strip()


def _named(cues: list[_Cue]) -> Iterator[_Cue]:
    """The cues with who speaks told apart, where that stands before the words.

    A name in small letters is taken for one where the file does so often: a colon stands behind other words too.
    """
    mixed = Counter(found[1] for cue in cues if (found := re.match(_MIXED, cue.text)))
    names = {name for name, times in mixed.items() if times > 1} if len(mixed) > 1 else set()
    for cue in cues:
        found = re.match(_NAME, cue.text) or re.match(_MIXED, cue.text)
        if cue.voice or not found or (found.re.pattern == _MIXED and found[1] not in names):
            yield cue
            continue
        name = found[1].replace("_", " ")
        name = f"Speaker {int(name[7:])}" if name.startswith("SPEAKER") else name
        said = cue.text[found.end() :].strip() or cue.text
        yield replace(cue, voice=name.title() if name.isupper() and len(name) > 2 else name, text=said)


def _once(cues: Iterator[_Cue]) -> Iterator[_Cue]:
    """The cues without lines that were shown right before, as captions that roll show them.

    A sound that stays on the screen while nobody speaks is the same sound still.
    """
    shown: list[str] = []
    ended_s = 0.0
    for cue in cues:
        lines = [line.strip() for line in cue.text.split("\n") if line.strip()]
        rolls = cue.start_s - ended_s < 0.5 or (len(lines) > 1 and shown == lines[:1] and _is_sound(lines[0]))
        fresh = [line for line in lines if not (rolls and line in shown)]
        shown, ended_s = lines, cue.end_s
        for is_sound, run in groupby(fresh, key=_is_sound):
            yield from (replace(cue, text=line) for line in (run if is_sound else [" ".join(run)]))


def _blocks(cues: Iterable[_Cue], chapters: list[Chapter]) -> Iterator[Block]:
    waiting: list[_Cue] = []
    voice = ""
    for cue in cues:
        at = cue.start_s
        if chapters and at >= chapters[0][0] - 0.5:
            yield from _paragraph(waiting)
            waiting = []
            while len(chapters) > 1 and at >= chapters[1][0] - 0.5:
                yield _heading(*chapters.pop(0))
            yield _heading(*chapters.pop(0))
        if not cue.voice and re.fullmatch(_TITLE, cue.text, re.I) and not _goes_on(waiting):
            yield from _paragraph(waiting)
            waiting, voice = [], ""
            yield _heading(at, cue.text.strip("[]()*-–— ").rstrip("."))
            continue
        if _is_credit(cue.text):
            yield Block(Role.BOILERPLATE, " ".join(cue.text.split()), source=_clock(at), reason="made the subtitles")
            continue
        if _is_sound(cue.text):
            yield from _paragraph(waiting)
            waiting = []
            said = cue.text.strip("[]()♪#♫ ") or "music"
            yield Block(Role.CAPTION, said, source=_clock(at), reason=SOUND)
            continue
        if waiting and _turns(waiting, cue, voice):
            yield from _paragraph(waiting)
            waiting = []
        if cue.text.startswith(">>") and not cue.voice:
            voice = ""
        if cue.voice and cue.voice != voice:
            voice = cue.voice
            cue = replace(cue, text=f"{voice}: {cue.text}")
        waiting.append(cue)
    yield from _paragraph(waiting)


def _is_credit(text: str) -> bool:
    """Whether a cue names those who made the subtitles, and is no part of what is heard."""
    return bool(re.match(_CREDITS, text, re.I)) and len(text) < 160


def _goes_on(waiting: list[_Cue]) -> bool:
    """Whether a sentence has begun that is not over."""
    return bool(waiting) and not waiting[-1].text.endswith(tuple(_SENTENCE_END))


def _turns(waiting: list[_Cue], cue: _Cue, voice: str) -> bool:
    """Whether a new paragraph begins: somebody else speaks, or a sentence is over and a pause or enough was said."""
    if (cue.voice and cue.voice != voice) or (not cue.voice and cue.text.startswith(">>")):
        return True
    ends = waiting[-1].text.endswith(tuple(_SENTENCE_END))
    paused = cue.start_s - waiting[-1].end_s > _PAUSE_S
    words = sum(len(other.text.split()) for other in waiting)
    return (ends and (paused or words > _LONG_WORDS)) or cue.start_s - waiting[-1].end_s > 3 * _PAUSE_S or words > 400


def _paragraph(cues: list[_Cue]) -> Iterator[Block]:
    if cues:
        text = re.sub(r"^>>\s*", "", " ".join(" ".join(cue.text for cue in cues).split()))
        yield Block(Role.PARAGRAPH, text, source=_clock(cues[0].start_s), reason="spoken")


def _heading(at: float, title: str) -> Block:
    return Block(Role.HEADING, title, level=2, source=_clock(at), reason="a chapter")


def _is_sound(text: str) -> bool:
    """Whether a cue only describes what is heard: "[applause]", "(door closes)", "♪"."""
    return bool(re.fullmatch(r"[\[(][^\])]*[\])]|[♪#♫ ]+|♪[^♪]*♪?", text))


def _chapters(text: str) -> tuple[Chapter, ...]:
    """Chapters from the notes of the file, or from what stands before its first cue: "00:00 Opening", line by line."""
    notes = re.findall(r"(?ms)^NOTE\b(.*?)(?=\n[ \t]*\n|\Z)", text)
    found = listed("\n".join(notes).splitlines())
    return found or listed(text.partition("-->")[0].splitlines()[:-1])


def _seconds(hours: str | None, minutes: str, seconds: str, fraction: str) -> float:
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds) + float(f"0.{fraction}")


def _clock(seconds: float) -> str:
    whole = int(seconds)
    return f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"
