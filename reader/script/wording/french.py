"""French: its numbers, and the words around them."""

from .tongue import Tongue, listed, table

_ONES = listed(
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit "
    "dix-neuf"
)
_TENS = {2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante", 6: "soixante", 8: "quatre-vingt"}


def cardinal(n: int) -> str:
    """How many: 71 is "soixante et onze"."""
    if n < 20:
        return _ONES[n]
    if n < 100:
        tens, one = divmod(n, 10)
        if tens in (7, 9):
            tens, one = tens - 1, one + 10
        if not one:
            return _TENS[tens] + ("s" if tens == 8 else "")
        return f"{_TENS[tens]} et {_ONES[one]}" if one in (1, 11) and tens != 8 else f"{_TENS[tens]}-{_ONES[one]}"
    if n < 1000:
        hundreds, rest = divmod(n, 100)
        head = "cent" if hundreds == 1 else f"{_ONES[hundreds]} cent"
        return f"{head} {cardinal(rest)}" if rest else head + ("s" if hundreds > 1 else "")
    if n < 10**6:
        thousands, rest = divmod(n, 1000)
        head = "mille" if thousands == 1 else f"{_before_thousand(cardinal(thousands))} mille"
        return f"{head} {cardinal(rest)}" if rest else head
    for size, name in ((10**12, "billion"), (10**9, "milliard"), (10**6, "million")):
        if n >= size:
            count, rest = divmod(n, size)
            return f"{cardinal(count)} {name}{'s' if count > 1 else ''}" + (f" {cardinal(rest)}" if rest else "")
    raise AssertionError(n)


def _before_thousand(words: str) -> str:
    """ "Deux cents" and "quatre-vingts" lose their s before "mille"."""
    return words[:-1] if words.endswith(("cents", "vingts")) else words


def ordinal(n: int) -> str:
    """Which one: 1 is "premier", 21 "vingt et unième"."""
    if n == 1:
        return "premier"
    words = _before_thousand(cardinal(n))
    if words.endswith("cinq"):
        return words + "uième"
    if words.endswith("neuf"):
        return words[:-1] + "vième"
    return (words[:-1] if words.endswith("e") else words) + "ième"


def _numeral(word: str, n: int) -> str:
    """ "XIXe" is "dix-neuvième", "Louis XIV" "Louis quatorze"."""
    if not word:
        return ordinal(n) if n > 1 else ""
    return cardinal(n) if word[0].isupper() or word in ("chapitre", "tome", "acte", "partie") else ""


def _hour(n: int) -> str:
    """Hours are feminine: "une heure", "vingt et une heures"."""
    words = cardinal(n)
    return f"{words}e heures" if words.endswith(" un") else "une heure" if n == 1 else f"{words} heure{'s' * (n > 1)}"


def _before_noun(words: str, noun: str) -> str:
    """ "Vingt et une femmes": only one, and what ends with it, is feminine before such a noun."""
    is_feminine = noun.lower().removesuffix("s") in _FEMININE or noun.lower().removesuffix("s").endswith(
        _FEMININE_ENDINGS
    )
    return f"{words}e" if is_feminine and words.endswith("un") else words


_FEMININE = listed(
    "femme personne foi voix heure minute seconde semaine journée année nuit ville place victime fille page maison "
    "voiture entreprise école commune famille équipe tonne étape manche médaille maladie usine banque plage route "
    "ligne victoire défaite arme bombe balle carte chaîne chambre classe clé cour course dose émission espèce "
    "étoile faute fleur frégate grève île infirmière langue lettre loi mère partie peine photo pièce plainte porte "
    "question raison rencontre rue saison salle série sœur table tête vache vie zone"
)
_FEMININE_ENDINGS = ("tion", "sion", "ité", "ette", "ance", "ence", "ure", "aine", "euse", "trice", "elle", "esse")


FRENCH = Tongue(
    cardinal=cardinal,
    ordinal=ordinal,
    year=cardinal,
    one="un",
    point="virgule",
    minus="moins",
    to="à",
    score="à",
    numeral=_numeral,
    before_noun=_before_noun,
    percent="pour cent",
    months=listed("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
    day_month="{day} {month}",
    day_after=(),
    days=listed("lundi mardi mercredi jeudi vendredi samedi dimanche"),
    hour=_hour,
    clock_link=" ",
    parts={
        2: ("demi", "demis"),
        3: ("tiers", "tiers"),
        4: ("quart", "quarts"),
        5: ("cinquième", "cinquièmes"),
        6: ("sixième", "sixièmes"),
        8: ("huitième", "huitièmes"),
        10: ("dixième", "dixièmes"),
    },
    half_more=" et demi",
    named={"Me": "Maître"},
    by="sur",
    zero_is_one=True,
    link="lien vers",
    dot="point",
    at="arobase",
    slash="barre oblique",
    dash="tiret",
    hashtag="hashtag",
    address_signs={
        **table(
            ": = deux-points | _ = tiret bas | ? = point d’interrogation | & = et | "
            "# = dièse | % = pour cent | ~ = tilde | + = plus"
        ),
        "=": "égale",
    },
    currencies={
        "€": ("euro", "euros"),
        "$": ("dollar", "dollars"),
        "£": ("livre", "livres"),
        "¥": ("yen", "yens"),
        "CHF": ("franc suisse", "francs suisses"),
        "US$": ("dollar américain", "dollars américains"),
        "euro": ("euro", "euros"),
        "euros": ("euro", "euros"),
        "dollars": ("dollar", "dollars"),
    },
    scales={
        "M": "millions",
        "Md": "milliards",
        "Mds": "milliards",
        "k": "mille",
        "millions": "millions",
        "milliards": "milliards",
        "million": "million",
        "milliard": "milliard",
    },
    scale_link="d’",
    units=table(
        """
        km = kilomètres | m = mètres | cm = centimètres | mm = millimètres | kg = kilogrammes | g = grammes | t
        = tonnes | l = litres | L = litres | ml = millilitres | cl = centilitres | km/h = kilomètres à l’heure |
        m/s = mètres par seconde | km² = kilomètres carrés | km2 = kilomètres carrés | m² = mètres carrés | m2 =
        mètres carrés | m³ = mètres cubes | °C = degrés Celsius | ° = degrés | % = pour cent | kW = kilowatts |
        MW = mégawatts | GW = gigawatts | kWh = kilowattheures | TWh = térawattheures | mg = milligrammes | MHz
        = mégahertz | GHz = gigahertz | kHz = kilohertz | To = téraoctets | ko = kilooctets | Mbit/s = mégabits
        par seconde | Gbit/s = gigabits par seconde | ms = millisecondes | ha = hectares | Mo = mégaoctets | Go
        = gigaoctets | s = secondes | min = minutes | Hz = hertz | dB = décibels
        """
    ),
    short=table(
        """
        M. = Monsieur | MM. = Messieurs | Mme = Madame | Mmes = Mesdames | Mlle = Mademoiselle | Mgr =
        Monseigneur | Dr = Docteur | Pr = Professeur | etc. = et cetera | p. ex. = par exemple | c.-à-d. =
        c’est-à-dire | av. J.-C. = avant Jésus-Christ | apr. J.-C. = après Jésus-Christ | env. = environ | n° =
        numéro | N° = numéro | no. = numéro | St = Saint | Ste = Sainte | bd = boulevard | av. = avenue | chap.
        = chapitre | Bd = boulevard | vs = contre | art. = article | cf. = voir | 4x4 = quatre quatre |
        s.v.p. = s’il vous plaît | svp = s’il vous plaît | Cie = compagnie | Sté = société | Éts = établissements |
        dép. = département
        | max. = maximum | min. = minimum | Sts = Saints | Drs = Docteurs
        """
    ),
    numbered={
        "±": "plus ou moins",
        "~": "environ",
        "≥": "au moins",
        "≤": "au plus",
        "<": "moins de",
        ">": "plus de",
        "al.": "alinéa",
        "hab./km²": "habitants au kilomètre carré",
        "ch.": "chapitre",
        "p.": "page",
        "n°": "numéro",
        "N°": "numéro",
        "pp.": "pages",
        "km": "kilomètre",
        "tél.": "téléphone",
        "Tél.": "Téléphone",
        "fig.": "figure",
        "vol.": "volume",
    },
    signs={
        "&": "et",
        "@": "arobase",
        "+": "plus",
        "=": "égale",
        "§": "paragraphe",
        "°": "degrés",
        "€": "euros",
        "$": "dollars",
        "→": "",
    },
    suffixes={"er": "", "re": "", "ère": "", "e": "", "ème": "", "eme": "", "nd": "", "nde": ""},
)
