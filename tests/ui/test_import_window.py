"""The import window over a real desk: a file chosen, a mapping corrected, a run, a report, a second run."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from supportdesk.domain.operation import ChangeSet
from supportdesk.services import importing
from supportdesk.services.importing import Target
from supportdesk.ui.import_window.dialog import ImportDialog
from supportdesk.ui.theme import install_theme
from tests.services.desk_world import open_world
from tests.ui.stage import Stage, open_stage, rest

_ROWS = (
    "Ticket ID,Subject,Status,Priority,Created time,Company Name,Colour\n"
    "1,Journal stays grey,Open,Urgent,2025-06-02 09:30:00,Park Ltd,red\n"
    "2,Export hangs,Closed,Low,2025-06-03 09:30:00,Park Ltd,blue\n"
    "3,Without a date,Open,Low,tomorrow,Park Ltd,green\n"
)


@pytest.fixture
def stage(tmp_path: Path, qtbot: QtBot) -> Iterator[Stage]:
    install_theme("light")
    with open_world(tmp_path) as world:
        world.sits_down(branch_id=world.branch())
        with open_stage(open_desk=lambda: world.desk, now=lambda: world.now) as found:
            yield found


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "export.csv"
    path.write_text(_ROWS, "utf-8")
    return path


def _choose(stage: Stage, file: Path, qtbot: QtBot) -> ImportDialog:
    dialog = ImportDialog(stage)
    dialog.open()
    dialog.choose(file)
    qtbot.waitUntil(dialog.primary.isEnabled, timeout=5000)
    return dialog


def _run(dialog: ImportDialog, qtbot: QtBot) -> str:
    dialog.run()
    qtbot.waitUntil(lambda: dialog.primary.text() == "Close", timeout=10_000)
    return dialog.summary.text()


def test_an_export_is_previewed_imported_and_reported(stage: Stage, file: Path, qtbot: QtBot) -> None:
    dialog = _choose(stage, file, qtbot)
    assert dialog.parts.product.accessibleName() == "Freshdesk"
    assert "2 case" in dialog.summary.text()
    assert "2" in dialog.primary.text()
    told: list[ChangeSet] = []
    stage.session.notifier.changed.connect(told.append)
    summary = _run(dialog, qtbot)
    assert summary.startswith("2 ")
    assert "1 row" in summary
    assert told
    assert told[0].everything
    assert not dialog.save_report.isHidden()
    again = _choose(stage, file, qtbot)
    assert _run(again, qtbot).startswith("0 ")


def test_a_corrected_mapping_is_kept_and_used_again(stage: Stage, file: Path, qtbot: QtBot) -> None:
    dialog = _choose(stage, file, qtbot)
    pairing = next(each for each in dialog.form.columns if each.combo.accessibleName() == "Colour")
    pairing.combo.setCurrentIndex(pairing.combo.findData(Target.PRODUCT))
    pairing.combo.activated.emit(pairing.combo.currentIndex())
    dialog.keep_name.setText("ours")
    dialog.keep.click()
    qtbot.waitUntil(lambda: bool(stage.said), timeout=5000)
    other = _choose(stage, file, qtbot)
    other.kept.choose("ours")
    other.kept.changed.emit("ours")
    assert dict(other.mapping.columns)["Colour"] is Target.PRODUCT  # type: ignore[union-attr]


def test_nothing_is_imported_as_a_preview_showed_it_that_came_too_late(
    stage: Stage, file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = _choose(stage, file, qtbot)
    gate, read = threading.Event(), importing.preview

    def slowly(*args: Any) -> importing.Preview:
        gate.wait(10)
        return read(*args)

    monkeypatch.setattr(importing, "preview", slowly)
    date = next(each for each in dialog.form.columns if each.combo.accessibleName() == "Created time")
    date.combo.activated.emit(date.combo.currentIndex())
    # The preview of what was wanted until now is being read.
    dialog._ask_preview()  # noqa: SLF001 - as after a pause
    date.combo.setCurrentIndex(date.combo.findData(Target.PRODUCT))
    date.combo.activated.emit(date.combo.currentIndex())
    gate.set()
    rest(stage.session, qtbot)
    assert not dialog.primary.isEnabled()
    qtbot.waitUntil(lambda: "No column gives" in dialog.summary.text())
    assert not dialog.primary.isEnabled()


def test_a_file_that_is_no_export_is_refused_in_place(stage: Stage, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "empty.csv"
    path.write_bytes(b"")
    dialog = ImportDialog(stage)
    dialog.open()
    dialog.choose(path)
    qtbot.waitUntil(lambda: not dialog.trouble.isHidden(), timeout=5000)
    assert not dialog.primary.isEnabled()


def test_a_cancelled_run_says_so_and_the_next_goes_on(stage: Stage, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "many.csv"
    lines = [f"{n},Case {n},Open,Low,2025-06-02 09:30:00,Park Ltd,red" for n in range(3000)]
    path.write_text(_ROWS.splitlines()[0] + "\n" + "\n".join(lines), "utf-8")
    dialog = _choose(stage, path, qtbot)
    dialog.progress.cancelled.emit()
    dialog.stop.clear()
    dialog.steps.stepped.connect(dialog.stop.set)
    summary = _run(dialog, qtbot)
    assert "stopped before the end" in summary
    again = _choose(stage, path, qtbot)
    assert "3,000" not in _run(again, qtbot)
    assert again.report is not None
    assert dialog.report is not None
    assert again.report.new + dialog.report.new == 3000


def test_a_file_of_no_known_desk_can_be_mapped_by_hand(stage: Stage, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "own.csv"
    path.write_text("a,b,c\n7,Journal stays grey,2025-06-02 09:30:00\n", "utf-8")
    dialog = ImportDialog(stage)
    dialog.open()
    dialog.choose(path)
    qtbot.waitUntil(lambda: len(dialog.form.columns) == 3)
    qtbot.waitUntil(lambda: "No column gives" in dialog.summary.text())
    assert all(pairing.isVisibleTo(dialog) for pairing in dialog.form.columns)
    for pairing, target in zip(
        dialog.form.columns, (Target.NUMBER, Target.TITLE, Target.LOGGED_AT), strict=True
    ):
        pairing.combo.setCurrentIndex(pairing.combo.findData(target))
        pairing.combo.activated.emit(pairing.combo.currentIndex())
    qtbot.waitUntil(dialog.primary.isEnabled)
    assert "1 case" in _run(dialog, qtbot)


def test_a_picture_is_refused_in_place(stage: Stage, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "export.csv"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)
    dialog = ImportDialog(stage)
    dialog.open()
    dialog.choose(path)
    qtbot.waitUntil(lambda: dialog.trouble.isVisibleTo(dialog))
    assert "it holds no text" in dialog.trouble.accessibleName()
