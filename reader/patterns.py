"""Regular expressions that are compiled when they are first used."""

import re
from typing import Any, cast


def later(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """``pattern``, compiled when it is first used: those with wide ranges of letters take milliseconds each."""
    return cast(re.Pattern[str], _Later(pattern, flags))


class _Later:
    def __init__(self, pattern: str, flags: int) -> None:
        self._given = pattern, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        # What was looked up once is found here from then on, and takes no more time than in the pattern itself.
        found = self.__dict__[name] = getattr(re.compile(*self._given), name)
        return found
