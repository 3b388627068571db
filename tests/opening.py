"""Where documents for tests of sources are."""

from pathlib import Path

DOCUMENTS = Path(__file__).parent / "documents"
