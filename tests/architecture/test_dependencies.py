"""The lock files match the dependencies, and every dependency is used; what the locks install is no matter here."""

import ast
import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.architecture.tree import PACKAGE, ROOT, files, modules

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
RUNTIME = [Requirement(line) for line in PROJECT["project"]["dependencies"]]
CAMERA = [Requirement(line) for line in PROJECT["project"]["optional-dependencies"]["camera"]]
DEVELOPMENT = [Requirement(line) for line in PROJECT["dependency-groups"]["dev"]]
# Where the name of what is imported is not the name of what is installed.
IMPORTED_AS = {
    "pyside6-essentials": "PySide6",
    "argon2-cffi": "argon2",
    "backports-zstd": "backports",
    "fonttools": "fontTools",
    "pyjwt": "jwt",
    "pynacl": "nacl",
    "tuspy": "tusclient",
}
# Used without an import: SQLAlchemy loads the driver by its URL, zoneinfo the data by their name.
NOT_IMPORTED = {"psycopg", "tzdata"}
_PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)[^\n]*\\\n(?:\s+--hash=\S+.*\n)+", re.MULTILINE)


def locked(name: str) -> dict[str, set[str]]:
    """Return the versions that a lock file pins with hashes, by canonical name."""
    versions: dict[str, set[str]] = {}
    for package, version in _PINNED.findall((ROOT / name).read_text(encoding="utf-8")):
        versions.setdefault(canonicalize_name(package), set()).add(version)
    return versions


def unpinned(wanted: list[Requirement], pinned: dict[str, set[str]]) -> list[str]:
    """Return the requirements that no pinned version satisfies."""
    return [
        str(requirement)
        for requirement in wanted
        if not any(
            requirement.specifier.contains(version, prereleases=True)
            for version in pinned.get(canonicalize_name(requirement.name), ())
        )
    ]


@pytest.mark.parametrize(
    ("lock", "wanted"),
    [("requirements.txt", RUNTIME + CAMERA), ("requirements-dev.txt", RUNTIME + CAMERA + DEVELOPMENT)],
)
def test_every_dependency_is_pinned_with_hashes(lock: str, wanted: list[Requirement]) -> None:
    assert unpinned(wanted, locked(lock)) == []


def test_a_missing_or_outgrown_pin_is_found() -> None:
    pinned = {"holidays": {"0.109"}}
    assert unpinned([Requirement("holidays>=0.109")], pinned) == []
    assert unpinned([Requirement("holidays>=0.110"), Requirement("Keyring")], pinned) == [
        "holidays>=0.110",
        "Keyring",
    ]


def test_tests_run_on_what_is_shipped() -> None:
    development = locked("requirements-dev.txt")
    shipped = locked("requirements.txt")
    assert {name for name, versions in shipped.items() if development.get(name) != versions} == set()


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt"])
def test_every_line_of_a_lock_belongs_to_a_pin(lock: str) -> None:
    rest = _PINNED.sub("", (ROOT / lock).read_text(encoding="utf-8"))
    assert [line for line in rest.splitlines() if line and not line.lstrip().startswith("#")] == []


def test_no_lock_of_another_form() -> None:
    # Those name the hosts that packages came from.
    assert [path.name for path in files() if path.name in {"uv.lock", "pylock.toml", "poetry.lock"}] == []


def test_every_dependency_is_used() -> None:
    imported = {
        name.partition(".")[0]
        for module in modules()
        if module.name.startswith(f"{PACKAGE}/")
        for node in ast.walk(module.tree)
        for name in _imported(node)
    }
    names = {canonicalize_name(requirement.name) for requirement in RUNTIME} - NOT_IMPORTED
    assert {name for name in names if IMPORTED_AS.get(name, name.replace("-", "_")) not in imported} == set()


def test_what_an_installation_may_lack_is_imported_by_the_camera_only() -> None:
    homes = {
        module.name
        for module in modules()
        if module.name.startswith(f"{PACKAGE}/")
        for node in ast.walk(module.tree)
        if any(name.startswith("PySide6.QtMultimedia") for name in _imported(node))
    }
    folder = f"{PACKAGE}/ui/visits/camera/"
    assert homes == {f"{folder}feed.py", f"{folder}finder.py"}
    lazy = f"{PACKAGE}.ui.visits.camera"
    careless = {
        module.name
        for module in modules()
        if module.name.startswith(f"{PACKAGE}/") and not module.name.startswith(folder)
        for node in ast.walk(module.tree)
        for name in _imported(node)
        if name.startswith(lazy) and name not in {lazy, f"{lazy}.opening"}
    }
    assert careless == set()


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module] if isinstance(node, ast.ImportFrom) and node.module else []
