"""Turns each key into what is done."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final, assert_never

from ...errors import SayallError
from ...seek import first, last, link_at, sentence
from ...story import START, Story
from ..keys import COMMANDS, Action, Command, Jump, Skip, Step
from ..playing import Playing, Tuned
from ..terminal import Keyboard
from .bookmarking import Bookmarking
from .finding import Finding
from .ground import Ground, Sections
from .growth import Growth, Waiting
from .marks import Marks
from .moving import Moving
from .spoken import is_followed, spoken_address
from .telling import Telling
from .tuning import Tuning, Voices

POLL_SECONDS: Final = 0.1


class Walk:
    """Turns keys into what the player does.

    - ``show`` prints a line, where hearing it once is not enough; ``echo`` shows what is typed as it is typed.
    - ``follow`` opens what a link leads to or raises `SayallError`; ``queue`` puts it into the queue, and gives a line
      to be said. Without them links are not followed.
    - ``tuned`` keeps what is changed of the sound.
    - ``came_from`` is the headline of the story from which a link led to this one.
    - ``growth`` is given where the story may be the head of a page, and the whole takes its place when it is there.
    - ``sections``: whether "Section 2 of 7" is shown, or said first, where a jump leads to a heading.
    - ``at_end`` is asked when the story is over: None ends the walk there, and with any text the listener stays; one
      that is not empty names what Enter or n leads to.
    - Where it does not tell ``aloud``, answers to commands are shown and not said.
    """

    def __init__(
        self,
        story: Story,
        player: Playing,
        *,
        show: Callable[[str], None] = lambda line: None,
        echo: Callable[[str], None] = lambda text: None,
        voices: Voices | None = None,
        tuned: Tuned | None = None,
        marks: Marks | None = None,
        follow: Callable[[str], None] | None = None,
        queue: Callable[[str], str] | None = None,
        came_from: str = "",
        growth: Growth | None = None,
        sections: Sections = "",
        tells_aloud: bool = True,
        at_end: Callable[[], str | None] = lambda: None,
    ) -> None:
        self._ground = ground = Ground(story, player, show, echo, sections, tells_aloud)
        self._follow, self._queue, self._came_from = follow, queue, came_from
        self._moving, self._finding, self._telling = Moving(ground), Finding(ground), Telling(ground)
        self._tuning = Tuning(ground, voices, tuned or Tuned())
        self._bookmarking = Bookmarking(ground, marks or Marks(lambda: ground.story))
        self._waiting = Waiting(ground, growth)
        self._at_end = at_end
        self._last: Command | None = None
        self.over = False
        """Whether the listener has ended it."""
        self.gone = False
        """Whether the listener has left for another story: the one that a link led to, or back."""
        self.heard_out = False
        """Whether the listener is at the end of the story, having heard it to there."""
        self.goes_on = False
        """Whether the listener has gone on from there to what is next."""
        self._next = ""
        self.left_at = START
        """Where the listener was when leaving for another story."""

    def run(self, keyboard: Keyboard) -> None:
        """Obeys keys until the story is over or the listener ends it; raises what made the player fail."""
        while not (self.over or self.gone or self.goes_on):
            if self._ground.player.ended and not self._stays():
                break
            key = keyboard.read(POLL_SECONDS)
            self.look()
            if key is not None:
                self.press(key)
        if not self.over and not self.gone:
            self._ground.player.wait()

    def look(self) -> None:
        """Takes the whole story where only its head was there."""
        self._waiting.look()

    def _stays(self) -> bool:
        """Whether the listener stays now that nothing more is heard; where the story has just ended, that is said."""
        if not self.heard_out:
            self._ground.player.wait()
            following = self._at_end()
            if following is None:
                return False
            self.heard_out, self._next = True, following
            self._tell_end()
        return True

    def _tell_end(self) -> None:
        way_on = f"Enter reads {self._next}" if self._next else "you can go back"
        self._ground.tell(f"End of story. {way_on[0].upper()}{way_on[1:]}; q ends.")

    def press(self, key: str) -> None:
        """Does what ``key`` stands for; one that stands for nothing is said to."""
        ground = self._ground
        if ground.typing:
            if not self._waiting.holds_back_line(key, partial(self.press, key)):
                ground.type(key)
        elif self.heard_out and self._next and key in ("enter", "n"):
            self.goes_on = True
            ground.player.stop()
        elif self.heard_out and COMMANDS.get(key) is Action.PAUSE and not ground.player.paused:
            self._tell_end()
        elif (command := COMMANDS.get(key)) is None:
            ground.tell("not a key; question mark lists them")
        else:
            self.do(command)
        if ground.moved:
            ground.moved = self.heard_out = False

    def do(self, command: Command) -> None:
        """Does what ``command`` says."""
        if self._waiting.holds_back(command, partial(self.do, command)):
            return
        last, self._last = self._last, command
        match command:
            case Jump(kind, goes_back):
                self._moving.to(kind, backwards=goes_back)
            case Skip(seconds):
                self._moving.by_seconds(seconds)
            case Step(rows, columns):
                self._moving.by_cells(rows, columns)
            case Action():
                self._act(command, again=last is command)
            case _:
                assert_never(command)

    def _act(self, action: Action, *, again: bool) -> None:
        ground = self._ground
        match action:
            case Action.PAUSE:
                ground.toggle_pause()
            case Action.REPEAT:
                ground.seek(sentence(ground.story, ground.here))
            case Action.WHERE:
                self._telling.where()
            case Action.HELP:
                self._telling.keys(goes_on=again)
            case Action.QUIT:
                self.over = True
                ground.player.stop()
            case Action.FIRST:
                ground.go(first(ground.story))
            case Action.LAST:
                ground.go(last(ground.story))
            case Action.GO_TO:
                self._moving.ask_where_to()
            case Action.RETURN:
                self._return()
            case Action.RETURN_AGAIN:
                self._moving.again()
            case Action.INTO:
                self._moving.into()
            case Action.LEAVE:
                self._moving.out()
            case Action.SPELL:
                self._telling.spell()
            case Action.ADDRESS:
                self._telling.address(again=again)
            case Action.FOLLOW:
                self._go_after_link()
            case Action.QUEUE:
                self._put_link_in_queue()
            case Action.OUTLINE:
                self._telling.outline()
            case Action.LEFT_OUT:
                self._telling.left_out()
            case Action.CHOOSE_ROLE:
                self._moving.ask_for_role()
            case Action.NEXT_OF_ROLE | Action.PREVIOUS_OF_ROLE:
                self._moving.by_role(backwards=action is Action.PREVIOUS_OF_ROLE)
            case Action.FIND:
                self._finding.ask()
            case Action.NEXT_MATCH | Action.PREVIOUS_MATCH:
                self._finding.go(backwards=action is Action.PREVIOUS_MATCH, again=again)
            case Action.BOOKMARK:
                self._bookmarking.set()
            case Action.NEXT_BOOKMARK | Action.PREVIOUS_BOOKMARK:
                self._bookmarking.go(backwards=action is Action.PREVIOUS_BOOKMARK)
            case Action.BOOKMARKS:
                self._bookmarking.list()
            case Action.FORGET_BOOKMARK:
                self._bookmarking.delete()
            case Action.FASTER | Action.SLOWER:
                self._tuning.rate(1 if action is Action.FASTER else -1)
            case Action.LOUDER | Action.SOFTER:
                self._tuning.volume(1 if action is Action.LOUDER else -1)
            case Action.NEXT_VOICE | Action.PREVIOUS_VOICE:
                self._tuning.voice(1 if action is Action.NEXT_VOICE else -1)
            case _:
                assert_never(action)

    def _return(self) -> None:
        if self._moving.back():
            return
        if self._came_from:
            self._leave()
        else:
            self._ground.tell("no jump to go back from")

    def _target(self) -> str | None:
        """Where the link here leads, if that is a page of the web; otherwise that is said."""
        ground = self._ground
        link = link_at(ground.story, ground.here)
        if link is None:
            ground.tell("no link here")
            return None
        if is_followed(link.target, ground.story.location):
            return link.target
        address = spoken_address(link.target, ground.story.location)
        ground.tell(f"this link leads to {address}, where sayall does not follow")
        return None

    def _put_link_in_queue(self) -> None:
        if self._queue is None:
            self._ground.tell("there is no queue here")
        elif target := self._target():
            try:
                self._ground.tell(self._queue(target))
            except SayallError as error:
                self._ground.tell(str(error))

    def _go_after_link(self) -> None:
        ground = self._ground
        if self._follow is None:
            ground.tell("links are not followed here")
            return
        if (target := self._target()) is None:
            return
        was_paused = ground.player.paused
        ground.player.pause()
        ground.tell(f"opening {spoken_address(target, ground.story.location)}")
        try:
            self._follow(target)
        except SayallError as error:
            ground.tell(str(error))
            if not was_paused:
                ground.resume()
        else:
            self._leave()

    def _leave(self) -> None:
        self.gone, self.left_at = True, sentence(self._ground.story, self._ground.here)
        self._ground.player.stop()
