"""The numbers of ordered lists are said as the listener wishes."""

import pytest

from reader import Block, Ordinal, Role, Story
from reader.errors import PluginError
from reader.testing import heard

STEPS = tuple(Block(Role.LIST_ITEM, text, ordinal=Ordinal(n)) for n, text in enumerate(("Beat 2 eggs.", "Rest."), 1))
STORY = Story("Bread", STEPS, language="en")


def test_a_listener_may_leave_the_numbers_out() -> None:
    assert heard(STORY, plugins=["lists"]) == ["one. Beat two eggs.", "two. Rest."]
    assert heard(STORY, plugins=["lists"], option="numbered") == ["one. Beat two eggs.", "two. Rest."]
    assert heard(STORY, plugins=["lists"], option="plain") == ["Beat two eggs.", "Rest."]
    with pytest.raises(PluginError, match="no option roman; choose one of numbered, plain"):
        heard(STORY, plugins=["lists"], option="roman")
