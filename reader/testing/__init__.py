"""What plugin authors test with: what would be heard, a listener who presses keys, and checks of a contract.

None of this needs a sound device, the network or a test runner. Only the plugins that a test names take part, and what
one of them raises is raised in the test, with its own traceback, rather than made into a line for the listener.

It is a plugin of pytest, too: with ``-p reader.testing`` tests do not reach the network, save those that are marked
``network``, and ``--accept`` writes down what `golden` compares with.
"""

from typing import Any

from ..loopback import Answer, answer, leads_to, serving
from . import accepted, network
from .accepted import golden
from .contracts import SourceContract, check_engine, check_source
from .finding import asked, labelled, listing_at, opened, story_at
from .hearing import Listener, heard, left_out, listening, rehearsed, said, treated
from .programs import Called, program
from .readied import OptionLike, PageLike, PluginLike
from .services import check_service
from .sound import loudness, spoken
from .ticking import Ticking

__all__ = [
    "Answer",
    "Called",
    "Listener",
    "OptionLike",
    "PageLike",
    "PluginLike",
    "SourceContract",
    "Ticking",
    "answer",
    "asked",
    "check_engine",
    "check_service",
    "check_source",
    "golden",
    "heard",
    "labelled",
    "leads_to",
    "left_out",
    "listening",
    "listing_at",
    "loudness",
    "opened",
    "program",
    "rehearsed",
    "said",
    "serving",
    "spoken",
    "story_at",
    "treated",
]


def pytest_addoption(parser: Any) -> None:
    """Adds ``--accept``."""
    parser.getgroup("sayall").addoption(
        "--accept", action="store_true", help="take what is heard now as right, and write it down"
    )


def pytest_configure(config: Any) -> None:
    """Blocks the network."""
    config.addinivalue_line("markers", "network: may reach other machines")
    accepted.accepting = config.getoption("--accept")
    network.block()


def pytest_unconfigure(config: Any) -> None:
    """Unblocks it."""
    network.unblock()


def pytest_runtest_setup(item: Any) -> None:
    """Unblocks it for a test that is marked so."""
    if item.get_closest_marker("network"):
        network.unblock()


def pytest_runtest_teardown(item: Any) -> None:
    """Blocks it for the next."""
    network.block()
