"""Transcripts from subtitles."""

import time
from pathlib import Path

import pytest
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


def srt(*cues: tuple[int, str]) -> str:
    """Subtitles, each shown for two seconds from the second that is given."""
    return "\n".join(
        f"{n}\n00:{at // 60:02}:{at % 60:02},000 --> 00:{at // 60:02}:{at % 60 + 2:02},000\n{text}\n"
        for n, (at, text) in enumerate(cues, 1)
    )


TALKED = srt((1, "Good evening."), (30, "Who feeds the heron?"), (50, "Nobody does."))
CHAPTERED = [
    ("heading", "Opening"),
    ("paragraph", "Good evening."),
    ("heading", "Q = A"),
    ("paragraph", "Who feeds the heron?"),
    ("paragraph", "Nobody does."),
]


def read(text: str) -> list[tuple[str, str]]:
    return labelled(story_at(Page("x", "text/plain", text.encode()), plugins=["subtitles"]))


@pytest.mark.parametrize("ending", ["vtt", "srt"])
@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("talk.chapters.txt", "00:00:00.000 Opening\n00:00:29.500 Q = A\n"),
        ("talk.chapters.txt", "CHAPTER01=00:00:00.000\nCHAPTER01NAME=Opening\n"
                              "CHAPTER02=00:00:29.500\nCHAPTER02NAME=Q = A\n"),
        ("talk.chapters.vtt", "WEBVTT\n\n00:00.000 --> 00:29.500\nOpening\n\n00:29.500 --> 01:00.000\n"
                              "Q = A\n"),
        ("talk.chapters.json", '{"version": "1.2.0", "chapters": [{"startTime": 0, "title": "Opening"}, '
                               '{"startTime": 9, "title": "A", "toc": false}, {"startTime": 29.5, "title": "Q = A"}]}'),
        ("talk.json", '[{"start": "00:00:00.000", "title": "Opening"}, {"start": "0:29", "title": "Q = A"}]'),
        ("talk.psc", '<psc:chapters version="1.2"><psc:chapter start="00:00:00" title="Opening"/>'
                     '<psc:chapter title="Q = A" start="29.5" href="https://h.example/"/></psc:chapters>'),
        ("talk.ffmetadata", ";FFMETADATA1\nencoder=Lavf61\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\ntitle=Opening\n"
                            "[CHAPTER]\nTIMEBASE=1/1000\nSTART=29500\nEND=60000\ntitle=Q \\= A\n"),
        ("talk.description", "We met at the quay, at 10:30.\n\nChapters:\n0:00 - Opening\n⌨️ (00:29) Q = A\n"),
        ("talk.description", "Opening 0:00\nQ = A - 0:29"),
    ],
)  # fmt: skip
def test_chapters_stand_in_a_file_beside_the_subtitles(tmp_path: Path, name: str, text: str, ending: str) -> None:
    path = tmp_path / f"talk.en.{ending}"
    path.write_text(TALKED if ending == "srt" else "WEBVTT\n\n" + TALKED.replace(",", "."), "utf-8")
    (tmp_path / name).write_text(text, "utf-8")
    assert labelled(story_at(str(path), plugins=["files", "subtitles"])) == CHAPTERED


def test_what_is_known_of_a_video_is_told_before_its_words(tmp_path: Path) -> None:
    about = '{"title": "A talk", "uploader": "The quay", "upload_date": "20260303", "chapters": null}'
    (tmp_path / "talk.info.json").write_text(about, "utf-8")
    (tmp_path / "talk.description").write_text("0:00 Opening\n0:29 Q = A", "utf-8")
    (tmp_path / "talk.en-orig.srt").write_text(TALKED, "utf-8")
    story = story_at(str(tmp_path / "talk.en-orig.srt"), plugins=["files", "subtitles"])
    assert (story.headline, story.byline, story.published) == ("A talk", "The quay", "2026-03-03")
    assert labelled(story) == [("headline", "A talk"), ("byline", "By The quay"), *CHAPTERED]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("talk.json", "{"), ("talk.json", "[1, 2]"), ("talk.json", '{"chapters": [{"start": "x", "title": "y"}]}'),
        ("talk.ffmetadata", ";FFMETADATA1\n[CHAPTER]\nSTART=x\ntitle=y"), ("talk.chapters.txt", "CHAPTER01=x"),
        ("talk.description", "At 10:30 we left.\n11:30 Lunch\n12:30 Dinner"), ("talk.chapters.vtt", "WEBVTT"),
        ("talk.psc", "<rss>"), ("talk.chapters", ""),
    ],
)  # fmt: skip
def test_a_file_beside_them_that_is_something_else_changes_nothing(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / "talk.srt").write_text(TALKED, "utf-8")
    (tmp_path / name).write_text(text, "utf-8")
    story = story_at(str(tmp_path / "talk.srt"), plugins=["files", "subtitles"])
    assert {role for role, _ in labelled(story)} == {"paragraph"}


@pytest.mark.parametrize("head", ["0:00 Opening\n0:29 Q = A\n\n", "NOTE\n0:00 Opening\n0:29 Q = A\n\n"])
def test_chapters_of_srt_stand_before_its_first_cue(head: str) -> None:
    assert read(head + TALKED) == CHAPTERED


def test_a_cue_that_is_only_the_title_of_a_chapter_is_a_heading() -> None:
    cues = (
        (1, "CHAPTER 1: Ice"),
        (4, "It froze."),
        (7, "[Kapitel 2]"),
        (10, "It was in"),
        (13, "Chapter 3"),
        (16, "of his."),
    )
    assert read(srt(*cues)) == [
        ("heading", "CHAPTER 1: Ice"), ("paragraph", "It froze."), ("heading", "Kapitel 2"),
        ("paragraph", "It was in Chapter 3 of his."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (">> ADA LIND: Good evening.", ">> PER: Who feeds it?"),
        ("[Ada Lind]: Good evening.", "[Per]: Who feeds it?"),
        ("ADA LIND:\nGood evening.", "PER (laughs): Who feeds it?"),
        ("Ada Lind: Good evening.", "Per: Who feeds it?"),
    ],
)
def test_who_speaks_is_named_when_the_voice_changes(first: str, second: str) -> None:
    cues = [
        (1, first),
        (4, first.replace("Good evening", "Come in")),
        (7, second),
        (10, second.replace("feeds", "saw")),
    ]
    assert read(srt(*cues)) == [
        ("paragraph", "Ada Lind: Good evening. Come in."), ("paragraph", "Per: Who feeds it? Who saw it?"),
    ]  # fmt: skip


def test_speakers_without_a_name_are_told_apart() -> None:
    assert read(srt((1, ">> Good evening."), (4, ">> Who feeds it?"), (7, "SPEAKER_01: Nobody."))) == [
        ("paragraph", "Good evening."), ("paragraph", "Who feeds it?"), ("paragraph", "Speaker 1: Nobody."),
    ]  # fmt: skip


def test_a_word_before_a_colon_is_no_name() -> None:
    assert read(srt((1, "Remember: it floats."), (4, "It said: stop."))) == [
        ("paragraph", "Remember: it floats. It said: stop.")
    ]  # fmt: skip


def test_a_long_file_of_nothing_is_left_at_once() -> None:
    began = time.monotonic()
    for text in ("\n" * 200_000, "0:00 x\n" * 40_000, "WEBVTT\n\nNOTE\n" + "0:00 " * 200_000):
        asked("subtitles", "read_page", page=Page("x", "text/plain", f"{text}-->".encode()))
    assert time.monotonic() - began < 1


def test_who_made_the_subtitles_is_kept_and_not_said() -> None:
    cues = [(1, "Good evening."), (4, "Subtitles by <b>Ada</b>"), (7, "Sync & corrections by Per\nwww.subs.example")]
    assert read(srt(*cues, (10, "Subtitles are shown."))) == [
        ("boilerplate", "Subtitles by Ada"), ("boilerplate", "Sync & corrections by Per www.subs.example"),
        ("paragraph", "Good evening."), ("paragraph", "Subtitles are shown."),
    ]  # fmt: skip
