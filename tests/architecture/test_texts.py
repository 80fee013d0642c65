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


def _miscounted(call: ast.Call) -> bool:
    """Whether a text has a place for a number and no number is given, or the other way round."""
    return ("%n" in ast.unparse(call.args[1])) != (len(call.args) == 4)


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
            # A marked text cannot say that it counts something.
            texts = [ast.unparse(argument) for argument in call.args if _literal(argument)]
            if len(texts) < len(call.args) or call.keywords or any("%n" in text for text in texts):
                yield place(module, call)
        elif _is_translate(call):
            text_found = len(call.args) >= 2 and (
                _literal(call.args[1])
                or (marked and not isinstance(call.args[1], ast.JoinedStr | ast.BinOp | ast.Call))
            )
            if not text_found or not _literal(call.args[0]) or call.keywords or _miscounted(call):
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


def texts_in_file(file: Path, *, plural: bool = False) -> set[tuple[str, str]]:
    """Return (context, text) of every message of a .ts file, or of those that count something."""
    return {
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in ET.parse(file).iter("context")
        for message in context.iter("message")
        if not plural or message.get("numerus") == "yes"
    }


def test_every_text_is_written_so_that_it_is_found() -> None:
    assert [
        found for module in rooms("ui", "app", "documents", "workers") for found in unseen_texts(module)
    ] == []


def test_lupdate_finds_what_the_code_says(tmp_path: Path) -> None:
    fresh = tmp_path / "supportdesk_fr.ts"
    translations.refresh(fresh, translations.sources(ROOT))
    said = set().union(*(texts_in_code(module) for module in rooms("ui", "app", "documents")))
    assert texts_in_file(fresh) == said
    counting = {(context, text) for context, text in said if "%n" in text}
    assert texts_in_file(fresh, plural=True) == counting


def test_english_says_every_number_right() -> None:
    # The other languages may lag; where English does, people read "1 hour(s)".
    english = ET.parse(translations.FOLDER / f"supportdesk_{translations.ENGLISH}.ts")
    assert [
        message.findtext("source")
        for message in english.iter("message")
        if len([form for form in message.iter("numerusform") if form.text]) != 2
        or message.find("translation[@type]") is not None
    ] == []


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
        "QT_TRANSLATE_NOOP('List', '%n case(s)')",
        "QCoreApplication.translate('List', '%n case(s)')",
        "QCoreApplication.translate('List', 'Cases', None, n)",
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


@pytest.mark.parametrize("count", ["3", "n", "len(cases)", "self.count", "é[\n  0] or 1"])
def test_a_plural_is_found_whatever_counts_it(count: str, tmp_path: Path) -> None:
    module = tmp_path / "probe.py"
    source = f"é = [2]; QCoreApplication.translate('Probe', '%n case(s)', None, {count})\nafter()\n"
    module.write_text(source, encoding="utf-8")
    file = tmp_path / "supportdesk_en.ts"
    translations.refresh(file, [module])
    assert texts_in_file(file, plural=True) == {("Probe", "%n case(s)")}
    assert [form.text for form in ET.parse(file).iter("numerusform")] == ["%n case", "%n cases"]


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
