"""What is heard, compared with what was written down and accepted."""

from collections.abc import Iterable
from pathlib import Path

accepting = False
"""Whether what is heard now is taken as right: ``pytest --accept`` says so."""


def golden(lines: Iterable[str], file: Path) -> None:
    """Raises `AssertionError` with the difference where ``lines`` are not those of the text ``file``.

    With ``pytest --accept`` they are written there instead; then read the file, and keep it with the test.
    """
    now = "".join(" ".join(line.split()) + "\n" for line in lines)
    if accepting:
        file.write_text(now, "utf-8")
        return
    if not file.exists():
        raise AssertionError(f"{file}: is not there yet; pytest --accept writes it")
    before = file.read_text("utf-8")
    if now == before:
        return
    from difflib import unified_diff

    changes = unified_diff(before.splitlines(), now.splitlines(), f"{file.name}, accepted", "heard now", lineterm="")
    raise AssertionError("\n".join(("what is heard has changed; pytest --accept takes it as right", *changes)))
