"""Formulas in German, as they are read out in lectures."""

from reader_math_tables import Words

WORDS = Words(
    said={
        "times": "mal", "ast": "Stern", "div": "geteilt durch", "pm": "plus minus", "mp": "minus plus",
        "leq": "kleiner gleich", "geq": "größer gleich", "neq": "ungleich", "approx": "ungefähr gleich",
        "sim": "ähnlich", "equiv": "äquivalent zu", "propto": "proportional zu", "ll": "viel kleiner als",
        "gg": "viel größer als", "in": "Element von", "notin": "nicht Element von", "subset": "Teilmenge von",
        "cup": "vereinigt mit", "cap": "geschnitten mit", "to": "nach", "mapsto": "wird abgebildet auf",
        "Rightarrow": "daraus folgt", "Leftrightarrow": "genau dann, wenn", "infty": "unendlich",
        "partial": "partiell", "nabla": "Nabla", "forall": "für alle", "exists": "es gibt", "land": "und",
        "lor": "oder", "lnot": "nicht", "emptyset": "die leere Menge", "dots": "und so weiter", "mid": "mit",
        "circ": "verkettet mit", "prime": "Strich", "hbar": "h quer", "ell": "l", "sum": "die Summe",
        "prod": "das Produkt", "int": "das Integral", "oint": "das Kurvenintegral", "lim": "der Grenzwert",
        "max": "das Maximum", "min": "das Minimum", "langle": "spitze Klammer auf", "rangle": "spitze Klammer zu",
        "degree": "Grad", "sin": "Sinus", "cos": "Kosinus", "tan": "Tangens", "log": "Logarithmus",
        "ln": "natürlicher Logarithmus", "exp": "Exponentialfunktion", "det": "Determinante",
    },
    greek=(
        "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mü", "nü",
        "xi", "pi", "rho", "sigma", "tau", "ypsilon", "phi", "chi", "psi", "omega",
    ),
    signs={
        "=": "gleich", "+": "plus", "-": "minus", "<": "kleiner als", ">": "größer als", "*": "mal", "/": "durch",
        "(": "Klammer auf", ")": "Klammer zu", "[": "eckige Klammer auf", "]": "eckige Klammer zu", "|": "Strich",
        "!": "Fakultät", "'": "Strich", "≤": "kleiner gleich", "≥": "größer gleich",
    },
    sets={},  # "x Element von R", as it is said: their names would have to be declined
    over_signs={"bar": "{a} quer", "hat": "{a} Dach", "tilde": "{a} Tilde", "vec": "Vektor {a}"},
    capital="groß {a}",
    over="{a} durch {b}",
    fraction="der Bruch {a} durch {b}, Ende Bruch,",
    choose="{a} über {b}",
    square_root="die Wurzel aus {b}",
    cube_root="die dritte Wurzel aus {b}",
    root="die {a}-te Wurzel aus {b}",
    norm="die Norm von {a}",
    below="Index {a}",
    squared="zum Quadrat",
    cubed="hoch 3",
    power="hoch {a}",
    degrees="Grad",
    limits="von {a} bis {b} über",
    lower_limit="über {a} von",
    upper_limit="bis {b} über",
    no_limits="über",
    approaching="für {a} von",
    approaches="gegen",
    extreme="über {a} von",
    applied="von {a}",
)  # fmt: skip
