"""What is handed out is whole: source archive, wheel and editable installation each carry the grammar and the templates, and work.

The source archive is made from the checkout, and the wheel from the unpacked archive, so that nothing outside it can help. No network is used.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SENTENCE = "if breach then deploy forces"


def run(*arguments: object, cwd: Path, path: Path | None = None, text: str = "") -> subprocess.CompletedProcess[str]:
    """Python with these arguments in the folder `cwd`, seeing `path` first; `text` is its standard input."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV_"))} | {"PYTHONUTF8": "1"}
    if path:
        environment["PYTHONPATH"] = str(path)
    words = [sys.executable, *map(str, arguments)]
    return subprocess.run(words, cwd=cwd, env=environment, input=text, capture_output=True, text=True, encoding="utf-8", check=False)


def done(*arguments: object, cwd: Path, path: Path | None = None, text: str = "") -> str:
    finished = run(*arguments, cwd=cwd, path=path, text=text)
    assert finished.returncode == 0, finished.stderr + finished.stdout
    return finished.stdout


def files_under(folder: str) -> set[str]:
    """Every file of a resource folder of the checkout that is under version control, from the top level."""
    kept = {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file()}
    return {name for name in kept if not Path(name).name.startswith(".")}


@pytest.fixture(scope="module")
def archive(tmp_path_factory) -> Path:
    """The source archive, unpacked."""
    place = tmp_path_factory.mktemp("sdist")
    done("-m", "hatchling", "build", "-t", "sdist", "-d", place, cwd=ROOT)
    (packed,) = place.glob("clausekit-*.tar.gz")
    with tarfile.open(packed) as tar:
        tar.extraction_filter = getattr(tarfile, "data_filter", None)  # Python 3.11 has it from its fourth patch release on
        tar.extractall(place)
    (unpacked,) = (path for path in place.iterdir() if path.is_dir())
    return unpacked


@pytest.fixture(scope="module")
def wheel(archive) -> Path:
    place = archive.parent / "wheel"
    done("-m", "hatchling", "build", "-t", "wheel", "-d", place, cwd=archive)
    (built,) = place.glob("clausekit-*-py3-none-any.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel) -> Path:
    """A folder that holds the installed wheel and nothing else."""
    place = wheel.parent.parent / "installed"
    done("-m", "pip", "install", "--no-deps", "--no-index", "--quiet", "--target", place, wheel, cwd=wheel.parent)
    return place


def test_the_source_archive_is_whole(archive):
    kept = {path.relative_to(archive).as_posix() for path in archive.rglob("*") if path.is_file()}
    made = {"grammars/clause.tables.txt"}
    assert files_under("grammars") - made <= kept
    assert files_under("templates") <= kept
    assert {"LICENSE", "README.md", "Makefile", "constraints.txt", "hatch_build.py", "tests/packaging/test_packages.py"} <= kept
    assert {name for name in kept if "__pycache__" in name or name.startswith((".venv", "build/"))} == set()


def test_the_wheel_carries_its_resources(wheel):
    kept = set(zipfile.ZipFile(wheel).namelist())
    wanted = {f"clausekit/{name}" for name in files_under("grammars") | files_under("templates")}
    assert {"clausekit/grammars/clause.lark", "clausekit/grammars/mistakes.toml", "clausekit/grammars/clause.tables.txt"} <= kept
    assert any(name.startswith("clausekit/templates/en/") for name in kept)
    assert wanted <= kept
    assert "clausekit/py.typed" in kept


def test_the_wheel_carries_nothing_else(wheel):
    tops = {name.partition("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert tops == {"clausekit", next(top for top in tops if top.endswith(".dist-info"))}


def test_the_licence_is_in_the_wheel(wheel):
    with zipfile.ZipFile(wheel) as packed:
        (licence,) = (name for name in packed.namelist() if name.endswith("/licenses/LICENSE"))
        assert packed.read(licence) == (ROOT / "LICENSE").read_bytes()


def test_the_tables_in_the_wheel_are_not_stale(installed):
    """They were made from the grammar beside them by the code beside them, so no user's first start has to run Lark."""
    program = (
        "import json, clausekit, sys\n"
        "from clausekit import resources\n"
        "from clausekit.syntax import tables\n"
        "folder = resources.folder('grammars')\n"
        "made_from = tables.fingerprint(folder)\n"
        "stored = (folder / tables.FILE_NAME).read_text(encoding='utf-8')\n"
        "print(json.dumps([str(folder), stored.startswith(made_from), tables.load().fingerprint == made_from, 'lark' in sys.modules]))"
    )
    folder, fresh, used, lark_ran = json.loads(done("-c", program, cwd=installed.parent, path=installed))
    assert Path(folder) == installed / "clausekit" / "grammars"
    assert fresh
    assert used
    assert not lark_ran


def test_the_installed_program_runs(installed):
    assert done("-m", "clausekit", "--version", cwd=installed.parent, path=installed).split()[-1] == version()
    asked = run("-m", "clausekit", "check", "-", cwd=installed.parent, path=installed, text=SENTENCE)
    assert asked.returncode in {0, 1}
    assert "Traceback" not in asked.stderr
    drafted = done("-m", "clausekit", "draft", "-", cwd=installed.parent, path=installed, text=SENTENCE)
    assert "In the event of a breach, forces shall be deployed." in drafted


def test_the_installed_program_finds_the_standard_library(installed):
    assert {"clausekit/templates/library/std/consultation.clause", "clausekit/templates/library/std/entry-into-force/on-signature.clause"} <= {
        path.relative_to(installed).as_posix() for path in installed.rglob("*.clause")
    }
    treaty = 'party Arendia.\nparty Belmora.\nuse "std/consultation" with Members = Parties, Response Time = 3 days and Interval = 1 year.\n'
    drafted = done("-m", "clausekit", "draft", "-", cwd=installed.parent, path=installed, text=treaty)
    assert "the Parties shall consult within 3 days" in " ".join(drafted.split())


def test_the_editable_installation_finds_the_standard_library(tmp_path):
    treaty = 'party Arendia.\nparty Belmora.\nuse "std/entry-into-force/on-signature".\n'
    assert "shall enter into force on signature" in " ".join(done("-m", "clausekit", "draft", "-", cwd=tmp_path, text=treaty).split())


def test_the_editable_installation_reads_the_checkout(tmp_path):
    program = (
        "import clausekit\nfrom clausekit import resources\nprint(clausekit.__file__, resources.folder('grammars'), resources.folder('templates'), sep='\\n')"
    )
    package, grammars, templates = map(Path, done("-c", program, cwd=tmp_path).splitlines())
    assert package == ROOT / "src" / "clausekit" / "__init__.py"
    assert (grammars, templates) == (ROOT / "grammars", ROOT / "templates")


def version() -> str:
    namespace: dict[str, str] = {}
    line = next(line for line in (ROOT / "src/clausekit/__init__.py").read_text(encoding="utf-8").splitlines() if line.startswith("__version__"))
    exec(line, namespace)
    return namespace["__version__"]
