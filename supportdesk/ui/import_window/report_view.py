"""What an import came to: four figures, and each record that was refused or left alone with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supportdesk.ui import labels, moments
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.messages import Banner, MessageKind
from supportdesk.ui.widgets.painting import rounded
from supportdesk.ui.widgets.texts import ElidedLabel, label

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from supportdesk.services.importing import ImportReport, Refused

_SHOWN = 200


class Tile(QWidget):
    """One figure with its name."""

    def __init__(self, name: str, value: int, tint: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(2)
        column.addWidget(label(name, Type.META, "text2", wrap=True))
        column.addWidget(label(f"{value:,}", Type.PAGE_TITLE, tint if value else "muted"))
        column.addStretch(1)
        self.setAccessibleName(labels.followed_by(name, str(value)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        rounded(painter, QRectF(self.rect()), 10, theme().colours.canvas, theme().colours.line)
        painter.end()


class Listed(QWidget):
    """One record that is no case of this import: where it stands in the file, its number, why."""

    def __init__(self, refused: Refused) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(12)
        line = QCoreApplication.translate("Import", "Line {line}").format(line=refused.line)
        row.addWidget(ElidedLabel(line, Type.META_NUMBERS, "muted"), 2)
        number = moments.ltr(refused.number) if refused.number else ""
        row.addWidget(ElidedLabel(number, Type.META_NUMBERS, "text"), 2)
        row.addWidget(label(refused.why, Type.META, "text2", wrap=True, selectable=True), 9)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(QRectF(0, 0, self.width(), 1), theme().colours.line)
        painter.end()


class ReportView(QWidget):
    """Filled once, when the import has ended."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)

    def show_report(self, report: ImportReport) -> None:
        """Show what this import came to."""
        tiles = QHBoxLayout()
        tiles.setSpacing(12)
        for name, value, tint in (
            (QCoreApplication.translate("Import", "New cases"), report.new, "ok"),
            (QCoreApplication.translate("Import", "Here already"), report.unchanged, "text"),
            (QCoreApplication.translate("Import", "Differ, left as they are"), report.differs_count, "soon"),
            (QCoreApplication.translate("Import", "Can't be imported"), report.refused_count, "over_text"),
        ):
            tiles.addWidget(Tile(name, value, tint), 1)
        self._column.addWidget(_verdict(report))
        self._column.addLayout(tiles)
        for title, listed in (
            (QCoreApplication.translate("Import", "Can't be imported"), report.refused),
            (
                QCoreApplication.translate("Import", "Here already, but told otherwise in this file"),
                report.differs,
            ),
        ):
            self._list(title, listed)

    def _list(self, title: str, listed: tuple[Refused, ...]) -> None:
        if not listed:
            return
        block = QVBoxLayout()
        block.setSpacing(0)
        block.addWidget(label(title, Type.BODY_STRONG))
        block.addSpacing(6)
        for each in listed[:_SHOWN]:
            block.addWidget(Listed(each))
        rest = len(listed) - _SHOWN
        if rest > 0:
            more = QCoreApplication.translate(
                "Import", "and %n more; save the report to read them", None, rest
            )
            block.addWidget(label(more, Type.META, "muted", wrap=True))
        self._column.addLayout(block)


def _verdict(report: ImportReport) -> Banner:
    """In one sentence what this means for the desk."""
    if report.cancelled:
        return Banner(
            MessageKind.HINT,
            QCoreApplication.translate("Import", "The import was stopped."),
            QCoreApplication.translate(
                "Import", "What was written stays. Import the file again and it goes on from there."
            ),
        )
    if report.new:
        return Banner(
            MessageKind.DONE,
            QCoreApplication.translate("Import", "The cases are here."),
            QCoreApplication.translate("Import", "Importing the same file again adds nothing."),
        )
    if report.unchanged and not report.differs_count:
        return Banner(
            MessageKind.DONE,
            QCoreApplication.translate("Import", "Everything in this file is here already."),
            QCoreApplication.translate("Import", "Nothing was changed."),
        )
    return Banner(
        MessageKind.INFO,
        QCoreApplication.translate("Import", "No case was added."),
        QCoreApplication.translate("Import", "Nothing was changed."),
    )
