"""Guesses the language of a text from its letters and its small words, and only where they leave no doubt."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from ..patterns import later
from .vocabulary import sections

_SAMPLE = 3_000
"""So many characters are looked at, in three places of a longer text."""
_PART = 600
_FEWEST_WORDS = 40
_FEWEST_WIDE = 60
_SHARE = 0.12
"""So much of a text in a language are, by weight, small words of it; in most it is a quarter."""
_AHEAD = 1.4
"""So many times the weight of any other language, where the page says nothing."""
_AHEAD_OF_ALIKE = 1.1
_FAR_AHEAD = 3.0
"""So many times the weight of the language that the page names, where it is not believed."""
_FEWEST_IN_SENTENCE = 6
"""A sentence of fewer words may be a name or a title."""
_OWN_SHARE = 0.2
_FOREIGN_SHARE = 0.25
_FEWEST_HITS = 3
"""So many different small words of another language, and such a share of all words, tell it."""
_WORD = re.compile(r"[^\W\d_]+")
_JOINED = re.compile(r"[^\W\d_]+(?:['’.][^\W\d_]+)*")
"""A word with what an apostrophe or a point joins to it: the “ve” of “I've” is no word."""
_LETTERS = (
    ("kana", "\u3041-\u3096\u30a1-\u30fa"), ("han", "\u3400-\u9fff"), ("ko", "\uac00-\ud7af"),
    ("th", "\u0e01-\u0e4e"), ("arab", "\u0620-\u06ff"), ("he", "\u05d0-\u05ea"), ("el", "\u0370-\u03ff"),
    ("cyrl", "\u0400-\u04ff"), ("hi", "\u0900-\u097f"), ("bn", "\u0980-\u09ff"), ("ta", "\u0b80-\u0bff"),
    ("te", "\u0c00-\u0c7f"), ("my", "\u1000-\u109f"), ("ka", "\u10a0-\u10ff"), ("hy", "\u0531-\u0587"),
    ("km", "\u1780-\u17ff"), ("am", "\u1200-\u137f"),
)  # fmt: skip
_LATIN = later("[A-Za-z\u00c0-\u024f\u1e00-\u1eff \n]")
_SHARED = ("latn", "cyrl", "arab")
"""The scripts of several languages, which only their words tell apart."""
_NOT_LATIN = {
    "ja": ("kana",), "zh": ("han",), "yue": ("han",), "ko": ("ko", "han"), "th": ("th",), "ar": ("arab",),
    "fa": ("arab",), "ur": ("arab",), "he": ("he",), "el": ("el",), "ru": ("cyrl",), "uk": ("cyrl",), "bg": ("cyrl",),
    "sr": ("cyrl", "latn"), "hi": ("hi",), "bn": ("bn",), "ta": ("ta",), "te": ("te",), "my": ("my",), "ka": ("ka",),
    "hy": ("hy",), "km": ("km",), "am": ("am",), "mr": ("hi",), "ne": ("hi",),
}  # fmt: skip
_WIDE = later("[\u0370-\u1dff\u3041-\ud7af]")
_UNSPACED = ("eastern", "th", "my", "km")
_FEWEST_LETTERS = 6
_SIGNS = {
    "cyrl": ("ru", (("uk", frozenset("їєґ")), ("sr", frozenset("ђћљњџј")))),
    "arab": ("ar", (("ur", frozenset("ٹڈڑےں")), ("fa", frozenset("پچژگ")))),
}  # fmt: skip
"""The commonest language of a script, and the letters that only others have."""
_TAG = later(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*")
_NO_LANGUAGE = frozenset(["und", "zxx", "mul", "mis", "art"])
_ALIKE = ({"no", "da"}, {"hr", "bs", "sr"}, {"id", "ms"}, {"pt", "gl"}, {"cs", "sk"}, {"zh", "yue"})
"""Languages that are too much alike to overrule a page that names one of them."""


def language_in(text: str, told: str = "") -> str:
    """The language of ``text`` as a BCP 47 tag; ``told``, what its page says, unless the text plainly contradicts it.

    "" where nothing is told and the text is short, mixed, or in a language that is not known here.
    """
    sample = _sample(text)
    primary = _primary(told)
    script = _script(sample)
    if not script:
        return told
    if script not in _SHARED:
        return told if script in _written_in(primary, script) else {"kana": "ja", "han": "zh"}.get(script, script)
    weights, words = _weights(sample)
    best, weight = max(weights.items(), key=lambda pair: pair[1])
    sure = words >= _FEWEST_WORDS and weight >= _SHARE * words
    if script not in _written_in(primary, script):
        return best if sure else told
    if not sure or best == primary or _are_alike(best, primary):
        return told
    if not primary:
        others = (other * (_AHEAD_OF_ALIKE if _are_alike(best, name) else _AHEAD) for name, other in weights.items())
        return best if weight >= sorted(others)[-2] else ""
    # A language that is not known here may share its small words with one that is.
    return best if primary in weights and weight > _FAR_AHEAD * weights[primary] else told


def language_of_part(text: str, language: str) -> str:
    """The language of a paragraph of a story in ``language``: that one, unless its words plainly say another."""
    sample = text[:_PART]
    mine = _words_of(_primary(language))
    words = _WORD.findall(sample.casefold())
    if mine and sum(word in mine for word in words) > 0.2 * len(words):
        return language
    return language_in(sample, language)


def language_of_sentence(text: str, language: str) -> str:
    """The language of a sentence or a quotation in a text in ``language``: that one, unless there is no doubt.

    A name, a title or a few words are never taken for another language, nor is one that looks much like another.
    """
    words = _JOINED.findall(text.casefold())
    if len(words) < _FEWEST_IN_SENTENCE:
        return language
    primary = _primary(language)
    mine = _words_of(primary)
    own = sum(word in mine for word in words)
    if text.isascii() and own > _OWN_SHARE * len(words):
        return language
    script = _script_of_sentence(text)
    if script not in _SHARED:
        known = {"kana": "ja", "han": ""}.get(script, script)
        return language if not known or script in _written_in(primary, script) else known
    hits: Counter[str] = Counter()
    for word in {word for word in words if len(word) > 1} - mine:
        hits.update(name for name, _ in _small_words().get(word, ()))
    if not hits:
        return language
    (best, count), *others = hits.most_common()
    if _are_alike(best, primary) or count < max(_FEWEST_HITS, _FOREIGN_SHARE * len(words)) or own * 3 > count:
        return language
    second = next((other for name, other in others if not _are_alike(name, best)), 0)
    return best if count >= 1.5 * second and all(count > other for _, other in others) else language


def is_believed(told: str, text: str, language: str) -> bool:
    """Whether ``text``, within one in ``language``, may be in the language ``told``, as its page says.

    Not where the tag names no language, or the same one; where the text is in a script that the language is not written
    in; or where its small words are those of ``language``: word processors name languages that nobody wrote.
    """
    primary, around = _primary(told), _primary(language)
    if not _TAG.fullmatch(told) or primary in _NO_LANGUAGE or primary == around:
        return False
    words = _JOINED.findall(text.casefold())
    script = _script_of_sentence(text)
    written = _written_in(primary, script)
    if not words or (script not in written and not (script == "han" and "kana" in written)):
        return False
    own, others = (sum(word in _words_of(name) for word in words) for name in (around, primary))
    return own < _FEWEST_HITS or own <= others


def other_scripts(text: str, language: str) -> Iterator[tuple[int, int, str]]:
    """The passages of ``text`` in a script that ``language`` is never written in, each (start, end, language).

    A word or two may be a name: three make a passage, or six letters where words are written without space. Punctuation
    around it is part of it.
    """
    if text.isascii() or not _WIDE.search(text):
        return
    own = _NOT_LATIN.get(_primary(language), ("latn",))
    for script, run in _runs():
        if script in own or (script == "eastern" and not {"kana", "han", "ko"}.isdisjoint(own)):
            continue
        for found in run.finditer(text):
            letters = sum(map(str.isalpha, found[0]))
            if letters >= _FEWEST_LETTERS if script in _UNSPACED else len(found[0].split()) >= _FEWEST_HITS:
                tongue = _of_script(script, found[0])
                if tongue:
                    yield found.start(), found.end(), tongue


def _of_script(script: str, text: str) -> str:
    """The language of a text in a script that several are written in, by its letters and small words."""
    if script == "eastern":
        return "ja" if _scripts()[0][1].search(text) else "zh"
    if script not in _SHARED:
        return script
    hits: Counter[str] = Counter()
    for word in set(_JOINED.findall(text.casefold())):
        hits.update(name for name, _ in _small_words().get(word, ()))
    default, letters = _SIGNS[script]
    signed = next((name for name, signs in letters if not signs.isdisjoint(text.casefold())), default)
    (best, count), *others = [*hits.most_common(2), ("", 0)]
    return best if count > 1 and best in _NOT_LATIN and all(count > other for _, other in others) else signed


def small_words(text: str, language: str) -> frozenset[str]:
    """The small words of ``language`` that ``text`` has."""
    return _words_of(_primary(language)).intersection(_JOINED.findall(text.casefold()))


@cache
def _scripts() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Every script with its letters: made at its first use, since such wide ranges take long to compile."""
    return tuple((script, re.compile(f"[{letters}]")) for script, letters in _LETTERS)


@cache
def _runs() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """For each script a run of words in it, with the quotation marks and the full stop around them."""
    letters = dict(_LETTERS)
    eastern = letters.pop("kana") + letters.pop("han")
    between = (
        r"\s\d.,!?:;…—–\-'’\"«»„“”‘()（）、。！？「」『』・ー々،؟؛\u0300-\u036f\u200c\u200d\u0591-\u05c7\u064b-\u065f"
    )
    return tuple(
        (
            script,
            re.compile(
                f"[«„“‘\"'(（「『]{{0,2}}[{inside}](?:[{inside}{between}]*[{inside}])?[.!?…。！？»”’\"')）」』،؟]*"
            ),
        )
        for script, inside in (("eastern", eastern), *letters.items())
    )


def _counted(text: str) -> dict[str, int]:
    """How many letters of each script are in ``text``."""
    return {script: len(pattern.findall(text)) for script, pattern in _scripts()}


def _script_of_sentence(text: str) -> str:
    """The script of nearly every letter; "latn" where they are mixed."""
    letters = sum(map(str.isalpha, text))
    if text.isascii():
        return "latn"
    counts = _counted(text)
    if counts["kana"] and counts["kana"] + counts["han"] > 0.9 * letters:
        return "kana"
    best = max(counts, key=lambda script: counts[script])
    return best if counts[best] > 0.9 * letters else "latn"


def _primary(tag: str) -> str:
    """The language of a tag, as it is called here."""
    found = tag.split("-")[0].lower()
    return "no" if found in ("nb", "nn") else found


def _are_alike(one: str, other: str) -> bool:
    return one != other and any({one, other} <= alike for alike in _ALIKE)


def _sample(text: str) -> str:
    """A text, or the begin of each third of a long one."""
    part = _SAMPLE // 3
    third = len(text) // 3
    return text if len(text) <= _SAMPLE else " ".join(text[at : at + part] for at in (0, third, 2 * third))


def _script(sample: str) -> str:
    """The script that most of a text is written in; "" where it is too short, or none is used for most of it."""
    if sample.isascii():
        return "latn"
    latin = len(_LATIN.findall(sample))
    if latin > 0.9 * len(sample):
        return "latn" if latin >= _FEWEST_WIDE else ""
    counts = _counted(_LATIN.sub("", sample))
    total = sum(counts.values()) + latin
    eastern = counts["kana"] + counts["han"]
    if eastern > 0.4 * total:
        return "" if eastern < _FEWEST_WIDE else "kana" if counts["kana"] > 0.1 * eastern else "han"
    counts["latn"] = latin
    best = max(counts, key=lambda script: counts[script])
    return best if counts[best] > 0.6 * total and counts[best] >= _FEWEST_WIDE else ""


def _written_in(primary: str, script: str) -> tuple[str, ...]:
    """The scripts that a language is written in; of one that is not known here, ``script`` itself."""
    if not primary:
        return (script,) if script in _SHARED else ()
    return _NOT_LATIN.get(primary, ("latn",) if primary in sections("languages") else (script,))


@cache
def _small_words() -> dict[str, tuple[tuple[str, float], ...]]:
    """For each small word the languages that have it, each with what it counts for."""
    having: dict[str, list[str]] = {}
    for language, lines in sections("languages").items():
        for word in dict.fromkeys(" ".join(lines).split()):
            having.setdefault(word, []).append(language)
    return {
        word: tuple((language, len(languages) ** -0.5) for language in languages) for word, languages in having.items()
    }


@cache
def _words_of(language: str) -> frozenset[str]:
    return frozenset(" ".join(sections("languages").get(language, ())).split())


def _weights(sample: str) -> tuple[dict[str, float], int]:
    """For each language, the weight of its small words in a text; and how many words the text has."""
    found = dict.fromkeys(sections("languages"), 0.0)
    small = _small_words()
    words = Counter(_WORD.findall(sample.casefold()))
    for word, times in words.items():
        for language, weight in small.get(word, ()):
            found[language] += weight * times
    return found, words.total()
