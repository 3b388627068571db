"""Transcripts from subtitles."""

from hypothesis import given
from hypothesis import strategies as st
from opening import DOCUMENTS

from reader import Page
from reader.testing import asked, heard, labelled, story_at

TALK = str(DOCUMENTS / "talk.vtt")
FILM = str(DOCUMENTS / "film.srt")


def test_a_talk_is_running_text_with_its_speakers_and_chapters() -> None:
    story = story_at(TALK, plugins=["files", "subtitles"])
    assert (story.headline, story.language) == ("A talk at the quay", "en-GB")
    assert labelled(story) == [
        ("headline", "A talk at the quay"),
        ("heading", "Opening"),
        ("paragraph", "Ada Lind: Good evening, and welcome to the quay."),
        ("caption", "applause"),
        ("paragraph", "It rains & it pours."),
        ("heading", "Questions"),
        ("paragraph", "Per Holm: Who feeds the heron?"),
        ("paragraph", "Ada Lind: Nobody."),
    ]
    assert [block.source for block in story.blocks[2:4]] == ["0:00:01", "0:00:06"]


def test_sounds_are_left_out_of_the_reading() -> None:
    assert "applause" not in " ".join(heard(story_at(TALK, plugins=["files", "subtitles"]), plugins=["subtitles"]))


def test_a_film_is_told_in_paragraphs() -> None:
    assert labelled(story_at(FILM, plugins=["files", "subtitles"])) == [
        ("paragraph", "The ferry was late, as it was every day."),
        ("paragraph", "Is she coming? Not today."),
        ("caption", "music"),
    ]


def test_other_texts_are_left_to_others() -> None:
    for text in (
        b"1\n2\n3 --> 4\n",
        b"A story of arrows --> and bows.",
        b"<!-- x --> <p>00:00:01,000 --> 00:00:02,000",
    ):
        assert asked("subtitles", "read_page", page=Page("x", "text/plain", text)) is None


@given(st.lists(st.text("ab .-[]", min_size=1, max_size=20), min_size=1, max_size=6))
def test_each_word_is_said_once(texts: list[str]) -> None:
    texts = [f"w{number} {text.strip() or 'x'}" for number, text in enumerate(texts)]
    cues = (f"{n}\n00:00:{n:02},000 --> 00:00:{n:02},900\n{text}\n" for n, text in enumerate(texts, 1))
    story = asked("subtitles", "read_page", page=Page("x", "text/plain", "\n".join(cues).encode()))
    assert story is not None
    said = " ".join(block.text for block in story.blocks).split()
    assert [word for word in said if word.startswith("w")] == [f"w{number}" for number in range(len(texts))]


def test_a_cue_begins_with_its_times_whatever_stands_before_them() -> None:
    text = (
        "WEBVTT\n\n   \n   \n1\n00:00:01.000 --> 00:00:02.000\nIt rained,\n2\n00:00:02.000 --> 00:00:03.000\nand it\n"
        "00:00:03.000 --> 00:00:04.000\nstopped at <c>42</c>\n"
    )
    story = asked("subtitles", "read_page", page=Page("x", "text/vtt", text.encode()))
    assert story is not None
    assert labelled(story) == [("paragraph", "It rained, and it stopped at 42")]


def test_a_track_of_chapters_is_their_titles() -> None:
    text = "WEBVTT\nKind: chapters\n\n00:00.000 --> 01:00.000\nOpening\n\n01:00.000 --> 02:00.000\nQuestions\n"
    story = asked("subtitles", "read_page", page=Page("x", "text/vtt", text.encode()))
    assert story is not None
    assert labelled(story) == [("heading", "Opening"), ("heading", "Questions")]


def test_a_sound_that_stays_is_told_once_and_apart_from_speech() -> None:
    cues = ("they sail\n[Music]", "[Music]\n ", "[Music]\nthey nest on cranes")
    times = ("00:01.000 --> 00:02.000", "00:02.000 --> 00:02.010", "00:09.000 --> 00:10.000")
    text = "WEBVTT\n\n" + "\n\n".join(f"{time}\n{cue}" for time, cue in zip(times, cues, strict=True))
    story = asked("subtitles", "read_page", page=Page("x", "text/vtt", text.encode()))
    assert story is not None
    assert labelled(story) == [("paragraph", "they sail"), ("caption", "Music"), ("paragraph", "they nest on cranes")]


def test_an_empty_line_in_a_film_loses_nothing() -> None:
    text = (
        b"1\n00:00:01,000 --> 00:00:02,000\nIt rained,\n\nand it stopped.\n\n2\n00:00:03,000 --> 00:00:04,000\nYes.\n"
    )
    story = asked("subtitles", "read_page", page=Page("x", "text/plain", text))
    assert story is not None
    assert labelled(story) == [("paragraph", "It rained, and it stopped. Yes.")]
