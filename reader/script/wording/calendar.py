"""The names of months, days and zones of time, and how they are shortened."""

MONTHS = {
    "jan": "January", "feb": "February", "mar": "March", "apr": "April", "may": "May", "jun": "June", "jul": "July",
    "aug": "August", "sep": "September", "oct": "October", "nov": "November", "dec": "December",
}  # fmt: skip
BY_NUMBER = tuple(MONTHS.values())
DAYS = {
    "mo": "Monday", "tu": "Tuesday", "we": "Wednesday", "th": "Thursday", "fr": "Friday", "sa": "Saturday",
    "su": "Sunday",
}  # fmt: skip
MONTH = (
    r"(?:Jan(?:uary|\b\.?)|Feb(?:ruary|\b\.?)|Mar(?:ch|\b\.?)|Apr(?:il|\b\.?)|May|June?\b\.?|July?\b\.?|Aug(?:ust"
    r"|\b\.?)"
    r"|Sept?(?:ember|\b\.?)|Oct(?:ober|\b\.?)|Nov(?:ember|\b\.?)|Dec(?:ember|\b\.?))"
)
DAY = (
    r"(?:Mon(?:day|\b\.?)|Tu(?:e(?:s(?:day)?)?)?\b\.?|Wed(?:nesday|\b\.?)|Thu(?:r(?:s(?:day)?)?)?\b\.?|Fri(?:day"
    r"|\b\.?)|Sat(?:urday|\b\.?)|Sun(?:day|\b\.?))"
)

# Behind a clock any capitals that end in T are a zone, "1:21 a.m. MYT", but for words and some names.
ZONE = (
    r"(?:(?:[ECMP]\.?\s?[SD]?\.?\s?T\b\.?|G\.?M\.?T\b\.?|U\.?T\.?C\b\.?|(?:BST|CES?T|EES?T|MSK|IST|JST|KST|AE[SD]T|AWST"
    r"|NZ[SD]?T|SGT|HKT|AKDT|AKST|HST|WIB|WITA)\b|Z(?!\w))"
    r"|(?-i:(?!(?:AT|IT|BUT|NOT|LET|THAT|WHAT|ABOUT|MIT|BART|TNT|SWAT|SCOT)\b)[A-Z]{1,4}T\b(?!&)))"
)


def month(written: str) -> str:
    """The whole name: "Sept." is "September"."""
    return MONTHS[written[:3].lower()]


def weekday(written: str) -> str:
    """The whole name: "Wed" is "Wednesday"."""
    return DAYS[written[:2].lower()]
