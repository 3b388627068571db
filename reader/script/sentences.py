"""Where each sentence of a text begins and ends, so that you can listen, stop and jump sentence by sentence."""

from collections.abc import Iterator

import sentencex

from .wording.calendar import ZONE
from .wording.pattern import Pattern

WINDOW, WIDEST = 4_096, 32_768
"""Characters that are looked at together: the first sentence of a very long text does not wait for its last.
A text in which nothing ends within the widest window is cut at a space."""

LONG_QUOTE = 240
"""A sentence longer than this that quotes several sentences is given sentence by sentence."""

_QUOTES = '"“”„‟«»'
_UNQUOTED = str.maketrans(dict.fromkeys(_QUOTES, "-"))
# sentencex is compiled: it takes no lone surrogates, and stops dead at a wide space behind an initial.
_UNUSUAL = Pattern("[\ud800-\udfff]|[^\\S\x00-\x7f]")
_PLAIN_END = Pattern(r"[.!?…。！？]+[\"”’)\]]*\s*")

_DAYS = "Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun"
_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
_CUT_MONTHS = _MONTHS.replace("May|", "")
_TITLES = (
    "Mr|Mrs|Ms|Messrs|Mx|Dr|Drs|Prof|Gen|Sen|Sens|Rep|Reps|Gov|Govs|Lt|Col|Maj|Capt|Cmdr|Cdr|Sgt|Cpl|Pvt|Pfc|Adm|Brig|"
    "Robt|Wm|Chas|Thos|Hon|Rev|Fr|Pres|Supt|Insp|Det|Amb|Atty|Mt|Ft|Msgr|Ald|Asst|Assoc|Spc|Sec|Treas|Ofc|Dep|Dist"
)
_NEVER_LAST = Pattern(rf"(?:^|[\s({_QUOTES}‘'\[/-])(?:{_TITLES}|vs|cf|e\.g|i\.e|viz)\.$")
# Cut short before a number or within a sentence; words that are whole, as "art" and "May", are not among them.
_BEFORE_NUMBER = Pattern(
    rf"(?:^|[\s({_QUOTES}‘'\[–-])(?:[Aa]pprox|[Ee]st|[Vv]ols?|[Nn]os?|Figs?|fig|[Cc]h|[Ss]ect?|Arts?|pp?|ca?|b|d|{_CUT_MONTHS}|"
    rf"[Oo]p|[Ee]p|[Aa]lt|[Cc]ap|Prop|betw|btwn|Amdt|Meas|Init|Sta|Gm|Eps|Rt|[Ii]ncl|[Ee]xcl|[Vv]er|[Rr]te|[Hh]wy|[Tt]el|[Ee]xt|Apt|Rm|Bldg|Fl|Sgt|{_DAYS}|[Mm]in|[Mm]ax|Cat|[Aa]v(?:er)?g)\.$"
)
_CUT_SHORT = Pattern(
    r"(?:[\d½¼¾⅓⅔⅛/][\s-]?(?:in|ft|lbs?|oz|hrs?|secs?|mins?|yrs?|mo|yds?|mi|gal|tbsp|tsp|pts?|qts?|km|cm|mm|kg|pct|mg|ml|mo?s|wks?)|\b(?:Co|Corp|Inc|Ltd|Bros|Ave|Blvd|Rd|"
    r"Jr|Sr|et al|etc|dept|govt|approx|incl|excl|esp|min|max|no|sq|cu))\.$"
)
# "A 6.7-in. screen": what describes goes on; so does "; 2. Perez (MEX)", whose number is that of the next entry.
_DESCRIBES = Pattern(r"\d-[A-Za-z]{1,6}\.$|[:;,]\s\d{1,2}\.$")
_ASIDE = Pattern(r"(?:--?|[–—])\s?[a-z]")
# "3 mi. N of", "300 mi. SW of".
_MEASURED, _WINDWARD = (
    Pattern(r"\d\s?(?:mi|km|ft|yds?|nm|m)\.$"),
    Pattern(r"(?:[NS]?[NSEW]{1,2}|[NSEW]\.)(?= of\b|$|[ ,])"),
)
# A short word before a stop is cut short where what follows is no beginning; "iOS" and "eBay" may begin a sentence.
_SHORT, _SMALL = Pattern(r"(?:^|[\s(/-])[A-Za-z]{1,6}\.$"), Pattern(r"[a-z]+(?![A-Za-z]|:/|\.\w)")
# "1. Wash your hands. 2. Dry them." and "Q. Who are you? A. I am Bob."
_ENTRY = Pattern(rf"[{_QUOTES}(]*(?:\d{{1,2}}|[QA])[.)]$")
# The same in German, French and Spanish: what is cut short, or counts, and what then goes on.
_CUT_IN = {
    "de": Pattern(
        r"(?:(?:^|[\s(])(?:Mo|Di|Mi|Do|Fr|Sa|So|Nr|Art|Abs|Bd|Kap|St|Hr|ca|S|Tel|vgl|bzw|inkl|Jan|Feb|Aug|Sept?|Okt"
        r"|Nov|Dez)|(?:^|,\s|\b(?i:de[rmsn]|die|das|eine?[mnrs]?|am|[iz]m|beim|vom|zu[mr]|bis|ab|seit|und|oder"
        r"|jede[rnms]?|mein|seine?[mnrs]?|ihre?[mnrs]?|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch)\s)\d{1,3})\.$"
    ),
    "fr": Pattern(
        r"(?:^|[\s(])(?:MM?|Mmes?|Mlles?|av|bd|pp?|art|chap|vol|env|lun|mar|mer|jeu|ven|sam|dim|janv|févr|avr|juil"
        r"|sept|oct|nov|déc|tél|no|n°)\.$"
    ),
    "es": Pattern(
        r"(?:^|[\s(])(?:Sr|Sra|Srta|Dr|Dra|D|Dña|Uds?|págs?|núm|art|Avda?|cap|vol|lun|mar|mié|jue|vie|sáb|dom|aprox|tel"
        r"|n|Gral|Prof|Lic|Ing)\.$"
    ),
}
_NUMERAL = Pattern(r"[IVXLC]+\b")
_CLOCK = Pattern(r"\d\s?[AaPp]\.\s?[Mm]\.$")
_AFTER_CLOCK = Pattern(
    rf"\(?(?:{ZONE}|(?:{_DAYS})(?:day)?\b|(?:{_MONTHS})[a-z]*\.? \d|(?:Eastern|Pacific|Central|Local)\b)"
)
_STATE = Pattern(
    r"(?:^|\s)(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|"
    r"Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Vt|Va|Wash|Wis|Wyo|[A-Z]\.[A-Z])\.$"
)
_OFFICE = Pattern(rf"(?:{_TITLES})\.\s|(?:Gov|Governor|Senator|Attorney|Republican|Democrat|Supreme|House|Senate)\b")
# A name with a dot in it, as programs have them; a space may be missing between two sentences, too.
_DOTTED = Pattern(r"(?:^|[\s(\[{<,])(?:\w+(?:\.|::))*[A-Za-z]\w*\.$")
_BEGINS = Pattern(
    r"(?:The|An?|In|On|At|It|He|She|We|You|They|I|This|That|These|Those|There|But|And|Or|So|If|When|While|As|After"
    r"|Before|For|From|With|By|To|Of|His|Her|Its|Our|Your|Their|My|No|Not|Now|One|Then|What|Who|How|Why|Where|All)\b"
)
_SPACE = Pattern(r"\s*")
_ENDING = Pattern(r"[A-Z]{2,5}(?!\w)")
_LETTER, _LETTER_NEXT = Pattern(r"(?<![A-Za-z])[A-Za-z]\.$"), Pattern(r"[A-Za-z]\.")
_WORDLESS = Pattern(r"[\W_]*$")
_OPEN_END = Pattern(rf"[!?…][{_QUOTES}’'»)\]]*$|\.[{_QUOTES}’']+$|\.{{2,}}$")

_BRACKETED = Pattern(rf"(?<=[.!?])[)\]][{_QUOTES}’']*\s+(?=[{_QUOTES}‘'(\[]?[A-Z])")
_OPENED = {")": "(", "]": "["}
_IN_MAY = Pattern(r"\bMay\.\s+(?=\d)")  # the one month that is never cut short
_TRAILED_OFF = Pattern(rf"(?<=\w)…[{_QUOTES}’']*\s+(?=[{_QUOTES}‘'(\[]?[A-Z])")


def sentences(text: str, language: str = "") -> Iterator[tuple[int, int]]:
    """The (start, end) of each sentence in order, without the space around it; nothing else is left out.

    ``language`` is a BCP 47 tag, "" counts as English. The first is given before the rest is looked at, and the time
    is in proportion to the length.
    """
    start, size = 0, WINDOW
    tag = (language or "en").split("-")[0].lower()
    while (start := _SPACE.match(text, start).end()) < len(text):  # type: ignore[union-attr]
        spans = list(_spans(text[start : start + size], tag))
        if start + size < len(text):
            # The last two may have been cut off, or would have been joined to what follows.
            if len(spans) > 3:
                del spans[-2:]
            elif size < WIDEST:
                size *= 2
                continue
            elif spans and (space := text.rfind(" ", start + spans[-1][0], start + size)) > start:
                spans[-1] = (spans[-1][0], len(text[start:space].rstrip()))
        yield from ((start + first, start + end) for first, end in spans)
        start += spans[-1][1] if spans else size
        size = WINDOW


def _spans(text: str, tag: str) -> Iterator[tuple[int, int]]:
    for start, end in _joined(text, tag):
        if end - start > LONG_QUOTE and any(quote in text[start:end] for quote in _QUOTES):
            yield from _within_quotes(text, start, end, tag)
        else:
            yield start, end


def _within_quotes(text: str, start: int, end: int, tag: str) -> Iterator[tuple[int, int]]:
    """A long quotation, sentence by sentence; its closing marks stay with the sentence they close."""
    inner = text[start:end].translate(_UNQUOTED)
    for first, last in _joined(inner, tag):
        yield start + first, start + last


def _joined(text: str, tag: str) -> Iterator[tuple[int, int]]:
    """The sentences of sentencex, joined where news would not end one, and parted where it would."""
    cuts = _cuts(text, tag)
    start = 0
    for cut in [*cuts, len(text)]:
        if cut < len(text) and _runs_on(text[max(start, cut - 60) : cut], text[cut : cut + 60], tag):
            continue
        yield from _parted(text, start, cut)
        start = cut


def _cuts(text: str, tag: str) -> list[int]:
    plain = _UNUSUAL.compiled.sub(lambda found: " " if found[0].isspace() else "?", text)
    if sum(map(plain.count, _QUOTES)) > 20 + len(plain) // 20:  # no prose: matching them up would take for ever
        plain = plain.translate(_UNQUOTED)
    try:
        found = sentencex.get_sentence_boundaries(tag, plain)
    except BaseException as error:
        # What stops the compiled part is no Exception; the reading goes on with the plainest of rules.
        if type(error).__name__ != "PanicException":
            raise
        return [match.end() for match in _PLAIN_END.finditer(plain) if match.end() < len(plain)]
    return [boundary["start_index"] for boundary in found if boundary["start_index"]]


def _runs_on(before: str, after: str, tag: str) -> bool:
    """Whether the sentence goes on from one piece to the next."""
    tail, head = before.rstrip(), after.lstrip()
    if not tail or not head:
        return True
    if "\n\n" in before[len(tail) :] + after[: len(after) - len(head)]:
        return False
    if _WORDLESS.match(head) or _WORDLESS.match(tail):
        return True
    if head[0].islower() and _OPEN_END.search(tail):
        return True
    if tail == before and head == after and (head[0].islower() or head[0] in "-–º°/" or _ENDING.match(head)):
        return True  # "Mon.-Fri.", "n.º 5", "../boats", "photo.JPG"
    if tail == before and head == after and _LETTER.search(tail) and _LETTER_NEXT.match(head):
        return True  # "4A.M."
    if tail == before and head == after and _DOTTED.search(tail) and head[0].isascii() and not _BEGINS.match(head):
        return True  # "lunr.Index", "Object.wait"
    if tag != "en":
        return tag in _CUT_IN and _CUT_IN[tag].search(tail) is not None and (head[0].isalnum() or head[0] == "§")
    if (head[0].islower() or head[0] == "(") and (_BEFORE_NUMBER.search(tail) or _CUT_SHORT.search(tail)):
        return True
    if (head[0] in "&%:;,)" or _ASIDE.match(head)) and "\n" not in before[len(tail) :] + after[:1]:
        return tail[-1] == "." or head[0] in ":;,)"
    if head[0].islower() and _SMALL.match(head) and _SHORT.search(tail) and any(map(str.isupper, before)):
        return True  # "2 lg. eggs"; where nothing is written in capitals, nothing tells
    if _ENTRY.match(tail):
        return True
    if tail[-1] == "." and _DESCRIBES.search(tail) and (head[0].isalnum() or tail[-2].isdigit()):
        return True
    return bool(
        _NEVER_LAST.search(tail)
        or ((head[0].isdigit() or head[0] in "$£€¥#" or _NUMERAL.match(head)) and _BEFORE_NUMBER.search(tail))
        or (_MEASURED.search(tail) and _WINDWARD.match(head))
        or (_CLOCK.search(tail) and _AFTER_CLOCK.match(head))
        or (_STATE.search(tail) and _OFFICE.match(head))
    )


def _parted(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """One piece without the space around it, cut behind a sentence in brackets and behind "left… Then"."""
    piece = text[start:end]
    ends = ((_TRAILED_OFF, "…"), (_IN_MAY, "May."))
    cuts = [match.end() for pattern, sign in ends if sign in piece for match in pattern.finditer(piece)]
    for match in _BRACKETED.finditer(piece) if ")" in piece or "]" in piece else ():
        opened = piece.rfind(_OPENED[piece[match.start()]], max(0, match.start() - 1_000), match.start())
        if opened >= 0 and piece[opened + 1].isupper() and " " in piece[opened : match.start()]:
            cuts.append(match.end())
    at = 0
    for cut in [*sorted(cuts), len(piece)]:
        said = piece[at:cut]
        if said.strip():
            yield start + at + len(said) - len(said.lstrip()), start + at + len(said.rstrip())
        at = cut
