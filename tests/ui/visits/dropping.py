"""Files held over a widget and let go there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget


def of_files(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def dropped(widget: QWidget, mime: QMimeData) -> bool:
    """Hold something over a widget and let it go; whether the widget wants it."""
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    held = QDragEnterEvent(widget.rect().center(), copy | Qt.DropAction.MoveAction, mime, left, none)
    held.ignore()
    QApplication.sendEvent(widget, held)
    if held.isAccepted():
        middle = QPointF(widget.rect().center())
        let_go = QDropEvent(middle, copy | Qt.DropAction.MoveAction, mime, left, none)
        QApplication.sendEvent(widget, let_go)
        assert let_go.dropAction() is Qt.DropAction.CopyAction
    return held.isAccepted()
