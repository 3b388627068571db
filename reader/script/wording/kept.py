"""What is written for a machine stays as it is: tags, and sounds given in brackets."""

from collections.abc import Iterator

from .pattern import Pattern
from .rule import Edit

_TAG = Pattern(r"</?[A-Za-z][\w:-]*(?:\s*[\w:-]*\s*=\s*[^<>\s]{1,80}|\s+[\w:-]+)*\s*/?>")
# ARPAbet: two or three capitals with a stress digit, as in [HH AH0 L OW1].
_SOUNDS = Pattern(r"\[[A-Z]{1,3}\d?(?: [A-Z]{1,3}\d?)*\]")


def find(text: str) -> Iterator[Edit]:
    if "<" in text:
        for match in _TAG.finditer(text):
            yield Edit(*match.span(), match[0])
    if "[" in text:
        for match in _SOUNDS.finditer(text):
            if any(char.isdigit() for char in match[0]):
                yield Edit(*match.span(), match[0])
