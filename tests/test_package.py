"""What is installed: the wheel, the source distribution, and nothing stray beside them."""

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "hatchling", "build", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    return folder


def test_the_wheel_holds_the_package_its_plugins_and_nothing_stray(built: Path) -> None:
    names = zipfile.ZipFile(next(built.glob("*.whl"))).namelist()
    tops = {name.split("/")[0] for name in names}
    plugins = {path.name for path in (ROOT / "plugins").glob("*.py")}
    assert tops == {"reader", "sayall-0.1.0.dist-info"} | plugins
    voices = {f"reader/_voices/{path.name}" for path in (ROOT / "voices").glob("*.toml")}
    assert voices
    assert voices <= set(names)
    assert "reader/py.typed" in names


def test_every_plugin_that_is_registered_is_in_the_wheel(built: Path) -> None:
    wheel = zipfile.ZipFile(next(built.glob("*.whl")))
    lines = wheel.read("sayall-0.1.0.dist-info/entry_points.txt").decode().partition("[sayall]")[2].split()
    modules = {line for line in lines if line.startswith("reader_")}
    assert modules
    assert {f"{module}.py" for module in modules} <= set(wheel.namelist())


def test_the_source_distribution_can_be_tested(built: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as sdist:
        inside = {name.split("/", 1)[1] for name in sdist.getnames() if "/" in name}
    assert {"pyproject.toml", "README.md", "LICENSE", "tests/test_package.py", "docs/example.html"} <= inside


def test_the_wheel_works_where_it_is_installed(built: Path, tmp_path: Path) -> None:
    wheel = str(next(built.glob("*.whl")))
    install = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--target", str(tmp_path), wheel]
    subprocess.run(install, check=True, capture_output=True)
    script = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r}); import reader, reader.voices, reader_captions;"
        "print(reader.__file__); print(*sorted(reader.voices.available()))"
    )
    said = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, check=True, capture_output=True, text=True
    ).stdout
    assert said.splitlines() == [
        str(tmp_path / "reader" / "__init__.py"),
        " ".join(sorted(path.stem for path in (ROOT / "voices").glob("*.toml"))),
    ]
