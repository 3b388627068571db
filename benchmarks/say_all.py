"""How many utterances Orca's Say All takes for pages as reading views, and in Firefox's Reader View.

Run from the project's folder: ``python benchmarks/say_all.py [PAGE…]``. Needs what tests/test_orca.py needs.
"""

import sys
import tempfile
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

import orca  # noqa: E402

from reader import Page  # noqa: E402
from reader.plugins import Plugins  # noqa: E402
from reader.reading import prepare  # noqa: E402
from reader.view import page  # noqa: E402

BROWSER = "firefox-esr"
PAGES = [
    ROOT / "docs/example.html",
    ROOT / "tests/view/lighthouse.html",
    *(
        ROOT / "tests/pages" / name / "page.html"
        for name in (
            "encyclopedia", "gallery", "live_blog", "long_form", "news_2014", "ordered_lists", "recipe", "rich_links",
            "tables",
        )
    ),
]  # fmt: skip


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Nothing is printed."""


def utterances(folder: Path, address: str) -> int:
    """Orca's at the address, in an empty ``folder``."""
    folder.mkdir()
    with orca.desk(folder, address, browser=BROWSER) as desk:
        return len([line for line in desk.say_all() if line != "plus "])  # the key, as Firefox lets Orca name it


def compare(pages: list[Path], folder: Path) -> None:
    plugins = Plugins.installed()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    site = f"http://127.0.0.1:{server.server_port}"
    for number, source in enumerate(pages):
        data = source.read_bytes()
        (folder / f"{number}.html").write_bytes(data)
        view = page(prepare(Page(str(source), "text/html", data), plugins).story)
        (folder / f"view{number}.html").write_text(view, encoding="utf-8")
        ours = utterances(folder / f"v{number}", f"{site}/view{number}.html")
        theirs = utterances(folder / f"r{number}", f"about:reader?url={site}/{number}.html")
        name = source.relative_to(ROOT) if source.is_relative_to(ROOT) else source
        print(f"{name}: view {ours}, Reader View {theirs}", flush=True)
    server.shutdown()


if __name__ == "__main__":
    if why := orca.missing(BROWSER):
        sys.exit(why)
    with tempfile.TemporaryDirectory(prefix="say", ignore_cleanup_errors=True) as name:
        compare([Path(given).resolve() for given in sys.argv[1:]] or PAGES, Path(name))
