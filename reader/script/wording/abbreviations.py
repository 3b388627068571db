"""Words that are cut short are said in full: "Gen." is "General", "vs." "versus"."""

import re
from collections.abc import Iterator

from .addresses import STATES, STREETS
from .cut_short import ALWAYS, BEFORE_NAME, BEFORE_NUMBER, STATES_CUT
from .grammar import inner, last_word, words
from .initialisms import SHOUTED
from .pattern import Pattern
from .rule import Edit

# Those that are written without a stop, too.
_BARE = words(
    "Mr Mrs Ms Dr Prof Gen Sen Rep Gov Lt Col Maj Capt Cmdr Sgt Cpl Pvt Rev Mt Ft St Supt Cdr Adm Messrs Det Insp Drs"
)
_NAMES = Pattern(
    r"(?<![\w.&’'-])([A-Z][a-z]{1,5})(\.?)(?=(?:[\s-]+|(?<=[a-z]\.))[\"“‘'(]?(?:[A-Z][\w’'.]|(?:de|van|von|al|el|bin|d’|d')[\s-]"
    r"|[A-Z]\.|and\s(?:Mrs|Ms|Mr|Dr|Sen|Rep|Gov)))"
)
# In a line of capitals: "MR SMITH", "LT. UHURA".
_SHOUTED = Pattern(
    r"(?<![\w.&’'-])(MRS?|MS|DR|PROF|SEN|REP|GOV|REV|GEN|LT|COL|CAPT|SGT|ST|MT|FT|SUPT|DET)(\.?)(?=\s(?:[A-Z][A-Z’'-]+|[A-Z]\.\s?[A-Z])\b)"
)
_STREET = Pattern(r"(?:^|[\s(])(?:[A-Z][a-z]+(?:[’']s)?|\d+(?:st|nd|rd|th))\s$")
# A name stands before these.
_ENDS = words("Jr Sr Inc Corp Ltd Co Bros")
# At the end of a sentence the stop may be its own, and these be whole words.
_WHOLE = words("ed mo pop Man Lab Ed temp wk Ill Mass Wash est Est Penn prof pres Del Cos admin Admin")
_NO_STOP = words(
    """
    vs etc approx dept Dept govt Govt Bros Corp Inc Ltd Jr Sr Ave Blvd Rd Hwy Intl Natl hrs mins lbs Sept yrs Pty
    Tues Thurs Assn Pkwy misc qtrly mkt fwd wkts inns Utd Rwy mos mths avg btwn bldgs attys accts Weds
    """
)
_CUT = Pattern(r"(?<![\w.@/’'-])([A-Za-z]{2,6})(\.?)(?![\w@’'-]|\.\w)")
_STATE = Pattern(
    rf"(?<=[A-Za-z.]),\s({'|'.join(re.escape(key) for key in sorted(STATES_CUT, key=len, reverse=True))})\.(?![\w])"
)
_PARTY = Pattern(
    rf"(?<![\w-])([RDI])-((?:{'|'.join(re.escape(key) for key in sorted(STATES_CUT, key=len, reverse=True))})\."
    rf"|[A-Z][a-z]+(?:\s[A-Z][a-z]+)?|[A-Z]{{2}}\b)"
)
_PARTIES = {"R": "Republican", "D": "Democrat", "I": "independent"}
_NUMBERED = Pattern(
    r"(?<![\w.’'-])([A-Za-z]{1,4})\.(?:\s?(?=[\d(]?\d|[A-Z]{1,2}\d)|\s(?=[IVXLC]+\b))|(?<![\w.’'-])(No|Nos|Vol)\s(?=\d)(?!\d+(?:\.\d+)?%)"
)
# "He said no. 5 people came."
_REFUSED = Pattern(r"\d+\s(?:people|men|women|days|years|others|of)\b")
_SHORTENED = Pattern(
    r"\b(?:MRS?|DR|ST|PROF|SEN|GOV|REV)\s[A-Z]{2}|\b[RDI]-[A-Z]|\bw/|\bh/t|c/o|b/c|\baka\b|\be[g]\b|\bNos?\s\d|\sv\s[A-Z]|[’'][tlny]\b"
)
_LATIN = Pattern(
    r"(?<![\w.])(?:(e\.\s?g|E\.\s?g|eg|i\.\s?e|I\.\s?e|ie|a\.\s?k\.\s?a|aka|et al|et seq|n\.\s?b|N\.\s?B|p\.\s?a"
    r"|w/o(?:ut)?|h/t|w/(?=\s|$|[A-Za-z\d])|c/o|b/c|P\.\s?S|R\.\s?I\.\s?P)(?:(?![\w/])|(?<=w/))\.?)"
)
_SAID = {
    "eg": "for example", "ie": "that is", "aka": "also known as", "etal": "et al", "etseq": "et sequentia",
    "nb": "note", "pa": "per annum",
    "w/o": "without", "w/out": "without", "w/": "with", "h/t": "hat tip",
    "c/o": "care of", "b/c": "because", "ps": "P S", "rip": "R I P",
}  # fmt: skip
_VERSUS = Pattern(r"(?<=[A-Za-z.)] )(v\.?|vs?\.)(?= [A-Z])")
_DEFEATED = Pattern(r"(?<=[A-Za-z)]\s)(d\.)(?=\s(?!Aged?\b)[A-Z][a-z])")
_CONTRACTED = Pattern(r"\b(?:(Gov|gov|Int|int|Ass|Nat|Dep|dep|Sec|Cont|cont)[’'](t|l|n|y|d|nt))\b")
_CONTRACTIONS = {
    "govt": "government",
    "intl": "international",
    "assn": "association",
    "natl": "national",
    "dept": "department",
    "secy": "secretary",
    "contd": "continued",
}
_JUNIOR = Pattern(r"(?:[A-Z][\w’'-]+,?|&|and)\s$")


def find(text: str) -> Iterator[Edit]:
    words = set(text.split())
    dotted = "." in inner(text) or last_word(text) in ALWAYS or last_word(text) in STATES_CUT
    if not dotted and words.isdisjoint(_BARE) and words.isdisjoint(_NO_STOP) and not _SHORTENED.search(text):
        return
    for match in _NUMBERED.finditer(text):
        word = match[1] or match[2]
        if word == "no" and _REFUSED.match(text, match.end()):
            continue
        if word in BEFORE_NUMBER:
            said = BEFORE_NUMBER[word]
            # Within a sentence a number is no name: "the No. 2 seed".
            yield Edit(
                *match.span(), f"{said.lower() if word in ('No', 'Nos') and text[: match.start()].strip() else said} "
            )
    for match in _LATIN.finditer(text):
        yield from _latin(text, match)
    for match in _VERSUS.finditer(text):
        yield Edit(*match.span(), "versus")
    for match in _DEFEATED.finditer(text):
        yield Edit(*match.span(1), "defeated")
    for match in _PARTY.finditer(text):
        place = match[2].rstrip(".")
        name = STATES_CUT.get(place) or STATES.get(place) or (place if place in STATES.values() else "")
        if name:
            yield Edit(*match.span(), f"{_PARTIES[match[1]]} of {name}")
    for match in _STATE.finditer(text):
        yield Edit(match.start(1), _stop(text, match.end()), STATES_CUT[match[1]])
    for match in _SHOUTED.finditer(text) if SHOUTED.search(text) else ():
        if match[2] or match[1] in ("MR", "MRS", "DR", "ST", "PROF", "SEN", "GOV", "REV"):
            yield Edit(*match.span(), BEFORE_NAME[match[1].capitalize()])
    for match in _NAMES.finditer(text):
        if (edit := _title(text, match)) is not None:
            yield edit
    for match in _CONTRACTED.finditer(text):
        if whole := _CONTRACTIONS.get((match[1] + match[2]).lower()):
            yield Edit(*match.span(), whole.capitalize() if match[1][0].isupper() else whole)
    for match in _CUT.finditer(text):
        if (cut := _cut(text, match)) is not None:
            yield cut


def _stop(text: str, end: int) -> int:
    """The end of the edit: a stop that ends the sentence, too, stays."""
    return end - 1 if text[end - 1 : end] == "." and not text[end:].strip(" \"”'’)]") else end


def _latin(text: str, match: re.Match[str]) -> Iterator[Edit]:
    written = re.sub(r"[.\s]", "", match[1]).lower()
    if written in ("eg", "ie") and "." not in match[0] and not text[match.end() :].startswith((" ", ",")):
        return
    if (
        match[1] in ("eg", "ie")
        and "." not in match[0]
        and text[max(0, match.start() - 1) : match.start()] not in (" ", "(")
    ):
        return
    yield Edit(
        match.start(),
        _stop(text, match.end()),
        _SAID[written] + (" " if written in ("w/o", "w/") and text[match.end() : match.end() + 1].isalnum() else ""),
    )


def _title(text: str, match: re.Match[str]) -> Edit | None:
    word, dot = match.groups()
    if word not in BEFORE_NAME or (not dot and word not in _BARE):
        return None
    before = text[max(0, match.start() - 24) : match.start()]
    following = text[match.end() : match.end() + 60].lstrip("\"“‘'( -")
    if word in ("Sec", "Univ", "Assoc", "Vice", "Pt", "Ste", "Mgr", "Brig") and not dot:
        return None
    if word == "Sr" and _JUNIOR.search(before):
        return Edit(match.start(), match.end(), "Senior")
    if (
        word in ("St", "Dr", "Ft", "Pt", "Mt")
        and _STREET.search(before)
        and word.lower() in STREETS
        and _is_street(before, following, word)
    ):
        return Edit(match.start(), match.end(), STREETS[word.lower()])
    if not dot and (
        len(following.split(" ")[0].strip(".,")) < 2
        or (following.split(" ")[0].isupper() and word in ("Gen", "St", "Col", "Rep"))
    ):
        return None
    return Edit(match.start(), match.end(), BEFORE_NAME[word] + " " * text[match.end()].isalpha())


_SENTENCE_STARTS = words("It The He She They We In On At A An But And There That This His Her When As Police")


def _is_street(before: str, following: str, word: str) -> bool:
    """Whether "St." behind a name is a street: "Wall St. Journal" is, "Port St. Lucie" is not."""
    if word in ("Ft", "Pt", "Mt"):
        return False
    name = before.split()[-1]
    first = following.split(" ")[0].strip(".,;:")
    if (
        name in ("Wall", "Main", "High", "Bay", "Fleet", "Baker", "Bourbon", "Sesame", "State", "Elm", "Oak", "Church")
        or name[0].isdigit()
    ):
        return True
    return first in _SENTENCE_STARTS


# "The min. wage"; behind a number they are minutes.
_LEAST = {"min": "minimum", "max": "maximum", "Min": "Minimum", "Max": "Maximum"}
_ADJECTIVE = Pattern(r"\s[a-z]{3}")
_ESTIMATED = Pattern(r"\s(?:the|that|it|its|at|to|a|an|by|cost|value|time)\b")


def _cut(text: str, match: re.Match[str]) -> Edit | None:
    word, dot = match.groups()
    before, ends = text[max(0, match.start() - 40) : match.start()], not text[match.end() :].strip()
    if word == "Dr" and dot and ends and (_STREET.search(before) or before.endswith(("Jr. ", "Sr. "))):
        return Edit(match.start(), _stop(text, match.end()), "Drive")
    if word == "St" and dot and _STREET.search(before):
        return Edit(match.start(), _stop(text, match.end()), "Street")
    if dot and not ends and word in _LEAST and _ADJECTIVE.match(text, match.end()):
        return Edit(match.start(), match.end(), _LEAST[word])
    if word.lower() == "est" and dot and _ESTIMATED.match(text, match.end()):
        return Edit(match.start(), match.end(), "estimated")
    said = ALWAYS.get(word)
    if said is None:
        if dot and not ends and word in _BARE and word not in ("St", "Ft", "Mt", "Det", "Rep"):
            return Edit(match.start(), match.end(), BEFORE_NAME[word])
        return None
    if (
        (not dot and word not in _NO_STOP)
        or (ends and word in _WHOLE)
        or (word in _ENDS and not (ends and not before) and not _JUNIOR.search(before))
    ):
        return None
    return Edit(match.start(), _stop(text, match.end()), said)
