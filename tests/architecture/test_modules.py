"""The shape of modules: a sentence at the top, a length that can be read; what they import is held elsewhere."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.architecture.tree import PACKAGE, Module, modules, parsed

LONGEST_FILE = 350
LONGEST_FUNCTION = 70


def no_sentence(module: Module) -> str | None:
    """What is wrong with the sentence that opens a module; None when it is one sentence on one line."""
    text = ast.get_docstring(module.tree)
    if not text:
        return f"{module.name} does not say what lives there"
    first = text.splitlines()[0]
    if not first.endswith(".") or re.search(r"[.?!] [A-Z]", first):
        return f"{module.name} does not open with one sentence on one line"
    return None


def too_long(module: Module) -> Iterator[str]:
    """The file and the functions of a module that exceed their length."""
    if module.length > LONGEST_FILE:
        yield f"{module.name} has {module.length} lines"
    for node in ast.walk(module.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno is not None:
            length = node.end_lineno - node.lineno + 1
            if length > LONGEST_FUNCTION:
                yield f"{module.name}:{node.lineno} {node.name} has {length} lines"


def test_every_module_opens_with_one_sentence() -> None:
    assert [wrong for module in modules() if (wrong := no_sentence(module))] == []


def test_every_room_says_what_lives_there() -> None:
    packages = {module.name for module in modules() if module.name.endswith("/__init__.py")}
    homeless = {
        folder
        for module in modules()
        if module.name.startswith(f"{PACKAGE}/")
        if (folder := module.name.rpartition("/")[0]) and f"{folder}/__init__.py" not in packages
    }
    # Alembic reads migrations as files, not as a package.
    assert {folder for folder in homeless if "migrations" not in folder} == set()


def test_files_and_functions_stay_readable() -> None:
    # A migration is a list of the columns of its day; nobody reads it as a function.
    read = (module for module in modules() if "/migrations/versions/" not in module.name)
    assert [wrong for module in read for wrong in too_long(module)] == []


@pytest.mark.parametrize(
    "source",
    [
        "x = 1",
        '"""No stop"""',
        '"""Two. Sentences."""',
        '"""A sentence\nthat runs on."""',
        '"""Is it? No."""',
    ],
)
def test_a_missing_sentence_is_found(source: str) -> None:
    assert no_sentence(parsed("probe.py", source)) is not None


def test_length_is_measured() -> None:
    body = "    pass\n" * LONGEST_FUNCTION
    assert len(list(too_long(parsed("probe.py", f"def long():\n{body}")))) == 1
    assert len(list(too_long(parsed("probe.py", "x = 1\n" * (LONGEST_FILE + 1))))) == 1
    assert list(too_long(parsed("probe.py", "x = 1\n" * LONGEST_FILE))) == []
