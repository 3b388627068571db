"""Finds where on a page the story is: the best of the candidates that passes the checks, the next one otherwise."""

from __future__ import annotations

from typing import NamedTuple

from lxml.html import HtmlElement

from ..story import PassedOver
from .choosing.candidates import Candidate, ranked, score_of, tells, told_in_part, whole
from .choosing.landmark import landmark
from .choosing.parts import Ground, Part, splits
from .choosing.second_opinion import second_opinion
from .features import Measures
from .metadata import Told
from .outline import Box, Outline, begin_of, named

_MOST_TRIED = 8


class Found(NamedTuple):
    """The box that holds the story, which votes it won with, and what was passed over on the way to it.

    ``others`` are ranges of pieces, in the box or elsewhere, that did not pass the checks, each with what is wrong.
    """

    box: Box
    why: str
    passed_over: tuple[PassedOver, ...] = ()
    others: tuple[tuple[int, int, str], ...] = ()


def find(
    outline: Outline, measures: Measures, told: Told, root: HtmlElement, spoken: frozenset[int] = frozenset()
) -> Found:
    """The box of the story. Where its own votes are not clear enough, readability-lxml is asked as well.

    The candidate with the weightiest votes is looked at first. Every text in it, or it as a whole, that does not pass
    the checks beside the text under the headline loses its vote, and the candidates are ranked anew.
    """
    ground = Ground(outline, measures, told, landmark(outline, told))
    body = told.body if tells(told) else ""
    passed: list[PassedOver] = []
    others: list[tuple[int, int, str]] = []
    best: Candidate | None = None
    for _ in range(_MOST_TRIED):
        scored = ranked(outline, measures, body, spoken)
        if not scored:
            break
        best = scored[0]
        if best.is_as_told:
            short = told_in_part(told, outline)
            if not short:
                break
            passed.append(PassedOver(named(best.box), begin_of(outline, best.box.first), "too short", short))
            body = ""
            continue
        failing = _failing(ground, best.box)
        if not failing:
            break
        measures.silence(span for part, _, _ in failing for span in part.ranges)
        for part, name, reason in failing:
            others += [(first, last, f"{name}: {reason}") for first, last in part.ranges]
            passed.append(PassedOver(named(part.box or best.box), begin_of(outline, part.first), name, reason))
    if best is None:
        return Found(outline.boxes[0], "nothing reads like a story")
    everything = whole(outline, measures)
    if not body and _unclear(best, scored, measures, everything):
        other = second_opinion(outline, root)
        if other is not None and not other.within(best.box) and not best.box.within(other):
            score = score_of(other, measures, everything) * 1.2
            if score > best.score:
                return Found(other, "readability-lxml", tuple(passed), tuple(others))
    return Found(best.box, best.why, tuple(passed), tuple(others))


def _failing(ground: Ground, box: Box) -> list[tuple[Part, str, str]]:
    """The texts in a candidate, or around it, that do not pass; the names of the checks, and what is wrong."""
    if ground.headline < 0:
        return []
    for main, others in splits(ground, box):
        from .choosing.checks import faults  # on most pages there are no others

        failing = faults(main, others)
        if failing:
            return failing
    return []


def _unclear(best: Candidate, scored: list[Candidate], measures: Measures, everything: float) -> bool:
    """Whether the winner holds little of the page's prose, or another box far from it does almost as well."""
    if measures.prose(best.box) < 0.5 * everything or measures.prose(best.box) < 400:
        return True
    return any(
        found.score > 0.8 * best.score and not found.box.within(best.box) and not best.box.within(found.box)
        for found in scored
    )
