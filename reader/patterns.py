"""Regular expressions that are compiled when they are first used, and only where a text needs them."""

import re
from typing import Any, cast


def later(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """``pattern``, compiled when it is first used: those with wide ranges of letters take milliseconds each."""
    return cast(re.Pattern[str], _Later(pattern, flags))


def has_eastern(text: str) -> bool:
    """Whether there is anything of scripts from U+0E00 on in a text, such as Thai or Chinese; arrows and emoji are not.

    It takes much less time than to compile a pattern with ranges so wide.
    """
    if text.isascii():
        return False
    try:
        text.encode("cp1252")
    except UnicodeEncodeError:
        return any("\u0e00" <= sign < "\u2000" or "\u2e80" <= sign < "\ue000" for sign in set(text))
    return False


class _Later:
    def __init__(self, pattern: str, flags: int) -> None:
        self._given = pattern, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        # What was looked up once is found here from then on, and takes no more time than in the pattern itself.
        found = self.__dict__[name] = getattr(re.compile(*self._given), name)
        return found
