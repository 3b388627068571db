"""The names of months and days, and how they are shortened."""

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


def month(written: str) -> str:
    """The whole name: "Sept." is "September"."""
    return MONTHS[written[:3].lower()]


def weekday(written: str) -> str:
    """The whole name: "Wed" is "Wednesday"."""
    return DAYS[written[:2].lower()]
