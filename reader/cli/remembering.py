"""Remembers the place while a story is read, so that --resume goes on there tomorrow."""

from collections.abc import Callable

from ..errors import SayallError
from ..script.utterance import ANNOUNCEMENT, Utterance
from ..speech.events import Event, Started
from ..speech.places import Places
from ..story import START, Position, Story
from .notices import notice


class Remembering:
    """Watches what is heard and keeps the sentence that was heard last; a story heard to its end is forgotten.

    A page from standard input has no location to find it by, so its place is not kept. ``story_of`` tells in which
    story an utterance has its places, where that may be the head of ``story``.
    """

    def __init__(
        self, story: Story, places: Places | None = None, story_of: Callable[[Utterance], Story] | None = None
    ) -> None:
        self._story, self._places = story, places or Places()
        self._story_of = story_of or (lambda _: story)
        self._keeps = bool(story.location) and story.location != "-"

    def place(self) -> Position:
        """Where to go on, the beginning where nothing is remembered."""
        return (self._places.find(self._story.location, self._story) if self._keeps else None) or START

    def heard(self, event: Event) -> None:
        """Keeps the place of each sentence as it begins, so that being killed loses no more than that sentence."""
        if not self._keeps or not isinstance(event, Started) or event.utterance.style == ANNOUNCEMENT:
            return
        try:
            self._places.save(self._story.location, self._story_of(event.utterance), event.utterance.start)
        except SayallError as error:
            self._keeps = False
            notice(f"sayall: {error}")

    def finished(self) -> None:
        """Forgets the place, since the story was heard to its end."""
        if self._keeps:
            self._places.forget(self._story.location)
