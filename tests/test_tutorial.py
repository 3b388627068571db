"""The tutorial is true: its files are those of the example, and its session runs where only packages are installed."""

import os
import re
import shlex
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "docs" / "harbour"
TEXT = (ROOT / "docs" / "tutorial.md").read_text("utf-8")
FILES = dict(re.findall(r"^```(?:python|toml)\n# (\S+)\n(.*?)^```$", TEXT, re.M | re.S))


def test_every_file_of_the_example_is_in_the_tutorial() -> None:
    there = {path.relative_to(EXAMPLE).as_posix(): path.read_text("utf-8") for path in EXAMPLE.rglob("*.py")}
    there["pyproject.toml"] = (EXAMPLE / "pyproject.toml").read_text("utf-8")
    assert there == FILES
    (tides,) = re.findall(r"^```text\n(.*?)^```$", TEXT, re.M | re.S)
    assert (EXAMPLE / "tides" / "quay.txt").read_text("utf-8") == tides


def test_what_was_accepted_is_what_is_heard(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE, tmp_path / "harbour")
    tested = run("python -m pytest -q -p no:cacheprovider", tmp_path / "harbour", Path(sys.executable).parent)
    assert tested.returncode == 0, tested.stdout


@pytest.mark.slow
def test_the_session_runs_where_only_packages_are_installed(tmp_path: Path) -> None:
    bin_folder = fresh_environment(tmp_path)
    folder = tmp_path / "harbour"
    shutil.copytree(EXAMPLE, folder)
    said: list[tuple[str, str]] = []
    for command, expected in re.findall(r"^\$ (.*)\n((?:(?!\$ |```).*\n)*)", TEXT, re.M):
        offline = command.replace("pip install .", pip_install(".")).replace("pytest", "python -P -m pytest")
        done = run(offline, folder, bin_folder)
        printed = (done.stdout + done.stderr).strip()
        pattern = re.escape(expected.strip()).replace("…", r"[\s\S]*")
        said.append((command, printed if not re.fullmatch(pattern, printed) else "as written"))
    assert said == [(command, "as written") for command, _ in said]
    assert len(said) == 9
    written = (folder / "tests" / "quay.heard.txt").read_text("utf-8")
    assert written == (EXAMPLE / "tests" / "quay.heard.txt").read_text("utf-8")
    assert (folder / "quay.wav").stat().st_size > 100_000


def fresh_environment(folder: Path) -> Path:
    """Where its commands are: sayall as a wheel, and what it needs from the packages that are here."""
    environment = folder / "environment"
    done = run(f"{sys.executable} -m venv {environment}", folder, folder)
    assert done.returncode == 0, done.stderr
    bin_folder = environment / ("Scripts" if os.name == "nt" else "bin")
    (packages,) = environment.rglob("site-packages")
    (packages / "needed.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    done = run(pip_install(str(ROOT)), folder, bin_folder)
    assert done.returncode == 0, done.stderr
    where = run("python -c 'import reader; print(reader.__file__)'", folder, bin_folder).stdout.strip()
    assert Path(where) == packages / "reader" / "__init__.py"
    return bin_folder


def pip_install(what: str) -> str:
    """As an author would say it, but without a network."""
    return f"python -m pip install -q --no-deps --no-index --no-build-isolation {what}"


def run(command: str, folder: Path, bin_folder: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PATH": f"{bin_folder}{os.pathsep}{os.environ['PATH']}"}
    return subprocess.run(
        shlex.split(command), cwd=folder, env=environment, capture_output=True, text=True, timeout=180
    )
