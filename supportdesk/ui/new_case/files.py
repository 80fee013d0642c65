"""Files that go with a case: chosen or dropped, their bytes kept before anything refers to them."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from supportdesk.ui import moments
from supportdesk.ui.files.given import refuse_many
from supportdesk.ui.theme import Type
from supportdesk.ui.widgets.buttons import Button, ButtonKind, icon_button
from supportdesk.ui.widgets.file_place import begin_at_home
from supportdesk.ui.widgets.texts import label

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from supportdesk.domain.errors import KnownError
    from supportdesk.services.in_hand.files import NewFile
    from supportdesk.services.operations.desk import Desk
    from supportdesk.workers.session import DeskSession

KeepFile = Callable[["Desk", Path], "NewFile"]


class FilesPart(QWidget):
    """Attaches files and says how many and how large they are. `refused` carries why one could not be kept.

    `rested` comes when none is on its way any more.
    """

    changed = Signal()
    refused = Signal(object)
    rested = Signal()

    def __init__(self, session: DeskSession, keep: KeepFile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._keep = session, keep
        self.files: tuple[NewFile, ...] = ()
        self._queue: deque[Path] = deque()
        self.attach = Button(
            QCoreApplication.translate("NewCase", "Attach files…"), ButtonKind.FLAT, icon="paperclip"
        )
        self.attach.clicked.connect(self._ask)
        self._sum = label("", Type.META, "text2")
        self._clear = icon_button("x", QCoreApplication.translate("NewCase", "Take the files off"))
        self._clear.clicked.connect(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for part in (self.attach, self._sum, self._clear):
            row.addWidget(part)
        self.setAcceptDrops(True)
        self._show()

    @property
    def busy(self) -> bool:
        """Whether a file is still on its way."""
        return bool(self._queue)

    @property
    def coming(self) -> tuple[str, ...]:
        """The places of the files that are on their way."""
        return tuple(str(path) for path in self._queue)

    def take(self, paths: list[Path]) -> None:
        """Keep the bytes of these files and attach them."""
        refusal = refuse_many(tuple(paths))
        if refusal is not None:
            self.refused.emit(refusal)
            return
        idle = not self._queue
        self._queue.extend(paths)
        if idle:
            self._go_on()
        self.changed.emit()

    def show_files(self, files: tuple[NewFile, ...]) -> None:
        """Show files that were attached earlier."""
        self.files = files
        self._show()

    def clear(self) -> None:
        """Attach nothing."""
        self.show_files(())
        self.changed.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.take([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()

    def _go_on(self) -> None:
        if self._queue:
            # Beside the acts: a large file keeps none of them waiting.
            self._session.ask(None, self._keep, self._queue[0], then=self._kept, failed=self._failed)
        else:
            self.rested.emit()

    def _kept(self, file: NewFile) -> None:
        self._queue.popleft()
        self.files = (*self.files, file)
        self._show()
        self.changed.emit()
        self._go_on()

    def _failed(self, error: KnownError) -> None:
        self._queue.popleft()
        self.refused.emit(error)
        self._go_on()

    def _show(self) -> None:
        locale = QLocale() if QLocale().zeroDigit() == "0" else QLocale.c()
        whole = sum(file.size for file in self.files)
        size = locale.formattedDataSize(whole, 0, QLocale.DataSizeFormat.DataSizeSIFormat)
        count = QCoreApplication.translate("NewCase", "%n file(s)", None, len(self.files))
        shown = QCoreApplication.translate("NewCase", "{files}, {size}").format(
            files=count, size=moments.ltr(size)
        )
        self._sum.setText(shown if self.files else "")
        self._sum.setToolTip("\n".join(file.name for file in self.files))
        self._sum.setVisible(bool(self.files))
        self._clear.setVisible(bool(self.files))

    def _ask(self) -> None:
        dialog = QFileDialog(self, QCoreApplication.translate("NewCase", "Attach files"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        begin_at_home(dialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self._chosen)
        dialog.open()

    def _chosen(self, paths: list[str]) -> None:
        self.take([Path(path) for path in paths])
