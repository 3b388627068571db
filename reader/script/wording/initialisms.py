"""Letters that are said one by one, and the stops between them: "U.S." is "US", "J. K." "JK"."""

from collections.abc import Iterator

from .grammar import words
from .pattern import Pattern
from .rule import Edit

_DOTTED = Pattern(
    r"(?<![\w.’'])((?:[A-Z]\.){1,6}[A-Z](?!\w)\.?|(?:[A-Z]\.\s){1,3}[A-Z]\.|Ph\.\s?D\.?|M\.?\s?Phil\."
    r"|(?:[a-z]\.){2,4}|Lit\.?D\.)(s\b)?(?![A-Za-z])"
)
_INITIAL = Pattern(r"(?<![\w.’'/-])([A-Z])\.(?=[\s-]+[A-Z][\w’'.])")
SHOUTED = Pattern(r"[A-Z]{2}")
_CAPITALS = Pattern(r"(?<![\w&@#’'-])([A-Z]{2,6})(s?)(?![\w@#&]|[’'](?!s\b)|-?\d)")
# Words of capitals that could be pronounced but are spelled out; the shorter ones speech engines know to spell.
SPELLED = words("ACLU AARP EEOC IAEA IUCN PAYE RAAF YMCA YWCA")
ACRONYMS = words(
    """
    NATO NASA UNICEF UNESCO AIDS OPEC FIFA UEFA ISIS ISIL OSHA FEMA NAFTA NORAD SWAT SARS MERS COVID COBRA IKEA
    DAESH HAMAS BREXIT ASEAN AFRICOM FARC BRIC BRICS LEGO NASDAQ SEAL POTUS FLOTUS SCOTUS GIF JPEG PIN RAM ROM
    SIM WHO TED TARP UKIP START SALT COP CERN NICE OFCOM OFSTED PETA NOAA DARPA DREAM ICE SNAP WASP YOLO AWOL
    ECOWAS OSCE
    """
)
LETTERED = words(
    """
    US UK EU UN USA USSR UAE BBC CNN NBC CBS ABC NPR PBS ITV FBI CIA NSA DEA ATF IRS CDC FDA DHS TSA DOJ DOD
    NYPD LAPD NHS GP MP MEP MI PM AM AD BC TV DVD CD PC IT IQ ID OK DJ MC VIP CEO CFO COO CTO PR HR UFO NFL NBA
    NHL MLB UFC WWE PGA IOC GDP IMF WTO ECB GOP DNC RNC DUI DNA RNA HIV MRI ICU ER EMS ATM GPS SUV USB LED LCD
    HD PDF URL HTML AI VR AR LA NY NYC DC SUV KFC IBM AOL HP BMW VW GM UCLA MIT NYU UCL LSE AFP AP UPI SNP DUP
    IRA PLO ANC KGB PKK YPG GMT EST EDT PST PDT CST BST JFK FDR LBJ MLK BLM LGBT LGBTQ PTSD ADHD XL XXL FA FC QC
    RAF SAS IDF USS HMS RSPCA RSPB NSPCC TUC VAT ISA PAYE MOT
    """
)


def find(text: str) -> Iterator[Edit]:
    if "." in text:
        for match in _DOTTED.finditer(text):
            letters = match[1].replace(".", "").replace(" ", "")
            end = match.end()
            if text[end - 1] == "." and not text[end:].strip(" \"”'’)]"):
                end -= 1
            if letters.islower() and letters not in _LOWER:
                continue
            written = letters.upper() if letters.islower() else letters
            lead = " " if match[1].endswith(" ") else ""
            yield Edit(match.start(), end, _LOWER.get(letters, written) + (match[2] or "") + lead)
        for match in _INITIAL.finditer(text):
            yield Edit(*match.span(), match[1])
    for match in _CAPITALS.finditer(text) if SHOUTED.search(text) else ():
        if match[1] in SPELLED:
            yield Edit(match.start(), match.end(1), ".".join(match[1]) + ".")


_LOWER = {
    "am": "AM",
    "pm": "PM",
    "aka": "also known as",
    "rpm": "RPM",
    "aet": "after extra time",
    "mph": "miles per hour",
    "eta": "ETA",
    "asap": "ASAP",
    "rsvp": "RSVP",
    "ps": "PS",
    "us": "US",
    "uk": "UK",
    "bc": "BC",
    "ad": "AD",
    "phd": "PHD",
}
