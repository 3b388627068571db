"""What happens to each block, and what the ledger says of it."""

from dataclasses import replace

import pytest

from reader.story import Block, Group, Role, Story, Treatment
from reader.treatment import PRESETS, ledger, left_out, treat

BLOCKS = (
    Block(Role.HEADLINE, "The quay"),
    Block(Role.CAPTION, "A boat."),
    Block(Role.PARAGRAPH, "It rained."),
    Block(Role.PROMO, "READ MORE: Rain"),
    Block(Role.CAPTION, "Another boat."),
    Block(Role.BOILERPLATE, "Home"),
)
STORY = Story("The quay", BLOCKS)


def test_every_preset_treats_every_role() -> None:
    assert {name: set(preset) for name, preset in PRESETS.items()} == {
        name: set(Role) for name in ("brief", "standard", "full")
    }


def test_the_standard_preset_announces_captions_and_skips_promos() -> None:
    assert [block.treatment.value for block in treat(STORY, "standard").blocks] == [
        "speak", "announce", "speak", "skip", "announce", "skip",
    ]  # fmt: skip


def test_the_listener_overrules_a_plugin_and_a_plugin_overrules_the_preset() -> None:
    def vote(block: Block, number: int, story: Story) -> tuple[str, Treatment] | None:
        return ("loud", Treatment.SPEAK) if block.role in (Role.CAPTION, Role.PROMO) else None

    treated = treat(STORY, "standard", chosen={Role.CAPTION: Treatment.AFTER}, vote=vote)
    assert [(b.treatment.value, b.treated_by) for b in treated.blocks if b.role in (Role.CAPTION, Role.PROMO)] == [
        ("after", "your choice"),
        ("speak", "plugin loud"),
        ("after", "your choice"),
    ]


@pytest.mark.parametrize(
    ("block", "treatment"),
    [
        (Block(Role.TABLE, "a b", items=(("a", "b"),)), "speak"),
        (Block(Role.TABLE, "…", items=(("a", "b", "c"),) * 14), "announce"),
        (Block(Role.CODE, "a = 1\nb = 2"), "speak"),
        (Block(Role.CODE, "\n".join("abcdefg")), "announce"),
    ],
)
def test_a_long_table_or_code_sample_is_announced(block: Block, treatment: str) -> None:
    assert treat(Story("", (block,)), "standard").blocks[0].treatment == treatment


def test_the_ledger_counts_what_is_left_out_but_not_the_page_furniture() -> None:
    assert ledger(treat(STORY, "standard")) == "Left out: 2 captions, 1 promo."
    assert list(left_out(treat(STORY, "standard"))) == [1, 3, 4]
    assert ledger(treat(STORY, "full")) == ""


def test_a_box_counts_as_one_sidebar() -> None:
    boxes = (Group(1, "At a glance", 2), Group(2, "", 1))
    lines = (("At a glance", 0), ("Built in 2024", 0), ("92 metres", 0), ("A joke", 1))
    blocks = tuple(Block(Role.SIDEBAR, text, group=boxes[box]) for text, box in lines)
    assert ledger(treat(replace(STORY, blocks=blocks), "standard")) == "Left out: 2 sidebars."


def test_the_label_of_a_group_is_not_counted() -> None:
    group = Group(1, "More on this", 2)
    links = tuple(Block(Role.RELATED, text, group=group) for text in ("More on this", "One", "Two"))
    assert ledger(treat(replace(STORY, blocks=links), "standard")) == "Left out: 2 related links."
