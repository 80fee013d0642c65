"""Texts to translate: written so that lupdate finds every one of them; their translations are no matter here."""

import ast
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import translations
from tests.architecture.tree import ROOT, Module, calls, last_name, parsed, place, rooms

_MARKS = {"QT_TRANSLATE_NOOP", "QT_TRANSLATE_NOOP3"}


def _is_translate(call: ast.Call) -> bool:
    return (
        isinstance(call.func, ast.Attribute)
        and call.func.attr == "translate"
        and last_name(call.func.value) in {"QCoreApplication", "QApplication", "QGuiApplication"}
    )


def _literal(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def unseen_texts(module: Module) -> Iterator[str]:
    """Uses of translation that lupdate drops without a word.

    The context is a literal. The text is one too, or was marked in the same module. Nothing is passed by keyword: a
    plural with `n=` is dropped. The function has no other name and no method `tr`, whose context is the class.
    """
    marked = any(last_name(call.func) in _MARKS for call in calls(module))
    called = {id(call.func) for call in calls(module)}
    for call in calls(module):
        name = last_name(call.func)
        if name == "tr":
            yield place(module, call)
        elif name in _MARKS:
            if not all(_literal(argument) for argument in call.args) or call.keywords:
                yield place(module, call)
        elif _is_translate(call):
            text_found = len(call.args) >= 2 and (
                _literal(call.args[1])
                or (marked and not isinstance(call.args[1], ast.JoinedStr | ast.BinOp | ast.Call))
            )
            if not text_found or not _literal(call.args[0]) or call.keywords:
                yield place(module, call)
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Attribute) and node.attr == "translate" and id(node) not in called:
            yield place(module, node)
        if isinstance(node, ast.FunctionDef) and node.name in {"tr", "translate", "_tr"}:
            yield place(module, node)


def texts_in_code(module: Module) -> set[tuple[str, str]]:
    """Return (context, text) of every literal text of a module."""
    return {
        (str(context.value), str(text.value))
        for call in calls(module)
        if _is_translate(call) or last_name(call.func) in _MARKS
        if len(call.args) >= 2
        for context, text in [call.args[:2]]
        if isinstance(context, ast.Constant) and isinstance(text, ast.Constant)
    }


def texts_in_file(file: Path) -> set[tuple[str, str]]:
    """Return (context, text) of every message of a .ts file."""
    return {
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in ET.parse(file).iter("context")
        for message in context.iter("message")
    }


def test_every_text_is_written_so_that_it_is_found() -> None:
    assert [found for module in rooms("ui", "app", "workers") for found in unseen_texts(module)] == []


def test_lupdate_finds_what_the_code_says(tmp_path: Path) -> None:
    fresh = tmp_path / "supportdesk_fr.ts"
    translations.refresh(fresh, translations.sources(ROOT))
    said = set().union(*(texts_in_code(module) for module in rooms("ui", "app")))
    assert texts_in_file(fresh) == said


def test_only_screens_and_commands_speak_to_people() -> None:
    others = rooms("workers", "services", "store", "rules", "domain", "config")
    assert [module.name for module in others if texts_in_code(module)] == []


@pytest.mark.parametrize(
    "source",
    [
        'QCoreApplication.translate("List", f"{n} cases")',
        'QCoreApplication.translate("List", "%n case(s)", n=3)',
        "QCoreApplication.translate(CONTEXT, 'Cases')",
        "QCoreApplication.translate('List', title)",
        "QT_TRANSLATE_NOOP('List', 'x')\nQCoreApplication.translate('List', f'{x}')",
        "QCoreApplication.translate('List')",
        "self.tr('Cases')",
        "say = QCoreApplication.translate",
        "def tr(text): ...",
        "QT_TRANSLATE_NOOP(CONTEXT, 'Cases')",
    ],
)
def test_a_text_that_would_be_lost_is_reported(source: str) -> None:
    assert len(list(unseen_texts(parsed("supportdesk/ui/probe.py", source)))) == 1


@pytest.mark.parametrize(
    "source",
    [
        "QCoreApplication.translate('List', 'Cases')",
        "QCoreApplication.translate('List', '%n case(s)', None, n)",
        "QCoreApplication.translate('List', 'a long ' 'text').format(x=1)",
        "A = QT_TRANSLATE_NOOP('List', 'x')\nQCoreApplication.translate('List', A)",
        "text.translate(table)",
    ],
)
def test_a_text_that_is_found_is_left_alone(source: str) -> None:
    assert list(unseen_texts(parsed("supportdesk/ui/probe.py", source))) == []


def test_lagging_translations_are_reported(tmp_path: Path) -> None:
    module = tmp_path / "supportdesk" / "ui" / "probe.py"
    module.parent.mkdir(parents=True)
    (tmp_path / "translations").mkdir()
    module.write_text("QCoreApplication.translate('Probe', 'One')\n", encoding="utf-8")
    for locale in translations.LOCALES:
        file = tmp_path / "translations" / f"supportdesk_{locale}.ts"
        translations.refresh(file, translations.sources(tmp_path))
    assert translations.differences(tmp_path) == []
    module.write_text("\n\nQCoreApplication.translate('Probe', 'Two')\n", encoding="utf-8")
    lagging = translations.differences(tmp_path)
    assert any("<source>Two</source>" in line and line.startswith("+") for line in lagging)
    assert any("<source>One</source>" in line and line.startswith("-") for line in lagging)
