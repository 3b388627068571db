"""How well pages are read, beside the peers in the same run, over the gold pages and news pages of ../shared.

    python -m benchmarks.stories [--nameless] [--halves] [--pages]

``--nameless`` takes every class and id from the pages first; ``--halves`` scores two halves of the gold pages apart;
``--pages`` adds a line for each gold page. Predictions of Readability.js are taken from ../shared, since it needs Node.
Times are medians of the time a page takes, each page once, readers alternating.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import statistics
import sys
import time
from pathlib import Path
from types import ModuleType
from typing import Any

from .readers import Blocks, readers, without_names

SHARED = Path(__file__).parents[2] / "shared"
GOLD, NEWS = SHARED / "gold", SHARED / "aeb"
BODY = frozenset({"paragraph", "list_item", "heading", "quote", "table", "code", "math"})
ROLES = ("highlight", "deck", "byline", "dateline", "caption", "promo", "related", "heading", "list_item")
Predictions = dict[str, dict[str, Blocks]]


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--nameless", action="store_true")
    parser.add_argument("--halves", action="store_true")
    parser.add_argument("--pages", action="store_true")
    given = parser.parse_args()
    if not GOLD.exists() or not NEWS.exists():
        sys.exit(f"{SHARED} is not here: this benchmark needs its folders gold and aeb")
    ids = (GOLD / "dev.txt").read_text().split()
    gold = {page: (GOLD / "pages" / f"{page}.html").read_text("utf-8", "replace") for page in ids}
    news = {path.name[:-8]: gzip.decompress(path.read_bytes()).decode() for path in sorted(NEWS.glob("html/*.gz"))}
    if given.nameless:
        gold = {page: without_names(text) for page, text in gold.items()}
        news = {page: without_names(text) for page, text in news.items()}
    on_gold, gold_ms = predict(gold)
    on_news, news_ms = predict(news)
    if not given.nameless:
        on_gold["Readability.js"] = stored("mozilla-readability", ids)
    for title, part in {"all": ids, **({"half 1": ids[::2], "half 2": ids[1::2]} if given.halves else {})}.items():
        print(f"\ngold, {title}: {len(part)} pages")
        gold_table(on_gold, part, given.pages)
    print("\nnews, body text only")
    news_table(on_news)
    print("\nmilliseconds a page (median), and the whole time beside readability-lxml")
    for name in on_news:
        ms = [*gold_ms[name], *news_ms[name]]
        ratio = sum(ms) / sum([*gold_ms["readability-lxml"], *news_ms["readability-lxml"]])
        print(f"{name:22} {statistics.median(ms):7.1f} {ratio:6.2f}")


def predict(pages: dict[str, str]) -> tuple[Predictions, dict[str, list[float]]]:
    """What each reader finds on each page, and how many milliseconds it took; a reader that fails finds nothing."""
    found: Predictions = {name: {} for name in readers()}
    took: dict[str, list[float]] = {name: [] for name in found}
    for page, text in pages.items():
        for name, read in readers().items():
            start = time.perf_counter()
            try:
                found[name][page] = read(text)
            except Exception as error:  # a peer's failure is a result, not the end of the benchmark
                print(f"{name} fails on {page}: {error!r}", file=sys.stderr)
                found[name][page] = []
            took[name].append((time.perf_counter() - start) * 1000)
    return found, took


def stored(name: str, ids: list[str]) -> dict[str, Blocks]:
    """Predictions that lie in ../shared."""
    folder = GOLD / "baselines" / name
    found = {page: json.loads((folder / f"{page}.json").read_text("utf-8")) for page in ids}
    return {page: [(b["role"], b["text"]) for b in _blocks(data)] for page, data in found.items()}


def gold_table(found: Predictions, ids: list[str], pages: bool) -> None:
    """One line a reader: story F1, role accuracy, leaks, and the F1 of roles."""
    score = scorer(GOLD / "score.py")
    print(f"{'':22}     F1  roles  macro  leaks never twice headlines  " + " ".join(f"{role[:9]:>9}" for role in ROLES))
    for name, predictions in found.items():
        results = []
        for page in ids:
            truth = json.loads((GOLD / f"{page}.json").read_text("utf-8"))
            blocks = [{"role": role, "text": text} for role, text in predictions[page]]
            results.append(score.score_page(truth, blocks or None))
            if pages:
                last = results[-1]
                print(f"    {page:26} F1 {last['f1']:.3f} roles {last['role_acc']:.3f} leaked {len(last['leaked'])}")
        total = score.overall(results)
        per = total["per_role"]
        print(
            f"{name:22} {total['f1']:6.3f} {total['role_acc']:6.3f} {total['macro_f1_story']:6.3f} {total['leak']:6.3f}"
            f" {total['never']:5d} {total['dup']:5d} {round(total['headline'] * len(ids)):3d} of {len(ids):<3d}"
            + " ".join(f"{per[role]['f1']:9.2f}" if role in per else f"{'-':>9}" for role in ROLES)
        )


def news_table(found: Predictions) -> None:
    """One line a reader: precision, recall, F1 and the share of pages that are exact."""
    score = scorer(NEWS / "score.py")
    truth = json.loads((NEWS / "ground-truth.json").read_text("utf-8"))
    print(f"{'':22}     F1      P      R  exact")
    for name, predictions in found.items():
        rows = [
            score.page_score(
                want["articleBody"], "\n".join(text for role, text in predictions.get(page, []) if role in BODY)
            )
            for page, want in truth.items()
        ]
        p, r, exact = (sum(float(row[i]) for row in rows) / len(rows) for i in range(3))
        print(f"{name:22} {2 * p * r / (p + r):6.3f} {p:6.3f} {r:6.3f} {exact:6.3f}")


def scorer(path: Path) -> ModuleType:
    """The scorer that comes with a set of pages."""
    spec = importlib.util.spec_from_file_location(f"score_{path.parent.name}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _blocks(data: Any) -> list[dict[str, str]]:
    return list(data["blocks"] if isinstance(data, dict) else data)


if __name__ == "__main__":
    main()
