"""What an engine made of a text: where its words are, and how loud it is."""

from array import array

from ..speech.engine import Engine, Sound, Style, Word

_NORMAL = Style()


def spoken(
    engine: Engine, text: str, style: Style = _NORMAL, language: str = "en"
) -> tuple[dict[str, int], "array[int]"]:
    """The sample at which each word starts, by the word as it is written from there on, and all the sound.

    Raises `AssertionError` where a word is told only after its sound.
    """
    words, sound = {}, array("h")
    for item in engine.synthesize(text, language, style):
        match item:
            case Word(sample, char):
                assert sample >= len(sound), f"{text[char:].split()[0]!r} came after its sound"
                words[text[char:].split()[0]] = sample
            case Sound(pcm):
                sound.frombytes(pcm)
    return words, sound


def loudness(sound: "array[int]") -> float:
    """The mean of how far its samples are from silence, 0 to 32,768."""
    return sum(map(abs, sound)) / max(1, len(sound))
