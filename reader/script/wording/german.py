"""German: its numbers, and the words around them."""

import re

from .tongue import Tongue, listed, table

_ONES = listed(
    "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn "
    "achtzehn neunzehn"
)
_TENS = listed(". . zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig")


def cardinal(n: int) -> str:
    """How many: 21 is "einundzwanzig"."""
    if n < 20:
        return _ONES[n]
    if n < 100:
        tens, one = divmod(n, 10)
        return (f"{_joint(one)}und" if one else "") + _TENS[tens]
    if n < 1000:
        hundreds, rest = divmod(n, 100)
        return f"{_joint(hundreds)}hundert" + (cardinal(rest) if rest else "")
    if n < 10**6:
        thousands, rest = divmod(n, 1000)
        return f"{_joint(thousands)}tausend" + (cardinal(rest) if rest else "")
    for size, unit, units in (
        (10**12, "Billion", "Billionen"),
        (10**9, "Milliarde", "Milliarden"),
        (10**6, "Million", "Millionen"),
    ):
        if n >= size:
            count, rest = divmod(n, size)
            many = _joint(count) + "e" * (count % 100 == 1)
            said = f"{many} {unit if count == 1 else units}"
            return said + (f" {cardinal(rest)}" if rest else "")
    raise AssertionError(n)


def _joint(n: int) -> str:
    """A number within a longer word: "ein", not "eins"."""
    said = cardinal(n)
    return said[:-1] if said.endswith("eins") else said


def ordinal(n: int) -> str:
    """Which one, as it stands behind "der": "erste", "einundzwanzigste"."""
    last = n % 100
    if last in (1, 3, 7, 8):
        stem = {1: "erste", 3: "dritte", 7: "siebte", 8: "achte"}[last]
        return (cardinal(n - last) if n > last else "") + stem
    return cardinal(n) + ("te" if 0 < last < 20 else "ste")


def year(n: int) -> str:
    """A year: 1995 is "neunzehnhundertfünfundneunzig"."""
    if 1100 <= n < 2000:
        century, rest = divmod(n, 100)
        return f"{cardinal(century)}hundert" + (cardinal(rest) if rest else "")
    return cardinal(n)


def _numeral(word: str, n: int) -> str:
    """ "Ludwig XIV." is "Ludwig der Vierzehnte"; kings and popes only have numbers above one."""
    if word in _QUEENS:
        return f"die {ordinal(n).capitalize()}"
    return f"der {ordinal(n).capitalize()}" if word in _RULERS else cardinal(n) if word in _COUNTED else ""


_RULERS = listed(
    "Ludwig Friedrich Wilhelm Heinrich Karl Otto Leo Pius Benedikt Paul Johannes Georg Gustav Ferdinand Franz Philipp"
)
_QUEENS = listed("Elisabeth Elizabeth Katharina Maria Margarethe Christina Isabella Anna")
_COUNTED = listed("Kapitel Teil Band Akt Artikel Klasse Phase Vatikanum Weltkrieg")


_PARTS = {3: "Drittel", 4: "Viertel", 5: "Fünftel", 6: "Sechstel", 8: "Achtel", 10: "Zehntel", 100: "Hundertstel"}


_NEUTER = listed(
    "Tor Spiel Jahr Mal Kind Buch Album Haus Land Team Quartal Semester Jahrzehnt Jahrhundert Jahrtausend Jubiläum "
    "Gebot Element Stadium Opfer Mitglied Rennen Treffen Turnier Festival Kapitel Finale Viertel Drittel Konzert"
)
_NEUTER_ENDINGS = ("chen", "lein", "ment", "um", "spiel", "tor", "jahr", "rennen", "treffen", "turnier", "finale")
_FEMININE = listed(
    "Frau Nacht Stadt Hand Bank Welt Wahl Zahl Kraft Stelle Etappe Tochter Schwester Kur Zeit Schicht Macht"
)
_FEMININE_ENDINGS = (
    "e", "ung", "heit", "keit", "ion", "schaft", "tät", "ik", "zeit", "wahl", "nacht", "fahrt", "schicht", "stadt",
)  # fmt: skip
_WEAK = listed(
    "der die das jede jeder diese dieses dieser eine keine meine deine seine ihre unsere eure ins ans aufs fürs"
)
_WEAK_N = listed(
    "dem den des im am beim zum zur vom einem einen einer eines keinem keinen keiner seinem seinen seiner seines ihrem "
    "ihren ihrer ihres meinem meinen meiner unserem unseren unserer diesem diesen jedem jeden welchem"
)
_STRONG = listed("ein kein mein dein sein ihr unser euer")
_IN_DATIVE = listed("in an nach vor bei seit mit von zu aus auf unter während ab ausgerechnet")
_LISTED = re.compile(r"\d{1,3}\.(?: und| oder| bis| sowie|,)\s$")


def _stopped(n: int, before: str, noun: str) -> str:
    """ "Der 3. Platz" is "der dritte Platz", "im 3. Jahr" "im dritten Jahr", "ihr 3. Tor" "ihr drittes Tor".

    Without a noun that follows it is an ordinal only behind an article.
    """
    while _LISTED.search(before):
        before = _LISTED.sub("", before)
    words = before.lower().split()
    last = words[-1] if words else ""
    if last in _WEAK:
        return ordinal(n) + "n" * (last == "der" and len(words) > 1 and words[-2] in _IN_DATIVE)
    if last in _WEAK_N:
        return ordinal(n) + "n"
    if not noun or not noun[0].isupper():
        return ""
    is_feminine = noun in _FEMININE or noun.endswith(_FEMININE_ENDINGS)
    is_neuter = not is_feminine and (noun in _NEUTER or noun.lower().endswith(_NEUTER_ENDINGS))
    if noun in _NEUTER:
        is_feminine, is_neuter = False, True
    if last in _STRONG or not last or before.rstrip()[-1] in ":–—-(„“»":
        return ordinal(n) + ("" if is_feminine else "s" if is_neuter else "r")
    if last in _IN_DATIVE:
        return ordinal(n) + ("r" if is_feminine else "m")
    return ordinal(n) + ("" if is_feminine else "s" if is_neuter else "n")


def _hour(n: int) -> str:
    return f"{_joint(n)} Uhr"


def _before_noun(words: str, noun: str) -> str:
    if words != "eins" or not noun[0].isupper() or noun.isupper():
        return words
    return "eine" if noun.endswith(("e", "ung", "heit", "keit", "ion")) else "ein"


GERMAN = Tongue(
    cardinal=cardinal,
    ordinal=ordinal,
    year=year,
    one="ein",
    point="Komma",
    minus="minus",
    to="bis",
    score="zu",
    numeral=_numeral,
    before_noun=_before_noun,
    percent="Prozent",
    months=listed("Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
    day_month="{day} {month}",
    day_after=("am", "vom", "zum", "dem", "beim", "im", "den", "seit", "bis", "ab"),
    days=listed("Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag"),
    hour=_hour,
    clock_link=" ",
    parts={2: ("halb", "halbe"), **{n: (name, name) for n, name in _PARTS.items()}},
    half_more="einhalb",
    by="mal",
    times="mal",
    stopped=_stopped,
    endings={"str.": "straße"},
    link="Link zu",
    dot="Punkt",
    at="at",
    slash="Schrägstrich",
    dash="Bindestrich",
    hashtag="Hashtag",
    address_signs={
        **table(
            ": = Doppelpunkt | _ = Unterstrich | ? = Fragezeichen | & = und | "
            "# = Raute | % = Prozent | ~ = Tilde | + = plus"
        ),
        "=": "gleich",
    },
    currencies={
        "€": ("Euro", "Euro"),
        "$": ("Dollar", "Dollar"),
        "£": ("Pfund", "Pfund"),
        "¥": ("Yen", "Yen"),
        "CHF": ("Franken", "Franken"),
        "US$": ("US-Dollar", "US-Dollar"),
        "Euro": ("Euro", "Euro"),
        "Dollar": ("Dollar", "Dollar"),
        "Franken": ("Franken", "Franken"),
        "Pfund": ("Pfund", "Pfund"),
    },
    scales={
        "Mio.": "Millionen",
        "Mio": "Millionen",
        "Mrd.": "Milliarden",
        "Mrd": "Milliarden",
        "Tsd.": "Tausend",
        "Bio.": "Billionen",
        "Millionen": "Millionen",
        "Milliarden": "Milliarden",
        "Million": "Million",
        "Milliarde": "Milliarde",
        "Billionen": "Billionen",
    },
    units=table(
        """
        km = Kilometer | m = Meter | cm = Zentimeter | mm = Millimeter | kg = Kilogramm | g = Gramm | t = Tonnen
        | l = Liter | ml = Milliliter | km/h = Kilometer pro Stunde | m/s = Meter pro Sekunde | km² =
        Quadratkilometer | m² = Quadratmeter | qm = Quadratmeter | m³ = Kubikmeter | °C = Grad Celsius | ° =
        Grad | % = Prozent | kW = Kilowatt | MW = Megawatt | GW = Gigawatt | kWh = Kilowattstunden | TWh =
        Terawattstunden | mg = Milligramm | MHz = Megahertz | GHz = Gigahertz | kHz = Kilohertz | TB = Terabyte
        | Mbit/s = Megabit pro Sekunde | Gbit/s = Gigabit pro Sekunde | ms = Millisekunden | ha = Hektar | MB =
        Megabyte | GB = Gigabyte | PS = P S | Std. = Stunden | Min. = Minuten | Sek. = Sekunden | EL = Esslöffel
        | TL = Teelöffel | s = Sekunden | Hz = Hertz | dB = Dezibel
        """
    ),
    short=table(
        """
        z. B. = zum Beispiel | z.B. = zum Beispiel | d. h. = das heißt | d.h. = das heißt | u. a. = unter
        anderem | u.a. = unter anderem | v. a. = vor allem | v.a. = vor allem | usw. = und so weiter | bzw. =
        beziehungsweise | ca. = circa | etc. = et cetera | Dr. = Doktor | Prof. = Professor | Nr. = Nummer | St.
        = Sankt | Str. = Straße | inkl. = inklusive | evtl. = eventuell | z. T. = zum Teil | z.T. = zum Teil |
        u. U. = unter Umständen | u.U. = unter Umständen | o. Ä. = oder Ähnliches | s. u. = siehe unten | m. E.
        = meines Erachtens | a. D. = außer Dienst | zzgl. = zuzüglich | bspw. = beispielsweise | mind. =
        mindestens | max. = maximal | geb. = geboren | gest. = gestorben | sog. = sogenannte | insb. =
        insbesondere | einschl. = einschließlich | exkl. = exklusive | Hrsg. = Herausgeber | Anm. = Anmerkung |
        MwSt. = Mehrwertsteuer | ggf. = gegebenenfalls | vgl. = vergleiche | Mio. = Millionen | Mrd. =
        Milliarden | o. ä. = oder ähnliches | i. d. R. = in der Regel | n. Chr. = nach Christus | v. Chr. = vor
        Christus | s. o. = siehe oben | Hr. = Herr | Fr. = Frau | Abs. = Absatz | Art. = Artikel | Jh. =
        Jahrhundert | Dipl.-Ing. = Diplom-Ingenieur | Mag. = Magister | Co. = Co | %ige = prozentige | %igen =
        prozentigen | %iger = prozentiger | %iges = prozentiges | ff. = fortfolgende | Bf. = Bahnhof | Hbf. =
        Hauptbahnhof | Hbf = Hauptbahnhof | Verf. = Verfasser | Jhs. = Jahrhunderts | Mill. = Millionen | u. = und |
        gem. = gemäß | tägl. = täglich | wg. = wegen | zw. = zwischen
        """
    ),
    numbered={
        "s. S.": "siehe Seite",
        "±": "plus minus",
        "~": "circa",
        "≥": "mindestens",
        "≤": "höchstens",
        "<": "weniger als",
        ">": "mehr als",
        "'": "",
        "’": "",
        "S.": "Seite",
        "Tel.": "Telefon",
        "Kap.": "Kapitel",
        "km": "Kilometer",
        "Kl.": "Klasse",
        "Bd.": "Band",
        "Abb.": "Abbildung",
    },
    signs={
        "&": "und",
        "@": "at",
        "+": "plus",
        "=": "gleich",
        "§": "Paragraf",
        "§§": "Paragrafen",
        "°": "Grad",
        "€": "Euro",
        "$": "Dollar",
        "→": "",
    },
)
