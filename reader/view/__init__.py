"""The story as a page of its own: quiet, well ordered for a screen reader, and kind to the eye."""

from .document import page, policy

__all__ = ["page", "policy"]
