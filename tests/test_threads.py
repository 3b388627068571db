"""Discussions kept as JSON."""

import json

from opening import DOCUMENTS

from reader import Page, Story
from reader.testing import asked, labelled, story_at

THREAD = str(DOCUMENTS / "thread.json")


def read(data: object) -> Story | None:
    found: Story | None = asked(
        "threads", "read_page", page=Page("thread", "application/json", json.dumps(data).encode())
    )
    return found


def test_a_discussion_is_a_story_with_each_answer_after_what_it_answers() -> None:
    story = story_at(THREAD, plugins=["files", "threads"])
    assert (story.headline, story.byline, story.published) == ("The heron & the crane", "ada", "2026-03-03")
    assert [(block.role.value, block.level, block.text) for block in story.blocks] == [
        ("headline", 1, "The heron & the crane"),
        ("byline", 0, "By ada"),
        ("dateline", 0, "2026-03-03"),
        ("deck", 0, "4 answers"),
        ("heading", 2, "per"),
        ("paragraph", 0, "Who feeds it?"),
        ("quote", 0, "A heron has nested"),
        ("paragraph", 0, "It must be someone."),
        ("heading", 3, "ada answers per"),
        ("paragraph", 0, "Nobody."),
        ("heading", 3, "someone who left answers per"),
        ("paragraph", 0, "deleted"),
        ("heading", 4, "ines answers someone who left"),
        ("paragraph", 0, "I do."),
    ]


def test_other_shapes_of_discussions_are_known() -> None:
    post = {
        "kind": "Listing",
        "data": {"children": [{"data": {"title": "Boats", "author": "ada", "selftext": "Look."}}]},
    }
    answer = {"data": {"author": "per", "body_html": "&lt;p&gt;Nice.&lt;/p&gt;", "replies": ""}}
    answers = {"kind": "Listing", "data": {"children": [answer]}}
    story = read([post, answers])
    assert story is not None
    assert labelled(story) == [
        ("headline", "Boats"), ("byline", "By ada"), ("paragraph", "Look."), ("deck", "1 answer"), ("heading", "per"),
        ("paragraph", "Nice."),
    ]  # fmt: skip


def test_answers_to_answers_without_end_are_read() -> None:
    thread: dict[str, object] = {"author": "x", "text": "last", "children": []}
    for _ in range(300):
        thread = {"author": "x", "text": "t", "children": [thread]}
    story = read({"title": "Deep", "author": "y", "children": [thread]})
    assert story is not None
    assert story.blocks[-1].text == "last"


def test_other_data_is_left_to_others() -> None:
    for found in (
        {"children": 3},
        {"title": "x", "children": []},
        [1, {"children": []}],
        {"kids": [1, 2], "title": "x"},
    ):
        assert read(found) is None
    assert asked("threads", "read_page", page=Page("x", "application/json", b'{"children": [')) is None


def test_a_number_stands_for_a_discussion() -> None:
    assert asked("threads", "open_location", location="hn:8863") == "https://hn.algolia.com/api/v1/items/8863"
    assert asked("threads", "open_location", location="hn:top") is None
