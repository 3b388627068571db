"""What an engine made of a text, for the tests of engines."""

from array import array

from reader.speech.engine import Engine, Sound, Style, Word

NORMAL = Style()


def spoken(
    engine: Engine, text: str, style: Style = NORMAL, language: str = "en"
) -> tuple[dict[str, int], "array[int]"]:
    """The sample of each word, by the word as it is written from there on, and all the sound."""
    words, sound = {}, array("h")
    for item in engine.synthesize(text, language, style):
        match item:
            case Word(sample, char):
                assert sample >= len(sound), "a word came after its sound"
                words[text[char:].split()[0]] = sample
            case Sound(pcm):
                sound.frombytes(pcm)
    return words, sound


def loudness(sound: "array[int]") -> float:
    """The mean of how far its samples are from silence."""
    return sum(map(abs, sound)) / max(1, len(sound))
