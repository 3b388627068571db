"""Bytes become text whatever their encoding is, and whatever the page says of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from languages import CODED, TEXTS

from reader.errors import PageError
from reader.page import Page
from reader.readability.decoding.decode import decode

UNICODE = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32")
CODINGS = (*CODED, *((name, codec) for name in ("de", "ru", "ja", "ko") for codec in UNICODE))


def page(data: bytes, media_type: str = "text/html") -> Page:
    return Page("https://example.org/story", media_type, data)


def in_html(text: str, head: str = "") -> str:
    return f"<!doctype html><html><head>{head}<title>a</title></head><body><p>{text}</p></body></html>"


def known(name: str, codec: str) -> str:
    """The sentences as far as ``codec`` can write them."""
    return TEXTS[name].encode(codec, "ignore").decode(codec).lstrip("\ufeff")


@pytest.mark.parametrize(("name", "codec"), CODINGS)
def test_a_page_that_declares_nothing_is_read(name: str, codec: str) -> None:
    text = known(name, codec)
    assert decode(page(in_html(text).encode(codec))) == in_html(text)


@pytest.mark.parametrize(("name", "codec"), CODINGS)
def test_a_page_that_wrongly_declares_utf_8_is_read(name: str, codec: str) -> None:
    text = known(name, codec)
    assert decode(page(in_html(text).encode(codec), "text/html; charset=utf-8")) == in_html(text)


@pytest.mark.parametrize(("name", "codec"), CODINGS)
def test_a_page_that_declares_its_encoding_is_read(name: str, codec: str) -> None:
    head = f'<meta http-equiv="Content-Type" content="text/html; charset={codec.replace("_", "-")}">'
    page_text = in_html(known(name, codec), head)
    assert decode(page(page_text.encode(codec))) == page_text


@pytest.mark.parametrize("name", ["de", "fr", "ru", "ja", "ar", "vi"])
@pytest.mark.parametrize(
    "declared", ["iso-8859-1", "windows-1252", "gb2312", "shift_jis", "utf-16", "x-unknown", "rot13", ""]
)
def test_utf_8_is_read_whatever_is_declared(name: str, declared: str) -> None:
    text = in_html(TEXTS[name] * 3)
    assert decode(page(text.encode(), f"text/html; charset={declared}")) == text


def test_latin_1_means_windows_1252_on_the_web() -> None:
    assert decode(page(b"it\x92s \x93so\x94", "text/plain; charset=ISO-8859-1")) == "it’s “so”"


@pytest.mark.parametrize("piece", ["<br>", "abcd ", "Ж", "語", "é ", "\n"])
def test_endless_repetition_is_not_taken_for_another_encoding(piece: str) -> None:
    text = "A story. " + piece * 3000 + "."
    assert decode(page(text.encode())) == text


def test_a_page_cut_within_a_character_loses_only_that() -> None:
    assert decode(page("naïve café".encode()[:-1], "text/plain")) == "naïve caf"


def test_a_few_foreign_bytes_in_utf_8_do_not_spoil_the_rest() -> None:
    data = "Größe, Straße, Übermut, schöne Bärte und ".encode() + b"caf\xe9."
    assert decode(page(data, "text/plain")) == "Größe, Straße, Übermut, schöne Bärte und café."


def test_a_byte_order_mark_that_the_bytes_contradict_is_not_believed() -> None:
    assert decode(page(b"\xff\xfeJust a plain page, with nothing odd in it.", "text/plain")).startswith("Just a plain")


def test_broken_utf_16_is_read_as_far_as_it_goes() -> None:
    data = b"\xff\xfe" + "A story".encode("utf-16-le") + b"\x00\xd8" + " goes on".encode("utf-16-le") + b"\x41"
    assert decode(page(data)) == "A story\ufffd goes on\ufffd"


def test_control_characters_go_and_lines_end_alike() -> None:
    assert decode(page(b"one\r\ntwo\rth\0re\x07e\x0cfour\x7f", "text/plain")) == "one\ntwo\nthree\nfour"


def test_characters_between_ascii_and_latin_are_mended_or_go() -> None:
    assert decode(page("donâ\x80\x99t a\x8db".encode(), "text/plain")) == "don’t ab"


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\0\0\0\0", b"\xef\xbb\xbf"])
def test_an_empty_page_is_refused_with_its_name(data: bytes) -> None:
    with pytest.raises(PageError, match=r"^https://example\.org/story: ") as error:
        decode(page(data))
    assert "\n" not in str(error.value)


BINARY = {
    "a PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj",
    "a zip archive": b"PK\x03\x04\x14\0\x06\0",
    "an image": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "a photograph": b"\xff\xd8\xff\xe0\0\x10JFIF\0",
    "a moving picture": b"GIF89a\x01\0\x01\0",
    "a picture of the web": b"RIFF\x24\0\0\0WEBPVP8 ",
    "sound": b"ID3\x03\0\0\0\0\0\x0fTIT2",
    "a film": b"\0\0\0\x18ftypmp42\0\0\0\0",
    "packed data": b"\x1f\x8b\x08\0\0\0\0\0\0\x03",
    "a program": b"\x7fELF\x02\x01\x01\0",
    "anything else": bytes((i * 37 + i // 7) % 256 for i in range(3000)),
}


@pytest.mark.parametrize("kind", BINARY)
def test_binary_data_is_refused_in_one_line_that_says_what_to_do(kind: str) -> None:
    with pytest.raises(PageError, match=r"^https://example\.org/story: this is .+; .+") as error:
        decode(page(BINARY[kind], "text/html"))
    assert "\n" not in str(error.value)


@given(
    st.binary(max_size=300),
    st.sampled_from(["", "text/html", "text/plain; charset=utf-16", "a/b; charset=\x00\xff", "gb2312"]),
)
def test_any_bytes_become_clean_text_or_are_refused(data: bytes, media_type: str) -> None:
    try:
        text = decode(page(data, media_type))
    except PageError:
        return
    assert text.strip()
    assert not any((ord(letter) < 32 and letter not in "\t\n") or 127 <= ord(letter) < 160 for letter in text)
    text.encode()
