"""Attachments in the window: what runs is not opened and may be saved on purpose; bytes are the shelf's matter."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu

from supportdesk.services.cases import replies
from supportdesk.services.cases.file_shelf import FileShelf
from supportdesk.services.queries import details
from supportdesk.services.views import FileView
from tests.ui.case_detail.case_stage import Pane, Until


def attached(pane: Pane, tmp_path: Path, settle: Until, name: str, content: bytes) -> FileView:
    source = tmp_path / name
    source.write_bytes(content)
    kept = FileShelf(tmp_path / "files").keep(pane.world.desk, source)
    pane.stage.session.do(replies.note, pane.case, "See the file.", files=[kept])
    settle(lambda: any(row.files for row in pane.view.timeline.rows))
    return details.timeline(pane.world.desk, pane.case).items[-1].files[0]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("setup.exe", b"MZ" + bytes(80), "setup.exe is a program and was not opened."),
        ("photo.jpg", b"MZ" + bytes(80), "photo.jpg is a program and was not opened."),
        ("page.html", b"<html><script>x</script>", "page.html is a web page or picture with a script"),
    ],
)
def test_what_runs_is_not_opened_by_a_click(
    pane: Pane, tmp_path: Path, settle: Until, name: str, content: bytes, words: str
) -> None:
    pane.view.files.open(attached(pane, tmp_path, settle, name, content))
    settle(lambda: bool(pane.stage.refused))
    assert pane.stage.refused[-1].what.startswith(words)
    assert "on purpose" in pane.stage.refused[-1].remedy


def test_it_may_be_saved_from_the_menu_of_its_entry(
    pane: Pane, tmp_path: Path, settle: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = attached(pane, tmp_path, settle, "R&D.exe", b"MZ" + bytes(80))
    suggested: list[str] = []

    def choose(_parent: object, _title: str, name: str) -> tuple[str, str]:
        suggested.append(name)
        return str(tmp_path / "chosen.exe"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    timeline = pane.view.timeline
    timeline._go_current(next(at for at, row in enumerate(timeline.rows) if row.files))  # noqa: SLF001 - a key does it
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), timeline.mapToGlobal(QPoint()))
    QApplication.sendEvent(timeline, event)
    menu = timeline.findChildren(QMenu)[-1]
    (action,) = [each for each in menu.actions() if "R&&D.exe" in each.text()]
    action.trigger()
    settle((tmp_path / "chosen.exe").exists)
    settle(lambda: "chosen.exe was saved" in [said[0] for said in pane.stage.said])
    assert (tmp_path / "chosen.exe").read_bytes() == b"MZ" + bytes(80)
    assert suggested == [file.name]
    menu.close()
