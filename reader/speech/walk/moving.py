"""Going places: to the next of a kind or a role, seconds on, cell by cell, to a place that is typed, and back."""

from __future__ import annotations

from ... import seek
from ...script.tongues import language_at
from ...seek import Kind
from ...story import Position, Role
from .ground import Ground
from .spoken import spoken_cell, spoken_section, spoken_table
from .typed import GO_TO_HELP, place_of, role_of, roles_in

_SMALL = (Kind.SENTENCE, Kind.WORD)
"""Steps of which a run counts as one jump."""


class Moving:
    """Jumps on ``ground``. While the listener has paused, a word, a link and a cell are said alone."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._role: Role | None = None

    def to(self, target: Kind | Role, *, backwards: bool) -> None:
        """To the next of that kind or role, or to the one before."""
        ground, here = self._ground, self._ground.here
        place = (seek.back if backwards else seek.forward)(ground.story, here, target)
        if place is None:
            ground.tell(f"no {'previous' if backwards else 'next'} {seek.named(target)}")
            return
        if target is Kind.HEADING and ground.sections:
            section = spoken_section(*seek.section_number(ground.story, place), is_head=ground.is_head)
            ground.go(place, *[section] * (ground.sections == "said"))
            if ground.sections == "shown":
                ground.show(section)
            return
        if target is Kind.TABLE:
            ground.go(place, spoken_table(ground.story.blocks[place.block]))
            return
        lines = self._itself(place, target) if ground.player.paused else ()
        language = language_at(ground.story, place)
        ground.go(place, *lines, alone=bool(lines), small=target in _SMALL, language=language)

    def by_seconds(self, seconds: int) -> None:
        """So many seconds of speech on, or back."""
        ground = self._ground
        place = seek.further(ground.story, ground.here, seconds, ground.player.characters_a_second)
        if place is None:
            ground.tell("the beginning" if seconds < 0 else f"less than {seconds} seconds are left")
        else:
            ground.go(place, small=True)

    def by_cells(self, rows: int, columns: int) -> None:
        """So many cells down and to the right; what has changed of row and column is said first."""
        ground, here = self._ground, self._ground.here
        block = ground.story.blocks[here.block]
        if block.role is not Role.TABLE or not block.items:
            ground.tell("not in a table")
            return
        cell = seek.beside(ground.story, here, rows, columns)
        if cell is None:
            edge = {(1, 0): "bottom", (-1, 0): "top", (0, 1): "right", (0, -1): "left"}[rows, columns]
            ground.tell(f"{edge} edge of the table")
            return
        said = spoken_cell(cell, seek.cell_at(ground.story, here))
        line = f"{said}: {cell.text}" if ground.player.paused else said
        ground.go(cell.at, line, alone=True, small=True)

    def into(self) -> None:
        """To the start of the list, table, quote or sidebar."""
        self._ground.go_or_tell(
            seek.into(self._ground.story, self._ground.here), "not in a list, table, quote or sidebar"
        )

    def out(self) -> None:
        """Out of the list, table, quote or sidebar."""
        ground = self._ground
        if seek.into(ground.story, ground.here) is None:
            ground.tell("nothing to leave")
        else:
            ground.go_or_tell(seek.out(ground.story, ground.here), "nothing comes behind it")

    def ask_where_to(self) -> None:
        """To a place that the listener types."""
        self._ground.ask(GO_TO_HELP, self._to_typed)

    def ask_for_role(self) -> None:
        """To the next part of a role that the listener types, by its name or its number."""
        known = (f"{n}. {role.spoken()}, {count}" for n, (role, count) in enumerate(roles_in(self._ground.story), 1))
        self._ground.ask("Type a name or a number and press Enter.", self._to_role, *known)

    def by_role(self, *, backwards: bool) -> None:
        """To the next part of the role that was chosen last."""
        if self._role is None:
            self.ask_for_role()
        else:
            self.to(self._role, backwards=backwards)

    def _to_typed(self, typed: str) -> None:
        ground = self._ground
        try:
            place = place_of(typed, ground.story, ground.player.characters_a_second)
        except ValueError:
            ground.tell(f"{typed}: not understood. {GO_TO_HELP}")
        else:
            ground.go_or_tell(place, f"{typed}: beyond the end of the story")

    def _to_role(self, typed: str) -> None:
        try:
            self._role = role_of(typed, self._ground.story)
        except ValueError:
            self._ground.tell(f"{typed}: no such part; press colon for a list")
        else:
            self.to(self._role, backwards=False)

    def _itself(self, place: Position, target: Kind | Role) -> tuple[str, ...]:
        """What is said of a word or a link while the listener has paused: itself alone, not its sentence."""
        story = self._ground.story
        if target is Kind.WORD:
            return (seek.word_at(story, place),)
        link = seek.link_at(story, place) if target is Kind.LINK else None
        return (f"{story.blocks[place.block].text[link.start : link.end]}, link",) if link else ()

    def back(self) -> bool:
        """Back to before the last jump; False where there was none."""
        return self._return(self._ground.trail.back(self._ground.here))

    def again(self) -> None:
        """Forward to where the listener went back from."""
        if not self._return(self._ground.trail.forward(self._ground.here)):
            self._ground.tell("no jump to go forward to")

    def _return(self, place: Position | None) -> bool:
        if place is None:
            return False
        self._ground.seek(seek.sentence(self._ground.story, place))
        return True
