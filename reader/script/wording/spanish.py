"""Spanish: its numbers, and the words around them."""

from .tongue import Tongue, listed, table

_ONES = listed(
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete "
    "dieciocho "
    "diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis "
    "veintisiete veintiocho veintinueve"
)
_TENS = listed(". . . treinta cuarenta cincuenta sesenta setenta ochenta noventa")
_HUNDREDS = listed(
    ". ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos"
)
_ORDINALS = listed(". primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo undécimo duodécimo")


def cardinal(n: int) -> str:
    """How many: 31 is "treinta y uno"."""
    if n < 30:
        return _ONES[n]
    if n < 100:
        tens, one = divmod(n, 10)
        return _TENS[tens] + (f" y {_ONES[one]}" if one else "")
    if n < 1000:
        hundreds, rest = divmod(n, 100)
        return "cien" if n == 100 else _HUNDREDS[hundreds] + (f" {cardinal(rest)}" if rest else "")
    if n < 10**6:
        thousands, rest = divmod(n, 1000)
        head = "mil" if thousands == 1 else f"{_before_noun(cardinal(thousands))} mil"
        return f"{head} {cardinal(rest)}" if rest else head
    for size, unit, units in ((10**12, "billón", "billones"), (10**6, "millón", "millones")):
        if n >= size:
            count, rest = divmod(n, size)
            head = f"un {unit}" if count == 1 else f"{_before_noun(cardinal(count))} {units}"
            return f"{head} {cardinal(rest)}" if rest else head
    raise AssertionError(n)


def _before_noun(words: str) -> str:
    """ "Uno" is "un" before what is counted."""
    if words.endswith("veintiuno"):
        return words[:-3] + "ún"
    return words[:-1] if words.endswith("uno") else words


def ordinal(n: int) -> str:
    """Which one, up to the twelfth; beyond it the number itself is said, as people do."""
    return _ORDINALS[n] if 0 < n < len(_ORDINALS) else cardinal(n)


def _numeral(word: str, n: int) -> str:
    """ "Siglo XIX" is "siglo diecinueve", "Felipe VI" "Felipe sexto"."""
    if not word:
        return ""
    if word.lower() in ("siglo", "siglos", "capítulo", "tomo", "acto", "parte"):
        return cardinal(n)
    if not (word[0].isupper() or word.capitalize() in _RULERS):
        return ""
    said = ordinal(n) if n < 11 else cardinal(n)
    return said[:-1] + "a" if word in _QUEENS and n < 11 else said


_RULERS = listed("Carlos Felipe Alfonso Fernando Enrique Pedro Jaime Juan Luis Pablo Benedicto Pío Gregorio Sancho")
_QUEENS = listed("Isabel María Juana Cristina Catalina Margarita Beatriz Ana Cleopatra")


def _hour(n: int) -> str:
    """Hours are feminine: "la una", "las veintiuna"."""
    words = cardinal(n)
    return words[:-1] + "a" if words.endswith("uno") else words


_MASCULINE = listed(
    "días mediodías mapas planetas programas problemas temas sistemas dálmatas policías guardias turistas periodistas "
    "artistas futbolistas taxistas atletas poetas idiomas climas"
)
_FEMININE = (
    "a",
    "as",
    "mujer",
    "vez",
    "noche",
    "tarde",
    "ción",
    "sión",
    "dad",
    "tad",
    "ciones",
    "siones",
    "dades",
    "tades",
    "mujeres",
    "veces",
    "noches",
    "tardes",
)


def _fitted(words: str, noun: str) -> str:
    """ "Veintiún años", "veintiuna personas"."""
    if noun.endswith(_FEMININE[1:]):
        words = words.replace("cientos", "cientas").replace("quinientos", "quinientas")
    if noun in _MASCULINE:
        return _before_noun(words)
    if not words.endswith("uno") or noun in (
        "de",
        "y",
        "a",
        "o",
        "en",
        "por",
        "que",
        "es",
        "con",
        "al",
        "del",
        "frente",
        "ante",
        "contra",
        "para",
        "sobre",
    ):
        return words
    return words[:-1] + "a" if noun.endswith(_FEMININE) else _before_noun(words)


SPANISH = Tongue(
    cardinal=cardinal,
    ordinal=ordinal,
    year=cardinal,
    one="un",
    point="coma",
    minus="menos",
    to="a",
    score="a",
    numeral=_numeral,
    before_noun=_fitted,
    percent="por ciento",
    months=listed("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
    day_month="{day} de {month}",
    day_after=(),
    days=listed("lunes martes miércoles jueves viernes sábado domingo"),
    hour=_hour,
    clock_link=" y ",
    cents_link="con ",
    parts={
        2: ("medio", "medios"),
        3: ("tercio", "tercios"),
        4: ("cuarto", "cuartos"),
        5: ("quinto", "quintos"),
        6: ("sexto", "sextos"),
        8: ("octavo", "octavos"),
        10: ("décimo", "décimos"),
    },
    half_more=" y medio",
    by="por",
    times=" veces",
    link="enlace a",
    dot="punto",
    at="arroba",
    slash="barra",
    dash="guion",
    hashtag="hashtag",
    address_signs={
        **table(
            ": = dos puntos | _ = guion bajo | ? = interrogación | & = y | "
            "# = almohadilla | % = por ciento | ~ = tilde | + = más"
        ),
        "=": "igual",
    },
    currencies={
        "€": ("euro", "euros"),
        "$": ("dólar", "dólares"),
        "£": ("libra", "libras"),
        "¥": ("yen", "yenes"),
        "US$": ("dólar", "dólares"),
        "euro": ("euro", "euros"),
        "euros": ("euro", "euros"),
        "dólares": ("dólar", "dólares"),
        "pesos": ("peso", "pesos"),
    },
    scales={
        "M": "millones",
        "mill.": "millones",
        "millones": "millones",
        "millón": "millón",
        "mil": "mil",
        "mdd": "millones",
    },
    scale_link="de ",
    units=table(
        """
        km = kilómetros | m = metros | cm = centímetros | mm = milímetros | kg = kilogramos | g = gramos | t =
        toneladas | l = litros | L = litros | ml = mililitros | km/h = kilómetros por hora | m/s = metros por
        segundo | km² = kilómetros cuadrados | km2 = kilómetros cuadrados | m² = metros cuadrados | m2 = metros
        cuadrados | m³ = metros cúbicos | °C = grados Celsius | ºC = grados Celsius | ° = grados | % = por
        ciento | kW = kilovatios | MW = megavatios | GW = gigavatios | kWh = kilovatios hora | TWh = teravatios
        hora | mg = miligramos | MHz = megahercios | GHz = gigahercios | kHz = kilohercios | TB = terabytes |
        Mbit/s = megabits por segundo | Gbit/s = gigabits por segundo | ms = milisegundos | ha = hectáreas | MB
        = megabytes | GB = gigabytes | s = segundos | min = minutos | Hz = hercios | dB = decibelios
        """
    ),
    short=table(
        """
        Sr. = señor | Sra. = señora | Srta. = señorita | Sres. = señores | Dr. = doctor | Dra. = doctora | D. =
        don | Dña. = doña | Ud. = usted | Uds. = ustedes | EE. UU. = Estados Unidos | EE.UU. = Estados Unidos |
        EEUU = Estados Unidos | etc. = etcétera | p. ej. = por ejemplo | a. C. = antes de Cristo | d. C. =
        después de Cristo | núm. = número | n.º = número | aprox. = aproximadamente | Prof. = profesor | Gral. =
        general | Avda. = avenida | Av. = avenida | Cía. = compañía | C/ = calle | c/ = calle | Lic. =
        licenciado | Ing. = ingeniero | Arq. = arquitecto | vs. = contra | art. = artículo | pág. = página |
        págs. = páginas | Vd. = usted | Vds. = ustedes | S. M. = Su Majestad | SS. MM. = Sus Majestades |
        Excmo. = excelentísimo | Excma. = excelentísima | dcha. = derecha | izda. = izquierda | izq. = izquierda |
        pza. = plaza | Pza. = plaza | nº = número | Nº = número | N.º = número | Sto. = Santo | Sta. = Santa | Dtor. =
        director | Mons. = monseñor | Hnos. = hermanos | dpto. = departamento | máx. = máximo | mín. = mínimo | tfno. =
        teléfono | cf. = véase
        """
    ),
    numbered={
        "±": "más menos",
        "~": "aproximadamente",
        "≥": "al menos",
        "≤": "como máximo",
        "<": "menos de",
        ">": "más de",
        "p.": "página",
        "pp.": "páginas",
        "km": "kilómetro",
        "cap.": "capítulo",
        "caps.": "capítulos",
        "tel.": "teléfono",
        "Tel.": "Teléfono",
        "fig.": "figura",
        "vol.": "volumen",
    },
    signs={
        "&": "y",
        "@": "arroba",
        "+": "más",
        "=": "igual a",
        "§": "párrafo",
        "°": "grados",
        "€": "euros",
        "$": "dólares",
        "→": "",
    },
    suffixes={".er": "r", "º": "", "ª": "a", ".º": "", ".ª": "a", "er": "r"},
)
