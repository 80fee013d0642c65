"""The case pane on a stage over a real desk, for tests; nothing is proved here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from supportdesk.services.cases.file_shelf import FileShelf
from supportdesk.services.queries import details
from supportdesk.services.views import CaseDetail
from supportdesk.ui.case_detail.page import CasePane
from supportdesk.ui.remote.desk import OpenToolbox
from tests.services.desk_world import World
from tests.ui.stage import Stage

Until = Callable[[Callable[[], bool]], None]


class Pane:
    """A pane on a stage, over a world with one case of Hartwell Motors."""

    def __init__(
        self, world: World, stage: Stage, shelf: FileShelf, *, tools: OpenToolbox | None = None
    ) -> None:
        self.world, self.stage = world, stage
        self.client = world.client()
        world.contract(self.client)
        self.contact = world.named_contact(self.client)
        self.me = world.desk.actor
        self.case = world.case(
            self.client, "Stock valuation differs", body="It differs.", severity="S1", contact_id=self.contact
        )
        self.view = CasePane(stage, stage.cover, shelf=shelf, tools=tools)
        layout = QVBoxLayout(stage.cover)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        stage.cover.show()
        # Shortcuts belong to the window that is in front.
        stage.cover.activateWindow()

    def detail(self) -> CaseDetail:
        return details.case(self.world.desk, self.case)

    def bodies(self) -> list[str]:
        return [item.body for item in details.timeline(self.world.desk, self.case).items]

    def shown(self) -> list[str]:
        return [row.body or row.lead for row in self.view.timeline.rows]


def open_case(pane: Pane, settle: Until, case: UUID, *, acts_held: bool = False) -> None:
    """Bring another case into view; while acts are held, its drafts come later."""
    pane.case = case
    pane.view.show_case(case)
    settle(lambda: pane.view.acts.case is not None and pane.view.acts.case.id == case)
    settle(lambda: bool(pane.view.timeline.rows))
    settle(lambda: pane.view.drafts.whole or acts_held)


def of_files(*paths: Path) -> QMimeData:
    """Files as they are dropped or pasted."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def dropped(widget: QWidget, mime: QMimeData) -> bool:
    """Drop something on a widget; whether it was taken."""
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    held = QDragEnterEvent(widget.rect().center(), copy, mime, left, none)
    held.ignore()
    QApplication.sendEvent(widget, held)
    if held.isAccepted():
        QApplication.sendEvent(widget, QDropEvent(QPointF(widget.rect().center()), copy, mime, left, none))
    return held.isAccepted()


def written(folder: Path, name: str, content: bytes = b"a;b\n1;2\n") -> Path:
    """A file that a person has somewhere."""
    path = folder / name
    path.write_bytes(content)
    return path
