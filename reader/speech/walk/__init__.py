"""Walking through a story with keys: each press is heard at once, and a miss is said."""

from .commands import Walk
from .marks import Marks
from .tuning import SLOWEST_WPM, Voices

__all__ = ["SLOWEST_WPM", "Marks", "Voices", "Walk"]
