"""How screens are written: signals, labels and colours; texts to translate are next door."""

import ast
import re
from collections.abc import Callable, Iterator

import pytest

from tests.architecture.tree import Module, calls, last_name, parsed, place, rooms

SourceCheck = Callable[[Module], Iterator[str]]
_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})\b")


def unowned_slots(module: Module) -> Iterator[str]:
    """Connections to what is no method of an object: Qt runs it in the thread that emits, not in the window's."""
    functions = {
        node.name
        for scope in ast.walk(module.tree)
        if isinstance(scope, ast.Module | ast.FunctionDef)
        for node in scope.body
        if isinstance(node, ast.FunctionDef)
    }
    for call in calls(module):
        if not (isinstance(call.func, ast.Attribute) and call.func.attr == "connect" and call.args):
            continue
        slot = call.args[0]
        made_here = isinstance(slot, ast.Lambda | ast.Call) or (
            isinstance(slot, ast.Name) and slot.id in functions
        )
        if made_here:
            yield place(module, call)


def bare_labels(module: Module) -> Iterator[str]:
    """Labels made outside ui/widgets: a QLabel guesses whether its text is HTML, and a client's text may be."""
    if module.name.startswith("supportdesk/ui/widgets"):
        return
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and last_name(node.func) == "QLabel":
            yield place(module, node)
        if isinstance(node, ast.ClassDef) and any(last_name(base) == "QLabel" for base in node.bases):
            yield place(module, node)


def colours(module: Module) -> Iterator[str]:
    """Colours named outside the theme: they would be wrong in the dark and with high contrast."""
    if module.name.startswith("supportdesk/ui/theme"):
        return
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _COLOUR.search(node.value):
            yield place(module, node)
        if isinstance(node, ast.Call) and last_name(node.func) in {"QColor", "fromRgb", "fromRgbF"}:
            numbers = [part for part in node.args if isinstance(part, ast.Constant)]
            if len(numbers) >= 3:
                yield place(module, node)
        if isinstance(node, ast.Attribute) and last_name(node.value) == "GlobalColor":
            yield place(module, node)


@pytest.mark.parametrize("check", [unowned_slots, bare_labels, colours])
def test_screens_keep_the_rules(check: SourceCheck) -> None:
    assert [found for module in rooms("ui", "workers", "app") for found in check(module)] == []


@pytest.mark.parametrize(
    ("check", "source"),
    [
        (unowned_slots, "button.clicked.connect(lambda: go())"),
        (unowned_slots, "button.clicked.connect(partial(go, 1))"),
        (unowned_slots, "button.clicked.connect(functools.partial(go, 1), type)"),
        (unowned_slots, "def go(): ...\nbutton.clicked.connect(go)"),
        (unowned_slots, "def show():\n    def go(): ...\n    button.clicked.connect(go)"),
        (bare_labels, "label = QLabel(text)"),
        (bare_labels, "label = QtWidgets.QLabel()"),
        (bare_labels, "class Title(QLabel): ..."),
        (colours, "pen = '#1a2B3c'"),
        (colours, "sheet = 'color: #fff; margin: 0'"),
        (colours, "pen = QColor(1, 2, 3)"),
        (colours, "pen = Qt.GlobalColor.red"),
    ],
)
def test_the_rules_find_what_breaks_them(check: SourceCheck, source: str) -> None:
    assert len(list(check(parsed("supportdesk/ui/probe.py", source)))) == 1


@pytest.mark.parametrize(
    ("check", "name", "source"),
    [
        (
            unowned_slots,
            "ui/probe",
            "def go(): ...\nbutton.clicked.connect(self.go)\nb.clicked.connect(slot)",
        ),
        (bare_labels, "ui/widgets/labels", "label = QLabel(text)"),
        (colours, "ui/theme", "pen = '#1a2b3c'"),
        (colours, "ui/probe", "title = 'case #12345 of 2'\npen = QColor(token)"),
    ],
)
def test_the_rules_leave_the_rest_alone(check: SourceCheck, name: str, source: str) -> None:
    assert list(check(parsed(f"supportdesk/{name}.py", source))) == []
