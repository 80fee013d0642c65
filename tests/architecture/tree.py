"""The source tree as the guard tests read it: files and parsed modules; the rules are in the tests."""

import ast
import functools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = "supportdesk"
_LEFT_BEHIND = {"__pycache__", "build", "dist"}


@dataclass(frozen=True, slots=True)
class Module:
    """One parsed module; `name` is its path from the project's folder with forward slashes."""

    name: str
    tree: ast.Module
    length: int

    @property
    def room(self) -> str:
        """The room it lies in; empty for a module of the package itself and outside the package."""
        parts = self.name.split("/")
        return parts[1] if parts[0] == PACKAGE and len(parts) > 2 else ""


def parsed(name: str, source: str) -> Module:
    """Parse a module from its text."""
    return Module(name, ast.parse(source, name), len(source.splitlines()))


@functools.cache
def files() -> tuple[Path, ...]:
    """Return every file of the project but what tools and builds leave behind; version control is not asked."""
    return tuple(sorted(_files_below(ROOT)))


def _files_below(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.is_dir():
            hidden = path.name.startswith(".") and path.name != ".ci"
            environment = (path / "pyvenv.cfg").exists()
            if (
                not hidden
                and not environment
                and path.name not in _LEFT_BEHIND
                and path.suffix != ".egg-info"
            ):
                yield from _files_below(path)
        elif path.suffix not in {".pyc", ".qm"}:
            yield path


@functools.cache
def modules() -> tuple[Module, ...]:
    """Return every module of the product and of the tests."""
    return tuple(
        parsed(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))
        for path in files()
        if path.suffix == ".py"
    )


def rooms(*names: str) -> list[Module]:
    """Return the modules of these rooms."""
    return [module for module in modules() if module.room in names]


def calls(module: Module) -> Iterator[ast.Call]:
    """Every call in a module."""
    return (node for node in ast.walk(module.tree) if isinstance(node, ast.Call))


def place(module: Module, node: ast.expr | ast.stmt) -> str:
    """Where a finding is, in the form an editor can open."""
    return f"{module.name}:{node.lineno}"


def last_name(node: ast.expr) -> str:
    """Return the last part of a dotted name: `now` for `datetime.now`; empty for anything else."""
    if isinstance(node, ast.Name):
        return node.id
    return node.attr if isinstance(node, ast.Attribute) else ""
