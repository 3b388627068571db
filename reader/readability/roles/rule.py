"""What a rule is: a name, the role it gives, and the evidence it must name."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from ...story import Role
from ..scene import Scene, View


class RoleRule(NamedTuple):
    """Gives ``role`` to a piece for which ``evidence`` finds some, in words; "" means that the rule does not hold."""

    name: str
    role: Role
    evidence: Callable[[View, Scene], str]
