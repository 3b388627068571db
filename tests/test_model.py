"""Summaries by a language model, which is a server of the test here."""

import json
import time
from collections.abc import Callable, Iterable

import pytest

from reader import Block, Group, Role, Story
from reader.errors import PluginError
from reader.testing import Answer, answer, asked, heard, serving

TEXTS = (
    "It froze in January, and the slipway was closed for weeks. " * 3,
    "Nobody skated, though many wanted to. " * 4,
)
GROUP = Group(1, "The winter:", 2)
BOX = tuple(Block(Role.SIDEBAR, text, group=GROUP) for text in ("The winter:", *TEXTS))
SUMMARY = "It froze, and nobody skated on the slipway."


def said(content: object) -> Answer:
    return answer(
        json.dumps({"choices": [{"message": {"content": content}}]}).encode(), content_type="application/json"
    )


def summary(monkeypatch: pytest.MonkeyPatch, found: Answer, blocks: tuple[Block, ...] = BOX) -> str | None:
    with serving({"/v1/chat/completions": found}) as address:
        monkeypatch.setenv("SAYALL_MODEL_URL", f"{address}/v1/")
        monkeypatch.setenv("SAYALL_MODEL_KEY", "s3cret")
        sentence: str | None = asked("model", "summarize", blocks=blocks)
        return sentence


def test_the_model_says_what_a_box_says(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def noted(request: str) -> Iterable[bytes]:
        asked.append(request)
        return said(f' "{SUMMARY}"\n')(request)

    assert summary(monkeypatch, noted) == f"Sidebar: The winter, 2 points. {SUMMARY}"
    assert "Bearer s3cret" in asked[0]


@pytest.mark.parametrize(
    "found",
    [
        answer(b"", "500 Internal Server Error"),
        answer(b"no JSON", content_type="application/json"),
        answer(b'{"choices": []}', content_type="application/json"),
        answer(b'{"choices": [{"message": {"content": ["odd"]}}]}', content_type="application/json"),
        said(None),
        said("word " * 200),
    ],
)
def test_where_it_does_not_answer_with_a_sentence_others_are_asked(
    monkeypatch: pytest.MonkeyPatch, found: Callable[[str], Iterable[bytes]]
) -> None:
    assert summary(monkeypatch, found) is None


def test_a_model_that_takes_too_long_is_named_and_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(request: str) -> Iterable[bytes]:
        time.sleep(2)
        return said(SUMMARY)(request)

    monkeypatch.setenv("SAYALL_MODEL_SECONDS", "0.2")
    began = time.monotonic()
    with pytest.raises(PluginError, match=r"http://127\S+/v1 does not answer \(ReadTimeout\)"):
        summary(monkeypatch, slow)
    assert time.monotonic() - began < 1.5


def test_where_there_is_no_server_the_page_itself_is_said_and_the_listener_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SAYALL_MODEL_URL", "http://127.0.0.1:9/v1")
    plugins = ["sidebars", "summary", "model"]
    assert heard(Story("", BOX), plugins=plugins, option="summarize", raises=False) == [
        "Plugin model failed in summarize: http://127.0.0.1:9/v1 does not answer (ConnectError); "
        "is the model's server running? Reading on without it.",
        "Sidebar: The winter, two points. It froze in January, and the slipway was closed for weeks.",
    ]


def test_without_an_address_and_for_little_text_nothing_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SAYALL_MODEL_URL", raising=False)
    assert asked("model", "summarize", blocks=BOX) is None
    assert summary(monkeypatch, said(SUMMARY), (Block(Role.SIDEBAR, "Few words."),)) is None
