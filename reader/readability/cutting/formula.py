"""A formula as text: the TeX that its author wrote, else TeX made of its MathML."""

from __future__ import annotations

from typing import Any

_DISPLAYED = ("{\\displaystyle ", "{\\textstyle ")


def tex_of(element: Any) -> str:
    """The formula in a ``math`` element (MathML Core), on one line."""
    notes = (note.text for note in element.iter("{*}annotation", "annotation") if note.text)
    said = " ".join((element.get("alttext") or next(notes, "") or _linear(element)).split())
    if said.startswith(_DISPLAYED) and said.endswith("}"):
        said = said[said.index(" ") : -1]
    return said.strip()


def _linear(element: Any, depth: int = 0) -> str:
    name = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
    if not name or name in ("annotation", "annotation-xml") or depth > 100:
        return ""
    parts = [_linear(child, depth + 1) for child in element]
    match name, parts:
        case "mfrac", [above, below]:
            return f"\\frac{{{above}}}{{{below}}}"
        case (("msup" | "mover"), [base, above]):
            return f"{base}^{{{above}}}"
        case (("msub" | "munder"), [base, below]):
            return f"{base}_{{{below}}}"
        case (("msubsup" | "munderover"), [base, below, above]):
            return f"{base}_{{{below}}}^{{{above}}}"
        case "mroot", [inside, root]:
            return f"\\sqrt[{root}]{{{inside}}}"
        case "msqrt", _:
            return f"\\sqrt{{{''.join(parts)}}}"
        case (("mi" | "mo" | "mn" | "mtext" | "ms"), _):
            text = " ".join("".join(element.itertext()).split())
            return _OPERATORS.get(text, f" {text} " if name in ("mo", "mtext") and text.isalpha() else text)
        case _:
            return "".join(parts) or (element.text or "").strip()


_OPERATORS = {
    "\N{N-ARY SUMMATION}": "\\sum", "\N{N-ARY PRODUCT}": "\\prod", "\N{INTEGRAL}": "\\int", "lim": "\\lim",
    "\N{FUNCTION APPLICATION}": "", "\N{INVISIBLE TIMES}": "", "\N{INVISIBLE SEPARATOR}": "",
}  # fmt: skip
